"""A fleet's history as curves: one a case, against steps or epochs."""

from __future__ import annotations

from collections.abc import Mapping

from sim.pictures import Curve
from sim.training.curves import curve
from sim.training.fleet import Fleet
from sim.words import Words


def by_step(fleet: Fleet, name: str, labels: Mapping[str, Words]) -> tuple[Curve, ...]:
    """What was recorded under a name, on the plot of that name, against steps.

    Args:
        fleet: In training.
        name: Of the measure and of the plot.
        labels: Of the cases shown, by the case's name.
    """
    return tuple(
        curve(name, case, label, fleet.steps(case), fleet.history(name, case))
        for case, label in labels.items()
    )


def by_epoch(fleet: Fleet, name: str, labels: Mapping[str, Words]) -> tuple[Curve, ...]:
    """As `by_step`, against passes over the examples."""
    return tuple(
        curve(name, case, label, fleet.epochs(case), fleet.history(name, case))
        for case, label in labels.items()
    )
