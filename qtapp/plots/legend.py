"""The names of lines, each beside a piece of its line: above their plot, where they hide nothing.

Three plots that say the same leave a quarter of the canvas free, and one legend for all lies there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from qtapp.plots.axes_view import AxesView
from qtapp.plots.grid import MOST_COLUMNS
from qtapp.plots.heads import BETWEEN, GAP, PIECE, ROW, Head, name
from qtapp.plots.marks import Named
from qtapp.plots.style import POINTS_PER_PIXEL

PLOTS_BESIDE_ROOM = 3
_DOT = 0.62  # of the font's size


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
    return Entry(name(named), pen, line.get_marker() == "o")


def columns_of(views: Sequence[AxesView]) -> int:
    """How many lie side by side, as they are placed."""
    rows = [view.axes.get_position().y0 for view in views]
    return rows.count(rows[0]) if rows else 1


def shared(views: Sequence[AxesView], columns: int) -> list[Named]:
    """What one legend beside all plots would name; nothing where it would say two things.

    Three plots in two columns leave a quarter of the canvas free, where a legend hides nothing.
    """
    if (len(views), columns) != (PLOTS_BESIDE_ROOM, MOST_COLUMNS):
        return []
    found: dict[str, Named] = {}
    for named in (named for view in views for named in view.legend):
        first = found.setdefault(name(named), named)
        if _look(first) != _look(named):
            return []
    looks = {_look(named) for named in found.values()}
    return list(found.values()) if len(looks) == len(found) else []


def _look(named: Named) -> tuple[object, ...]:
    return str(named.line.get_color()), named.stroke


@dataclass(frozen=True, slots=True)
class Hand:
    """How names are written, in the painter's font.

    Attributes:
        em: The font's size in pixels.
        ink: Its colour.
    """

    em: float
    ink: QColor


def paint_column(painter: QPainter, entries: Sequence[Entry], place: QRectF, hand: Hand) -> None:
    """Write lines below each other, from the top of a place on."""
    for row, one in enumerate(entries):
        at = place.topLeft() + QPointF(0, (row + 0.5) * ROW * hand.em)
        _paint(painter, _fitted(painter, one, place.width(), hand), at, hand)


def paint_row(painter: QPainter, head: Head, row: int, line: QRectF, hand: Hand) -> None:
    """Write one row of a head along the middle of a line."""
    at = QPointF(line.left(), line.center().y())
    metrics = QFontMetricsF(painter.font())
    for one in map(entry, head.rows[row]):
        fitted = _fitted(painter, one, line.right() - at.x(), hand)
        _paint(painter, fitted, at, hand)
        long = metrics.horizontalAdvance(fitted.name)
        at += QPointF((PIECE + GAP + BETWEEN) * hand.em + long, 0)
    if row == len(head.rows) - 1:
        _write(painter, head.more_words, at, hand)


def _fitted(painter: QPainter, one: Entry, room: float, hand: Hand) -> Entry:
    """With dots at the end of its name, where that is too long for the room of both."""
    left = room - (PIECE + GAP) * hand.em + 1
    elided = QFontMetricsF(painter.font()).elidedText(one.name, Qt.TextElideMode.ElideRight, left)
    return replace(one, name=elided)


def _paint(painter: QPainter, one: Entry, at: QPointF, hand: Hand) -> None:
    """A piece of the line and its name, from the middle of their left edge on."""
    end = at + QPointF(PIECE * hand.em, 0)
    painter.setPen(one.pen)
    painter.drawLine(at, end)
    if one.is_dotted:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(one.pen.color())
        painter.drawEllipse((at + end) / 2, _DOT * hand.em / 2, _DOT * hand.em / 2)
    _write(painter, one.name, end + QPointF(GAP * hand.em, 0), hand)


def _write(painter: QPainter, text: str, at: QPointF, hand: Hand) -> None:
    painter.setPen(hand.ink)
    long = QFontMetricsF(painter.font()).horizontalAdvance(text) + 1
    line = QRectF(at.x(), at.y() - ROW * hand.em / 2, long, ROW * hand.em)
    painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), text)
