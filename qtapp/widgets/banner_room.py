"""Where a message stands: above a page that can make room, over the top of one that holds still."""

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

_ABOVE = 12
_TELLS_ANOTHER_SIZE = (
    QEvent.Type.ShowToParent,
    QEvent.Type.HideToParent,
    QEvent.Type.LayoutRequest,
    QEvent.Type.FontChange,
)


class BannerRoom(QWidget):
    """Holds the stack of pages and one banner.

    A page whose attribute `holds_still` is true stays where it is, for it is being read; the banner
    covers its upper edge. Any other page is moved down.
    """

    def __init__(self, stack: QStackedWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = stack
        self._banner: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, _ABOVE, 0, 0)
        self._column.addWidget(stack)
        stack.currentChanged.connect(self._arrange)

    def add_banner(self, banner: QWidget) -> None:
        """Give a banner its place; it shows and hides itself."""
        self._banner = banner
        is_hidden = banner.isHidden()
        banner.setParent(self)
        banner.setHidden(is_hidden)
        banner.installEventFilter(self)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The banner came, went, or has other words."""
        if event.type() in _TELLS_ANOTHER_SIZE:
            self._arrange()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The banner is as wide as the page, and as high as its words need."""
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        banner = self._banner
        if banner is None:
            return
        side = max(16, min(44, self.width() // 20))  # as the page below has it
        width = max(0, self.width() - 2 * side)
        height = banner.sizeHint().height()
        if banner.hasHeightForWidth():
            height = banner.heightForWidth(width)
        banner.setGeometry(side, _ABOVE, width, height)
        banner.raise_()
        must_move = not (banner.isHidden() or self._is_page_still())
        self._column.setContentsMargins(0, _ABOVE + height if must_move else _ABOVE, 0, 0)

    def _is_page_still(self) -> bool:
        return bool(getattr(self._stack.currentWidget(), "holds_still", False))
