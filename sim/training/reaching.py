"""When something measured reaches a level."""

from __future__ import annotations

import numpy as np

from sim.training.curves import Array


def first_reaching(steps: Array, values: Array, level: float) -> Array:
    """The first of the steps at which each value is at least `level`; infinite where never.

    Args:
        steps: ``(moments,)``.
        values: ``(…, moments)``; what is not a number reaches nothing.
        level: Such as an accuracy of 0.85.

    Returns:
        ``(…)``.
    """
    is_there = values >= level
    return np.where(is_there.any(axis=-1), steps[is_there.argmax(axis=-1)], np.inf)
