"""Plots for a file: Matplotlib writes the words that Qt writes on the screen.

So an SVG has its text as text's outlines, and a PNG of twice a screen's dots has it twice as sharp.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, cast

from matplotlib.axes import Axes
from matplotlib.transforms import ScaledTranslation

from qtapp.plots.axes_view import AxesView
from qtapp.plots.style import (
    BELOW_PX,
    BESIDE_PX,
    LABEL_PX,
    TICK_PAD_PX,
    TICK_PX,
    TITLE_PAD_PX,
    TITLE_PX,
    PlotStyle,
)


@contextmanager
def in_words(views: Sequence[AxesView], style: PlotStyle) -> Iterator[None]:
    """While it lasts, whatever draws the figure draws its words too."""
    for view in views:
        _write(view, style)
    try:
        yield
    finally:
        for view in views:
            _wipe(view.axes)


def _write(view: AxesView, style: PlotStyle) -> None:
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
        y=1.0,
        pad=style.points(TITLE_PAD_PX),
    )
    if view.legend:
        _write_legend(view, style)


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


def _write_legend(view: AxesView, style: PlotStyle) -> None:
    legend = view.axes.legend(
        handles=[named.line for named in view.legend],
        loc=cast("Any", view.corner),
        frameon=False,
        labelcolor=style.tokens.ink,
        prop={"size": style.points(LABEL_PX), "family": list(style.families)},
    )
    for handle in legend.legend_handles:
        if handle is not None:
            handle.set_animated(False)


def _wipe(axes: Axes) -> None:
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_visible(False)
    axes.set_title("", loc="left")
    if (legend := axes.get_legend()) is not None:
        legend.remove()
