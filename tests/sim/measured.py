"""A run from its start to its end, for tests that ask what it measured."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache

import torch

from sim.catalogue import experiment
from sim.declaration import Frame, Measures
from sim.pictures import Picture
from sim.randomness import Members
from sim.settings import make
from sim.trial import Trial

torch.set_num_threads(1)
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
    course = declared.run(make(declared.settings, settings, name), trial)
    last = Frame(0.0)
    while True:
        try:
            last = next(course)
        except StopIteration as end:
            return end.value, last.draw()


def share_met(name: str, members: int = 8, **settings: Hashable) -> float:
    """Share of the members in which the claim held, from 0 to 1."""
    return float(experiment(name).criterion(measured(name, members, **settings)).mean())
