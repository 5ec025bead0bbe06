"""An open book, drawn: here is something to read."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from qtapp.theme import Theme

_WIDTH, _HEIGHT = 17, 12


def draw_book(painter: QPainter, room: QRectF, theme: Theme) -> None:
    """Two pages in the middle of a room, in the colour of what can be done."""
    half, tall = theme.px(_WIDTH) / 2, theme.px(_HEIGHT)
    middle, top = room.center().x(), room.center().y() - tall / 2
    path = QPainterPath()
    for side in (-half, half):
        path.moveTo(QPointF(middle, top + tall * 0.15))
        path.quadTo(QPointF(middle + side / 2, top - tall * 0.12), QPointF(middle + side, top))
        path.lineTo(QPointF(middle + side, top + tall * 0.85))
        path.quadTo(QPointF(middle + side / 2, top + tall * 0.73), QPointF(middle, top + tall))
    path.moveTo(QPointF(middle, top + tall * 0.15))
    path.lineTo(QPointF(middle, top + tall))
    painter.setPen(QPen(QColor(theme.tokens.accent), max(1.4, theme.px(14) / 10)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
