"""Which pictures share a rectangle of the figure, and how such a rectangle is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from sim.declaration import Axis, Plot
from sim.pictures import Curve, Grid, Path, Picture, Points, Table, Weights
from sim.plotting.fields import classes_of, draw_grid, draw_image, draw_points
from sim.plotting.lines import draw_bars, draw_curves, draw_paths
from sim.plotting.networks import draw_weights
from sim.plotting.style import INCHES_WIDE, Style
from sim.plotting.tables import draw_table, height_of, width_of

INCHES_HIGH, IMAGE_INCHES = 4.3, 3.6
P = TypeVar("P", bound=Picture)


@dataclass(frozen=True, slots=True)
class Panel:
    """One rectangle: a plot's axes with some of its pictures; at most one fills it."""

    plot: Plot
    pictures: tuple[Picture, ...]

    def of(self, kind: type[P]) -> list[P]:
        """Its pictures of a kind."""
        return [picture for picture in self.pictures if isinstance(picture, kind)]

    @property
    def is_full(self) -> bool:
        """Whether a table or a network takes it all."""
        return bool(self.of(Table) or self.of(Weights))

    @property
    def is_image(self) -> bool:
        """Whether it is a small picture, whose axes nobody sees."""
        return self.plot.is_sheet and bool(self.of(Grid))

    def is_wide(self, style: Style) -> bool:
        """Whether its words need more than one column."""
        return any(width_of(table, style) > INCHES_WIDE for table in self.of(Table))

    def title(self, style: Style) -> str:
        """The plot's, with the label of what fills it where several do."""
        titles = [] if self.is_image else [self.plot.title]
        titles += [picture.label for picture in self.of(Table)]
        titles += [picture.label for picture in self.of(Weights)]
        titles += [picture.label for picture in self.of(Grid)]
        return " · ".join(dict.fromkeys(style.say(title) for title in titles))

    def height(self, style: Style) -> float:
        """In inches."""
        tables = self.of(Table)
        if tables:
            return height_of(tables[0], style)
        return IMAGE_INCHES if self.is_image else INCHES_HIGH


def panels(plots: Sequence[Plot], pictures: Sequence[Picture]) -> list[Panel]:
    """The rectangles, in the order of plots; a table, a network or a field has one of its own.

    Points and paths lie on every field of their plot.
    """
    found: list[Panel] = []
    for plot in plots:
        mine = [picture for picture in pictures if picture.plot == plot.key]
        full = [picture for picture in mine if isinstance(picture, Table | Weights)]
        fields = [picture for picture in mine if isinstance(picture, Grid)]
        others = [p for p in mine if not isinstance(p, Table | Weights | Grid)]
        found += [Panel(plot, (field, *others)) for field in fields]
        if others and not fields:
            found.append(Panel(plot, tuple(others)))
        found += [Panel(plot, (picture,)) for picture in full]
    return found


def draw_panel(axes: Axes, panel: Panel, style: Style, *, inches: float) -> None:
    """Everything in one rectangle `inches` high, with its title."""
    axes.set_title(panel.title(style), loc="left", fontsize=11, color=style.palette.ink, wrap=True)
    for table in panel.of(Table):
        draw_table(axes, table, style, inches=inches)
    for network in panel.of(Weights):
        draw_weights(axes, network, style)
    if panel.is_image:
        draw_image(axes, panel.of(Grid)[0], style)
    elif not panel.is_full:
        _draw_plane(axes, panel, style)


def _draw_plane(axes: Axes, panel: Panel, style: Style) -> None:
    _scale(axes, panel.plot)
    style.dress(axes)
    paths, points = panel.of(Path), panel.of(Points)
    for field in panel.of(Grid):
        is_walked = bool(paths) and not points
        draw_grid(axes, field, style, classes=classes_of(points), is_walked=is_walked)
    draw_points(axes, points, style)
    draw = draw_bars if panel.plot.is_bars else draw_curves
    draw(axes, panel.of(Curve), style)
    draw_paths(axes, paths, style, is_walk=bool(panel.of(Grid)) and not points)
    if not panel.of(Grid):
        axes.grid(color=style.palette.rule, linewidth=0.7)
        axes.set_axisbelow(True)
    _limit(axes, panel.plot)
    if _counts(panel):
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    _add_legend(axes, style)
    axes.set_xlabel(style.say(panel.plot.x.label))
    axes.set_ylabel(style.say(panel.plot.y.label))


def _scale(axes: Axes, plot: Plot) -> None:
    if plot.x.is_log:
        axes.set_xscale("log", nonpositive="mask")
    if plot.y.is_log:
        axes.set_yscale("log", nonpositive="mask")


def _limit(axes: Axes, plot: Plot) -> None:
    axes.set_xlim(_room(plot.x, axes.get_xlim()))
    axes.set_ylim(_room(plot.y, axes.get_ylim()))


def _counts(panel: Panel) -> bool:
    """Whether its curves stand on whole numbers, such as steps or layers."""
    curves = panel.of(Curve)
    return (
        bool(curves)
        and not panel.plot.x.is_log
        and all(x == int(x) for curve in curves for x in curve.x)
    )


def _room(axis: Axis, found: tuple[float, float]) -> tuple[float, float]:
    """The limits declared, else those found, with a little air so that lines are seen whole."""
    low = found[0] if axis.low is None else axis.low
    high = found[1] if axis.high is None else axis.high
    if axis.is_log or (axis.low is None and axis.high is None):
        return low, high
    air = 0.02 * (high - low)
    return low - air, high + air


def _add_legend(axes: Axes, style: Style) -> None:
    handles, labels = axes.get_legend_handles_labels()
    if not handles:
        return
    legend = axes.legend(
        handles,
        labels,
        loc="best",
        fontsize=8,
        labelcolor=style.palette.ink,
        facecolor=style.palette.surface,
        edgecolor=style.palette.rule,
        framealpha=0.85,
        ncols=1 if len(labels) <= 7 else 2,
    )
    legend.set_zorder(5)
