"""A small network with its weights: the width of a line is a weight's size, its colour the sign."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from qtapp.said import language
from qtapp.stills.fonts import font
from qtapp.theme import Theme
from qtapp.widgets.colors import blend
from sim.pictures import Weights
from sim.words import number

WIDTH_PX, ROW_PX, LEAST_PX, MOST_PX = 360, 42, 170, 440
UNIT_PX, LINE_PX, TEXT_PX = 17.0, 7.0, 10.5
"""Radius of a unit, width of the largest weight, text: in the design's pixels."""

THINNEST = 0.04  # of the largest weight's width
STRENGTH = 0.85
MOST_NUMBERS = 16
MOST_NAMES = 16


class NetworkView(QWidget):
    """Units in columns, inputs at the left; few weights are also written, and biases in units."""

    def __init__(self, theme: Theme, weights: Weights, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._weights = weights
        self._layers = [len(weights.matrices[0][0]), *(len(m) for m in weights.matrices)]
        self._drawn = QPixmap()

    def renew(self) -> None:
        """Take the language, the colours and the text size of this moment."""
        self._drawn = QPixmap()
        self.update()

    def natural_width(self) -> int:
        """What it fills, in pixels."""
        return self._theme.px(WIDTH_PX)

    def height_for(self, _width: int) -> int:
        """What its largest layer needs, within reason."""
        return self._theme.px(min(max(LEAST_PX, ROW_PX * max(self._layers)), MOST_PX))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What was drawn before, in its size: a page that scrolls is painted each time."""
        if self._drawn.size() != self.size() * self.devicePixelRatioF():
            self._drawn = self._picture()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        painter.end()

    def _picture(self) -> QPixmap:
        """Lines, units over them, numbers over all."""
        picture = QPixmap(self.size() * self.devicePixelRatioF())
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(self._theme, TEXT_PX))
        self._draw_lines(painter)
        self._draw_units(painter)
        if len(list(self._lines())) <= MOST_NUMBERS:
            self._write_numbers(painter)
        painter.end()
        return picture

    def _place(self, layer: int, unit: int) -> QPointF:
        aside = 2 * self._theme.px(UNIT_PX)
        across = (self.width() - 2 * aside) / (len(self._layers) - 1)
        return QPointF(aside + layer * across, self.height() * (unit + 0.5) / self._layers[layer])

    def _draw_lines(self, painter: QPainter) -> None:
        """Thin ones over thick ones. Opaque: see-through lines take Qt six times as long."""
        sizes = [abs(weight) for *_, weight in self._lines() if math.isfinite(weight)]
        most = max(sizes, default=0.0) or 1.0
        for start, end, weight in sorted(self._lines(), key=lambda line: -abs(line[2])):
            painter.setPen(self._pen(weight, most))
            painter.drawLine(start, end)

    def _lines(self) -> Iterator[tuple[QPointF, QPointF, float]]:
        """Where each weight goes from and to."""
        for layer, matrix in enumerate(self._weights.matrices):
            for unit, row in enumerate(matrix):
                for source, weight in enumerate(row):
                    yield self._place(layer, source), self._place(layer + 1, unit), weight

    def _pen(self, weight: float, most: float) -> QPen:
        tokens, is_finite = self._theme.tokens, math.isfinite(weight)
        size = max(THINNEST, abs(weight) / most) if is_finite else 1.0
        sign = tokens.train if weight > 0 else tokens.val
        pen = QPen(blend(tokens.surface, sign, STRENGTH), size * self._theme.px(LINE_PX))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setStyle(Qt.PenStyle.SolidLine if is_finite else Qt.PenStyle.DotLine)
        return pen

    def _draw_units(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        for layer, units in enumerate(self._layers):
            radius = min(self._theme.px(UNIT_PX), 0.45 * self.height() / units)
            for unit in range(units):
                painter.setPen(QPen(QColor(tokens.ink), self._theme.px(10) / 8))
                painter.setBrush(QColor(tokens.surface))
                middle = self._place(layer, unit)
                painter.drawEllipse(middle, radius, radius)
                if units <= MOST_NAMES:
                    box = QRectF(middle - QPointF(50, 50), QSizeF(100, 100))
                    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._inside(layer, unit))

    def _inside(self, layer: int, unit: int) -> str:
        """A unit's name and its bias."""
        weights = self._weights
        is_named = len(weights.units) > layer and len(weights.units[layer]) > unit
        name = weights.units[layer][unit] if is_named else ""
        biases = weights.biases[layer - 1] if 0 < layer <= len(weights.biases) else ()
        bias = number(biases[unit], ".2", language()) if unit < len(biases) else ""
        return "\n".join(part for part in (name, bias) if part)

    def _write_numbers(self, painter: QPainter) -> None:
        """Each weight beside its line, a third of the way from where it ends: there lines part."""
        metrics, tokens = QFontMetricsF(painter.font()), self._theme.tokens
        painter.setPen(QColor(tokens.ink))
        for start, end, weight in self._lines():
            text = number(weight, ".3", language())
            box = QRectF(QPointF(0, 0), metrics.size(0, text)).adjusted(-2, 0, 2, 0)
            box.moveCenter(start + (end - start) * 0.3)
            painter.fillRect(box, QColor(tokens.surface))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
