"""A card made of a passage: the question, the gaps, the way back from one to the other."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from db.rows import NoteRow
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.cardtext.view import CardText
from qtapp.dialogs.new_note import NewNoteDialog
from qtapp.sessions.shelf import draft_face
from qtapp.theme import Theme
from qtapp.widgets.key_button import KeyButton

PASSAGE = "𝜹 est l’**erreur** de $z$.\n\nElle recule."
DRAFT = NoteRow(0, "document-cours/", "basic", "", PASSAGE, "*Source: Cours › Erreur*", ())
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@dataclass
class Saved:
    works: bool = True
    notes: list[NoteRow] = field(default_factory=list)

    def __call__(self, note: NoteRow) -> bool:
        self.notes.append(note)
        return self.works


@pytest.fixture
def saved() -> Saved:
    return Saved()


@pytest.fixture
def dialog(
    qtbot: QtBot, theme: Theme, renderer: FormulaRenderer, saved: Saved
) -> Iterator[NewNoteDialog]:
    made = NewNoteDialog(
        theme,
        renderer,
        DRAFT,
        context="Erreur",
        preview=partial(draft_face, deck_path=("Cours", "Erreur")),
        save=saved,
    )
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.hide()


def plain(dialog: NewNoteDialog, name: str) -> QPlainTextEdit:
    found = dialog.findChild(QPlainTextEdit, name)
    assert found is not None
    return found


def pick(dialog: NewNoteDialog, kind: str) -> None:
    button = dialog.findChild(KeyButton, f"note-kind-{kind}")
    assert button is not None
    button.click()


def choose(field: QPlainTextEdit, words: str) -> None:
    """Select words, as Qt counts them."""
    cursor = field.document().find(words)
    assert cursor.hasSelection()
    field.setTextCursor(cursor)


def gap(dialog: NewNoteDialog, words: str) -> None:
    choose(plain(dialog, "back"), words)
    QTest.keyClick(plain(dialog, "back"), Qt.Key.Key_C, CONTROL | SHIFT)


def fault(dialog: NewNoteDialog) -> str:
    label = dialog.findChild(QLabel, "fault")
    assert label is not None
    return label.text()


def test_the_passage_answers_and_the_question_has_the_keys(dialog: NewNoteDialog) -> None:
    assert dialog.focusWidget() is plain(dialog, "front")
    assert dialog.edited() == DRAFT
    assert fault(dialog) == "The question is empty: write what the card asks."


def test_nothing_is_saved_without_a_question(dialog: NewNoteDialog, saved: Saved) -> None:
    QTest.keyClick(plain(dialog, "front"), Qt.Key.Key_Return, CONTROL)
    assert (saved.notes, dialog.isVisible()) == ([], True)


def test_a_question_makes_a_card(dialog: NewNoteDialog, saved: Saved) -> None:
    QTest.keyClicks(plain(dialog, "front"), "Que dit delta ?")
    QTest.keyClick(plain(dialog, "front"), Qt.Key.Key_Return, CONTROL)
    assert saved.notes == [DRAFT._replace(front="Que dit delta ?")]
    assert not dialog.isVisible()


def test_a_save_that_fails_loses_no_word(dialog: NewNoteDialog, saved: Saved) -> None:
    saved.works = False
    QTest.keyClicks(plain(dialog, "front"), "Q ?")
    QTest.keyClick(plain(dialog, "front"), Qt.Key.Key_Return, CONTROL)
    assert dialog.isVisible()
    assert dialog.edited().front == "Q ?"


def test_gaps_are_made_of_what_is_selected(dialog: NewNoteDialog, saved: Saved) -> None:
    pick(dialog, "cloze")
    gap(dialog, "**erreur**")
    gap(dialog, "recule")
    assert dialog.edited().back == "𝜹 est l’[**erreur**](#1) de $z$.\n\nElle [recule](#2)."
    QTest.keyClick(plain(dialog, "back"), Qt.Key.Key_Return, CONTROL)
    [note] = saved.notes
    assert (note.kind, note.front) == ("cloze", "Erreur")


def test_the_word_at_the_caret_is_enough(dialog: NewNoteDialog) -> None:
    pick(dialog, "cloze")
    back = plain(dialog, "back")
    choose(back, "recule")
    cursor = back.textCursor()
    cursor.setPosition(cursor.selectionStart() + 2)
    back.setTextCursor(cursor)
    QTest.keyClick(back, Qt.Key.Key_C, CONTROL | SHIFT)
    assert dialog.edited().back.endswith("Elle [recule](#1).")


def test_half_a_formula_cannot_be_hidden_and_why_is_told(dialog: NewNoteDialog) -> None:
    pick(dialog, "cloze")
    gap(dialog, "z$.")
    assert dialog.edited().back == PASSAGE
    assert fault(dialog).startswith("This cannot be hidden: select whole words")


def test_a_gap_is_one_step_to_undo(dialog: NewNoteDialog) -> None:
    pick(dialog, "cloze")
    gap(dialog, "recule")
    plain(dialog, "back").undo()
    assert dialog.edited().back == PASSAGE


def test_the_preview_hides_nothing_of_the_first_card(dialog: NewNoteDialog) -> None:
    pick(dialog, "cloze")
    gap(dialog, "recule")
    said = [view.plain() for view in dialog.findChildren(CardText) if view.isVisible()]
    assert "Elle recule." in "\n".join(said)
    assert "Source: Cours › Erreur" in said


def test_a_kind_changed_and_changed_back_loses_nothing(dialog: NewNoteDialog) -> None:
    QTest.keyClicks(plain(dialog, "front"), "Ma question ?")
    pick(dialog, "cloze")
    assert dialog.edited().front == "Erreur"
    gap(dialog, "recule")
    pick(dialog, "basic")
    assert dialog.edited() == DRAFT._replace(front="Ma question ?")


def test_the_gap_s_button_is_there_when_it_does_something(dialog: NewNoteDialog) -> None:
    button = dialog.findChild(KeyButton, "make-gap")
    assert button is not None
    assert not button.isVisible()
    pick(dialog, "cloze")
    assert button.isVisible()
    choose(plain(dialog, "back"), "recule")
    button.click()
    assert dialog.edited().back.endswith("Elle [recule](#1).")
