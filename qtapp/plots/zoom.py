"""The part of a plot that the learner looks at.

All is reckoned in shares of an axis, 0 at its lower end and 1 at its upper one: the same share is
the same distance on the screen, so a logarithmic axis zooms by ratios without a rule of its own.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from qtapp.plots.limits import Limits
from sim.declaration import Axis, Plot

_FINEST = 1e-9  # of a number's size: floating point has some 1e-16 of it
_ROUNDING = 1e-6  # of an axis: less than a pixel


@dataclass(frozen=True, slots=True)
class Window:
    """What is seen of a plot."""

    x: Limits
    y: Limits

    def holds(self, other: Window, plot: Plot) -> bool:
        """Whether all of another is seen in it, but for what rounding took away."""
        pairs = ((self.x, other.x, plot.x), (self.y, other.y, plot.y))
        return all(
            share_of(inner.low, outer, axis) >= -_ROUNDING
            and share_of(inner.high, outer, axis) <= 1 + _ROUNDING
            for outer, inner, axis in pairs
        )

    def part(self, plot: Plot, x: tuple[float, float], y: tuple[float, float]) -> Window:
        """Another window, given in shares of this one: (0, 1) is the same axis."""
        return Window(part(self.x, *x, plot.x), part(self.y, *y, plot.y))


WHOLE = (0.0, 1.0)


def part(limits: Limits, low: float, high: float, axis: Axis) -> Limits:
    """From one share of an axis to another; the same limits where that is too fine to draw."""
    if axis.is_log:
        bottom, top = math.log10(limits.low), math.log10(limits.high)
        chosen = Limits(*(10 ** (bottom + share * (top - bottom)) for share in (low, high)))
    else:
        chosen = Limits(*(limits.low + share * (limits.high - limits.low) for share in (low, high)))
    finest = _FINEST * max(abs(chosen.low), abs(chosen.high))
    return chosen if chosen.high - chosen.low > finest else limits


def share_of(value: float, limits: Limits, axis: Axis) -> float:
    """Where on an axis a value is; not finite where the axis cannot show it."""
    if axis.is_log:
        if value <= 0:
            return -math.inf
        return math.log(value / limits.low) / math.log(limits.high / limits.low)
    return (value - limits.low) / (limits.high - limits.low)


def nearer(factor: float, about: float) -> tuple[float, float]:
    """The shares that are seen `factor` times as large, with what is at `about` staying there."""
    return about - about / factor, about + (1 - about) / factor
