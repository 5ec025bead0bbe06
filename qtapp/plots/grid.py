"""How many plots lie side by side, and how high they are together; known without Matplotlib."""

from math import ceil

MOST_COLUMNS = 2

_BESIDE = 440
"""Least width of two plots side by side, in the design's pixels: 120 are left of it for each."""

_ALONE, _EACH = 300, 210
"""Least height of a row: of the only one, and of each of several."""


def columns(plots: int, width: float, scale: float) -> int:
    """How many lie side by side.

    Args:
        plots: How many there are.
        width: Of the place they have, in Qt's pixels.
        scale: Of words and strokes; 1.0 is the design's size.
    """
    most = MOST_COLUMNS if width >= _BESIDE * scale else 1
    return max(1, min(most, plots))


def least_height(plots: int, width: float, scale: float) -> int:
    """Below which their curves could not be read, in Qt's pixels; arguments as of `columns`."""
    rows = ceil(plots / columns(plots, width, scale))
    return round(scale * (_ALONE if rows <= 1 else rows * _EACH))
