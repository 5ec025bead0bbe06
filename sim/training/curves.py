"""Many members' values summed up as one line with a band, thinned to what a screen can show."""

from __future__ import annotations

import warnings

import numpy as np
from numpy.typing import NDArray

from sim.pictures import Curve, Numbers
from sim.words import Words

MOST_POINTS = 200
LOW, HIGH = 0.1, 0.9
Array = NDArray[np.float64]


def curve(plot: str, key: str, label: Words, x: Array, values: Array) -> Curve:
    """A curve of what each member measured.

    Args:
        plot: Where it belongs.
        key: Which case it is.
        label: As the legend says it.
        x: ``(points,)``.
        values: ``(members, points)``; not finite where a network diverged.
    """
    kept = thinned(len(x))
    values = values[:, kept]
    finite = np.isfinite(values)
    some = np.where(finite, values, np.nan)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # a column of NaN alone is told as NaN
        mean = np.nanmean(some, axis=0)
    low, high = finite_quantiles(some, (LOW, HIGH))
    share = finite.mean(axis=0)
    return Curve(plot, key, label, *map(numbers, (x[kept], mean, low, high, share)))


def finite_quantiles(values: Array, shares: tuple[float, ...]) -> Array:
    """Quantiles of each column's numbers, linear between two of them, as `numpy.nanquantile`.

    That one goes through the columns in Python: 18 ms for 150 of them, where this takes 0.1.

    Args:
        values: ``(members, points)``, NaN for what is not there.
        shares: From 0 to 1.

    Returns:
        ``(shares, points)``; NaN where a column has no number.
    """
    ordered = np.sort(values, axis=0)  # NaN last
    last = np.maximum(np.isfinite(values).sum(axis=0) - 1, 0)
    place = np.multiply.outer(np.array(shares), last)
    below = np.floor(place).astype(np.int64)
    lower = np.take_along_axis(ordered, below, axis=0)
    upper = np.take_along_axis(ordered, np.minimum(below + 1, last), axis=0)
    return np.asarray(lower + (upper - lower) * (place - below))


def share_curve(plot: str, key: str, label: Words, x: Array, values: Array) -> Curve:
    """A curve of how many members did something; as `curve`, of zeros and ones, without a band."""
    share = numbers(values.mean(axis=0))
    return Curve(plot, key, label, numbers(x), share, share, share, (1.0,) * len(share))


def thinned(points: int, most: int = MOST_POINTS) -> NDArray[np.int64]:
    """Indices of at most `most` points, evenly spaced, the first and the last among them."""
    if points <= most:
        return np.arange(points)
    return np.linspace(0, points - 1, most).round().astype(np.int64)


def numbers(values: Array) -> Numbers:
    """Plain numbers."""
    return tuple(values.tolist())
