"""The names of lines, each beside a piece of its line, in the corner where they hide least."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from qtapp.plots.axes_view import AxesView
from qtapp.plots.marks import Named
from qtapp.plots.style import POINTS_PER_PIXEL

CORNERS = {
    "upper right": (1.0, 0.0),
    "upper left": (0.0, 0.0),
    "lower left": (0.0, 1.0),
    "lower right": (1.0, 1.0),
    "center left": (0.0, 0.5),
    "center right": (1.0, 0.5),
    "lower center": (0.5, 1.0),
    "upper center": (0.5, 0.0),
    "center": (0.5, 0.5),
}
"""Shares of the free room left of it and above it, by Matplotlib's names and in its order."""

_AROUND, _INSIDE, _ROW, _PIECE, _GAP, _DOT = 0.5, 0.4, 1.62, 2.0, 0.8, 0.62  # of the font's size
PLOTS_BESIDE_ROOM = 3
VEIL = 0.82
_SAMPLES = 8  # between two points of a line

Places = NDArray[np.float64]
"""In the widget's pixels from its upper left: shape ``(places, 2)``."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a legend.

    Attributes:
        name: What it says.
        pen: Draws a piece of the line.
        is_dotted: Whether a dot shows where the line ends.
    """

    name: str
    pen: QPen
    is_dotted: bool


def entry(named: Named) -> Entry:
    """How Qt shows a line of Matplotlib's."""
    line = named.line
    pen = QPen(QColor(str(line.get_color())), line.get_linewidth() / POINTS_PER_PIXEL)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if named.stroke:
        pen.setDashPattern(named.stroke)
    return Entry(str(line.get_label()), pen, line.get_marker() == "o")


def shared(views: Sequence[AxesView]) -> list[Named]:
    """What one legend beside all plots would name; nothing where it would say two things.

    Three plots leave a quarter of the canvas free, where a legend hides nothing.
    """
    if len(views) != PLOTS_BESIDE_ROOM:
        return []
    found: dict[str, Named] = {}
    for named in (named for view in views for named in view.legend):
        first = found.setdefault(str(named.line.get_label()), named)
        if _look(first) != _look(named):
            return []
    looks = {_look(named) for named in found.values()}
    return list(found.values()) if len(looks) == len(found) else []


def _look(named: Named) -> tuple[object, ...]:
    return str(named.line.get_color()), named.stroke


def size(entries: Sequence[Entry], metrics: QFontMetricsF, em: float) -> QSizeF:
    """How much room a legend takes at a size of its font."""
    widest = max(metrics.horizontalAdvance(entry.name) for entry in entries)
    inner = QSizeF((_PIECE + _GAP) * em + widest, _ROW * em * len(entries))
    return inner + QSizeF(2 * _INSIDE * em, 2 * _INSIDE * em)


def at_corner(corner: str, axes: QRectF, taken: QSizeF, em: float) -> QRectF:
    """Where a legend of a size lies in its axes."""
    room = axes.adjusted(_AROUND * em, _AROUND * em, -_AROUND * em, -_AROUND * em)
    across, down = CORNERS[corner]
    left = room.left() + across * max(0.0, room.width() - taken.width())
    top = room.top() + down * max(0.0, room.height() - taken.height())
    return QRectF(QPointF(left, top), taken)


def best_corner(places: Places, axes: QRectF, taken: QSizeF, em: float) -> str:
    """The first of the corners where a legend covers least of what is drawn."""

    def covered(corner: str) -> int:
        box = at_corner(corner, axes, taken, em)
        low, high = (box.left(), box.top()), (box.right(), box.bottom())
        return int(((places >= low) & (places <= high)).all(axis=1).sum())

    return min(CORNERS, key=covered)


def drawn_places(view: AxesView, *, ratio: float, height: float) -> Places:
    """Along all lines of a plot and at each of its points.

    Args:
        view: The plot.
        ratio: Dots a pixel of Qt's.
        height: Of the canvas, in Qt's pixels.
    """
    to_dots = view.axes.transData.transform
    lines = [to_dots(np.column_stack(named.line.get_data())) for named in view.legend]
    points = [to_dots(np.asarray(points.get_offsets())) for points in view.marks.points]
    found = np.concatenate([np.empty((0, 2)), *map(_along, lines), *points])
    found = found[np.isfinite(found).all(axis=1)] / ratio
    return np.column_stack([found[:, 0], height - found[:, 1]])


def _along(line: Places) -> Places:
    steps = np.arange(max(1, (len(line) - 1) * _SAMPLES + 1)) / _SAMPLES
    return np.column_stack([np.interp(steps, np.arange(len(line)), way) for way in line.T])


def paint(
    painter: QPainter,
    entries: Sequence[Entry],
    box: QRectF,
    *,
    em: float,
    ink: QColor,
    sheet: QColor,
) -> None:
    """Draw a legend into its box, in the painter's font, on a veil of the sheet's colour."""
    veil = QColor(sheet)
    veil.setAlphaF(VEIL)
    painter.fillRect(box, veil)
    left, top = box.left() + _INSIDE * em, box.top() + _INSIDE * em
    for row, entry in enumerate(entries):
        line = QRectF(left, top + row * _ROW * em, box.width(), _ROW * em)
        middle = line.center().y()
        start, end = QPointF(left, middle), QPointF(left + _PIECE * em, middle)
        painter.setPen(entry.pen)
        painter.drawLine(start, end)
        if entry.is_dotted:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(entry.pen.color())
            painter.drawEllipse((start + end) / 2, _DOT * em / 2, _DOT * em / 2)
        painter.setPen(ink)
        words = line.adjusted((_PIECE + _GAP) * em, 0, 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), entry.name)
