"""Editing a note by real keys, on a real collection."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from db.rows import NoteRow
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.cardtext.view import CardText
from qtapp.dialogs.edit_note import EditNoteDialog
from qtapp.dialogs.note_form import PREVIEW_DELAY_MS
from qtapp.dialogs.note_rules import fault_of, tags_of
from qtapp.sessions.desk import Desk
from qtapp.sessions.review import ReviewSession
from qtapp.theme import Theme
from qtapp.widgets.key_button import KeyButton
from qtapp.widgets.quiet_scroll import QuietScrollArea

BASIC = NoteRow(1, "essai/basic", "basic", "Question ?", "Réponse.", "", ("un",))
CLOZE = NoteRow(1, "essai/cloze", "cloze", "Contexte", "Des [données](#1).", "", ())


@pytest.mark.parametrize(
    ("note", "fault"),
    [
        (BASIC, ""),
        (CLOZE, ""),
        (BASIC._replace(front=" \n"), "The question is empty: write what the card asks."),
        (
            BASIC._replace(back=""),
            "The answer is empty: write what is to be remembered.",
        ),
        (
            CLOZE._replace(back="Des données."),
            "Nothing is hidden: write [hidden words](#1) where to search.",
        ),
        (
            CLOZE._replace(back="Des `[données](#1)`."),  # code, not a deletion
            "Nothing is hidden: write [hidden words](#1) where to search.",
        ),
        (
            CLOZE._replace(back="Des [](#1)."),
            "A deletion hides nothing: write words between [ and ].",
        ),
    ],
)
def test_what_keeps_a_note_from_being_saved(note: NoteRow, fault: str) -> None:
    assert fault_of(note) == fault


def test_tags_are_words_each_once() -> None:
    assert tags_of(" relu, dérivée  relu ") == ("relu", "dérivée")


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
    qtbot: QtBot, theme: Theme, renderer: FormulaRenderer, desk: Desk, saved: Saved
) -> Iterator[EditNoteDialog]:
    session = ReviewSession(desk)
    session.start()
    note = session.note()
    assert note is not None
    made = EditNoteDialog(theme, renderer, note, preview=session.face_of, save=saved)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.hide()


def back(dialog: EditNoteDialog) -> QPlainTextEdit:
    found = dialog.findChild(QPlainTextEdit, "back")
    assert found is not None
    return found


def type_in_back(dialog: EditNoteDialog, text: str) -> None:
    back(dialog).selectAll()
    QTest.keyClick(back(dialog), Qt.Key.Key_Delete)
    QTest.keyClicks(back(dialog), text)


def test_what_is_typed_is_previewed(dialog: EditNoteDialog, qtbot: QtBot) -> None:
    preview = dialog.findChild(CardText, "card-answer")
    assert preview is not None
    assert preview.plain() == "Réponse 0."
    type_in_back(dialog, "Autre **chose**")
    qtbot.waitUntil(lambda: preview.plain() == "Autre chose", timeout=2000)


def test_ctrl_enter_saves_and_closes(dialog: EditNoteDialog, saved: Saved) -> None:
    type_in_back(dialog, "Autre")
    tags = dialog.findChild(QLineEdit, "tags")
    assert tags is not None
    tags.setText("un deux")
    QTest.keyClick(back(dialog), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [(note.back, note.tags) for note in saved.notes] == [("Autre", ("un", "deux"))]
    assert not dialog.isVisible()


def test_a_fault_is_said_and_keeps_the_dialog_open(
    dialog: EditNoteDialog, saved: Saved, qtbot: QtBot
) -> None:
    type_in_back(dialog, "")
    QTest.keyClick(back(dialog), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    fault = dialog.findChild(QLabel, "fault")
    button = dialog.findChild(KeyButton, "save")
    assert fault is not None
    assert button is not None
    assert fault.text().startswith("The answer is empty")
    assert not button.isEnabled()
    assert dialog.isVisible()
    assert saved.notes == []


def test_a_failed_save_loses_no_word(dialog: EditNoteDialog, saved: Saved) -> None:
    saved.works = False
    type_in_back(dialog, "Autre")
    QTest.keyClick(back(dialog), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    assert back(dialog).toPlainText() == "Autre"


def test_nothing_changed_is_nothing_saved(dialog: EditNoteDialog, saved: Saved) -> None:
    QTest.keyClick(back(dialog), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert saved.notes == []
    assert not dialog.isVisible()


FRENCH = "Une perte\u00a0: « l’écart »\u202f!\n\n\tcode\n\n- fin\u2009;"


def test_typography_is_kept(
    qtbot: QtBot, theme: Theme, renderer: FormulaRenderer, desk: Desk, saved: Saved
) -> None:
    """Qt's plain text of a field has no spaces that do not break, and French is full of them."""
    session = ReviewSession(desk)
    session.start()
    note = session.note()
    assert note is not None
    note = note._replace(front=FRENCH, back=FRENCH)
    dialog = EditNoteDialog(theme, renderer, note, preview=session.face_of, save=saved)
    qtbot.addWidget(dialog)
    assert not dialog.is_changed()
    field = back(dialog)
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(field, "suite")
    assert dialog.edited() == note._replace(back=FRENCH + "\n\nsuite")


def test_escape_saves_nothing(dialog: EditNoteDialog, saved: Saved) -> None:
    type_in_back(dialog, "Autre")
    QTest.keyClick(back(dialog), Qt.Key.Key_Escape)
    assert saved.notes == []
    assert not dialog.isVisible()


def test_a_basic_note_has_no_third_text(dialog: EditNoteDialog) -> None:
    extra = dialog.findChild(QPlainTextEdit, "extra")
    assert extra is not None
    assert not extra.isVisible()


def test_fields_are_named_for_screen_readers(dialog: EditNoteDialog) -> None:
    names = [f.accessibleName() for f in dialog.findChildren(QPlainTextEdit)]
    assert names == ["Question", "Answer", "Shown below the answer"]


def test_the_preview_stays_with_what_is_written(dialog: EditNoteDialog, qtbot: QtBot) -> None:
    front = dialog.findChild(QPlainTextEdit, "front")
    area = dialog.findChild(QuietScrollArea)
    assert front is not None
    assert area is not None
    bar = area.verticalScrollBar()

    def place_after_typing(field: QPlainTextEdit) -> int:
        field.setFocus()
        QTest.keyClicks(field, "x")
        qtbot.wait(2 * PREVIEW_DELAY_MS)  # nothing may move: there is nothing to wait for
        return bar.value()

    front.setPlainText("\n\n".join(f"Ligne {n}." for n in range(60)))
    assert place_after_typing(front) == 0
    assert place_after_typing(front) == 0
    answer_at = place_after_typing(back(dialog))
    assert answer_at > 300
    bar.setValue(40)
    assert place_after_typing(back(dialog)) == 40
    assert place_after_typing(front) == 0
