"""What each layer has, as bars side by side: a rectangle to the mean, a whisker over the spread."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sim.pictures import Curve

FILLED = 0.8
"""Of the room between two whole numbers, by the bars of all cases."""

Array = NDArray[np.float64]


def middles(curve: Curve, case: int, cases: int) -> Array:
    """Where bars stand, ``(bars,)``: those of the cases, from 0, left to right about each x."""
    return np.asarray(curve.x) + (case - (cases - 1) / 2) * FILLED / cases


def rectangles(curve: Curve, case: int, cases: int) -> Array:
    """Their corners, from 0 up to the means, ``(bars, 4, 2)``."""
    half = FILLED / cases / 2
    x, top = middles(curve, case, cases), np.nan_to_num(np.asarray(curve.mean))
    floor = np.zeros_like(top)
    corners = ((x - half, floor), (x - half, top), (x + half, top), (x + half, floor))
    return np.stack([np.column_stack(corner) for corner in corners], axis=1)


def whiskers(curve: Curve, case: int, cases: int) -> tuple[Array, Array]:
    """From the least to the greatest tenth of the members, a gap after each, ``(3 bars,)``."""
    x = np.repeat(middles(curve, case, cases), 3)
    gap = np.full(len(curve.x), np.nan)
    y = np.column_stack([curve.low, curve.high, gap]).ravel()
    return x, y
