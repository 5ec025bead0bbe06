"""Edit a note: its texts on the left, the card as it will be on the right."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from db.rows import NoteRow
from decks.kinds import NoteKind
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.dialogs.note_rules import fault_of, tags_of
from qtapp.dialogs.size import open_at
from qtapp.sessions.review_state import CardFace
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role
from qtapp.widgets.card_sheet import CardSheet
from qtapp.widgets.key_button import KeyButton, key_name
from qtapp.widgets.paper import Paper

PREVIEW_DELAY_MS = 150
_SAVE_KEYS = ("Ctrl+Return", "Ctrl+Enter")


class EditNoteDialog(QDialog):
    """Saves by Ctrl+Enter; the dialog stays when saving fails, so that no word is lost."""

    def __init__(
        self,
        theme: Theme,
        renderer: FormulaRenderer,
        note: NoteRow,
        *,
        preview: Callable[[NoteRow], CardFace],
        save: Callable[[NoteRow], bool],
        media: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show a note.

        Args:
            theme: Of the app.
            renderer: Draws formulas.
            note: What to edit.
            preview: The card as a changed note would show it.
            save: Saves a changed note; tells whether that was done.
            media: The folder of the cards' images.
            parent: The window that waits.
        """
        super().__init__(parent)
        self._theme, self._note = theme, note
        self._preview, self._save = preview, save
        self.setObjectName("edit-note")
        self.setModal(True)
        self._sheet = CardSheet(theme, renderer, media)
        self._followed: QWidget | None = None
        self._make_fields()
        self._lay_out()
        self._timer = QTimer(self, interval=PREVIEW_DELAY_MS, singleShot=True)
        self._timer.timeout.connect(self._show_preview)
        self._fill(note)
        self._retranslate()
        self._listen()
        self._show_preview()
        open_at(self, theme, 1000, 640)

    def edited(self) -> NoteRow:
        """The note as the fields have it."""
        return self._note._replace(
            front=_text_of(self._front),
            back=_text_of(self._back),
            extra=_text_of(self._extra),
            tags=tags_of(self._tags.text()),
        )

    def is_changed(self) -> bool:
        """Whether there is anything to save."""
        return self.edited() != self._note

    # Making

    def _make_fields(self) -> None:
        self._front = _text_field("front")
        self._back = _text_field("back")
        self._extra = _text_field("extra")
        self._tags = QLineEdit()
        self._tags.setObjectName("tags")
        self._labels = [QLabel() for _ in range(4)]
        fields = (self._front, self._back, self._extra, self._tags)
        for label, field in zip(self._labels, fields, strict=True):
            set_role(label, Role.SMALL)
            label.setBuddy(field)
        self._preview_label = QLabel()
        set_role(self._preview_label, Role.SMALL)
        self._fault = QLabel()
        self._fault.setObjectName("fault")
        self._fault.setWordWrap(True)
        self._save_button = KeyButton(Role.PRIMARY)
        self._save_button.setObjectName("save")
        self._save_button.clicked.connect(self.accept)
        self._cancel_button = KeyButton()
        self._cancel_button.setObjectName("cancel")
        self._cancel_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        fields = QVBoxLayout()
        fields.setSpacing(6)
        for label, field, stretch in zip(
            self._labels,
            (self._front, self._back, self._extra, self._tags),
            (2, 4, 2, 0),
            strict=True,
        ):
            fields.addWidget(label)
            fields.addWidget(field, stretch)
            fields.addSpacing(6)
        self._paper = Paper(self._theme)
        shown = QVBoxLayout(self._paper)
        shown.setContentsMargins(14, 0, 14, 14)
        shown.addWidget(self._preview_label)
        shown.addWidget(self._sheet, 1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(10)
        self._halves.addLayout(fields, 1)
        self._halves.addWidget(self._paper, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self._fault, 1)
        buttons.addWidget(self._cancel_button)
        buttons.addWidget(self._save_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addLayout(self._halves, 1)
        whole.addLayout(buttons)

    def _fill(self, note: NoteRow) -> None:
        self._front.setPlainText(note.front)
        self._back.setPlainText(note.back)
        self._extra.setPlainText(note.extra)
        self._tags.setText(" ".join(note.tags))
        has_extra = note.kind != NoteKind.BASIC.value or bool(note.extra)
        self._labels[2].setVisible(has_extra)
        self._extra.setVisible(has_extra)

    def _listen(self) -> None:
        for field in (self._front, self._back, self._extra):
            field.textChanged.connect(self._timer.start)
        self._tags.textChanged.connect(self._timer.start)
        for key in _SAVE_KEYS:
            QShortcut(QKeySequence(key), self).activated.connect(self.accept)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The preview below the fields, in a narrow window."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= self._theme.px(640)
        direction = QBoxLayout.Direction
        self._halves.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Edit the card"))
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
        self._save_button.set_caption(self.tr("Save"), key=key_name(_SAVE_KEYS[0]))
        self._cancel_button.set_caption(self.tr("Cancel"), key=key_name(Qt.Key.Key_Escape))

    # Doing

    @Slot()
    def _show_preview(self) -> None:
        note = self.edited()
        fault = fault_of(note)
        self._fault.setText(fault)
        self._save_button.setEnabled(not fault)
        if not fault:
            self._sheet.show_face(self._preview(note), is_answer_shown=True)
            self._follow_the_writing()

    def _follow_the_writing(self) -> None:
        """Show the part that is being written, once: then the preview stays where it is."""
        field = self.focusWidget()
        if field is self._followed or field is None:
            return
        self._followed = field
        sheet = self._sheet
        is_question = field in (self._front, self._tags)
        show = sheet.bring_question_into_view if is_question else sheet.bring_answer_into_view
        QTimer.singleShot(0, sheet, show)  # once it is laid out

    @Slot()
    def accept(self) -> None:
        """Save what was changed, then close."""
        self._timer.stop()
        self._show_preview()
        if fault_of(self.edited()):
            return
        if not self.is_changed() or self._save(self.edited()):
            super().accept()


def _text_of(field: QPlainTextEdit) -> str:
    """What stands in a field; `toPlainText` would lose the spaces that do not break."""
    raw = field.document().toRawText()
    return raw.replace("\u2028", "\n").replace("\u2029", "\n").strip("\n")


def _text_field(name: str) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setObjectName(name)
    field.setTabChangesFocus(True)
    return field
