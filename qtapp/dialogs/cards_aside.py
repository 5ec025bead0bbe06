"""The cards put aside or marked, and the way back for them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.rows import CardView
from qtapp.cardtext.one_line import one_line
from qtapp.dialogs.size import open_at
from qtapp.sessions.cards_aside import FILTERS, SUSPENDED, AsideState
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role
from qtapp.widgets.key_button import KeyButton, key_name
from qtapp.widgets.plain_list import PlainList

_CARD_ID = int(Qt.ItemDataRole.UserRole)


class AsideDialog(QDialog):
    """Draws an `AsideState`.

    Signals:
        list_asked: Suspended cards (0), or those with a flag (1 to 4).
        take_back_asked: Ids of the cards to unsuspend or to unflag.
    """

    list_asked = Signal(int)
    take_back_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = AsideState()
        self.setObjectName("aside")
        self._choice = QComboBox()
        self._choice.setObjectName("aside-choice")
        self._list = PlainList(theme)
        self._list.setObjectName("aside-list")
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setUniformItemSizes(True)
        self._empty = QLabel()
        self._empty.setObjectName("aside-empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_role(self._empty, Role.MUTED)
        self._take_back = KeyButton(Role.PRIMARY)
        self._take_back.setObjectName("take-back")
        self._close = KeyButton()
        self._lay_out()
        self._connect()
        self._retranslate()
        open_at(self, theme, 620, 480)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._take_back)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 22, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(self._choice, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self._list, 1)
        whole.addWidget(self._empty, 1)
        whole.addLayout(buttons)

    def _connect(self) -> None:
        self._choice.activated.connect(self._ask_for_list)
        self._take_back.clicked.connect(self._ask_to_take_back)
        self._close.clicked.connect(self.reject)
        self._list.itemActivated.connect(self._ask_to_take_back)
        self._list.itemSelectionChanged.connect(self._enable)

    @Slot(object)
    def show_state(self, state: AsideState) -> None:
        """Draw a state."""
        row = self._list.currentRow()
        self._state = state
        self._choice.setCurrentIndex(FILTERS.index(state.shown))
        self._list.clear()
        for view in state.cards:
            item = QListWidgetItem(_line(view))
            item.setData(_CARD_ID, view.card.id)
            item.setToolTip(" › ".join(view.deck_path))
            self._list.addItem(item)
        self._list.setVisible(bool(state.cards))
        self._take_back.setVisible(bool(state.cards))
        self._empty.setVisible(not state.cards)
        if state.cards:
            self._list.setCurrentRow(max(0, min(row, len(state.cards) - 1)))
            self._list.setFocus()
        self._name()
        self._enable()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Cards put aside"))
        names = (
            self.tr("Suspended"),
            self.tr("Red flag"),
            self.tr("Orange flag"),
            self.tr("Green flag"),
            self.tr("Blue flag"),
        )
        self._choice.clear()
        self._choice.addItems(names)
        self._choice.setCurrentIndex(FILTERS.index(self._state.shown))
        self._choice.setAccessibleName(self.tr("Which cards to list"))
        self._list.setAccessibleName(self.tr("Cards"))
        self._close.set_caption(self.tr("Close"), key=key_name(Qt.Key.Key_Escape))
        self._name()

    def _name(self) -> None:
        is_suspended = self._state.shown == SUSPENDED
        caption = self.tr("Unsuspend") if is_suspended else self.tr("Remove the flag")
        self._take_back.set_caption(caption, key=key_name(Qt.Key.Key_Return))
        none = (
            self.tr("No card is suspended.") if is_suspended else self.tr("No card has this flag.")
        )
        self._empty.setText(none)

    @Slot()
    def _enable(self) -> None:
        self._take_back.setEnabled(bool(self._chosen()))

    def _chosen(self) -> Sequence[int]:
        return tuple(item.data(_CARD_ID) for item in self._list.selectedItems())

    @Slot(int)
    def _ask_for_list(self, index: int) -> None:
        self.list_asked.emit(FILTERS[index])

    @Slot()
    def _ask_to_take_back(self) -> None:
        if chosen := self._chosen():
            self.take_back_asked.emit(chosen)


def _line(view: CardView) -> str:
    text = one_line(view.note.front)
    return text if view.card.ordinal == 0 else f"{text} ({view.card.ordinal})"
