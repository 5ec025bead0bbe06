"""Which moments of a run are shown: a plot wants news, not noise."""

from __future__ import annotations

import math
from collections.abc import Callable

EVERY_S = 0.05
DRAWING_SHARE = 0.2


class Throttle:
    """Lets the first moment pass at once, then some 20 a second.

    Fewer where drawing is slow, so that it never takes more than a fifth of a run's time.

    Args:
        clock: Seconds, from any beginning.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._next = clock()
        self._begun = self._next

    def let_pass(self) -> None:
        """The next moment is to be drawn, whenever it comes."""
        self._next = -math.inf

    def begins(self) -> bool:
        """Whether this moment is to be drawn; if so, its drawing begins now."""
        self._begun = self._clock()
        return self._begun >= self._next

    def ended(self) -> None:
        """The drawing is done."""
        now = self._clock()
        self._next = now + max(EVERY_S, (now - self._begun) * (1 / DRAWING_SHARE - 1))
