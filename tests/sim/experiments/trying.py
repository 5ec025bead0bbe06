"""Runs an experiment at a small size, without a process around it."""

import numpy as np
import torch

from sim.catalogue import experiment
from sim.declaration import Course, Measures, Met
from sim.pictures import Picture
from sim.randomness import Members
from sim.settings import make
from sim.trial import Trial

FRESH_SEED = 70_000  # far from those an experiment was tuned on, and from those of `verify`


def measured(name: str, *, members: int = 8, **settings: object) -> Measures:
    """What an experiment measures, one thread, on seeds never used elsewhere."""
    return ended(name, members=members, **settings)[0]


def ended(
    name: str, *, members: int = 8, **settings: object
) -> tuple[Measures, tuple[Picture, ...]]:
    """What an experiment measures, and its last pictures."""
    found = experiment(name)
    trial = Trial(Members(FRESH_SEED, members), torch.device("cpu"))
    return finished(found.run(make(found.settings, settings, name), trial))


def finished(course: Course) -> tuple[Measures, tuple[Picture, ...]]:
    """The end of a run in progress."""
    frame = None
    while True:
        try:
            frame = next(course)
        except StopIteration as stop:
            assert frame is not None
            return stop.value, frame.draw()


def met(name: str, measures: Measures) -> Met:
    """In which members the claim held."""
    return experiment(name).criterion(measures)


def median(measures: Measures, name: str) -> float:
    """Of a measure, over the members."""
    return float(np.median(measures[name]))
