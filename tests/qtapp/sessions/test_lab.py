"""The Lab: settings are checked, runs are kept to compare."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from qtapp.sessions.lab import LabSession
from qtapp.sessions.lab_state import MOST_KEPT, differences
from qtapp.sessions.run import RunSession
from qtapp.sessions.run_state import RunOrder, RunPhase
from qtapp.sessions.speed import Speed
from qtapp.sim_client import SimClient
from sim.contents import entry
from sim.errors import BadSettingError, UnknownExperimentError
from sim.protocol import Finished
from sim.result import Device, DeviceKind, RunResult
from tests.qtapp.fake_runner import FakeRunner
from tests.qtapp.sessions.listening import Heard

CPU = Device(DeviceKind.CPU, "cpu")
RESULT = RunResult("dead_relu", {}, 1, 0, CPU, "2.13.0", 1.0, {"a": (1.0,)}, (True,), (), ())


@pytest.fixture
def lab(client: SimClient) -> LabSession:
    lab = LabSession(RunSession(client))
    lab.choose("dead_relu")
    return lab


def finish(qtbot: QtBot, lab: LabSession, runner: FakeRunner) -> None:
    lab.start()
    with qtbot.waitSignal(lab.changed, check_params_cb=lambda state: bool(state.run.result)):
        runner.tell(Finished(lab.state.run.job_id, RESULT))


def test_an_experiment_begins_as_it_is_declared(lab: LabSession) -> None:
    assert lab.state.values == entry("dead_relu").defaults
    assert lab.state.is_as_declared


def test_a_value_that_a_setting_does_not_take_changes_nothing(lab: LabSession) -> None:
    before = lab.state
    lab.change("learning_rate", 1e9)
    lab.change("learning_rate", "fast")
    assert lab.state == before


def test_what_is_changed_is_run(lab: LabSession, runner: FakeRunner) -> None:
    lab.change("learning_rate", 0.5)
    lab.choose_members(8)
    lab.choose_seed(3)
    lab.start()
    (asked,) = runner.asked
    assert asked.settings["learning_rate"] == 0.5  # type: ignore[union-attr]
    assert (asked.members, asked.seed) == (8, 3)  # type: ignore[union-attr]


def test_reset_takes_all_back(lab: LabSession) -> None:
    lab.change("learning_rate", 0.5)
    lab.choose_seed(3)
    lab.reset()
    assert lab.state.is_as_declared


def test_a_preset_changes_what_it_names(lab: LabSession) -> None:
    preset = entry("dead_relu").presets[0]
    lab.take_preset(0)
    assert preset.settings.items() <= lab.state.values.items()


def test_a_finished_run_stays_to_be_compared_with(
    qtbot: QtBot, lab: LabSession, runner: FakeRunner
) -> None:
    finish(qtbot, lab, runner)
    lab.change("learning_rate", 0.5)
    finish(qtbot, lab, runner)
    first, second = lab.state.kept
    assert (first.number, second.number) == (1, 2)
    assert differences(second.order, first.order) == {"learning_rate": 0.5}


def test_only_the_last_few_are_kept(qtbot: QtBot, lab: LabSession, runner: FakeRunner) -> None:
    for _ in range(MOST_KEPT + 1):
        finish(qtbot, lab, runner)
    assert [kept.number for kept in lab.state.kept] == [*range(2, MOST_KEPT + 2)]
    lab.clear()
    assert lab.state.kept == ()


def test_leaving_stops_the_run(lab: LabSession, runner: FakeRunner) -> None:
    lab.start()
    lab.leave()
    assert runner.said == [("cancel", 1)]
    assert lab.state.entry is None


def test_the_runs_of_an_experiment_are_there_when_one_comes_back(
    qtbot: QtBot, lab: LabSession, runner: FakeRunner
) -> None:
    finish(qtbot, lab, runner)
    lab.leave()
    lab.choose("dead_relu")
    assert len(lab.state.kept) == 1
    assert lab.state.run.phase is RunPhase.IDLE


def test_a_card_that_names_nonsense_is_told(lab: LabSession) -> None:
    with pytest.raises(UnknownExperimentError):
        lab.choose("nonsense")
    with pytest.raises(BadSettingError):
        lab.choose("dead_relu", {"learning_rate": -1})


def test_members_and_seed_count_as_differences() -> None:
    assert differences(RunOrder("a", {}, 8, 1), RunOrder("a", {}, 32, 0)) == {
        "members": 8,
        "seed": 1,
    }


def test_the_speed_stays_from_experiment_to_experiment(lab: LabSession) -> None:
    lab.change_speed()
    lab.leave()
    lab.choose("xor")
    assert lab.state.speed is Speed.CALM


@pytest.mark.parametrize("is_same", [True, False])
def test_a_kept_run_is_done_again(
    qtbot: QtBot, lab: LabSession, runner: FakeRunner, *, is_same: bool
) -> None:
    lab.choose_members(8)
    lab.choose_seed(3)
    finish(qtbot, lab, runner)
    first = lab.state.order
    lab.change("learning_rate", 0.5)
    lab.choose_seed(4)
    finish(qtbot, lab, runner)

    lab.replay(1)
    assert lab.state.order == first
    asked = runner.asked[-1]
    assert (asked.settings, asked.members, asked.seed) == (first.settings, 8, 3)  # type: ignore[union-attr]
    measured = RESULT if is_same else replace(RESULT, measures={"a": (2.0,)})
    with qtbot.waitSignal(lab.replayed) as told:
        runner.tell(Finished(lab.state.run.job_id, measured))
    assert told.args == [is_same]
    assert [kept.number for kept in lab.state.kept] == ([1, 2] if is_same else [1, 2, 3])
    assert any(kept.result is lab.state.run.result for kept in lab.state.kept)


def test_a_run_after_one_that_was_to_be_done_again_is_compared_with_nothing(
    qtbot: QtBot, lab: LabSession, runner: FakeRunner
) -> None:
    finish(qtbot, lab, runner)
    heard = Heard(lab.replayed)
    lab.replay(1)
    lab.stop()
    finish(qtbot, lab, runner)
    lab.replay(77)
    assert not heard.all
    assert [kept.number for kept in lab.state.kept] == [1, 2]
