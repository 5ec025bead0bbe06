"""Whatever happens to the process that trains, each run has one outcome and the next one works.

Every test has real processes; those that lose theirs have some of their own, out of a nursery.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from sim import worker_process
from sim.pictures import Curve
from sim.protocol import (
    Cancelled,
    Event,
    Failed,
    FailureKind,
    Finished,
    Load,
    LogNotWritten,
    LogWritten,
    NotSaved,
    Paused,
    Progress,
    Ready,
    Resumed,
    RunRequest,
    Saved,
    Started,
    WriteLog,
)
from sim.supervisor import Supervisor
from tests.leftovers import wait_until
from tests.sim.nursery import CHILD, Nursery

pytestmark = pytest.mark.slow

PATIENCE_S = 240.0
"""Loading torch takes seconds on a machine that has other work."""

Make = Callable[..., Supervisor]


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    made = Nursery()
    yield made
    made.close()


@pytest.fixture
def make(nursery: Nursery, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    monkeypatch.setattr(worker_process, "_started", nursery.started)
    made: list[Supervisor] = []

    def make_one(**options: Any) -> Supervisor:
        calm: dict[str, Any] = {"command": CHILD, "silence_s": 60.0, "cancel_s": 30.0}
        made.append(Supervisor(**calm | options))
        return made[-1]

    yield make_one
    for supervisor in made:
        supervisor.close()


@pytest.fixture(scope="module")
def supervisor() -> Iterator[Supervisor]:
    """One worker for all tests after which it still lives."""
    with Supervisor(command=CHILD, silence_s=60.0, cancel_s=30.0) as shared:
        shared.warm()
        heard(shared, Ready)
        yield shared
        assert shared.pid is not None


def heard(supervisor: Supervisor, *kinds: type) -> Event:
    """The next event of these kinds."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        event = supervisor.receive(timeout_s=1.0)
        if event is not None and isinstance(event, kinds):
            return event
    pytest.fail(f"nothing of {kinds} was heard")


def outcome(supervisor: Supervisor, job_id: int, experiment: str, **settings: Any) -> Event:
    supervisor.start(RunRequest(job_id, experiment, settings, members=2, device="cpu"))
    return heard(supervisor, Finished, Failed, Cancelled)


def assert_works(supervisor: Supervisor, job_id: int) -> None:
    finished = outcome(supervisor, job_id, "steady", steps=2)
    assert isinstance(finished, Finished), finished
    assert (finished.job_id, finished.result.measures) == (job_id, {"seed": (0.0, 1.0)})


def has_printed(supervisor: Supervisor) -> bool:
    """Whether the worker has said anything where no messages go."""
    process = supervisor._process
    return process is not None and os.fstat(process._errors.fileno()).st_size > 0


def failure(event: Event) -> Failed:
    assert isinstance(event, Failed), event
    return event


def test_a_real_experiment_runs_and_tells_its_news(supervisor: Supervisor) -> None:
    supervisor.start(RunRequest(5, "dead_relu", members=2, device="cpu"))
    told = list(supervisor.events(5))
    assert isinstance(told[0], Started)
    assert all(isinstance(event, Progress) for event in told[1:-1])
    assert isinstance(told[-1], Finished)


def test_a_warm_worker_says_that_it_is_ready(make: Make) -> None:
    supervisor = make()
    supervisor.warm()
    ready = heard(supervisor, Ready)
    assert isinstance(ready, Ready)
    assert ready.device.words.fr


def test_a_run_that_is_killed_in_its_middle_is_told_and_the_next_one_works(make: Make) -> None:
    supervisor = make()
    supervisor.start(RunRequest(1, "steady", {"steps": 100_000}))
    heard(supervisor, Progress)
    first = supervisor.pid
    assert first is not None
    os.kill(first, signal.SIGKILL)
    failed = failure(heard(supervisor, Failed))
    assert (failed.job_id, failed.kind) == (1, FailureKind.KILLED)
    assert "memory" in failed.words.en
    assert_works(supervisor, 2)
    assert supervisor.pid != first


def test_a_run_that_the_system_kills_is_told_as_want_of_memory(make: Make) -> None:
    supervisor = make()
    assert failure(outcome(supervisor, 1, "killed")).kind is FailureKind.KILLED
    assert_works(supervisor, 2)


def test_a_worker_that_dies_while_it_is_idle_is_replaced_when_needed(make: Make) -> None:
    supervisor = make()
    assert_works(supervisor, 1)
    assert supervisor.pid is not None
    os.kill(supervisor.pid, signal.SIGKILL)
    assert_works(supervisor, 2)


def test_a_crash_is_told_with_where_it_was(make: Make) -> None:
    supervisor = make()
    failed = failure(outcome(supervisor, 1, "aborting"))
    assert failed.kind is FailureKind.CRASHED
    assert failed.facts == {"exit_code": -signal.SIGABRT}
    assert "in aborting" in failed.details
    assert_works(supervisor, 2)


def test_runs_that_wait_survive_a_crash_of_the_one_before(make: Make) -> None:
    supervisor = make()
    supervisor.start(RunRequest(1, "aborting"))
    supervisor.start(RunRequest(2, "steady"))
    assert failure(heard(supervisor, Failed)).job_id == 1
    finished = heard(supervisor, Finished, Failed)
    assert isinstance(finished, Finished)
    assert finished.job_id == 2


def test_a_step_that_never_returns_loses_its_process_and_says_where(make: Make) -> None:
    supervisor = make(silence_s=5.0)
    supervisor.start(RunRequest(1, "holding_the_lock"))
    failed = failure(heard(supervisor, Failed))
    assert failed.kind is FailureKind.HUNG
    assert "in holding_the_lock" in failed.details
    assert_works(supervisor, 2)


def test_a_process_that_is_stopped_is_given_up(make: Make) -> None:
    """It can neither answer nor end itself."""
    supervisor = make(silence_s=5.0)
    supervisor.start(RunRequest(1, "steady", {"steps": 100_000}))
    heard(supervisor, Progress)
    assert supervisor.pid is not None
    os.kill(supervisor.pid, signal.SIGSTOP)
    assert failure(heard(supervisor, Failed)).kind is FailureKind.HUNG
    assert_works(supervisor, 2)


def test_a_long_run_of_short_steps_gives_signs_of_life(make: Make) -> None:
    """No step of it is worth a picture for longer than the silence allowed."""
    supervisor = make(silence_s=4.0)
    assert isinstance(outcome(supervisor, 1, "slow_steps", steps=6), Finished)


@pytest.mark.parametrize(
    ("experiment", "kind"),
    [
        ("no_such", FailureKind.REFUSED),
        ("greedy", FailureKind.MEMORY),
        ("mistaken", FailureKind.BUG),
        ("numpy_in_a_picture", FailureKind.BUG),
    ],
)
def test_a_run_that_fails_keeps_its_process(
    supervisor: Supervisor, experiment: str, kind: FailureKind
) -> None:
    assert failure(outcome(supervisor, 1, experiment)).kind is kind
    pid = supervisor.pid
    assert_works(supervisor, 2)
    assert supervisor.pid == pid


def test_networks_that_diverge_are_no_failure(supervisor: Supervisor) -> None:
    finished = outcome(supervisor, 1, "diverging")
    assert isinstance(finished, Finished)
    assert finished.result.diverged == 1


def test_what_is_printed_is_no_message(supervisor: Supervisor) -> None:
    assert isinstance(outcome(supervisor, 1, "talkative"), Finished)


@pytest.mark.alone
def test_a_run_is_cancelled_between_two_steps_and_keeps_its_process(supervisor: Supervisor) -> None:
    supervisor.start(RunRequest(1, "steady", {"steps": 100_000}))
    heard(supervisor, Progress)
    pid, begun = supervisor.pid, time.monotonic()
    supervisor.cancel(1)
    assert heard(supervisor, Cancelled, Finished, Failed) == Cancelled(1)
    assert time.monotonic() - begun < 0.5  # bench tells how much less
    assert_works(supervisor, 2)
    assert supervisor.pid == pid


def test_a_run_is_cancelled_in_the_middle_of_a_step_and_keeps_its_process(
    supervisor: Supervisor,
) -> None:
    supervisor.start(RunRequest(1, "unstoppable", members=1))  # one needs no glance before it
    heard(supervisor, Progress)
    pid = supervisor.pid
    supervisor.cancel(1)
    assert heard(supervisor, Cancelled, Finished, Failed) == Cancelled(1)
    assert_works(supervisor, 2)
    assert isinstance(outcome(supervisor, 3, "dead_relu"), Finished)  # which needs gradients
    assert supervisor.pid == pid


@pytest.mark.alone
def test_a_cancellation_takes_a_tenth_of_a_second_whatever_the_step(make: Make) -> None:
    """It sleeps in C, and the learner does not wait for it."""
    supervisor = make(cancel_s=0.1)
    supervisor.start(RunRequest(1, "slow_steps"))
    heard(supervisor, Progress)
    begun = time.monotonic()
    supervisor.cancel(1)
    assert heard(supervisor, Cancelled, Failed, Finished) == Cancelled(1)
    assert time.monotonic() - begun < 0.6
    assert_works(supervisor, 2)


def test_a_cancelled_run_whose_step_ends_late_keeps_its_process(make: Make) -> None:
    """As where much else goes on: torch need not be loaded again for the next run."""
    supervisor = make(cancel_s=0.05, leave_s=60.0)
    supervisor.start(RunRequest(1, "slow_steps"))
    heard(supervisor, Progress)
    pid = supervisor.pid
    supervisor.cancel(1)
    assert heard(supervisor, Cancelled, Failed, Finished) == Cancelled(1)
    assert_works(supervisor, 2)
    assert supervisor.pid == pid
    assert supervisor.receive(timeout_s=0.5) is None  # it is told once


def test_a_cancelled_run_whose_step_does_not_end_loses_its_process(make: Make) -> None:
    supervisor = make(cancel_s=0.05, leave_s=0.2)
    supervisor.start(RunRequest(1, "holding_the_lock", members=1))
    heard(supervisor, Progress)
    wait_until(lambda: has_printed(supervisor), PATIENCE_S)  # the step, and no longer before it
    pid = supervisor.pid
    supervisor.cancel(1)
    assert heard(supervisor, Cancelled, Failed, Finished) == Cancelled(1)
    assert_works(supervisor, 2)
    assert supervisor.pid != pid


def test_a_cancellation_that_comes_late_stops_no_other_run(supervisor: Supervisor) -> None:
    assert_works(supervisor, 1)
    supervisor.start(RunRequest(2, "steady", {"steps": 200}))
    heard(supervisor, Progress)
    supervisor.cancel(1)
    finished = heard(supervisor, Finished, Cancelled, Failed)
    assert isinstance(finished, Finished)
    assert finished.job_id == 2


def test_a_run_that_waits_is_forgotten_at_once(supervisor: Supervisor) -> None:
    supervisor.start(RunRequest(1, "steady", {"steps": 500}))
    supervisor.start(RunRequest(2, "steady"))
    heard(supervisor, Progress)
    supervisor.cancel(2)
    assert heard(supervisor, Cancelled, Finished) == Cancelled(2)
    finished = heard(supervisor, Finished, Cancelled)
    assert isinstance(finished, Finished)
    assert finished.job_id == 1
    assert supervisor.receive(timeout_s=0.5) is None


def test_a_run_is_held_and_goes_on(make: Make) -> None:
    supervisor = make(silence_s=4.0)
    supervisor.start(RunRequest(1, "steady", {"steps": 300}))
    heard(supervisor, Progress)
    supervisor.pause(1)
    assert heard(supervisor, Paused) == Paused(1)
    assert supervisor.receive(timeout_s=6.0) is None  # longer than the silence allowed
    supervisor.resume(1)
    assert heard(supervisor, Resumed, Finished) == Resumed(1)
    finished = heard(supervisor, Finished, Failed)
    assert isinstance(finished, Finished)
    assert finished.result.seconds < 6.0


def test_a_run_by_steps_is_held_at_each_moment_however_long_one_looks(
    supervisor: Supervisor,
) -> None:
    """Each step of the hand is one point more on the curve, after a look of 0.3 s, too."""
    supervisor.start(RunRequest(1, "divergence", members=2, device="cpu", is_by_step=True))
    points = []
    for _ in range(4):
        points.append(_points_when_held(supervisor))
        time.sleep(0.3)
        supervisor.resume(1, to_next=True)
    assert points == [1, 2, 3, 4]
    supervisor.resume(1)
    assert isinstance(heard(supervisor, Finished, Failed), Finished)


def _points_when_held(supervisor: Supervisor) -> int:
    shown = 0
    while not isinstance(event := supervisor.receive(timeout_s=60), Paused):
        assert event is not None
        if isinstance(event, Progress) and isinstance(curve := event.pictures[0], Curve):
            shown = len(curve.x)
    return shown


def test_a_run_that_is_held_can_be_cancelled(supervisor: Supervisor) -> None:
    supervisor.start(RunRequest(1, "steady", {"steps": 100_000}))
    heard(supervisor, Progress)
    supervisor.pause(1)
    heard(supervisor, Paused)
    supervisor.cancel(1)
    assert heard(supervisor, Cancelled, Failed) == Cancelled(1)


def test_a_run_is_saved_and_goes_on_in_another_worker(make: Make, tmp_path: Path) -> None:
    first = make()
    first.start(RunRequest(1, "dead_relu", members=2, seed=9, device="cpu"))
    heard(first, Progress)
    first.pause(1)
    heard(first, Paused)
    first.save(1, tmp_path / "run.pt")
    assert heard(first, Saved, NotSaved) == Saved(1, str(tmp_path / "run.pt"))
    first.resume(1)
    whole = heard(first, Finished, Failed)
    first.close()
    second = make()
    second.start(Load(2, str(tmp_path / "run.pt"), device="cpu"))
    resumed = heard(second, Finished, Failed)
    assert isinstance(whole, Finished)
    assert isinstance(resumed, Finished)
    assert resumed.result.measures == whole.result.measures
    assert resumed.result.pictures == whole.result.pictures


def test_a_run_that_cannot_be_saved_goes_on(supervisor: Supervisor, tmp_path: Path) -> None:
    supervisor.start(RunRequest(1, "steady", {"steps": 300}))
    heard(supervisor, Progress)
    supervisor.save(1, tmp_path / "none" / "run.pt")
    told = heard(supervisor, Saved, NotSaved)
    assert isinstance(told, NotSaved)
    assert "choose another folder" in told.words.en
    assert isinstance(heard(supervisor, Finished, Failed), Finished)


def test_a_broken_checkpoint_is_refused(supervisor: Supervisor, tmp_path: Path) -> None:
    (tmp_path / "run.pt").write_bytes(b"broken")
    supervisor.start(Load(1, str(tmp_path / "run.pt")))
    failed = failure(heard(supervisor, Failed, Finished))
    assert failed.kind is FailureKind.REFUSED
    assert "damaged" in failed.words.en
    assert_works(supervisor, 2)


def test_a_run_that_is_held_goes_on_step_by_step(supervisor: Supervisor) -> None:
    """Each step shows something new, then holds again; then it goes on to its end."""
    supervisor.start(RunRequest(1, "dead_relu", members=2, device="cpu"))
    heard(supervisor, Progress)
    supervisor.pause(1)
    heard(supervisor, Paused)
    seen = []
    for _ in range(3):
        supervisor.resume(1, to_next=True)
        shown = heard(supervisor, Progress)
        assert isinstance(shown, Progress)
        seen.append(shown.progress)
        assert isinstance(heard(supervisor, Paused, Progress, Finished), Paused)
    assert sorted(set(seen)) == seen
    supervisor.resume(1)
    assert isinstance(heard(supervisor, Finished, Failed), Finished)


def test_a_run_is_logged_for_tensorboard(supervisor: Supervisor, tmp_path: Path) -> None:
    finished = outcome(supervisor, 1, "steady", steps=2)
    assert isinstance(finished, Finished)
    result = replace(finished.result, experiment="dead_relu")
    result = replace(result, measures={f"{what}_{case}": (0.5,) * 2 for what in ("dead", "accuracy")
                                       for case in ("chosen", "gentle")},
                     settings={"learning_rate": 2.0, "activation": "relu"})  # fmt: skip
    supervisor.write_log(WriteLog(str(tmp_path), result, "fr"))
    assert heard(supervisor, LogWritten, LogNotWritten) == LogWritten(str(tmp_path))
    assert [path.name.partition(".")[0] for path in tmp_path.glob("*/*")] == ["events"]


def test_a_log_that_cannot_be_written_is_told(supervisor: Supervisor, tmp_path: Path) -> None:
    finished = outcome(supervisor, 1, "steady", steps=2)
    assert isinstance(finished, Finished)
    (tmp_path / "file").write_text("")
    result = replace(finished.result, experiment="dead_relu")
    supervisor.write_log(WriteLog(str(tmp_path / "file"), result, "en"))
    told = heard(supervisor, LogWritten, LogNotWritten)
    assert isinstance(told, LogNotWritten)
    assert "file" in told.words.en
    assert_works(supervisor, 2)


def test_twenty_runs_leave_nothing_open(supervisor: Supervisor) -> None:
    for job_id in range(3):
        assert_works(supervisor, job_id)
    before, pid = _handles_at_rest(supervisor), supervisor.pid
    for job_id in range(3, 23):
        assert_works(supervisor, job_id)
    assert supervisor.pid == pid
    assert _handles_at_rest(supervisor) == before


@pytest.mark.skipif("+cpu" not in version("torch"), reason="CUDA's libraries take 0.4 GB more")
def test_the_worker_needs_less_than_600_mb(supervisor: Supervisor) -> None:
    """With an experiment at its own number of members."""
    supervisor.start(RunRequest(1, "dead_relu", device="cpu"))
    assert isinstance(heard(supervisor, Finished, Failed), Finished)
    assert _bytes(supervisor, "VmHWM") < 600e6


def test_the_worker_lets_others_go_first(supervisor: Supervisor) -> None:
    assert supervisor.pid is not None
    ours = os.getpriority(os.PRIO_PROCESS, 0)
    assert os.getpriority(os.PRIO_PROCESS, supervisor.pid) == min(ours + 10, 19)


def test_after_a_big_run_its_memory_goes_back(make: Make) -> None:
    supervisor = make()
    assert isinstance(outcome(supervisor, 1, "big"), Finished)
    assert _bytes(supervisor, "VmHWM") > 1e9
    wait_until(lambda: _bytes(supervisor, "VmRSS") < 500e6, 5.0)
    assert _bytes(supervisor, "VmRSS") < 500e6


def _bytes(supervisor: Supervisor, what: str) -> int:
    status = Path(f"/proc/{supervisor.pid}/status").read_text()
    return int(status.partition(f"{what}:")[2].split()[0]) * 1024


def _handles_at_rest(supervisor: Supervisor) -> list[int]:
    """Open files and threads of the app and of the worker, once its guard of a run has gone.

    `faulthandler` guards each run with a thread that ends a little after the outcome is told; at
    each message it takes another, and for a moment there is none.
    """
    threads = Path(f"/proc/{supervisor.pid}/task")

    def is_at_rest() -> bool:
        counts = []
        for _ in range(10):
            time.sleep(0.01)
            counts.append(len(list(threads.iterdir())))
        return set(counts) == {2}  # it reads, and it waits

    wait_until(is_at_rest, 20.0)
    processes = (Path("/proc/self"), Path(f"/proc/{supervisor.pid}"))
    return [len(list((p / kind).iterdir())) for p in processes for kind in ("fd", "task")]


def test_a_worker_of_another_version_is_told(make: Make) -> None:
    script = "import sys; from sim import worker; worker.VERSION += 1; worker.main()"
    supervisor = make(command=(sys.executable, "-c", script))
    failed = failure(outcome(supervisor, 1, "steady"))
    assert failed.kind is FailureKind.OTHER_VERSION
    assert "restart" in failed.words.en


def test_a_machine_without_torch_is_told(make: Make) -> None:
    script = "import sys; sys.modules['torch'] = None; from sim import worker; worker.main()"
    supervisor = make(command=(sys.executable, "-c", script))
    for job_id in (1, 2):
        failed = failure(outcome(supervisor, job_id, "dead_relu"))
        assert failed.kind is FailureKind.NO_TORCH
        assert "make run" in failed.words.en
        assert "torch" in str(failed.facts["why"])


@pytest.mark.parametrize("command", [("no-such-program",), (sys.executable, "-c", "1 / 0")])
def test_a_worker_that_does_not_start_is_told_each_time(
    make: Make, command: tuple[str, ...]
) -> None:
    supervisor = make(command=command)
    for job_id in (1, 2):
        failed = failure(outcome(supervisor, job_id, "steady"))
        assert (failed.job_id, failed.kind) == (job_id, FailureKind.NOT_STARTED)


def test_closing_in_the_middle_of_a_run_leaves_no_process(make: Make) -> None:
    supervisor = make()
    supervisor.start(RunRequest(1, "steady", {"steps": 100_000}))
    heard(supervisor, Progress)
    pid = supervisor.pid
    supervisor.close()
    assert not Path(f"/proc/{pid}").exists()
    assert supervisor.receive(timeout_s=5.0) is None
    supervisor.close()


PARENT = """
import sys
from sim.protocol import Failed, Progress, RunRequest
from sim.supervisor import Supervisor
if __name__ == "__main__":
    with Supervisor(command=(sys.executable, "-m", "tests.sim.odd"), silence_s=5.0) as supervisor:
        supervisor.start(RunRequest(1, sys.argv[1], {"steps": 100_000}, members=2))
        while not isinstance(event := supervisor.receive(), Progress):
            assert not isinstance(event, Failed), event
        try:
            print(supervisor.pid, flush=True)
            while True:
                supervisor.receive()
        except KeyboardInterrupt:
            print("stopped", flush=True)
"""


@pytest.fixture
def parent(request: pytest.FixtureRequest) -> Iterator[tuple["subprocess.Popen[str]", Path]]:
    """An app that runs an experiment, in a session of its own, and its worker in /proc."""
    with subprocess.Popen(
        [sys.executable, "-c", PARENT, request.param],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        pid = process.stdout.readline().strip()
        assert pid, process.communicate()[1]
        yield process, Path("/proc") / pid
        process.kill()


@pytest.mark.parametrize("parent", ["steady", "slow_steps", "holding_the_lock"], indirect=True)
def test_a_worker_goes_when_the_app_is_killed(
    parent: tuple["subprocess.Popen[str]", Path],
) -> None:
    process, worker = parent
    assert worker.exists()
    process.kill()
    process.wait()
    wait_until(lambda: not worker.exists(), 20.0)
    assert not worker.exists()


@pytest.mark.parametrize("parent", ["steady"], indirect=True)
def test_ctrl_c_in_the_terminal_prints_nothing_of_the_worker(
    parent: tuple["subprocess.Popen[str]", Path],
) -> None:
    process, worker = parent
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the app and the worker
    out, errors = process.communicate(timeout=60)
    assert (out, errors) == ("stopped\n", "")
    wait_until(lambda: not worker.exists(), 5.0)
    assert not worker.exists()
