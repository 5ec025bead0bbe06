"""A scroll area whose bar always has its place, and shows only when there is more to see.

A bar that comes and goes would wrap the lines anew: the question would move when its answer
appears.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from qtapp.theme import Theme
from qtapp.viewport import give_viewport

BAR_WIDTH = 12
_PAGE_SHARE = 0.85
_SCROLL_KEYS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class QuietBar(QScrollBar):
    """A thin handle and nothing else; nothing at all when everything is in view."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as a finger of the pointer."""
        return QSize(BAR_WIDTH, 4 * BAR_WIDTH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The handle."""
        if self.maximum() <= self.minimum():
            return
        length = self.maximum() - self.minimum() + self.pageStep()
        height = max(3.0 * BAR_WIDTH, self.height() * self.pageStep() / length)
        share = (self.value() - self.minimum()) / (self.maximum() - self.minimum())
        top = share * (self.height() - height)
        is_held = self.isSliderDown() or self.underMouse()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        color = self._theme.tokens.muted if is_held else self._theme.tokens.edge
        painter.setBrush(QColor(color))
        handle = QRectF(3, top + 2, BAR_WIDTH - 6, height - 4)
        painter.drawRoundedRect(handle, handle.width() / 2, handle.width() / 2)
        painter.end()


class QuietScrollArea(QScrollArea):
    """Vertical only, without a frame or a ground of its own."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self.setVerticalScrollBar(QuietBar(theme, self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def setWidget(self, widget: QWidget) -> None:
        """Qt fills what it scrolls with a ground; here the card shows through."""
        super().setWidget(widget)
        widget.setAutoFillBackground(False)


def scroll_by_key(bar: QScrollBar, key: int, *, line: int) -> bool:
    """Scroll as an arrow or page key asks; tell whether it was one.

    Args:
        bar: Of what scrolls.
        key: A `Qt.Key`.
        line: How far an arrow goes, in pixels.
    """
    if key not in _SCROLL_KEYS:
        return False
    page = round(_PAGE_SHARE * bar.pageStep())
    steps = {
        Qt.Key.Key_Up: -line,
        Qt.Key.Key_Down: line,
        Qt.Key.Key_PageUp: -page,
        Qt.Key.Key_PageDown: page,
        Qt.Key.Key_Home: -bar.maximum(),
        Qt.Key.Key_End: bar.maximum(),
    }
    bar.setValue(bar.value() + steps[Qt.Key(key)])
    return True
