"""Runs that stay to be compared: named by what was set otherwise, done again by a click."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from qtapp.pages.experiment_words import name_of_run
from qtapp.sessions.lab_state import KeptRun, LabState
from qtapp.sessions.run_state import RunOrder, RunPhase, RunState
from qtapp.theme import Theme
from qtapp.widgets.compared_runs import ComparedRuns
from qtapp.widgets.key_button import KeyButton
from sim.contents import entry
from sim.result import Device, DeviceKind, RunResult
from tests.qtapp.sessions.listening import Heard

ENTRY = entry("dead_relu")


def kept(number: int, rate: float, *, seed: int = 0) -> KeptRun:
    order = RunOrder("dead_relu", {**ENTRY.defaults, "learning_rate": rate}, 2, seed)
    device, met = Device(DeviceKind.CPU, "cpu"), (True, rate > 1)
    result = RunResult("dead_relu", order.settings, 2, seed, device, "2", 1.0, {}, met, (), ())
    return KeptRun(number, order, result)


FIRST, SECOND = kept(1, 0.3, seed=7), kept(2, 2.0)
SHOWN = RunState(RunPhase.FINISHED, 2, SECOND.order, 1.0, result=SECOND.result)


@pytest.fixture
def runs(qtbot: QtBot, theme: Theme) -> ComparedRuns:
    made = ComparedRuns()
    qtbot.addWidget(made)
    made.show_state(LabState(ENTRY, run=SHOWN, kept=(FIRST, SECOND)))
    return made


def told(runs: ComparedRuns) -> list[str]:
    labels = runs.findChildren(QLabel, "kept-run")
    return [label.text() for label in labels if label.isVisibleTo(runs)]


def test_each_is_named_by_what_was_set_otherwise(runs: ComparedRuns) -> None:
    assert told(runs) == [
        "Run 1: learning rate η = 0.3, seed = 7 · 1/2",
        "Run 2: the one shown · ✓ 2/2",
    ]


def test_while_another_one_runs_all_are_of_before(runs: ComparedRuns) -> None:
    going = RunState(RunPhase.RUNNING, 3, kept(3, 0.3).order)
    runs.show_state(LabState(ENTRY, run=going, kept=(FIRST, SECOND)))
    assert told(runs) == ["Run 1: seed = 7 · 1/2", "Run 2: learning rate η = 2 · ✓ 2/2"]


def test_one_is_done_again_by_a_click(runs: ComparedRuns) -> None:
    heard = Heard(runs.replay_asked)
    first, second, *_ = runs.findChildren(KeyButton, "replay")
    assert (first.accessibleName(), second.accessibleName()) == ("Replay run 1", "Replay run 2")
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert heard.all == [1]


def test_without_a_run_there_is_nothing(runs: ComparedRuns) -> None:
    runs.show_state(replace(LabState(ENTRY), run=RunState()))
    assert runs.isHidden()


def test_a_legend_names_a_run_by_what_differs_or_by_its_number() -> None:
    """« learning rate η = 0.3 » has 21 letters; with its seed it has too many."""
    assert name_of_run(ENTRY, kept(1, 0.3), kept(2, 2.0)) == "learning rate η = 0.3"
    assert name_of_run(ENTRY, kept(1, 0.3, seed=7), kept(2, 2.0)) == "run 1"
