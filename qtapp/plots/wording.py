"""The words around plots, written by Qt over Matplotlib's picture: numbers, names, legends.

Matplotlib takes some 60 ms for the words of two plots; Qt takes 2, in the same font, as sharp.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from qtapp.plots import heads, legend, room
from qtapp.plots.axes_view import AxesView
from qtapp.plots.heads import ROW, Head, level
from qtapp.plots.margins import BOTTOM, LEFT, RIGHT, TOP
from qtapp.plots.style import (
    BELOW_PX,
    BESIDE_PX,
    LABEL_PX,
    TICK_PAD_PX,
    TICK_PX,
    TITLE_IN_PX,
    TITLE_PAD_PX,
    TITLE_PX,
    PlotStyle,
)
from qtapp.plots.ticks import Tick, multiplier

_RAISED, _LIFT = 0.7, 0.35  # of the font's size: an exponent's own, and how high it stands
_APART = 4.0  # least gap between two numbers
_MIDDLE, _LEFT, _RIGHT = 0.5, 0.0, 1.0
_HINT = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
_HINT_ASIDE_PX = 16.0  # of each end of the axes: the handle to draw with is there


@dataclass(frozen=True, slots=True)
class _Laid:
    """The words of one plot and where they go."""

    view: AxesView
    axes: QRectF
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    multipliers: tuple[str, str]


class Wording:
    """Writes what belongs to the axes drawn last.

    Args:
        font: Of the interface.
        style: Of the app.
    """

    def __init__(self, font: QFont, style: PlotStyle) -> None:
        self._style = style
        self._tick, self._label, self._title = (
            _sized(font, px * style.scale) for px in (TICK_PX, LABEL_PX, TITLE_PX)
        )
        self._raised = _sized(font, TICK_PX * style.scale * _RAISED)
        self._title.setBold(True)
        self._number_high, self._digit_high = _height(self._tick, "l"), _height(self._tick, "0")
        self._label_high, self._label_deep = _height(self._label, "l"), _depth(self._label, "p")
        self._title_high = _height(self._title, "x")
        self._hand = legend.Hand(LABEL_PX * style.scale, QColor(style.tokens.ink))
        self._laid: tuple[_Laid, ...] = ()
        self._shared: tuple[legend.Entry, ...] = ()

    def give_heads(
        self, views: Sequence[AxesView], *, size: tuple[float, float], columns: int
    ) -> None:
        """Find each plot's legend its place above the plot, at a size of the canvas.

        A plot that has no lines for now keeps the room of those before.
        """
        rows = max(1, ceil(len(views) / columns))
        across = size[0] / columns - self._px(TITLE_IN_PX + RIGHT)
        cell = across, size[1] / rows - self._px(TOP + BOTTOM)
        is_shared = bool(legend.shared(views, columns))
        found = [Head() if is_shared else self._head(view, cell) for view in views]
        for view, head in zip(views, level(found, columns), strict=True):
            view.head = head

    def _head(self, view: AxesView, cell: tuple[float, float]) -> Head:
        if not view.legend:
            return Head(height=view.head.height)
        title = QFontMetricsF(self._title).horizontalAdvance(view.title)
        if multiplier(view.axes.yaxis):
            title += self._px(LEFT - TITLE_IN_PX)
        width = QFontMetricsF(self._label).horizontalAdvance
        return heads.head(view.legend, cell, em=self._px(LABEL_PX), title=title, width=width)

    def lay_out(self, views: Sequence[AxesView], *, ratio: float, height: float) -> None:
        """Remember where the axes are.

        Args:
            views: Just drawn.
            ratio: Dots a pixel of Qt's.
            height: Of the canvas, in Qt's pixels.
        """
        self._shared = tuple(map(legend.entry, legend.shared(views, legend.columns_of(views))))
        self._laid = tuple(self._laid_out(view, ratio, height) for view in views)

    def _laid_out(self, view: AxesView, ratio: float, height: float) -> _Laid:
        box = view.axes.bbox
        axes = QRectF(
            box.x0 / ratio, height - box.y1 / ratio, box.width / ratio, box.height / ratio
        )
        multipliers = multiplier(view.axes.xaxis), multiplier(view.axes.yaxis)
        self._part(view, axes)
        return _Laid(view, axes, view.x_ticks, view.y_ticks, multipliers)

    def _part(self, view: AxesView, axes: QRectF) -> None:
        """Leave out ticks whose numbers would lie on others."""
        gap, half = self._px(_APART), self._digit_high / 2
        across = [self._span(tick, axes.width()) for tick in view.x_ticks]
        heights = [tick.share * axes.height() for tick in view.y_ticks]
        up = [(height - half, height + half) for height in heights]
        view.x_ticks = room.apart(view.x_ticks, across, gap)
        view.y_ticks = room.apart(view.y_ticks, up, gap)

    def _span(self, tick: Tick, width: float) -> room.Span:
        long = QFontMetricsF(self._tick).horizontalAdvance(tick.text)
        long += QFontMetricsF(self._raised).horizontalAdvance(tick.raised)
        return tick.share * width - long / 2, tick.share * width + long / 2

    def paint(self, painter: QPainter) -> None:
        """Write everything."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for laid in self._laid:
            self._write_numbers(painter, laid)
            self._write_labels(painter, laid)
            painter.setFont(self._label)
            self._write_head(painter, laid)
            if laid.view.hint:
                painter.setPen(QColor(self._style.tokens.muted))
                aside = self._px(_HINT_ASIDE_PX)
                painter.drawText(laid.axes.adjusted(aside, 0, -aside, 0), _HINT, laid.view.hint)

        if self._shared:
            painter.setFont(self._label)
            legend.paint_column(painter, self._shared, self._free_place(), self._hand)

    def _write_head(self, painter: QPainter, laid: _Laid) -> None:
        head, axes = laid.view.head, laid.axes
        cell = room.cell(axes, self._style.scale)
        left, high = cell.left() + self._px(TITLE_IN_PX), ROW * self._px(LABEL_PX)
        line = QRectF(left, axes.top() - head.height, axes.right() - left, high)
        if head.is_beside_title:
            middle = self._title_base(laid) - self._title_high / 2
            line = QRectF(axes.right() - head.length, middle - high / 2, head.length, high)
        for row in range(len(head.rows)):
            legend.paint_row(painter, head, row, line.translated(0, row * high), self._hand)

    def _free_place(self) -> QRectF:
        """Of a legend in the quarter of the canvas that three plots leave free."""
        _, beside, below = (laid.axes for laid in self._laid)
        high = len(self._shared) * ROW * self._px(LABEL_PX)
        top, wide = below.center().y() - high / 2, beside.width() + self._px(RIGHT / 2)
        return QRectF(beside.left(), top, wide, high)

    def _px(self, size: float) -> float:
        return size * self._style.scale

    def _write_numbers(self, painter: QPainter, laid: _Laid) -> None:
        painter.setPen(QColor(self._style.tokens.muted))
        pad, axes = self._px(TICK_PAD_PX), laid.axes
        high = self._number_high
        for tick in laid.x_ticks:
            at = QPointF(axes.left() + tick.share * axes.width(), axes.bottom() + pad + high)
            self._write_number(painter, tick.text, tick.raised, at, _MIDDLE)
        half = self._digit_high / 2
        for tick in laid.y_ticks:
            at = QPointF(axes.left() - pad, axes.bottom() - tick.share * axes.height() + half)
            self._write_number(painter, tick.text, tick.raised, at, _RIGHT)
        of_x, of_y = laid.multipliers
        below = QPointF(axes.right(), axes.bottom() + self._px(BELOW_PX) + high)
        self._write_number(painter, of_x, "", below, _RIGHT)
        above = QPointF(axes.left() - pad, self._title_base(laid))
        self._write_number(painter, of_y, "", above, _RIGHT)

    def _write_number(
        self, painter: QPainter, text: str, raised: str, at: QPointF, share: float
    ) -> None:
        """Write a number on the base line at a point, with so much of it to the point's left."""
        if not text:
            return
        width = QFontMetricsF(self._tick).horizontalAdvance(text)
        more = QFontMetricsF(self._raised).horizontalAdvance(raised) if raised else 0.0
        left = at - QPointF(share * (width + more), 0)
        painter.setFont(self._tick)
        painter.drawText(left, text)
        if raised:
            painter.setFont(self._raised)
            painter.drawText(left + QPointF(width, -self._px(TICK_PX) * _LIFT), raised)

    def _write_labels(self, painter: QPainter, laid: _Laid) -> None:
        axes, view, tokens = laid.axes, laid.view, self._style.tokens
        painter.setFont(self._label)
        painter.setPen(QColor(tokens.muted))
        down = self._px(BELOW_PX) + self._label_high
        _write(painter, view.x_label, QPointF(axes.center().x(), axes.bottom() + down), _MIDDLE)
        cell = room.cell(axes, self._style.scale)
        self._write_upwards(painter, view.y_label, axes, (axes.top(), cell.bottom()))
        painter.setFont(self._title)
        painter.setPen(QColor(tokens.ink))
        margin = self._px(TITLE_IN_PX)
        left = axes.left() if laid.multipliers[1] else cell.left() + margin
        above = QPointF(left, self._title_base(laid))
        _write(painter, _fitted(painter, view.title, cell.right() - margin - left), above, _LEFT)

    def _title_base(self, laid: _Laid) -> float:
        return laid.axes.top() - laid.view.head.height - self._px(TITLE_PAD_PX)

    def _write_upwards(self, painter: QPainter, text: str, axes: QRectF, ends: room.Span) -> None:
        """Beside the middle of an axis, or as near to it as a long text can be."""
        text = _fitted(painter, text, ends[1] - ends[0])
        long = QFontMetricsF(painter.font()).horizontalAdvance(text)
        away = self._px(BESIDE_PX) + self._label_deep
        painter.save()
        painter.translate(axes.left() - away, room.within(axes.center().y(), long, ends))
        painter.rotate(-90)
        _write(painter, text, QPointF(), _MIDDLE)
        painter.restore()


def _write(painter: QPainter, text: str, at: QPointF, share: float) -> None:
    width = QFontMetricsF(painter.font()).horizontalAdvance(text)
    painter.drawText(at - QPointF(share * width, 0), text)


def _fitted(painter: QPainter, text: str, length: float) -> str:
    return QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, length)


def _sized(font: QFont, px: float) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(max(1, round(px)))
    return sized


def _height(font: QFont, letter: str) -> float:
    """How far a letter reaches above the base line."""
    return -QFontMetricsF(font).tightBoundingRect(letter).top()


def _depth(font: QFont, letter: str) -> float:
    """How far a letter reaches below the base line."""
    return QFontMetricsF(font).tightBoundingRect(letter).bottom()
