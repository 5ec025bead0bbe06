"""Runs an experiment to its end, for tests of its claim."""

from typing import Any

import torch

from sim.declaration import Experiment, Measures
from sim.randomness import Members
from sim.trial import Trial


def finished(experiment: Experiment, settings: Any, *, members: int, seed: int) -> Measures:
    """What a run of those members measured, on the CPU, every frame drawn or not alike."""
    course = experiment.run(settings, Trial(Members(seed, members), torch.device("cpu")))
    while True:
        try:
            next(course)
        except StopIteration as end:
            measures: Measures = end.value
            return measures
