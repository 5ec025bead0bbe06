"""A curve that the learner draws before a run: one value for each of a few places along the axis.

Pure data: mouse, touch and keyboard say where, this says what the curve is then.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

PLACES = 33


@dataclass(frozen=True, slots=True)
class DrawnCurve:
    """What was drawn so far.

    Attributes:
        heights: From 0 (bottom of the axes) to 1 (top), None where nothing was drawn yet; evenly
            spaced from the left edge to the right one.
        cursor: The place that the keyboard moves.
    """

    heights: tuple[float | None, ...] = (None,) * PLACES
    cursor: int = 0

    @property
    def is_complete(self) -> bool:
        """Whether every place has its height."""
        return None not in self.heights

    @property
    def is_empty(self) -> bool:
        """Whether nothing was drawn."""
        return all(height is None for height in self.heights)

    def place(self, along: float) -> int:
        """The place nearest to a share of the axis, from 0 to 1; what lies outside is its end."""
        return round(min(max(along, 0.0), 1.0) * (len(self.heights) - 1))

    def stroked(self, start: tuple[float, float], end: tuple[float, float]) -> DrawnCurve:
        """The curve after a stroke in a straight line; each point is a share along and up.

        A stroke that starts past the last place drawn takes the places between with it, so that a
        curve has no holes.
        """
        first, last = self.place(start[0]), self.place(end[0])
        heights = list(self.heights)
        step = 1 if last >= first else -1
        for place in range(first, last + step, step):
            share = 1.0 if first == last else (place - first) / (last - first)
            heights[place] = _within(start[1] + share * (end[1] - start[1]))
        return replace(self, heights=_without_holes(heights), cursor=last)

    def moved(self, by: int) -> DrawnCurve:
        """The cursor that many places further; a new place takes its neighbour's height."""
        cursor = min(max(self.cursor + by, 0), len(self.heights) - 1)
        if self.heights[cursor] is not None or self.heights[self.cursor] is None:
            return replace(self, cursor=cursor)
        height = self.heights[self.cursor] or 0.0
        places = len(self.heights) - 1
        return self.stroked((self.cursor / places, height), (cursor / places, height))

    def raised(self, by: float) -> DrawnCurve:
        """The place under the cursor higher by a share of the axes; from the middle if undrawn."""
        height = self.heights[self.cursor]
        heights = list(self.heights)
        heights[self.cursor] = _within((0.5 if height is None else height) + by)
        return replace(self, heights=_without_holes(heights))


def _within(height: float) -> float:
    return min(max(height, 0.0), 1.0)


def _without_holes(heights: list[float | None]) -> tuple[float | None, ...]:
    """Straight lines between drawn places that have undrawn ones between them."""
    drawn = [place for place, height in enumerate(heights) if height is not None]
    for left, right in pairwise(drawn):
        low, high = heights[left] or 0.0, heights[right] or 0.0
        for place in range(left + 1, right):
            heights[place] = low + (high - low) * (place - left) / (right - left)
    return tuple(heights)
