"""One plot's axes and what moves on them: lines and bands, points, fields, paths."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import FillBetweenPolyCollection, PathCollection
from matplotlib.colors import Colormap, LinearSegmentedColormap
from matplotlib.image import AxesImage
from matplotlib.lines import Line2D

from qtapp.plots import limits
from qtapp.plots.colors import line_color, stroke
from qtapp.plots.frame import PlotFrame
from qtapp.plots.limits import Limits
from qtapp.plots.style import (
    LABEL_PX,
    TITLE_PAD_PX,
    TITLE_PX,
    PlotStyle,
    dress,
    put_labels,
)
from qtapp.plots.zoom import Window
from sim.declaration import Plot
from sim.pictures import Curve, Grid, Path, Picture, Points
from sim.words import Language

LINE_PX, POINT_PX = 2.2, 5.0
BAND_ALPHA = 0.16


class AxesView:
    """Follows the pictures of one plot.

    Args:
        axes: Matplotlib's, empty.
        plot: What the experiment declares.
        style: Of the app.
        language: Of titles, labels and legend.

    Attributes:
        axes: Matplotlib's.
        plot: The declaration.
        curves: What was taken last, by key.
        above: What others draw over all the rest, in the order to draw it.
        named: Those of them that the legend names.
        window: The part that the learner looks at; None while limits follow the data.
    """

    def __init__(self, axes: Axes, plot: Plot, style: PlotStyle, language: Language) -> None:
        self.axes = axes
        self.plot = plot
        self.window: Window | None = None
        self.curves: dict[str, Curve] = {}
        self.above: list[Artist] = []
        self.named: Sequence[Line2D] = ()
        self._style = style
        self._language: Language = language
        self._lines: dict[str, Line2D] = {}
        self._bands: dict[str, FillBetweenPolyCollection] = {}
        self._points: dict[str, PathCollection] = {}
        self._fields: dict[str, AxesImage] = {}
        self._x: Limits | None = None
        self._y: Limits | None = None
        self._is_held = False
        self._set_up()

    def _set_up(self) -> None:
        plot, style = self.plot, self._style
        self.axes.set_xscale("log" if plot.x.is_log else "linear")
        self.axes.set_yscale("log" if plot.y.is_log else "linear")
        dress(self.axes, style)
        self.axes.set_xlabel(plot.x.label.in_language(self._language))
        self.axes.set_ylabel(plot.y.label.in_language(self._language))
        put_labels(self.axes, style)
        for label in (self.axes.xaxis.label, self.axes.yaxis.label):
            label.set_color(style.tokens.muted)
            label.set_fontsize(style.points(LABEL_PX))
            label.set_fontfamily(list(style.families))
        self.axes.set_title(
            plot.title.in_language(self._language),
            loc="left",
            color=style.tokens.ink,
            fontsize=style.points(TITLE_PX),
            fontfamily=list(style.families),
            fontweight="bold",
            y=1.0,  # where it is anyhow; else Matplotlib measures all words to find out
            pad=style.points(TITLE_PAD_PX),
        )
        self._show(limits.starting(plot.x), limits.starting(plot.y))

    def _show(self, x: Limits, y: Limits) -> None:
        self.axes.set_xlim(x.low, x.high)
        self.axes.set_ylim(y.low, y.high)

    def hold(self, frame: PlotFrame) -> None:
        """Show this much from the start, and never less."""
        self._is_held = True
        self._x, self._y = frame.x, frame.y
        self._show(frame.x, frame.y)

    @property
    def whole(self) -> Window:
        """What is seen while limits follow the data."""
        plot = self.plot
        return Window(self._x or limits.starting(plot.x), self._y or limits.starting(plot.y))

    def look_at(self, window: Window | None) -> None:
        """Show a part of the plot and keep to it; None shows all again."""
        self.window = window
        shown = window or self.whole
        self._show(shown.x, shown.y)

    def color_of(self, key: str) -> str:
        """Of the curve or path of that key."""
        return str(self._lines[key].get_color())

    # Following

    def take(self, pictures: Sequence[Picture], *, is_final: bool = False) -> bool:
        """Show a moment; whether the background (axes, legend) has to be drawn again."""
        known = set(self._lines)
        for picture in pictures:
            match picture:
                case Curve():
                    self._take_curve(picture)
                case Path():
                    self._take_path(picture)
                case Points():
                    self._take_points(picture)
                case Grid():
                    self._take_grid(picture)
        is_new = set(self._lines) != known
        is_changed = self._follow(pictures, is_final=is_final)
        if is_new or is_final:
            self._renew_legend(is_final=is_final)
        return is_changed or is_new or is_final

    def _take_curve(self, curve: Curve) -> None:
        self.curves[curve.key] = curve
        line = self._line(curve.key, curve.label.in_language(self._language))
        line.set_data(curve.x, curve.mean)
        band = self._bands.get(curve.key)
        if band is None:
            band = self.axes.fill_between(
                curve.x, curve.low, curve.high, color=line.get_color(), alpha=BAND_ALPHA,
                linewidth=0, animated=True,
                urls=(None, None),  # with one, Agg draws it as a marker, in twice the time
            )  # fmt: skip
            self._bands[curve.key] = band
        band.set_data(np.asarray(curve.x), np.asarray(curve.low), np.asarray(curve.high))

    def _take_path(self, path: Path) -> None:
        line = self._line(path.key, path.label.in_language(self._language))
        line.set_data(path.x, path.y)
        line.set_marker("o")
        line.set_markevery([len(path.x) - 1])

    def _line(self, key: str, label: str) -> Line2D:
        if key not in self._lines:
            index = len(self._lines)
            (self._lines[key],) = self.axes.plot(
                [], [], label=label, color=line_color(self._style.tokens, index),
                linestyle=stroke(index), linewidth=self._style.points(LINE_PX), animated=True,
            )  # fmt: skip
        return self._lines[key]

    def _take_points(self, points: Points) -> None:
        if points.key not in self._points:
            colors = [line_color(self._style.tokens, group) for group in points.group]
            size = self._style.points(POINT_PX) ** 2
            self._points[points.key] = self.axes.scatter(
                points.x, points.y, c=colors, s=size, linewidths=self._style.points(0.8),
                edgecolors=self._style.tokens.surface, animated=True,
            )  # fmt: skip
        self._points[points.key].set_offsets(np.column_stack([points.x, points.y]))

    def _take_grid(self, grid: Grid) -> None:
        values = np.asarray(grid.rows)
        if grid.key not in self._fields:
            self._fields[grid.key] = self.axes.imshow(
                values, extent=(*grid.x, *grid.y), origin="lower", aspect="auto",
                cmap=_between(self._style), alpha=0.55, interpolation="bilinear", animated=True,
            )  # fmt: skip
            self.axes.grid(visible=False)
        field = self._fields[grid.key]
        field.set_data(values)
        field.autoscale()

    # Limits

    def _follow(self, pictures: Sequence[Picture], *, is_final: bool) -> bool:
        x = limits.extent(_values(pictures, "x"), self.plot.x)
        y = limits.extent(_values(pictures, "y"), self.plot.y)
        if x is None or y is None:
            return False
        if is_final and not self._is_held:
            is_curve = all(isinstance(picture, Curve) for picture in pictures)
            new = (
                limits.fitting(x, self.plot.x, is_tight=is_curve),
                limits.fitting(y, self.plot.y),
            )
        else:
            new = (
                limits.following(self._x, x, self.plot.x),
                limits.following(self._y, y, self.plot.y),
            )
        if new == (self._x, self._y):
            return False
        self._x, self._y = new
        if self.window is not None:
            return False
        self._show(*new)
        return True

    def _renew_legend(self, *, is_final: bool) -> None:
        handles = [*self._lines.values(), *self.named]
        if len(handles) < 2:
            return
        legend = self.axes.legend(
            handles=handles,
            loc="best" if is_final else "upper right",  # "best" looks at every point
            frameon=False,
            labelcolor=self._style.tokens.ink,
            prop={"size": self._style.points(LABEL_PX), "family": list(self._style.families)},
        )
        for handle in legend.legend_handles:
            if handle is not None:
                handle.set_animated(False)

    def moving(self) -> Iterator[Artist]:
        """What is drawn over the background, in the order to draw it."""
        yield from self._fields.values()
        yield from self._bands.values()
        yield from self._lines.values()
        yield from self._points.values()
        yield from self.above


def _values(pictures: Sequence[Picture], axis: str) -> Iterator[float]:
    for picture in pictures:
        match picture:
            case Curve():
                yield from picture.x if axis == "x" else (*picture.low, *picture.high)
            case Points() | Path():
                yield from picture.x if axis == "x" else picture.y
            case Grid():
                yield from picture.x if axis == "x" else picture.y


def _between(style: PlotStyle) -> Colormap:
    tokens = style.tokens
    return LinearSegmentedColormap.from_list("epoque", [tokens.train, tokens.surface, tokens.val])
