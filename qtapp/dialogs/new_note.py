"""Make a card of a passage: a question about it, or gaps in it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QWidget

from db.rows import NoteRow
from decks.faces import without_deletions
from decks.kinds import NoteKind
from decks.new_gap import new_gap
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.dialogs.note_dialog import NoteDialog
from qtapp.dialogs.note_form import NoteForm, raw_text
from qtapp.sessions.review_state import CardFace
from qtapp.theme import Theme
from qtapp.widgets.key_button import KeyButton, key_name
from qtapp.widgets.pick_row import PickRow

GAP_KEY = "Ctrl+Shift+C"  # as in Anki


class NewNoteDialog(NoteDialog):
    """Begins with the passage as the answer; the question is the learner's to write."""

    def __init__(
        self,
        theme: Theme,
        renderer: FormulaRenderer,
        note: NoteRow,
        *,
        context: str,
        preview: Callable[[NoteRow], CardFace],
        save: Callable[[NoteRow], bool],
        media: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show a draft.

        Args:
            theme: Of the app.
            renderer: Draws formulas.
            note: The draft: a basic note, whose answer is the passage.
            context: What a cloze card says above its text, until the learner says otherwise.
            preview: The card as a note would show it.
            save: Saves a note; tells whether that was done.
            media: The folder of the cards' images.
            parent: The window that waits.
        """
        self._fronts = {NoteKind.BASIC: note.front, NoteKind.CLOZE: context}
        self._head = QWidget()
        self._kinds = PickRow("note-kind")
        self._gap = KeyButton()
        self._gap.setObjectName("make-gap")
        row = QHBoxLayout(self._head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._kinds, 1)
        row.addWidget(self._gap)
        self._head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        form = NoteForm(theme, renderer, note, preview=preview, media=media)
        super().__init__(theme, form, save, self._head, parent)
        self.setObjectName("new-note")
        self._kinds.picked.connect(self.choose_kind)
        self._gap.clicked.connect(self.make_gap)
        QShortcut(QKeySequence(GAP_KEY), self).activated.connect(self.make_gap)
        self._take_kind()

    @property
    def kind(self) -> NoteKind:
        """Of the note as it is now."""
        return NoteKind(self.edited().kind)

    @Slot(object)
    def choose_kind(self, kind: NoteKind) -> None:
        """A question or gaps: what was written for the other kind comes back with it."""
        note = self.edited()
        if kind is self.kind:
            return
        self._fronts[self.kind] = note.front
        back = note.back if kind is NoteKind.CLOZE else without_deletions(note.back)
        self.form.fill(note._replace(kind=kind.value, front=self._fronts[kind], back=back))
        self._take_kind()
        self.form.judge()

    def _take_kind(self) -> None:
        is_cloze = self.kind is NoteKind.CLOZE
        self._kinds.mark([self.kind])
        self._gap.setVisible(is_cloze)
        (self.form.back if is_cloze else self.form.front).setFocus()

    @Slot()
    def make_gap(self) -> None:
        """Hide the words selected in the text, or the word at the caret."""
        if self.kind is not NoteKind.CLOZE:
            return
        field = self.form.back
        cursor = field.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        text = raw_text(field)
        ends = (cursor.selectionStart(), cursor.selectionEnd())
        gap = new_gap(text, *(_index(text, place) for place in ends))
        if gap is None:
            self._show_fault(
                self.tr("This cannot be hidden: select whole words, a whole formula or whole code.")
            )
        else:
            start, end = (_place(text, index) for index in (gap.start, gap.end))
            _enclose(field, start, end, f"](#{gap.number})")
            self.form.judge()
        field.setFocus()

    def retranslate(self) -> None:
        """Name the window, the kinds and the button, too."""
        super().retranslate()
        self.setWindowTitle(self.tr("Make a card"))
        self._kinds.name(self.tr("Kind of card"))
        self._kinds.offer(
            (
                (NoteKind.BASIC, self.tr("Question and answer")),
                (NoteKind.CLOZE, self.tr("Text with gaps")),
            )
        )
        self._gap.set_caption(self.tr("Make a gap"), key=key_name(GAP_KEY))


def _enclose(field: QPlainTextEdit, start: int, end: int, closing: str) -> None:
    """Brackets around a part of the text, as one step to undo; the caret ends behind them."""
    cursor = field.textCursor()
    cursor.beginEditBlock()
    cursor.setPosition(end)
    cursor.insertText(closing)
    cursor.setPosition(start)
    cursor.insertText("[")
    cursor.endEditBlock()
    cursor.setPosition(end + 1 + len(closing))
    field.setTextCursor(cursor)


def _index(text: str, place: int) -> int:
    """Qt counts in UTF-16, where 𝜹 is two."""
    return len(text.encode("utf-16-le")[: 2 * place].decode("utf-16-le"))


def _place(text: str, index: int) -> int:
    return len(text[:index].encode("utf-16-le")) // 2
