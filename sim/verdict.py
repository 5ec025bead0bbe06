"""What was measured, judged: whether the claim held, what each guess should have been."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch

from sim.declaration import ChoiceGuess, Experiment, Guess, Measures, NumberGuess
from sim.pictures import Picture
from sim.result import Device, RunResult, median
from sim.settings import Scalar


def verdict(
    experiment: Experiment,
    settings: Mapping[str, Scalar],
    measures: Measures,
    *,
    pictures: tuple[Picture, ...],
    seed: int,
    device: Device,
    seconds: float,
) -> RunResult:
    """The result of a run.

    Args:
        experiment: What ran.
        settings: The value of each setting.
        measures: By name, ``(members,)`` each.
        pictures: Of its end.
        seed: Of the first member.
        device: Where it was computed.
        seconds: How long it took.
    """
    with np.errstate(all="ignore"):  # a comparison with NaN is simply not met
        met = tuple(bool(held) for held in experiment.criterion(measures))
        truths = tuple(truth(guess, measures) for guess in experiment.guesses)
    return RunResult(
        experiment=experiment.name,
        settings=dict(settings),
        members=len(met),
        seed=seed,
        device=device,
        torch=str(torch.__version__),
        seconds=seconds,
        measures={name: tuple(map(float, values)) for name, values in measures.items()},
        met=met,
        truths=truths,
        pictures=pictures,
    )


def truth(guess: Guess, measures: Measures) -> str | float | None:
    """What happened, as the guess asks it: an option's key, a median, None for a curve."""
    if isinstance(guess, ChoiceGuess):
        return str(guess.truth(measures))
    if isinstance(guess, NumberGuess):
        return median(tuple(map(float, measures[guess.measure])))
    return None
