"""Plots for a file: Matplotlib writes the words that Qt writes on the screen.

So an SVG has its text as text's outlines, and a PNG of twice a screen's dots has it twice as sharp.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, cast

from matplotlib.axes import Axes
from matplotlib.legend import Legend
from matplotlib.lines import Line2D
from matplotlib.ticker import LogFormatterSciNotation
from matplotlib.transforms import ScaledTranslation

from qtapp.plots import legend
from qtapp.plots.axes_view import AxesView
from qtapp.plots.heads import BETWEEN, GAP, PIECE, ROW
from qtapp.plots.margins import LEFT
from qtapp.plots.marks import Named
from qtapp.plots.style import (
    BELOW_PX,
    BESIDE_PX,
    LABEL_PX,
    POINTS_PER_PIXEL,
    TICK_PAD_PX,
    TICK_PX,
    TITLE_IN_PX,
    TITLE_PAD_PX,
    TITLE_PX,
    PlotStyle,
)
from qtapp.plots.ticks import multiplier


@contextmanager
def in_words(views: Sequence[AxesView], style: PlotStyle) -> Iterator[None]:
    """While it lasts, whatever draws the figure draws its words too."""
    shared = legend.shared(views, legend.columns_of(views))
    for view in views:
        _write(view, style, is_named=not shared)
    beside = _write_shared(views, shared, style) if shared else None
    try:
        yield
    finally:
        for view in views:
            _wipe(view.axes)
        if beside is not None:
            beside.remove()


def _write(view: AxesView, style: PlotStyle, *, is_named: bool) -> None:
    axes = view.axes
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_visible(True)
    _write_numbers(axes, style)
    _write_labels(view, style)
    axes.set_title(
        view.title,
        loc="left",
        color=style.tokens.ink,
        fontsize=style.points(TITLE_PX),
        fontfamily=list(style.families),
        fontweight="bold",
        x=0.0 if multiplier(axes.yaxis) else _title_left(axes, style),
        y=1.0,
        pad=style.points(TITLE_PAD_PX) + view.head.height * POINTS_PER_PIXEL,
    )
    for axis, shown in ((axes.xaxis, view.x_ticks), (axes.yaxis, view.y_ticks)):
        if axis.get_scale() == "log":
            axis.set_minor_formatter(_Chosen([tick.value for tick in shown]))
    if is_named:
        _write_head(view, style)


class _Chosen(LogFormatterSciNotation):
    """The numbers between powers that the screen has room for."""

    def __init__(self, values: Sequence[float]) -> None:
        super().__init__()
        self._values = values

    def format_ticks(self, values: list[float]) -> list[str]:
        """As Matplotlib's; nothing at a tick that is not among those chosen."""
        texts = super().format_ticks(values)
        pairs = zip(values, texts, strict=True)
        return [text if self._has(value) else "" for value, text in pairs]

    def _has(self, value: float) -> bool:
        return any(math.isclose(value, chosen) for chosen in self._values)


def _title_left(axes: Axes, style: PlotStyle) -> float:
    """Above numbers and label, as a share of the axes' width."""
    away = style.points(LEFT - TITLE_IN_PX) / 72 * axes.figure.dpi
    return -away / float(axes.bbox.width)


def _write_numbers(axes: Axes, style: PlotStyle) -> None:
    axes.tick_params(
        which="both",  # a logarithmic axis that is zoomed into names what lies between powers
        colors=style.tokens.muted,
        labelsize=style.points(TICK_PX),
        labelfontfamily=list(style.families),
        length=0,
        pad=style.points(TICK_PAD_PX),
    )


def _write_labels(view: AxesView, style: PlotStyle) -> None:
    """Where margins leave room for them, whatever the numbers' size."""
    axes = view.axes
    axes.set_xlabel(view.x_label)
    axes.set_ylabel(view.y_label)
    inches = axes.figure.dpi_scale_trans
    below = ScaledTranslation(0, -style.points(BELOW_PX) / 72, inches)
    beside = ScaledTranslation(-style.points(BESIDE_PX) / 72, 0, inches)
    axes.xaxis.set_label_coords(0.5, 0.0, transform=axes.transAxes + below)
    axes.yaxis.set_label_coords(0.0, 0.5, transform=axes.transAxes + beside)
    for label in (axes.xaxis.label, axes.yaxis.label):
        label.set_color(style.tokens.muted)
        label.set_fontsize(style.points(LABEL_PX))
        label.set_fontfamily(list(style.families))


def _write_head(view: AxesView, style: PlotStyle) -> None:
    """Row by row, since Matplotlib would set names below each other in columns."""
    head, axes = view.head, view.axes
    for number, row in enumerate(head.rows):
        is_last = number == len(head.rows) - 1
        axes.add_artist(_row(view, row, number, style, head.more_words if is_last else ""))


def _row(view: AxesView, row: Sequence[Named], number: int, style: PlotStyle, more: str) -> Legend:
    head, axes = view.head, view.axes
    inches = axes.figure.dpi_scale_trans
    if head.is_beside_title:
        up, end, loc = head.height + TITLE_PAD_PX * style.scale, 1.0, "lower right"
    else:
        up = head.height - (number + 0.5) * ROW * LABEL_PX * style.scale
        end, loc = 0.0, "center left"
    across = 0.0 if head.is_beside_title else -(LEFT - TITLE_IN_PX)
    moved = ScaledTranslation(style.points(across) / 72, up * POINTS_PER_PIXEL / 72, inches)
    look = _look(row, style)
    if more:
        look["handles"] = [*look["handles"], Line2D([], [], linestyle="", label=more)]
    written = Legend(
        axes, labels=[handle.get_label() for handle in look["handles"]],
        loc=cast("Any", loc), bbox_to_anchor=(end, 1.0), bbox_transform=axes.transAxes + moved,
        ncols=len(look["handles"]), borderpad=0.0, borderaxespad=0.0, handlelength=PIECE,
        handletextpad=GAP, columnspacing=BETWEEN, **look,
    )  # fmt: skip
    _show_handles(written)
    return written


def _write_shared(views: Sequence[AxesView], named: Sequence[Named], style: PlotStyle) -> Legend:
    """In the quarter of the figure that three plots leave free."""
    _, beside, below = (view.axes.get_position() for view in views)
    figure = views[0].axes.figure
    place = (beside.x0, (below.y0 + below.y1) / 2)
    written = figure.legend(loc="center left", bbox_to_anchor=place, **_look(named, style))
    _show_handles(written)
    return written


def _look(named: Sequence[Named], style: PlotStyle) -> dict[str, Any]:
    return {
        "handles": [one.line for one in named],
        "frameon": False,
        "labelcolor": style.tokens.ink,
        "prop": {"size": style.points(LABEL_PX), "family": list(style.families)},
    }


def _show_handles(written: Legend) -> None:
    for handle in written.legend_handles:
        if handle is not None:
            handle.set_animated(False)


def _wipe(axes: Axes) -> None:
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_visible(False)
    axes.set_title("", loc="left")
    for axis in (axes.xaxis, axes.yaxis):
        if isinstance(axis.get_minor_formatter(), _Chosen):
            axis.set_minor_formatter(LogFormatterSciNotation())
    for written in axes.findobj(Legend):
        written.remove()
