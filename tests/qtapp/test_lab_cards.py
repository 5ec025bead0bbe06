"""Cards and the Lab: looked up, put, undone; and the history, through the window."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

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
from sim.protocol import RunRequest
from sim.result import RunResult
from sim.runfile import RunFile, text_of
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


def test_a_quiz_question_which_asks_no_prediction_gets_no_run(
    qtbot: QtBot, window: MainWindow, collection: Collection, laboratory: Laboratory,
    cards: LabCards,
) -> None:  # fmt: skip
    asks = Note("vf", NoteKind.TRUTH, "La question 3 est une ReLU ?", "Faux.")
    collection.apply_import(Chapter("q", "Q", sections=(Section("s", "S", notes=(asks,)),)))
    laboratory.attach_asked.emit(ORDER)
    asking = dialog(window)
    search, listed = asking.findChild(QLineEdit), asking.findChild(QListWidget)
    assert search is not None
    assert listed is not None
    with qtbot.waitSignal(asking.search_asked):
        QTest.keyClicks(search, "question 3")
    assert [listed.item(n).text() for n in range(listed.count())] == ["Question 3 ?"]


def test_that_no_card_has_the_words_is_said(
    qtbot: QtBot, window: MainWindow, laboratory: Laboratory, cards: LabCards
) -> None:
    laboratory.attach_asked.emit(ORDER)
    asking = dialog(window)
    search, none = asking.findChild(QLineEdit), asking.findChild(QLabel, "attach-none")
    assert search is not None
    assert none is not None
    assert not none.isVisible()
    with qtbot.waitSignal(asking.search_asked):
        QTest.keyClicks(search, "zzz")
    assert none.isVisible()
    assert none.text() == "No card has these words."
    with qtbot.waitSignal(asking.search_asked):
        search.clear()
    assert not none.isVisible()


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


OLD = replace(ORDER, settings={**ORDER.settings, "z": 2.0})
"""As versions before the experiment `one_unit` ran it: `z` was a setting of `dead_relu`."""


def test_a_run_with_a_setting_that_is_no_more_is_shown_without_it(
    window: MainWindow, notifier: Notifier, laboratory: Laboratory, history: RunHistory
) -> None:
    history._memory.log.record_run(**row_of(OLD))
    history.show()
    told = Heard(notifier.posted)
    history.open(history.session.state.rows[0])
    assert window.page_key == "experiment"
    assert laboratory.lab.state.run.result == RESULT
    assert "z" not in laboratory.lab.state.values
    assert told.last.text == "The experiment no longer has this, which is left out: z = 2."


def test_nor_does_a_card_get_it(
    window: MainWindow, laboratory: Laboratory, history: RunHistory, cards: LabCards
) -> None:
    history._memory.log.record_run(**row_of(OLD))
    history.show()
    history.attach(history.session.state.rows[0])
    assert json.loads(cards._carried) == {"name": "dead_relu", "settings": {"activation": "elu"}}
    dialog(window).close()


@pytest.mark.parametrize(
    ("order", "why"),
    [
        (RunOrder("gone"), "no experiment is called 'gone'"),
        (replace(ORDER, settings={"activation": "gone"}), "activation cannot be 'gone'"),
    ],
)
def test_a_run_that_nobody_knows_any_more_is_told(
    window: MainWindow, notifier: Notifier, history: RunHistory, order: RunOrder, why: str
) -> None:
    history._memory.log.record_run(**row_of(order))
    history.show()
    (row,) = history.session.state.rows
    told = Heard(notifier.posted)
    for ask, text in (
        (history.open, "This run cannot be shown any more."),
        (history.attach, "This run cannot be put on a card."),
    ):
        ask(row)
        assert (window.page_key, told.last.text) == (HISTORY, text)
        assert told.last.detail.startswith(why)


def test_a_run_that_measured_less_is_told(
    window: MainWindow, notifier: Notifier, history: RunHistory
) -> None:
    """Its experiment tells more today."""
    history._memory.log.record_run(**row_of(ORDER, replace(RESULT, measures={})))
    history.show()
    told = Heard(notifier.posted)
    history.open(history.session.state.rows[0])
    assert window.page_key == HISTORY
    assert told.last.detail.startswith("the experiment has changed since this run was saved")


def row_of(order: RunOrder, result: RunResult = RESULT) -> dict[str, Any]:
    """What the collection keeps of a run."""
    request = RunRequest(0, order.experiment, order.settings, order.members, order.seed)
    return {
        "now": datetime(2026, 10, 5, tzinfo=UTC),
        "experiment": order.experiment,
        "settings": json.dumps(
            {name: value for name, value in order.settings.items() if name != "learning_rate"}
        ),
        "members": 1,
        "seed": order.seed,
        "met": 1,
        "shown": 1,
        "seconds": 1.0,
        "device": "cpu",
        "result": text_of(RunFile(request, result)),
        "card_id": None,
    }


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


def test_a_card_is_found_and_taken_without_leaving_the_words(
    qtbot: QtBot, window: MainWindow, laboratory: Laboratory, cards: LabCards, desk: Desk
) -> None:
    laboratory.attach_asked.emit(ORDER)
    asking = dialog(window)
    search, listed = (
        asking.findChild(QLineEdit, "attach-search"),
        asking.findChild(QListWidget, "attach-list"),
    )
    assert search is not None
    assert listed is not None
    qtbot.waitUntil(lambda: listed.count() > 1)
    search.setFocus()
    taken = Heard(asking.chosen)
    QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(search, Qt.Key.Key_Up)
    assert listed.currentRow() == 1
    QTest.keyClicks(search, "morte")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert not taken.all, "what is marked was not found by these words"
    qtbot.waitUntil(lambda: listed.count() == 1)
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert [note.front for note in taken.all] == ["Qu’est-ce qu’une ReLU **morte** ?"]
