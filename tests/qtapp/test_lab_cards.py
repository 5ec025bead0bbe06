"""Cards and the Lab: looked up, put, undone; and the history, through the window."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from db.collection import Collection
from decks.kinds import NoteKind
from decks.model import Chapter, ExperimentRef, Note, Section
from qtapp.dialogs.attach import AttachDialog
from qtapp.lab_cards import LabCards
from qtapp.laboratory import Laboratory
from qtapp.notify import Notifier
from qtapp.run_history import HISTORY, RunHistory
from qtapp.sessions.desk import Desk
from qtapp.sessions.experiment_memory import ExperimentMemory
from qtapp.sessions.run_state import RunOrder
from qtapp.theme import Theme
from qtapp.window import MainWindow
from tests.qtapp.sessions.listening import Heard
from tests.qtapp.sessions.test_prediction import RESULT
from tests.qtapp.test_laboratory import laboratory, runner, window

__all__ = ["laboratory", "runner", "window"]
ORDER = RunOrder("dead_relu", {"learning_rate": 2.0, "activation": "elu"}, members=1, seed=70)


@pytest.fixture
def desk(collection: Collection, desk: Desk) -> Desk:
    note = Note("mort", NoteKind.BASIC, "Qu’est-ce qu’une ReLU **morte** ?", "Muette.",
                experiment=ExperimentRef("dead_relu"))  # fmt: skip
    collection.apply_import(Chapter("m", "M", sections=(Section("s", "S", notes=(note,)),)))
    return desk


@pytest.fixture
def notifier(window: MainWindow) -> Notifier:
    return Notifier(window)


@pytest.fixture
def renewed() -> list[str]:
    return []


@pytest.fixture
def cards(
    window: MainWindow,
    theme: Theme,
    notifier: Notifier,
    laboratory: Laboratory,
    desk: Desk,
    renewed: list[str],
) -> LabCards:
    return LabCards(window, theme, notifier, laboratory, desk, lambda: renewed.append("renewed"))


@pytest.fixture
def history(
    window: MainWindow,
    theme: Theme,
    notifier: Notifier,
    laboratory: Laboratory,
    desk: Desk,
    cards: LabCards,
) -> RunHistory:
    memory = ExperimentMemory(desk.collection, window, now=desk.now, submit=desk.run)
    return RunHistory(window, theme, notifier, laboratory, memory, cards)


def illustrated(laboratory: Laboratory) -> str:
    label = laboratory.experiment_page.findChild(QLabel, "illustrated")
    assert label is not None
    return "" if label.isHidden() else label.text()


def dialog(window: MainWindow) -> AttachDialog:
    found = window.findChild(AttachDialog)
    assert found is not None
    return found


def test_the_lab_names_the_cards_of_an_experiment(laboratory: Laboratory, cards: LabCards) -> None:
    laboratory.open("dead_relu")
    assert illustrated(laboratory) == "On 1 card:\n• Qu’est-ce qu’une ReLU morte ?"
    laboratory.open("ravine")
    assert illustrated(laboratory) == ""


def test_a_run_is_put_on_a_card_and_taken_back(
    qtbot: QtBot,
    window: MainWindow,
    notifier: Notifier,
    laboratory: Laboratory,
    cards: LabCards,
    desk: Desk,
    renewed: list[str],
) -> None:
    laboratory.open("dead_relu")
    told = Heard(notifier.posted)
    laboratory.attach_asked.emit(ORDER)
    asking = dialog(window)
    search = asking.findChild(QLineEdit, "attach-search")
    assert search is not None
    with qtbot.waitSignal(asking.search_asked):
        QTest.keyClicks(search, "question 3")
    listed = asking.findChild(QListWidget, "attach-list")
    assert listed is not None
    assert [listed.item(n).text() for n in range(listed.count())] == ["Question 3 ?"]
    QTest.keyClick(listed, Qt.Key.Key_Return)
    (note,) = desk.collection.find_notes("question 3")
    assert json.loads(note.experiment) == {
        "name": "dead_relu",
        "settings": {"activation": "elu"},
    }
    assert "Question 3" in told.last.text
    assert renewed == ["renewed"]
    assert illustrated(laboratory).startswith("On 2 cards:")
    desk.undo()
    (note,) = desk.collection.find_notes("question 3")
    assert note.experiment == ""


def test_the_history_shows_what_ran_and_opens_it_again(
    window: MainWindow, laboratory: Laboratory, history: RunHistory
) -> None:
    laboratory.lab.ran.emit(ORDER, RESULT)
    laboratory.history_asked.emit()
    assert window.page_key == HISTORY
    (row,) = history.session.state.rows
    history.open(row)
    assert window.page_key == "experiment"
    state = laboratory.lab.state
    assert state.values["activation"] == "elu"
    assert (state.seed, state.members) == (70, 1)
    assert state.run.result == RESULT
    assert len(history.session.state.rows) == 1, "looking again is no run"


def test_a_run_that_was_let_go_is_not_opened(
    window: MainWindow, laboratory: Laboratory, history: RunHistory
) -> None:
    laboratory.lab.ran.emit(ORDER, RESULT)
    history.show()
    (row,) = history.session.state.rows
    history._memory.log.delete_runs([row.id])
    assert history._memory.run(row) is None
    history.open(row)
    assert window.page_key == HISTORY
