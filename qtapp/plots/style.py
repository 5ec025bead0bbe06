"""How plots look: as the rest of the app, in its colours, its font and its language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.ticker import Formatter, LogFormatterSciNotation, ScalarFormatter
from matplotlib.transforms import ScaledTranslation
from PySide6.QtCore import QLocale

from qtapp.tokens import Tokens

TICK_PX, LABEL_PX, TITLE_PX = 12.0, 13.0, 14.0
TITLE_PAD_PX = 8.0
BELOW_PX, BESIDE_PX = 24.0, 46.0
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


def dress(axes: Axes, style: PlotStyle) -> None:
    """Give axes the app's look: a calm sheet, thin horizontal rules, muted numbers."""
    tokens = style.tokens
    axes.set_facecolor(tokens.surface)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(tokens.line)
    axes.grid(visible=True, axis="y", color=tokens.line, linewidth=style.points(1))
    axes.set_axisbelow(True)
    axes.tick_params(
        which="both",  # a logarithmic axis that is zoomed into names what lies between powers
        colors=tokens.muted,
        labelsize=style.points(TICK_PX),
        length=0,
        pad=style.points(6),
    )
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontfamily(list(style.families))
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(formatter(is_log=axis.get_scale() == "log"))


def put_labels(axes: Axes, style: PlotStyle) -> None:
    """Put the labels of both axes where margins leave room for them, whatever the numbers' size.

    Otherwise Matplotlib measures every number at each full drawing.
    """
    inches = axes.figure.dpi_scale_trans
    below = ScaledTranslation(0, -style.points(BELOW_PX) / 72, inches)
    beside = ScaledTranslation(-style.points(BESIDE_PX) / 72, 0, inches)
    axes.xaxis.set_label_coords(0.5, 0.0, transform=axes.transAxes + below)
    axes.yaxis.set_label_coords(0.0, 0.5, transform=axes.transAxes + beside)


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
