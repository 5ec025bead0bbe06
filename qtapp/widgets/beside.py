"""Room beside the card for something to read, where the window is wide enough."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from qtapp.theme import Theme

LEAST_PX = 980
"""Of the page: a card and a text of readable width each."""

_GROWTH = 1.5


class Beside(QObject):
    """Shares a page's width between its card and a panel, which hides when there is no room.

    Attributes:
        row: The layout that holds both.

    Signals:
        changed: The panel was opened or closed.
    """

    changed = Signal()

    def __init__(self, page: QWidget, theme: Theme, card: QLayout) -> None:
        super().__init__(page)
        self._page, self._theme = page, theme
        self._panel: QWidget | None = None
        self.row = QHBoxLayout()
        self.row.setSpacing(16)
        self.row.addLayout(card, 1)

    @property
    def has_room(self) -> bool:
        """Whether the page is wide enough."""
        return self._page.width() >= self._theme.px(LEAST_PX)

    @property
    def is_open(self) -> bool:
        """Whether the panel is shown."""
        return self._panel is not None and not self._panel.isHidden()

    def widest(self, alone: int) -> int:
        """How wide card and panel may be together, where the card alone may be `alone`."""
        return round(_GROWTH * alone) if self.is_open else alone

    def carry(self, panel: QWidget) -> None:
        """Let this be the panel, closed at first."""
        panel.hide()
        self._panel = panel
        self.row.addWidget(panel, 1)

    @Slot()
    def open(self) -> None:
        """Show the panel; the keys are for it."""
        if self._panel is not None:
            self._panel.show()
            self._panel.setFocus()
            self.changed.emit()

    @Slot()
    def close(self) -> None:
        """Give the card all the room, and the page the keys."""
        if self._panel is not None and self.is_open:
            self._panel.hide()
            self._page.setFocus()
            self.changed.emit()

    def take_room(self) -> None:
        """The page has another width."""
        if self.is_open and not self.has_room:
            self.close()

    def take_key(self, event: QKeyEvent) -> bool:
        """Escape closes an open panel; tell whether it did."""
        if event.key() != Qt.Key.Key_Escape or not self.is_open:
            return False
        self.close()
        return True
