"""Small images side by side, such as the weights of each output; a colour's side is their sign."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from qtapp.said import said
from qtapp.stills.fonts import font
from qtapp.theme import Theme
from qtapp.tokens import Tokens
from qtapp.widgets.colors import blend
from sim.pictures import Grid

SIDE_PX, GAP_PX, TEXT_PX = 120, 14, 12.5
IN_A_ROW = 5
_LAST = 254  # of the colours
_NONE = 255  # that of what is not finite


class ImagesView(QWidget):
    """Each image with its name above it, as many in a row as there is room for."""

    def __init__(self, theme: Theme, grids: Sequence[Grid], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grids = tuple(grids)
        self._images: list[QImage] = []

    def renew(self) -> None:
        """Take the language, the colours and the text size of this moment."""
        self.setFont(font(self._theme, TEXT_PX))
        self._images = [image(grid, self._theme.tokens) for grid in self._grids]
        self.update()

    def natural_width(self) -> int:
        """Of a full row, in pixels."""
        count = min(len(self._grids), IN_A_ROW)
        return count * self._step - self._theme.px(GAP_PX)

    def height_for(self, width: int) -> int:
        """Of all rows."""
        rows = math.ceil(len(self._grids) / self._columns(width))
        return rows * (self._step + self._name_height) - self._theme.px(GAP_PX)

    @property
    def _step(self) -> int:
        return self._theme.px(SIDE_PX) + self._theme.px(GAP_PX)

    @property
    def _name_height(self) -> int:
        return round(1.3 * QFontMetrics(self.font()).height())

    def _columns(self, width: int) -> int:
        fitting = (width + self._theme.px(GAP_PX)) // self._step
        return max(1, min(fitting, IN_A_ROW, len(self._grids)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """All images."""
        painter = QPainter(self)
        painter.setPen(QColor(self._theme.tokens.ink))
        side, columns = self._theme.px(SIDE_PX), self._columns(self.width())
        for number, (grid, pixels) in enumerate(zip(self._grids, self._images, strict=True)):
            row, column = divmod(number, columns)
            top = row * (self._step + self._name_height)
            name = QRect(column * self._step, top, side, self._name_height)
            painter.drawText(name, int(Qt.AlignmentFlag.AlignLeft), said(grid.label))
            painter.drawImage(QRect(name.bottomLeft(), _fitting(pixels, side)), pixels)
        painter.end()


def _fitting(pixels: QImage, side: int) -> QSize:
    """A value is a square."""
    return pixels.size().scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio)


def image(grid: Grid, tokens: Tokens) -> QImage:
    """A field, a pixel a value, its last row on top; what is not finite is left out.

    Where there are values of both signs, zero is the ground, and a colour each leads away from it;
    else one colour goes from the least to the greatest.
    """
    finite = [value for row in grid.rows for value in row if math.isfinite(value)]
    low, high = min(finite, default=0.0), max(finite, default=0.0)
    is_signed = low < 0 < high
    if is_signed:
        low, high = -max(-low, high), max(-low, high)
    width, height = len(grid.rows[0]), len(grid.rows)
    dots = bytes(_index(value, low, high) for row in reversed(grid.rows) for value in row)
    made = QImage(dots, width, height, width, QImage.Format.Format_Indexed8).copy()
    made.setColorTable(_colors(tokens, is_signed=is_signed))
    return made


def _index(value: float, low: float, high: float) -> int:
    if not math.isfinite(value):
        return _NONE
    return round(_LAST * (value - low) / (high - low)) if high > low else 0


@lru_cache(maxsize=4)
def _colors(tokens: Tokens, *, is_signed: bool) -> list[int]:
    """From the least value's to the greatest one's, and none."""
    shares = [n / _LAST for n in range(_LAST + 1)]
    if is_signed:
        sides = [(tokens.train if share < 0.5 else tokens.val, share) for share in shares]
        found = [blend(tokens.surface, side, abs(2 * share - 1)) for side, share in sides]
    else:
        found = [blend(tokens.surface, tokens.ink, share) for share in shares]
    return [*(color.rgb() for color in found), QColor(0, 0, 0, 0).rgba()]
