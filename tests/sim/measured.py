"""A run from its start to its end, for tests that ask what it measured."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache

import numpy as np
import torch

from sim.catalogue import experiment
from sim.declaration import ChoiceGuess, Course, Frame, Measures, Met
from sim.pictures import Picture
from sim.randomness import Members
from sim.settings import make
from sim.trial import Trial

FRESH = 70_000
"""Seeds from here on were used to tune nothing, nor are they those of ``python -m sim verify``."""


def measured(name: str, members: int = 8, **settings: Hashable) -> Measures:
    """What an experiment measures in so many members."""
    return finished(name, members, **settings)[0]


@cache
def finished(
    name: str, members: int = 8, **settings: Hashable
) -> tuple[Measures, tuple[Picture, ...]]:
    """The same, with its last pictures; runs once however often it is asked."""
    declared = experiment(name)
    trial = Trial(Members(FRESH, members), torch.device("cpu"))
    return followed(declared.run(make(declared.settings, settings, name), trial))


def followed(course: Course) -> tuple[Measures, tuple[Picture, ...]]:
    """The end of a run in progress."""
    last = Frame(0.0)
    while True:
        try:
            last = next(course)
        except StopIteration as end:
            return end.value, last.draw()


def met(name: str, measures: Measures) -> Met:
    """In which members the claim held."""
    return experiment(name).criterion(measures)


def outcome(name: str, measures: Measures, guess: str = "") -> str:
    """The option that a choice of an experiment turns out to be; the one without a name unless."""
    for asked in experiment(name).guesses:
        if isinstance(asked, ChoiceGuess) and asked.name == guess:
            return asked.truth(measures)
    raise LookupError(guess)


def median(measures: Measures, name: str) -> float:
    """Of a measure, over the members."""
    return float(np.median(measures[name]))


def share_met(name: str, members: int = 8, **settings: Hashable) -> float:
    """Share of the members in which the claim held, from 0 to 1."""
    return float(experiment(name).criterion(measured(name, members, **settings)).mean())
