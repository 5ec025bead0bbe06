"""What dialogs about a note share: the form, the way to save and the way out."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.rows import NoteRow
from qtapp.dialogs.note_form import NoteForm
from qtapp.dialogs.size import open_at
from qtapp.theme import Theme
from qtapp.tokens import Role
from qtapp.widgets.key_button import KeyButton, key_name

_SAVE_KEYS = ("Ctrl+Return", "Ctrl+Enter")


class NoteDialog(QDialog):
    """Saves by Ctrl+Enter; the dialog stays when saving fails, so that no word is lost.

    Attributes:
        form: The note.
    """

    def __init__(
        self,
        theme: Theme,
        form: NoteForm,
        save: Callable[[NoteRow], bool],
        head: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Lay a form out.

        Args:
            theme: Of the app.
            form: With a note in it.
            save: Saves a note; tells whether that was done.
            head: What stands above the form.
            parent: The window that waits.
        """
        super().__init__(parent)
        self.form, self._save = form, save
        self.setModal(True)
        self._fault = QLabel()
        self._fault.setObjectName("fault")
        self._fault.setWordWrap(True)
        self._save_button = KeyButton(Role.PRIMARY)
        self._save_button.setObjectName("save")
        self._save_button.clicked.connect(self.accept)
        self._cancel_button = KeyButton()
        self._cancel_button.setObjectName("cancel")
        self._cancel_button.clicked.connect(self.reject)
        self._lay_out(head)
        form.judged.connect(self._show_fault)
        for key in _SAVE_KEYS:
            QShortcut(QKeySequence(key), self).activated.connect(self.accept)
        self.retranslate()
        form.judge()
        open_at(self, theme, 1000, 640)

    def _lay_out(self, head: QWidget | None) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self._fault, 1)
        buttons.addWidget(self._cancel_button)
        buttons.addWidget(self._save_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        if head is not None:
            whole.addWidget(head)
        whole.addWidget(self.form, 1)
        whole.addLayout(buttons)

    def edited(self) -> NoteRow:
        """The note as the fields have it."""
        return self.form.edited()

    def is_changed(self) -> bool:
        """Whether there is anything to save."""
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Name the buttons."""
        self._save_button.set_caption(self.tr("Save"), key=key_name(_SAVE_KEYS[0]))
        self._cancel_button.set_caption(self.tr("Cancel"), key=key_name(Qt.Key.Key_Escape))

    @Slot(str)
    def _show_fault(self, fault: str) -> None:
        self._fault.setText(fault)
        self._save_button.setEnabled(not fault)

    @Slot()
    def accept(self) -> None:
        """Save what was changed, then close."""
        if self.form.judge():
            return
        if not self.is_changed() or self._save(self.edited()):
            super().accept()
