"""Keys that go from point to point of a curve, and from curve to curve."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import Qt

from qtapp.plots.spots import Line, Spot, lines_of, seen
from sim.declaration import Plot
from sim.pictures import Picture

_ALONG = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_ACROSS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
KEYS = frozenset({*_ALONG, *_ENDS, *_ACROSS})
_LEAP = 0.1  # of a curve's points


def moved(
    spot: Spot | None,
    key: Qt.Key,
    plots: Sequence[Plot],
    pictures: Sequence[Picture],
    *,
    is_leap: bool = False,
) -> Spot | None:
    """Where a key leads: the first curve's first or last point when nothing was read before.

    Args:
        spot: Where one is.
        key: One of `KEYS`.
        plots: In the order shown; after the last curve of one comes the first of the next.
        pictures: Of this moment.
        is_leap: Whether a tenth of the curve is one step along it.

    Returns:
        None where there is no curve.
    """
    lines = [(plot, line) for plot in plots for line in lines_of(plot, pictures)]
    if not lines:
        return None
    if spot is None:
        plot, line = lines[0]
        return Spot(plot, line, seen(line)[_ENDS.get(key, 0)])
    if key in _ACROSS:
        return _across(spot, _ACROSS[key], lines)
    return Spot(spot.plot, spot.line, _along(spot, key, is_leap=is_leap))


def _along(spot: Spot, key: Qt.Key, *, is_leap: bool) -> int:
    points = seen(spot.line)
    if key in _ENDS:
        return points[_ENDS[key]]
    step = max(1, round(_LEAP * len(points))) if is_leap else 1
    here = bisect_left(points, spot.index) + step * _ALONG[key]
    return points[max(0, min(len(points) - 1, here))]


def _across(spot: Spot, step: int, lines: Sequence[tuple[Plot, Line]]) -> Spot:
    """The next curve, at the same place along the axis."""
    names = [(plot.key, line.key) for plot, line in lines]
    here = names.index((spot.plot.key, spot.line.key))
    plot, line = lines[max(0, min(len(lines) - 1, here + step))]
    return Spot(plot, line, min(seen(line), key=lambda index: abs(line.x[index] - spot.x)))
