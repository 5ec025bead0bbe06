"""How much room the words of a plot have, and what is left out where it is not enough."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from qtapp.plots.margins import BOTTOM, LEFT, RIGHT, TOP
from qtapp.plots.ticks import Tick

Span = tuple[float, float]


def cell(axes: QRectF, scale: float) -> QRectF:
    """The plot with the room around it that its words may take."""
    return axes.adjusted(-LEFT * scale, -TOP * scale, RIGHT * scale, BOTTOM * scale)


def apart(ticks: Sequence[Tick], spans: Sequence[Span], gap: float) -> tuple[Tick, ...]:
    """Those whose numbers stay away from each other; powers go before what lies between them.

    Args:
        ticks: Of one axis.
        spans: Where each number begins and ends.
        gap: That there has to be between two of them.
    """
    taken: list[Span] = []
    kept: list[Tick] = []
    pairs = zip(ticks, spans, strict=True)
    for tick, (low, high) in sorted(pairs, key=lambda pair: not pair[0].is_major):
        is_free = all(high + gap <= begun or ended + gap <= low for begun, ended in taken)
        if tick.text and (tick.is_major or is_free):
            taken.append((low, high))
            kept.append(tick)
    return tuple(kept)


def within(middle: float, length: float, room: Span) -> float:
    """Where the middle of so long a text lies when none of it may leave its room."""
    low, high = room[0] + length / 2, room[1] - length / 2
    return min(max(middle, low), high) if low <= high else (low + high) / 2
