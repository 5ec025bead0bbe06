"""The history of runs, page by page."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.collection import Collection
from db.errors import DiskFullError
from db.experiments import ExperimentLog
from qtapp.background import Task
from qtapp.sessions.history import PAGE, HistorySession
from tests.qtapp.course import Clock
from tests.qtapp.sessions.listening import Heard


def add(log: ExperimentLog, clock: Clock, experiment: str, settings: str = "{}") -> int:
    clock.pass_(minutes=1)
    return log.record_run(
        clock(), experiment=experiment, settings=settings, members=8, seed=1, met=7, shown=8,
        seconds=1.0, device="cpu", result="{}",
    ).id  # fmt: skip


@pytest.fixture
def log(collection: Collection) -> ExperimentLog:
    return collection.experiments


@pytest.fixture
def history(qtbot: QtBot, log: ExperimentLog) -> HistorySession:
    return HistorySession(log)


def test_the_newest_come_first_and_the_rest_on_demand(
    history: HistorySession, log: ExperimentLog, clock: Clock
) -> None:
    ids = [add(log, clock, "xor") for _ in range(PAGE + 5)]
    history.read()
    shown = [row.id for row in history.state.rows]
    assert (shown, history.state.is_complete) == (ids[: -PAGE - 1 : -1], False)
    history.read_on()
    shown = [row.id for row in history.state.rows]
    assert (shown, history.state.is_complete) == (ids[::-1], True)
    history.read_on()
    assert len(history.state.rows) == PAGE + 5


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("morte", ["dead_relu"]),  # « Les ReLU mortes »: a title, in the other language as well
        ("dead", ["dead_relu"]),
        ("width", ["xor"]),
        ("rien", []),
    ],
)
def test_it_is_searched_by_title_name_and_settings(
    history: HistorySession, log: ExperimentLog, clock: Clock, words: str, found: list[str]
) -> None:
    add(log, clock, "xor", '{"width": 8}')
    add(log, clock, "dead_relu")
    history.look_for(words)
    assert [row.experiment for row in history.state.rows] == found


def test_only_the_last_search_counts(qtbot: QtBot, log: ExperimentLog, clock: Clock) -> None:
    later: list[Task] = []
    history = HistorySession(log, submit=later.append)
    add(log, clock, "xor")
    add(log, clock, "dead_relu")
    history.look_for("xor")
    history.look_for("dead_relu")
    for task in reversed(later):
        task.run()
    assert [row.experiment for row in history.state.rows] == ["dead_relu"]


def test_runs_are_noted_and_cleared(
    history: HistorySession, log: ExperimentLog, clock: Clock
) -> None:
    first, second = add(log, clock, "xor"), add(log, clock, "xor")
    history.read()
    history.note(first, "à montrer")
    assert [row.note for row in history.state.rows] == ["", "à montrer"]
    history.clear([second])
    assert [row.id for row in history.state.rows] == [first]
    history.look_for("montrer")
    assert [row.id for row in history.state.rows] == [first]


def test_trouble_is_told_and_changes_nothing(
    history: HistorySession, log: ExperimentLog, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFullError(Path("c.epoque"))

    run = add(log, clock, "xor")
    history.read()
    trouble = Heard(history.trouble)
    for name in ("delete_runs", "note_run", "runs"):
        monkeypatch.setattr(ExperimentLog, name, full)
    history.clear([run])
    history.note(run, "x")
    history.look_for("xor")
    assert [type(error) for error in trouble.all] == [DiskFullError] * 3
    assert [row.id for row in history.state.rows] == [run]
