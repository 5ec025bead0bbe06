"""Spread intervals a little, so that cards learnt together do not come back together.

The ranges are py-fsrs' (`fsrs/scheduler.py`, `FUZZ_RANGES`) and Anki's, but chance is an argument:
the buttons can then promise exactly what grading will do, and one draw serves all four grades, so
that a better grade is never given a shorter interval by luck.
"""

import random
from math import inf

_SHORTEST_FUZZED_DAYS = 2.5
_RANGES = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.10), (20.0, inf, 0.05))


def draw(seed: int) -> float:
    """A number from 0 up to (and not) 1, always the same for a seed."""
    return random.Random(seed).random()


def fuzz_range(days: int, *, maximum_days: int) -> tuple[int, int]:
    """The shortest and longest interval that `days` may become."""
    if days < _SHORTEST_FUZZED_DAYS:
        return days, days
    spread = 1.0 + sum(factor * max(0.0, min(days, end) - start) for start, end, factor in _RANGES)
    longest = min(round(days + spread), maximum_days)
    shortest = min(max(2, round(days - spread)), longest)
    return shortest, longest


def fuzzed(days: int, chance: float, *, maximum_days: int) -> int:
    """An interval near `days`: every one in its range is as likely.

    Args:
        days: The interval that FSRS asks for.
        chance: From 0 up to 1, such as `draw` gives.
        maximum_days: No interval is longer.
    """
    shortest, longest = fuzz_range(days, maximum_days=maximum_days)
    return shortest + int(chance * (longest - shortest + 1))
