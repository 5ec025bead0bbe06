"""The axes of one plot as a rectangle: where a value lies in it, from 0 to 1, and back."""

from __future__ import annotations

import math
from dataclasses import dataclass

from qtapp.plots.limits import Limits


@dataclass(frozen=True, slots=True)
class PlotFrame:
    """Both axes, each with its ends; a logarithmic one is divided by powers."""

    x: Limits
    y: Limits
    is_x_log: bool = False
    is_y_log: bool = False

    def along(self, x: float) -> float:
        """How far to the right a value lies: 0 at the left edge, 1 at the right one."""
        return _share(x, self.x, is_log=self.is_x_log)

    def up(self, y: float) -> float:
        """How high a value lies: 0 at the bottom, 1 at the top."""
        return _share(y, self.y, is_log=self.is_y_log)

    def x_at(self, share: float) -> float:
        """The value that far to the right."""
        return _value(share, self.x, is_log=self.is_x_log)

    def y_at(self, share: float) -> float:
        """The value that high."""
        return _value(share, self.y, is_log=self.is_y_log)


def _share(value: float, limits: Limits, *, is_log: bool) -> float:
    if is_log:
        if value <= 0:
            return -math.inf
        value, limits = math.log10(value), _powers(limits)
    return (value - limits.low) / (limits.high - limits.low)


def _value(share: float, limits: Limits, *, is_log: bool) -> float:
    ends = _powers(limits) if is_log else limits
    value = ends.low + share * (ends.high - ends.low)
    return float(10.0**value) if is_log else value


def _powers(limits: Limits) -> Limits:
    return Limits(math.log10(limits.low), math.log10(limits.high))
