"""The words of a note on the left, the card as it will be on the right."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from db.rows import NoteRow
from decks.faces import ordinals
from decks.kinds import NoteKind
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.dialogs.note_rules import fault_of, tags_of
from qtapp.sessions.review_state import CardFace
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role
from qtapp.widgets.card_sheet import CardSheet
from qtapp.widgets.paper import Paper

PREVIEW_DELAY_MS = 150


class NoteForm(QWidget):
    """Fields for a note of any kind, and its preview.

    Attributes:
        front: The question, or a cloze text's context.
        back: The answer, or the cloze text.

    Signals:
        judged: What keeps the note from being saved, as a sentence; "" when nothing does.
    """

    judged = Signal(str)

    def __init__(
        self,
        theme: Theme,
        renderer: FormulaRenderer,
        note: NoteRow,
        *,
        preview: Callable[[NoteRow], CardFace],
        media: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show a note.

        Args:
            theme: Of the app.
            renderer: Draws formulas.
            note: What to begin with.
            preview: The card as a changed note would show it.
            media: The folder of the cards' images.
            parent: Of the widget.
        """
        super().__init__(parent)
        self._theme, self._note, self._preview = theme, note, preview
        self._sheet = CardSheet(theme, renderer, media)
        self._sheet.hide()  # until there is something to see
        self._followed: QWidget | None = None
        self._make_fields()
        self._lay_out()
        self._timer = QTimer(self, interval=PREVIEW_DELAY_MS, singleShot=True)
        self._timer.timeout.connect(self.judge)
        self.fill(note)
        for field in (self.front, self.back, self._extra):
            field.textChanged.connect(self._timer.start)
        self._tags.textChanged.connect(self._timer.start)

    def edited(self) -> NoteRow:
        """The note as the fields have it."""
        return self._note._replace(
            front=text_of(self.front),
            back=text_of(self.back),
            extra=text_of(self._extra),
            tags=tags_of(self._tags.text()),
        )

    def fill(self, note: NoteRow) -> None:
        """Put another note into the fields."""
        self._note = note
        self.front.setPlainText(note.front)
        self.back.setPlainText(note.back)
        self._extra.setPlainText(note.extra)
        self._tags.setText(" ".join(note.tags))
        has_extra = note.kind != NoteKind.BASIC.value or bool(note.extra)
        self._labels[2].setVisible(has_extra)
        self._extra.setVisible(has_extra)
        self.retranslate()

    def judge(self) -> str:
        """Look at the note as it is now: show it, or tell what keeps it from being saved."""
        self._timer.stop()
        note = self.edited()
        fault = fault_of(note)
        is_first = self._sheet.isHidden()
        if not fault or (is_first and ordinals(NoteKind(note.kind), note.back)):
            self._sheet.show_face(self._preview(note), is_answer_shown=True)
            self._sheet.show()
            self._follow_the_writing()
        self.judged.emit(fault)
        return fault

    def _make_fields(self) -> None:
        self.front = _text_field("front")
        self.back = _text_field("back")
        self._extra = _text_field("extra")
        self._tags = QLineEdit()
        self._tags.setObjectName("tags")
        self._labels = [QLabel() for _ in range(4)]
        fields = (self.front, self.back, self._extra, self._tags)
        for label, field in zip(self._labels, fields, strict=True):
            set_role(label, Role.SMALL)
            label.setBuddy(field)
        self._preview_label = QLabel()
        set_role(self._preview_label, Role.SMALL)

    def _lay_out(self) -> None:
        fields = QVBoxLayout()
        fields.setSpacing(6)
        for label, field, stretch in zip(
            self._labels,
            (self.front, self.back, self._extra, self._tags),
            (2, 4, 2, 0),
            strict=True,
        ):
            fields.addWidget(label)
            fields.addWidget(field, stretch)
            fields.addSpacing(6)
        paper = Paper(self._theme)
        shown = QVBoxLayout(paper)
        shown.setContentsMargins(14, 0, 14, 14)
        shown.addWidget(self._preview_label)
        shown.addWidget(self._sheet, 1)
        shown.addStretch(0)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(10)
        self._halves.addLayout(fields, 1)
        self._halves.addWidget(paper, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The preview below the fields, in a narrow window."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= self._theme.px(592)
        direction = QBoxLayout.Direction
        self._halves.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Name the fields, as the note's kind wants."""
        is_cloze = self._note.kind == NoteKind.CLOZE.value
        texts = (
            self.tr("Context") if is_cloze else self.tr("Question"),
            self.tr("Text with its deletions: [hidden](#1)") if is_cloze else self.tr("Answer"),
            self.tr("Shown below the answer"),
            self.tr("Tags, separated by spaces"),
        )
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
            label.buddy().setAccessibleName(text)
        self._preview_label.setText(self.tr("Preview"))
        self._sheet.setAccessibleName(self.tr("Preview"))

    @Slot()
    def _follow_the_writing(self) -> None:
        """Show the part that is being written, once: then the preview stays where it is."""
        field = self.window().focusWidget()
        if field is self._followed or field is None:
            return
        self._followed = field
        sheet = self._sheet
        is_question = field in (self.front, self._tags)
        show = sheet.bring_question_into_view if is_question else sheet.bring_answer_into_view
        QTimer.singleShot(0, sheet, show)  # once it is laid out


def text_of(field: QPlainTextEdit) -> str:
    """What stands in a field; `toPlainText` would lose the spaces that do not break."""
    return raw_text(field).strip("\n")


def raw_text(field: QPlainTextEdit) -> str:
    """The same, with the line ends before and after it."""
    raw = field.document().toRawText()
    return raw.replace("\u2028", "\n").replace("\u2029", "\n")


def _text_field(name: str) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setObjectName(name)
    field.setTabChangesFocus(True)
    return field
