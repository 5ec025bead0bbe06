"""How fast a run goes by: as fast as it can, or moment after moment so that eyes can follow."""

from __future__ import annotations

from enum import IntEnum


class Speed(IntEnum):
    """Moments of a run shown each second; 0 for as many as there are."""

    FULL = 0
    CALM = 8
    SLOW = 2

    @property
    def next(self) -> Speed:
        """The slower one, and the fullest after the slowest."""
        every = list(Speed)
        return every[(every.index(self) + 1) % len(every)]

    @property
    def interval_ms(self) -> int:
        """Between two moments."""
        return round(1000 / self) if self else 0
