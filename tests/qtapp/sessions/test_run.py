"""A run is followed from the asking to its end, whatever that is."""

import pytest
from pytestqt.qtbot import QtBot

from qtapp.sessions.run import RunSession
from qtapp.sessions.run_state import RunOrder, RunPhase
from qtapp.sessions.speed import Speed
from qtapp.sim_client import SimClient
from sim.protocol import (
    Cancelled,
    Event,
    Failed,
    FailureKind,
    Finished,
    Paused,
    Progress,
    Resumed,
    Started,
)
from sim.result import Device, DeviceKind, RunResult
from sim.words import same
from tests.qtapp.fake_runner import FakeRunner

CPU = Device(DeviceKind.CPU, "cpu")
RESULT = RunResult("xor", {}, 1, 0, CPU, "2.13.0", 1.0, {"a": (1.0,)}, (True,), (), ())
ORDER = RunOrder("xor", {"width": 8}, members=16, seed=3)


@pytest.fixture
def run(client: SimClient) -> RunSession:
    return RunSession(client)


def hear(qtbot: QtBot, runner: FakeRunner, run: RunSession, event: Event) -> None:
    """Have something reported, and wait until the session has changed by it."""
    with qtbot.waitSignal(run.changed):
        runner.tell(event)


def test_what_was_ordered_is_asked(run: RunSession, runner: FakeRunner) -> None:
    run.start(ORDER)
    assert run.state.phase is RunPhase.PREPARING
    (asked,) = runner.asked
    assert asked.job_id == run.state.job_id
    assert (asked.experiment, asked.settings, asked.members, asked.seed) == (  # type: ignore[union-attr]
        *("xor", {"width": 8}, 16, 3),
    )


def test_a_run_is_followed_to_its_end(qtbot: QtBot, run: RunSession, runner: FakeRunner) -> None:
    run.start(ORDER)
    job = run.state.job_id
    hear(qtbot, runner, run, Started(job, CPU))
    assert (run.state.phase, run.state.device) == (RunPhase.RUNNING, CPU)
    hear(qtbot, runner, run, Progress(job, 0.5, ()))
    assert run.state.progress == 0.5
    with qtbot.waitSignal(run.finished) as told:
        runner.tell(Finished(job, RESULT))
    assert told.args == [RESULT]
    assert (run.state.phase, run.state.result) == (RunPhase.FINISHED, RESULT)


def test_it_is_held_and_goes_on(qtbot: QtBot, run: RunSession, runner: FakeRunner) -> None:
    run.start(ORDER)
    job = run.state.job_id
    hear(qtbot, runner, run, Started(job, CPU))
    run.toggle_pause()
    hear(qtbot, runner, run, Paused(job))
    run.toggle_pause()
    hear(qtbot, runner, run, Resumed(job))
    assert runner.said == [("pause", job), ("resume", job)]
    assert run.state.phase is RunPhase.RUNNING


def test_stopping_does_not_wait_for_the_process(
    qtbot: QtBot, run: RunSession, runner: FakeRunner
) -> None:
    run.start(ORDER)
    job = run.state.job_id
    hear(qtbot, runner, run, Started(job, CPU))
    run.stop()
    assert run.state.phase is RunPhase.STOPPED
    assert runner.said == [("cancel", job)]


def test_what_a_stopped_run_says_later_is_not_heard(
    qtbot: QtBot, run: RunSession, runner: FakeRunner, client: SimClient
) -> None:
    run.start(ORDER)
    first = run.state.job_id
    run.start(ORDER)
    with qtbot.waitSignals([client.reported] * 2):
        runner.tell(Progress(first, 0.9, ()))
        runner.tell(Cancelled(first))
    assert run.state.phase is RunPhase.PREPARING
    assert run.state.progress == 0


def test_trouble_is_kept_with_what_to_do(qtbot: QtBot, run: RunSession, runner: FakeRunner) -> None:
    run.start(ORDER)
    words = same("fewer")
    hear(qtbot, runner, run, Failed(run.state.job_id, FailureKind.MEMORY, words, details="trace"))
    assert (run.state.phase, run.state.trouble, run.state.details) == (
        *(RunPhase.FAILED, words, "trace"),
    )


def test_a_forgotten_run_shows_nothing(run: RunSession, runner: FakeRunner) -> None:
    run.start(ORDER)
    run.forget()
    assert run.state.phase is RunPhase.IDLE
    assert runner.said == [("cancel", 1)]


def test_a_run_that_is_held_goes_on_step_by_step(
    qtbot: QtBot, run: RunSession, runner: FakeRunner
) -> None:
    run.start(ORDER)
    job = run.state.job_id
    run.step()  # it is not held: nothing to step
    hear(qtbot, runner, run, Started(job, CPU))
    hear(qtbot, runner, run, Paused(job))
    run.step()
    assert runner.said == [("step", job)]
    hear(qtbot, runner, run, Progress(job, 0.25, ()))
    assert (run.state.phase, run.state.progress) == (RunPhase.PAUSED, 0.25)


def test_a_slow_run_is_held_at_each_moment_and_goes_on_in_time(
    qtbot: QtBot, run: RunSession, runner: FakeRunner
) -> None:
    run.set_speed(Speed.CALM)
    run.start(ORDER)
    job = run.state.job_id
    hear(qtbot, runner, run, Started(job, CPU))
    assert [asked.is_by_step for asked in runner.asked] == [True]  # type: ignore[union-attr]
    for moment in (1, 2):
        runner.tell(Paused(job))
        steps = [("step", job)] * moment
        qtbot.waitUntil(lambda steps=steps: runner.said == steps)  # type: ignore[misc]
        hear(qtbot, runner, run, Progress(job, moment / 4, ()))
    assert run.state.phase is RunPhase.RUNNING


def test_a_slow_run_that_is_held_stays_so_until_it_may_go_on(
    qtbot: QtBot, run: RunSession, runner: FakeRunner, client: SimClient
) -> None:
    run.set_speed(Speed.CALM)
    run.start(ORDER)
    job = run.state.job_id
    hear(qtbot, runner, run, Started(job, CPU))
    run.toggle_pause()
    held = run.state.phase
    with qtbot.waitSignal(client.reported):
        runner.tell(Paused(job))
    qtbot.wait(2 * Speed.CALM.interval_ms)  # nothing comes; there is no event to wait for
    assert ("step", job) not in runner.said
    run.toggle_pause()
    assert (held, run.state.phase) == (RunPhase.PAUSED, RunPhase.RUNNING)
    assert runner.said[-1] == ("step", job)


def test_the_speed_changes_in_mid_run(qtbot: QtBot, run: RunSession, runner: FakeRunner) -> None:
    run.start(ORDER)
    job = run.state.job_id
    hear(qtbot, runner, run, Started(job, CPU))
    run.set_speed(Speed.SLOW)
    run.set_speed(Speed.FULL)
    assert runner.said == [("pause", job), ("resume", job)]


def test_speeds_take_turns() -> None:
    assert [speed.next for speed in Speed] == [Speed.CALM, Speed.SLOW, Speed.FULL]
