"""Where plots lie on their canvas: side by side, each with room for its words, in pixels.

Matplotlib's own layouts measure every word at each full drawing, which doubles what it costs.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from matplotlib.axes import Axes

LEFT, RIGHT, TOP, BOTTOM = 76.0, 20.0, 30.0, 46.0
"""Room around one plot, in the design's pixels: numbers and label at its left and below it, half a
number at its right, its title above."""

_LEAST = 10.0


def place(
    axes: Sequence[Axes],
    *,
    columns: int,
    size: tuple[float, float],
    scale: float,
    heads: Sequence[float],
) -> bool:
    """Give each plot its place.

    Args:
        axes: In order, row after row.
        columns: How many lie side by side.
        size: Width and height of the canvas, in Qt's pixels.
        scale: Of words and strokes; 1.0 is the design's size.
        heads: What each plot's legend takes between its title and itself, in Qt's pixels.

    Returns:
        Whether any of them lies elsewhere now.
    """
    width, height = (max(extent, 1.0) for extent in size)
    rows = max(1, ceil(len(axes) / columns))
    left, right, top, bottom = (margin * scale for margin in (LEFT, RIGHT, TOP, BOTTOM))
    across, down = width / columns, height / rows
    is_other = False
    for number, (one, head) in enumerate(zip(axes, heads, strict=True)):
        row, column = divmod(number, columns)
        x, y = column * across + left, height - (row + 1) * down + bottom
        inner = max(across - left - right, _LEAST), max(down - top - bottom - head, _LEAST)
        wanted = (x / width, y / height, inner[0] / width, inner[1] / height)
        if one.get_position().bounds != wanted:
            one.set_position(wanted)
            is_other = True
    return is_other
