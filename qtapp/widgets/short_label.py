"""A label of one line that ends in dots where it is too long, and says all in a tip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel


class ShortLabel(QLabel):
    """It asks for room for all its words, and makes do with less."""

    def minimumSizeHint(self) -> QSize:
        """As high as it is, and hardly wide."""
        return QSize(1, super().minimumSizeHint().height())

    @property
    def shown(self) -> str:
        """What can be read of its text."""
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def setText(self, text: str) -> None:
        """Say something else."""
        super().setText(text)
        self._offer_tip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less of it can be read."""
        super().resizeEvent(event)
        self._offer_tip()

    def _offer_tip(self) -> None:
        self.setToolTip("" if self.shown == self.text() else self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what can be read."""
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(self.alignment()),
            self.palette(),
            self.isEnabled(),
            self.shown,
            self.foregroundRole(),
        )
        painter.end()
