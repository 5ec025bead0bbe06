"""Which card gets a run: typed words find it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.rows import NoteRow
from qtapp.cardtext.one_line import one_line
from qtapp.dialogs.size import open_at
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role
from qtapp.widgets.key_button import KeyButton, key_name
from qtapp.widgets.plain_list import PlainList

PAUSE_MS = 150
_NOTE = int(Qt.ItemDataRole.UserRole)


class AttachDialog(QDialog):
    """Lists notes, and says which was chosen.

    Signals:
        search_asked: Words to look for.
        chosen: The `NoteRow`.
    """

    search_asked = Signal(str)
    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attach")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._what = QLabel()
        self._what.setWordWrap(True)
        set_role(self._what, Role.MUTED)
        self._search = QLineEdit()
        self._search.setObjectName("attach-search")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._list = PlainList(theme)
        self._list.setObjectName("attach-list")
        self._none = QLabel()
        self._none.setObjectName("attach-none")
        self._none.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        set_role(self._none, Role.MUTED)
        self._none.hide()
        self._take, self._close = KeyButton(Role.PRIMARY), KeyButton()
        self._take.setObjectName("attach-take")
        self._lay_out()
        self._search.textChanged.connect(self._pause.start)
        self._search.returnPressed.connect(self._take_typed)
        self._pause.timeout.connect(self._ask)
        self._list.itemActivated.connect(self._choose)
        self._list.currentRowChanged.connect(self._enable)
        self._take.clicked.connect(self._choose)
        self._close.clicked.connect(self.reject)
        self._retranslate()
        open_at(self, theme, 620, 480)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._take)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 22, 24, 20)
        whole.setSpacing(12)
        for widget in (self._what, self._search):
            whole.addWidget(widget)
        whole.addWidget(self._list, 1)
        whole.addWidget(self._none, 1)
        whole.addLayout(buttons)

    @Slot(object)
    def show_notes(self, notes: Sequence[NoteRow]) -> None:
        """List what was found."""
        self._list.clear()
        for note in notes:
            item = QListWidgetItem(one_line(note.front))
            item.setData(_NOTE, note)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.setVisible(bool(notes))
        self._none.setVisible(not notes)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        self._take.setEnabled(self._list.currentItem() is not None)

    @Slot()
    def _ask(self) -> None:
        self.search_asked.emit(self._search.text().strip())

    @Slot()
    def _take_typed(self) -> None:
        """Enter takes the card marked, unless it was not found by these words."""
        if self._pause.isActive():
            self._pause.stop()
            self._ask()
        else:
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down walk through the list while words are typed."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.focusWidget() is self._search:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = self._list.currentRow() + step
            self._list.setCurrentRow(min(max(0, row), self._list.count() - 1))
        else:
            super().keyPressEvent(event)

    @Slot()
    def _choose(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(_NOTE))
            self.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Put on a card"))
        self._what.setText(
            self.tr("The card will ask for a prediction, then train with these settings.")
        )
        self._search.setPlaceholderText(self.tr("Search in questions and answers"))
        self._search.setAccessibleName(self._search.placeholderText())
        self._none.setText(self.tr("No card has these words."))
        self._list.setAccessibleName(self.tr("Cards"))
        self._take.set_caption(self.tr("Put on this card"), key=key_name(Qt.Key.Key_Return))
        self._close.set_caption(self.tr("Cancel"), key=key_name(Qt.Key.Key_Escape))
