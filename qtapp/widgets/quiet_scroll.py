"""A scroll area whose bar always has its place, and shows only when there is more to see.

A bar that comes and goes would wrap the lines anew: the question would move when its answer
appears.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget


class QuietScrollArea(QScrollArea):
    """Vertical only, without a frame or a ground of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalScrollBar(_QuietBar(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)

    def setWidget(self, widget: QWidget) -> None:
        """Qt fills what it scrolls with a ground; here the card shows through."""
        super().setWidget(widget)
        widget.setAutoFillBackground(False)

    def has_more(self) -> bool:
        """Whether anything lies outside of the view."""
        return self.verticalScrollBar().maximum() > 0


class _QuietBar(QScrollBar):
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)
