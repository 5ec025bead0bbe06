"""Mean, variance, and what they make of a list of numbers."""

import math
from collections.abc import Sequence


def mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)


def variance(values: Sequence[float], *, lost: int = 0) -> float:
    return math.fsum((x - mean(values)) ** 2 for x in values) / (len(values) - lost)


def normalised(values: Sequence[float]) -> list[float]:
    return [(x - mean(values)) / math.sqrt(variance(values)) for x in values]
