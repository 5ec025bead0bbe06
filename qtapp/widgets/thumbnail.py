"""A small drawing of what an experiment showed in a real run (`tools/thumbnails.py` made it)."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from qtapp.plots.colors import line_color
from qtapp.theme import Theme

FILE = Path(__file__).parents[1] / "thumbnails.json"
_HEIGHT, _STROKE, _ROOM = 96, 2.0, 4.0


@cache
def drawings() -> dict[str, Any]:
    """By experiment: ``lines``, lists of points from 0 to 1, and ``cells``, rows of shares."""
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


class Thumbnail(QWidget):
    """Lines and fields in the theme's plot colours; decoration, so screen readers pass it over."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = drawings().get(name, {})
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._theme.px(200), self._theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground line, then what the run showed."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(_ROOM, _ROOM, -_ROOM, -_ROOM)
        self._draw_cells(painter, room)
        painter.setPen(QPen(QColor(self._theme.tokens.line), 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        for number, line in enumerate(self._drawing.get("lines", ())):
            color = QColor(line_color(self._theme.tokens, number))
            painter.setPen(QPen(color, _STROKE, j=Qt.PenJoinStyle.RoundJoin))
            painter.drawPolyline(QPolygonF([_within(room, x, y) for x, y in line]))
        painter.end()

    def _draw_cells(self, painter: QPainter, room: QRectF) -> None:
        rows = self._drawing.get("cells", ())
        painter.setPen(Qt.PenStyle.NoPen)
        for up, row in enumerate(rows):
            height, width = room.height() / len(rows), room.width() / len(row)
            for along, share in enumerate(row):
                color = QColor(line_color(self._theme.tokens, int(share > 0.5)))
                color.setAlphaF(abs(share - 0.5) * 0.9)
                top = room.bottom() - (up + 1) * height
                left, right = (round(room.left() + n * width) for n in (along, along + 1))
                upper, lower = round(top), round(top + height)
                painter.fillRect(QRect(left, upper, right - left, lower - upper), color)


def _within(room: QRectF, x: float, y: float) -> QPointF:
    return QPointF(room.left() + x * room.width(), room.bottom() - y * room.height())
