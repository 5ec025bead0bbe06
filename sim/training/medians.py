"""From what was measured in every network to what happened: the truth that guesses are held to."""

from __future__ import annotations

import numpy as np

from sim.declaration import Measures


def median(measures: Measures, name: str) -> float:
    """The median over the members; NaN where a member has no number, unlike `sim.result.median`.

    Args:
        measures: Of a run.
        name: Of a measure.
    """
    return float(np.median(measures[name]))


def median_ratio(measures: Measures, above: str, below: str) -> float:
    """Median over the members of one measure divided by another."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return float(np.median(measures[above] / measures[below]))
