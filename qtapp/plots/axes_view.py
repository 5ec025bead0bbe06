"""One plot's axes: how far they reach, where their rules lie, and what moves on them.

Matplotlib draws them; the words around them are Qt's (`wording`), which writes them in a twentieth
of the time. For a file Matplotlib writes them, too (`in_words`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from qtapp.plots import limits
from qtapp.plots.frame import PlotFrame
from qtapp.plots.heads import Head
from qtapp.plots.limits import Limits
from qtapp.plots.marks import Marks, Named
from qtapp.plots.style import PlotStyle, bare
from qtapp.plots.ticks import Tick, ticks
from qtapp.plots.zoom import Window
from sim.declaration import Plot
from sim.pictures import Curve, Grid, Path, Picture, Points
from sim.words import Language

_BELOW_ALL = 0.5


class AxesView:
    """Follows the pictures of one plot.

    Args:
        axes: Matplotlib's; what lies on them from before is taken away.
        plot: What the experiment declares.
        style: Of the app.
        language: Of title and labels.

    Attributes:
        axes: Matplotlib's.
        plot: The declaration.
        marks: What moves.
        title: In the language; `x_label` and `y_label` likewise.
        above: What others draw over all the rest, in the order to draw it.
        named: Those of them that the legend names.
        head: How the legend stands above the plot.
        hint: Words in the middle, for as long as there is nothing to see.
        window: The part that the learner looks at; None while limits follow the data.
        x_ticks: Of the last full drawing; `y_ticks` likewise.
    """

    def __init__(self, axes: Axes, plot: Plot, style: PlotStyle, language: Language) -> None:
        self.axes = axes
        self.plot = plot
        for artist in (*axes.lines, *axes.collections, *axes.images):
            artist.remove()
        self.marks = Marks(axes, style, language, is_bars=plot.is_bars)
        self.title = plot.title.in_language(language)
        self.x_label = plot.x.label.in_language(language)
        self.y_label = plot.y.label.in_language(language)
        bare(axes, style, is_x_log=plot.x.is_log, is_y_log=plot.y.is_log)
        if plot.is_bars:
            axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        self._rules = Line2D(
            [], [], color=style.tokens.line, linewidth=style.points(1), zorder=_BELOW_ALL,
            transform=axes.get_yaxis_transform(),
        )  # fmt: skip
        axes.add_line(self._rules)
        self.x_ticks: tuple[Tick, ...] = ()
        self.y_ticks: tuple[Tick, ...] = ()
        self.head = Head()
        self.begin()

    def begin(self) -> None:
        """Show nothing, as far as it reaches before there is anything to see."""
        self.window: Window | None = None
        self.above: list[Artist] = []
        self.named: Sequence[Named] = ()
        self.hint = ""
        self._x: Limits | None = None
        self._y: Limits | None = None
        self._is_held = False
        self.marks.take(())
        self._show(limits.starting(self.plot.x), limits.starting(self.plot.y))

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
        return str(self.marks.line(key).get_color())

    @property
    def legend(self) -> list[Named]:
        """The lines to name; one alone says nothing that the title does not."""
        lines = [*self.marks.lines, *self.named]
        return lines if len(lines) > 1 else []

    # Following

    def take(
        self, pictures: Sequence[Picture], still: Collection[str] = (), *, is_final: bool = False
    ) -> bool:
        """Show a moment.

        Args:
            pictures: All that is to be seen.
            still: Keys of those that do not move.
            is_final: Whether the run is over.

        Returns:
            Whether the background (rules, words, what does not move) has to be drawn again.
        """
        before = [named.line for named in self.legend]
        self.marks.take(pictures, still)
        if is_final:
            self.marks.forget_hidden()
        is_changed = self._follow(pictures, is_final=is_final)
        is_named = before == [named.line for named in self.legend]
        return is_changed or is_final or not is_named

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

    def put_rules(self) -> None:
        """Find the ticks of both axes as they are now, and draw a rule at each height."""
        self.x_ticks, self.y_ticks = ticks(self.axes.xaxis), ticks(self.axes.yaxis)
        heights = [tick.value for tick in self.y_ticks if tick.is_major]
        self._rules.set_data([0.0, 1.0, np.nan] * len(heights), np.repeat(heights, 3))
        self._rules.set_visible(not self.marks.has_field)

    def moving(self) -> Iterator[Artist]:
        """What is drawn over the background, in the order to draw it."""
        yield from self.marks.moving()
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
