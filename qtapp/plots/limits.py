"""How far an axis reaches: as declared, else far enough that it seldom has to be drawn again."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from sim.declaration import Axis

HEADROOM = 1.25
_ROOM = 0.06
_DECADE = 10.0
_EMPTY, _EMPTY_LOG = (0.0, 1.0), (0.1, 1.0)


@dataclass(frozen=True, slots=True)
class Limits:
    """Both ends of an axis, the lower first."""

    low: float
    high: float

    def holds(self, other: Limits) -> bool:
        """Whether all of another is within."""
        return self.low <= other.low and other.high <= self.high


def extent(values: Iterable[float], axis: Axis) -> Limits | None:
    """From the least to the greatest value that the axis can show; None where there is none."""
    shown = [v for v in values if math.isfinite(v) and (v > 0 or not axis.is_log)]
    return Limits(min(shown), max(shown)) if shown else None


def starting(axis: Axis) -> Limits:
    """What an axis shows before there is anything on it."""
    low, high = _EMPTY_LOG if axis.is_log else _EMPTY
    return declared(Limits(low, high), axis)


def declared(limits: Limits, axis: Axis) -> Limits:
    """The same with the ends that the experiment declares."""
    low = limits.low if axis.low is None else axis.low
    high = limits.high if axis.high is None else axis.high
    return Limits(low, high) if low < high else Limits(low, low + 1)


def following(shown: Limits | None, data: Limits, axis: Axis) -> Limits:
    """What to show of data that grow: what is shown already, unless they left it.

    Args:
        shown: The present limits; None where there are none yet.
        data: What is to be seen.
        axis: The declaration, whose ends are kept.
    """
    if shown is not None and shown.holds(declared(data, axis)):
        return shown
    whole = data if shown is None else Limits(min(data.low, shown.low), max(data.high, shown.high))
    return declared(_roomy(whole, axis), axis)


def fitting(data: Limits, axis: Axis, *, is_tight: bool = False) -> Limits:
    """What to show of data that are complete; nothing beside them when it is to be tight."""
    if is_tight:
        return declared(data, axis)
    if axis.is_log:
        return declared(_log_room(data, _ROOM), axis)
    room = _ROOM * (data.high - data.low or abs(data.high) or 1.0)
    low = 0.0 if 0 <= data.low < room else data.low - room
    return declared(Limits(low, data.high + room), axis)


def _roomy(data: Limits, axis: Axis) -> Limits:
    if axis.is_log:
        return Limits(_decade(data.low, math.floor), _decade(data.high, math.ceil))
    span = data.high - data.low or abs(data.high) or 1.0
    low = 0.0 if data.low >= 0 else data.low - (HEADROOM - 1) * span
    return Limits(low, data.low + HEADROOM * span)


def _decade(value: float, rounded: object) -> float:
    assert callable(rounded)
    return float(_DECADE ** rounded(math.log10(value)))


def _log_room(data: Limits, room: float) -> Limits:
    low, high = math.log10(data.low), math.log10(data.high)
    more = room * (high - low or 1.0)
    return Limits(_DECADE ** (low - more), _DECADE ** (high + more))
