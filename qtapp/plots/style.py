"""How plots look: as the rest of the app, in its colours, its font and its language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.ticker import Formatter, LogFormatterSciNotation, ScalarFormatter
from PySide6.QtCore import QLocale

from qtapp.tokens import Tokens

TICK_PX, LABEL_PX, TITLE_PX = 12.0, 13.0, 14.0
TITLE_PAD_PX, TICK_PAD_PX = 8.0, 6.0
TITLE_IN_PX = 8.0
"""From the left of a plot with the room around it to its title, above label and numbers."""
BELOW_PX, BESIDE_PX = 24.0, 54.0
"""From an axis to its label, past its numbers; `qtapp.plots.margins` leaves that room."""

POINTS_PER_PIXEL = 72 / 96


@dataclass(frozen=True, slots=True)
class PlotStyle:
    """What the drawing of plots needs to know.

    Attributes:
        tokens: The theme's colours.
        scale: Of text and strokes; 1.0 is the design's size.
        families: Fonts, the best first.
        dpi: Of the figure.
    """

    tokens: Tokens
    scale: float = 1.0
    families: tuple[str, ...] = ("DejaVu Sans",)

    def points(self, px: float) -> float:
        """A size in the design's pixels, as Matplotlib counts (at 96 dots an inch)."""
        return px * self.scale * POINTS_PER_PIXEL


def known_families(wanted: Sequence[str]) -> tuple[str, ...]:
    """Those of the fonts that Matplotlib finds, and its own last: it warns of any other."""
    there = {entry.name for entry in font_manager.fontManager.ttflist}
    return (*(family for family in wanted if family in there), "DejaVu Sans")


def bare(axes: Axes, style: PlotStyle, *, is_x_log: bool, is_y_log: bool) -> None:
    """Give axes the app's look without words: a calm sheet over a thin line.

    Matplotlib's own ticks stay hidden, since making and drawing them takes most of the time.
    """
    axes.set_facecolor(style.tokens.surface)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(style.tokens.line)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_visible(False)
        axis.set_tick_params(labelsize=style.points(TICK_PX))  # how many fit depends on it
    axes.set_xscale("log" if is_x_log else "linear")
    axes.set_yscale("log" if is_y_log else "linear")
    axes.xaxis.set_major_formatter(formatter(is_log=is_x_log))
    axes.yaxis.set_major_formatter(formatter(is_log=is_y_log))


def formatter(*, is_log: bool) -> Formatter:
    """Numbers beside an axis, as the interface's language writes them."""
    return LogFormatterSciNotation() if is_log else LocalNumbers()


class LocalNumbers(ScalarFormatter):
    """Matplotlib's own choice of digits, with the language's decimal mark."""

    def __init__(self) -> None:
        super().__init__(useOffset=False)
        self.set_powerlimits((-4, 6))

    def __call__(self, x: float, pos: int | None = None) -> str:
        """The number at a tick."""
        return super().__call__(x, pos).replace(".", QLocale().decimalPoint())
