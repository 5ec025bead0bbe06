"""Colours, light and dark, and how text and numbers are set on a figure."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import cycle
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.ticker import ScalarFormatter

from sim.words import Language, Words

Mode = Literal["light", "dark"]
INCHES_WIDE = 6.2
"""Of a panel."""

LINE_STYLES = ("-", "--", ":", "-.")
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "p", "h", "*")


@dataclass(frozen=True, slots=True)
class Palette:
    """The app's colours in one mode, and Okabe and Ito's in the order that reads best on them."""

    background: str
    surface: str
    rule: str
    ink: str
    muted: str
    bad: str
    series: tuple[str, ...]

    @property
    def signs(self) -> tuple[str, str]:
        """Of negative and of positive weights."""
        return self.series[1], self.series[0]

    @property
    def diverging(self) -> LinearSegmentedColormap:
        """From the first class's colour through the surface to the second's."""
        colours = [self.series[0], self.surface, self.series[1]]
        return LinearSegmentedColormap.from_list("classes", colours)

    def lines(self) -> cycle[tuple[str, str]]:
        """Colour and dash of each line; dashes change once colours are used up."""
        return cycle([(colour, dash) for dash in LINE_STYLES for colour in self.series])


PALETTES: dict[Mode, Palette] = {
    "light": Palette(
        background="#F6F5F2",
        surface="#FFFFFF",
        rule="#E4E1DA",
        ink="#1F2328",
        muted="#6B6F76",
        bad="#B3382C",
        series=("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#1F2328"),
    ),
    "dark": Palette(
        background="#17191C",
        surface="#1F2226",
        rule="#2E3238",
        ink="#E8E6E1",
        muted="#9AA0A8",
        bad="#EE7B6E",
        series=("#56B4E9", "#E69F00", "#009E73", "#CC79A7", "#F0E442", "#D55E00", "#E8E6E1"),
    ),
}


@dataclass(frozen=True, slots=True)
class Style:
    """How a figure is to look.

    Attributes:
        palette: Its colours.
        language: Of its words and numbers.
    """

    palette: Palette
    language: Language

    def say(self, words: Words) -> str:
        """A text as Matplotlib draws it: a dollar is a dollar, no formula begins there."""
        return literal(words.in_language(self.language))

    def dress(self, axes: Axes) -> None:
        """Give bare axes the app's colours, and ticks the language's decimal mark."""
        palette = self.palette
        axes.set_facecolor(palette.surface)
        axes.spines[["top", "right"]].set_visible(False)
        axes.spines[["left", "bottom"]].set_color(palette.rule)
        axes.tick_params(which="both", colors=palette.muted, labelsize=9)
        axes.xaxis.label.set_color(palette.muted)
        axes.yaxis.label.set_color(palette.muted)
        axes.title.set_color(palette.ink)
        for axis in (axes.xaxis, axes.yaxis):
            if axis.get_scale() == "linear":
                axis.set_major_formatter(Ticks(self.language))


class Ticks(ScalarFormatter):
    """Numbers of an axis, with a comma where the language wants one."""

    def __init__(self, language: Language) -> None:
        super().__init__(useOffset=False, useMathText=False)
        self._mark = "," if language == "fr" else "."

    def __call__(self, x: float, pos: int | None = None) -> str:
        """The text at a tick."""
        return super().__call__(x, pos).replace(".", self._mark)


def literal(text: str) -> str:
    """A text in which Matplotlib sees no formula."""
    return text.replace("$", r"\$")
