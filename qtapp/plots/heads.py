"""How much of a legend stands above its plot, and in how many rows.

Beside the plot's title if there is room for all names, else in rows below it: there they hide
nothing of what is drawn, as they did in a corner of the axes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from qtapp.plots.marks import Named

ROW, PIECE, GAP, BETWEEN = 1.55, 2.0, 0.6, 1.2
"""In sizes of the font: height of a row, length of a piece of line, from there to its name, and
from a name to the next piece."""

_HIGHEST = 0.4  # of what a plot has for its legend and its axes
_BELOW = 0.35  # of the font's size: from the last row to the number at the axis' end

Width = Callable[[str], float]
"""How long a text is, in pixels."""


@dataclass(frozen=True, slots=True)
class Head:
    """A legend above its plot.

    Attributes:
        rows: The lines named in each row; none where there is no legend.
        more: How many are left out, because curves need room, too.
        is_beside_title: Whether its one row stands in the title's line.
        length: Of that row, in pixels.
        height: Between title and axes, in pixels.
    """

    rows: tuple[tuple[Named, ...], ...] = ()
    more: int = 0
    is_beside_title: bool = False
    length: float = 0.0
    height: float = 0.0

    @property
    def more_words(self) -> str:
        """How many lines are left out, for the end of the last row; empty for none."""
        return f"+\N{THIN SPACE}{self.more}" if self.more else ""


def name(named: Named) -> str:
    """What the legend calls a line."""
    return str(named.line.get_label())


def head(
    legend: Sequence[Named], room: tuple[float, float], *, em: float, title: float, width: Width
) -> Head:
    """Find its place for a plot's legend.

    Args:
        legend: The lines to name.
        room: What title and legend may take across, and legend and axes downwards, in pixels.
        em: Size of the legend's font; `width` measures in it.
        title: How long the title is.
        width: Of a name.
    """
    if not legend:
        return Head()
    across, down = room
    lengths = [(PIECE + GAP) * em + width(name(named)) for named in legend]
    length = sum(lengths) + BETWEEN * em * (len(lengths) - 1)
    if title + BETWEEN * em + length <= across:
        return Head((tuple(legend),), is_beside_title=True, length=length)
    rows = _rows(lengths, across, BETWEEN * em)
    kept = rows[: max(1, int(_HIGHEST * down / (ROW * em)))]
    if len(kept) < len(rows) and len(kept[-1]) > 1:
        kept[-1].pop()  # a place for how many more there are
    return Head(
        tuple(tuple(legend[place] for place in row) for row in kept),
        more=len(legend) - sum(map(len, kept)),
        height=(len(kept) * ROW + _BELOW) * em,
    )


def _rows(lengths: Sequence[float], room: float, between: float) -> list[list[int]]:
    """The places in each row: in order, and as many as there is room for."""
    rows: list[list[int]] = []
    left = 0.0
    for place, length in enumerate(lengths):
        if rows and length <= left:
            rows[-1].append(place)
        else:
            rows.append([place])
            left = room
        left -= length + between
    return rows


def level(heads: Sequence[Head], columns: int) -> list[Head]:
    """With axes beside each other that begin at the same height: the highest head decides."""
    starts = range(0, len(heads), columns)
    most = [max(one.height for one in heads[n : n + columns]) for n in starts]
    return [replace(one, height=most[n // columns]) for n, one in enumerate(heads)]
