"""Making a card while reading: the review hears of it, and a disk that is full loses no word."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from db.collection import Collection
from db.errors import DiskFullError
from db.rows import ChangeKind
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.dialogs.new_note import NewNoteDialog
from qtapp.new_cards import NewCards
from qtapp.notify import Level, Notifier
from qtapp.sessions.acts import How
from qtapp.sessions.desk import Desk
from qtapp.sessions.reading import Passage
from qtapp.sessions.review import ReviewSession
from qtapp.sessions.review_state import Phase
from qtapp.theme import Theme
from tests.qtapp.sessions.listening import Heard


class Office:
    """A window over which cards are made, and the review behind it."""

    def __init__(self, theme: Theme, renderer: FormulaRenderer, desk: Desk, folder: Path) -> None:
        self.window = QWidget()
        self.notifier = Notifier(self.window)
        self.desk = desk
        self.review = ReviewSession(desk, self.window)
        self.acted = Heard(self.review.acted)
        self.cards = NewCards(
            self.window, theme, renderer, self.notifier, desk, self.review, folder
        )

    def make(self, question: str) -> NewNoteDialog:
        """From a passage of the second deck, with this question."""
        self.cards.make(
            Passage(2, ("Essai", "Un"), ("Essai", "Un", "Ici"), "Le *passage*."), "essai"
        )
        dialog = self.window.findChild(QDialog, "new-note")
        assert isinstance(dialog, NewNoteDialog)
        QTest.keyClicks(dialog.form.front, question)
        dialog.accept()
        return dialog


@pytest.fixture
def office(
    qtbot: QtBot, theme: Theme, renderer: FormulaRenderer, desk: Desk, tmp_path: Path
) -> Iterator[Office]:
    made = Office(theme, renderer, desk, tmp_path)
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.window.hide()


def test_it_is_saved_with_its_source(office: Office, collection: Collection) -> None:
    assert not office.make("Q ?").isVisible()
    [note] = collection.find_notes("passage")
    assert (note.front, note.back, note.kind) == ("Q ?", "Le *passage*.", "basic")
    assert note.extra == "*Source: Essai › Un › Ici*"


def test_a_review_that_was_not_begun_is_not_begun_by_it(office: Office) -> None:
    office.make("Q ?")
    assert office.review.state.phase is Phase.IDLE
    assert [(act.how, act.change.kind) for act in office.acted.all] == [(How.DONE, ChangeKind.ADD)]


def test_the_card_shown_stays_and_the_new_one_is_next(office: Office) -> None:
    office.review.start()
    before = office.review.state
    office.make("Q ?")
    after = office.review.state
    assert (after.serial, after.face) == (before.serial, before.face)
    assert (after.counts.new, after.undo) == (before.counts.new + 1, ChangeKind.ADD)


def test_undone_it_is_gone_and_the_card_shown_stays(office: Office) -> None:
    office.review.start()
    before = office.review.state
    office.make("Q ?")
    office.review.undo()
    after = office.review.state
    assert (after.face, after.counts, after.redo) == (before.face, before.counts, ChangeKind.ADD)


def test_the_new_card_itself_leaves_when_its_making_is_undone(office: Office) -> None:
    office.make("Q ?")
    office.review.start()
    face = office.review.state.face
    assert face is not None
    assert face.heading == "Q ?"
    office.review.undo()
    after = office.review.state.face
    assert after is not None
    assert after.heading != "Q ?"


def test_a_full_disk_is_told_and_the_words_stay(
    office: Office, collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> NoReturn:
        raise DiskFullError(collection.path)

    posted = Heard(office.notifier.posted)
    monkeypatch.setattr(collection, "add_note", refuse)
    dialog = office.make("Q ?")
    assert dialog.isVisible()
    assert dialog.edited().front == "Q ?"
    assert posted.last.level is Level.ERROR
    dialog.reject()
