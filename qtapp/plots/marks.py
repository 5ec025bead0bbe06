"""What moves on one plot's axes: lines and bands, points, fields. Made once, then only moved.

Making an artist costs Matplotlib about as much as drawing it, so those of a run serve the next one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import FillBetweenPolyCollection, PathCollection, PolyCollection
from matplotlib.colors import Colormap, LinearSegmentedColormap
from matplotlib.image import AxesImage
from matplotlib.lines import Line2D

from qtapp.plots.bars import rectangles, whiskers
from qtapp.plots.colors import Stroke, line_color, line_style, stroke
from qtapp.plots.style import PlotStyle
from sim.pictures import Curve, Grid, Path, Picture, Points
from sim.words import Language

LINE_PX, POINT_PX = 2.2, 5.0
BAND_ALPHA, BAR_ALPHA = 0.16, 0.55


@dataclass(frozen=True, slots=True)
class Named:
    """A line that the legend names; its label is the name."""

    line: Line2D
    stroke: Stroke


class Marks:
    """The artists of one plot, by the key of their picture.

    Args:
        axes: Where they lie.
        style: Of the app.
        language: Of the lines' names.
        is_bars: Whether curves are drawn as bars.
    """

    def __init__(
        self, axes: Axes, style: PlotStyle, language: Language, *, is_bars: bool = False
    ) -> None:
        self._axes = axes
        self._style = style
        self._language: Language = language
        self._taken: dict[str, Picture] = {}
        self._numbers: dict[str, int] = {}
        self._lines: dict[str, Line2D] = {}
        self._is_bars = is_bars
        self._cases: list[str] = []
        self._bars: dict[str, PolyCollection] = {}
        self._bands: dict[str, FillBetweenPolyCollection] = {}
        self._points: dict[str, PathCollection] = {}
        self._groups: dict[str, tuple[int, ...]] = {}
        self._fields: dict[str, AxesImage] = {}

    @property
    def _kinds(self) -> Sequence[Mapping[str, Artist]]:
        """All of them, in the order to draw them."""
        return (self._fields, self._bands, self._bars, self._lines, self._points)

    @property
    def lines(self) -> list[Named]:
        """Those that are seen."""
        return [
            Named(line, stroke(self._numbers[key]))
            for key, line in self._lines.items()
            if line.get_visible()
        ]

    @property
    def points(self) -> list[PathCollection]:
        """Those that are seen."""
        return [points for points in self._points.values() if points.get_visible()]

    @property
    def has_field(self) -> bool:
        """Whether there is a field below the rest."""
        return any(field.get_visible() for field in self._fields.values())

    def line(self, key: str) -> Line2D:
        """Of the curve or path of that key."""
        return self._lines[key]

    def take(self, pictures: Sequence[Picture], still: Collection[str] = ()) -> None:
        """Show these pictures and no others.

        Args:
            pictures: Of this moment.
            still: Keys of those that are part of the background: they do not move, and curves among
                them have no band, since a dozen bands hide what they are to be compared with.
        """
        self._count_bars(pictures)
        for picture in pictures:
            if self._taken.get(picture.key) is not picture:
                self._take(picture, is_still=picture.key in still)
                self._taken[picture.key] = picture
        keys = {picture.key for picture in pictures}
        for kind in self._kinds:
            for key, artist in kind.items():
                artist.set_visible(key in keys)
                artist.set_animated(key not in still)

    def _count_bars(self, pictures: Sequence[Picture]) -> None:
        """One case more, and the bars of all others stand elsewhere."""
        cases = [picture.key for picture in pictures if self._is_bars]
        if cases != self._cases:
            self._cases = cases
            self._taken.clear()

    def _take(self, picture: Picture, *, is_still: bool) -> None:
        match picture:
            case Curve() if self._is_bars:
                self._take_bars(picture)
            case Curve():
                self._take_line(picture)
                if not is_still:
                    self._take_band(picture)
            case Path():
                self._take_path(picture)
            case Points():
                self._take_points(picture)
            case Grid():
                self._take_grid(picture)

    def forget_hidden(self) -> None:
        """Keep nothing of what is not seen."""
        for kind in (self._fields, self._bands, self._bars, self._lines, self._points):
            for key in [key for key, artist in kind.items() if not artist.get_visible()]:
                kind.pop(key).remove()
                self._numbers.pop(key, None)
                self._taken.pop(key, None)

    def moving(self) -> Iterator[Artist]:
        """What is drawn over the background, in the order to draw it."""
        for kind in self._kinds:
            yield from (artist for artist in kind.values() if artist.get_animated())

    # Each kind of picture

    def _take_line(self, curve: Curve) -> None:
        line = self._line(curve.key, curve.label.in_language(self._language))
        line.set_data(curve.x, curve.mean)

    def _take_band(self, curve: Curve) -> None:
        x, low, high = (np.asarray(values) for values in (curve.x, curve.low, curve.high))
        band = self._bands.get(curve.key)
        if band is None:
            band = self._bands[curve.key] = FillBetweenPolyCollection(
                "x", x, low, high, color=self._lines[curve.key].get_color(), alpha=BAND_ALPHA,
                linewidth=0, animated=True,
                urls=(None, None),  # with one, Agg draws it as a marker, in twice the time
            )  # fmt: skip
            self._axes.add_collection(band, autolim=False)
        if np.isfinite(low).all() and np.isfinite(high).all():
            band.set_verts([np.column_stack([[*x, *x[::-1]], [*low, *high[::-1]]])])
        else:
            band.set_data(x, low, high)  # finds the parts that can be drawn, in ten times the time

    def _take_bars(self, curve: Curve) -> None:
        line = self._line(curve.key, curve.label.in_language(self._language))
        place = self._cases.index(curve.key), len(self._cases)
        line.set_data(*whiskers(curve, *place))
        if curve.key not in self._bars:
            bars = self._bars[curve.key] = PolyCollection(
                [], color=line.get_color(), alpha=BAR_ALPHA, linewidth=0, animated=True
            )
            self._axes.add_collection(bars, autolim=False)
        self._bars[curve.key].set_verts(list(rectangles(curve, *place)))

    def _take_path(self, path: Path) -> None:
        line = self._line(path.key, path.label.in_language(self._language))
        line.set_data(path.x, path.y)
        line.set_marker("o")
        line.set_markevery([len(path.x) - 1])

    def _line(self, key: str, label: str) -> Line2D:
        if key not in self._lines:
            number = next(n for n in count() if n not in self._numbers.values())
            self._numbers[key] = number
            self._lines[key] = line = Line2D(
                [], [], color=line_color(self._style.tokens, number),
                linestyle=line_style(stroke(number)), linewidth=self._style.points(LINE_PX),
                animated=True,
            )  # fmt: skip
            self._axes.add_line(line)
        self._lines[key].set_label(label)
        return self._lines[key]

    def _take_points(self, points: Points) -> None:
        if points.key not in self._points:
            size = self._style.points(POINT_PX) ** 2
            self._points[points.key] = self._axes.scatter(
                points.x, points.y, s=size, linewidths=self._style.points(0.8),
                edgecolors=self._style.tokens.surface, animated=True,
            )  # fmt: skip
        shown = self._points[points.key]
        shown.set_offsets(np.column_stack([points.x, points.y]))
        if self._groups.get(points.key) != points.group:
            self._groups[points.key] = points.group
            shown.set_facecolor([line_color(self._style.tokens, n) for n in points.group])

    def _take_grid(self, grid: Grid) -> None:
        values, extent = np.asarray(grid.rows), (*grid.x, *grid.y)
        if grid.key not in self._fields:
            self._fields[grid.key] = self._axes.imshow(
                values, extent=extent, origin="lower", aspect="auto",
                cmap=_between(self._style), alpha=0.55, interpolation="bilinear", animated=True,
            )  # fmt: skip
        field = self._fields[grid.key]
        field.set_data(values)
        if tuple(field.get_extent()) != extent:
            field.set_extent(extent)
        field.autoscale()


def _between(style: PlotStyle) -> Colormap:
    tokens = style.tokens
    return LinearSegmentedColormap.from_list("epoque", [tokens.train, tokens.surface, tokens.val])
