"""Recurrent networks that read a bit first and must tell it at the end of a sequence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np
import torch

from sim.declaration import Axis, Course, Measures, Plot
from sim.nn.recipe import Dense, Init, InitKind, Method, Network, Recipe, Recurrent
from sim.pictures import Picture
from sim.problems.sequences import recall
from sim.training.curves import curve
from sim.training.ensemble import Ensemble
from sim.training.fleet import Array, Fleet
from sim.training.measures import validation_accuracy
from sim.trial import Trial
from sim.words import Words

UNITS, STEPS, ROUNDS = 16, 24, 12
TRAIN, JUDGED, BATCH = 64, 100, 16
REMEMBERED, LOST = 0.95, 0.8
BETTER_THAN_CHANCE = 0.6

RECALLED = (
    ("kept", Words("presque toujours", "nearly always")),
    ("partly", Words("mieux qu’au hasard, sans plus", "better than chance, no more")),
    ("lost", Words("à peu près au hasard", "about as chance would")),
)

PLOTS = (
    Plot(
        "accuracy",
        Words("Premier bit retrouvé", "First bit recalled"),
        Axis(Words("pas", "step")),
        Axis(Words("exactitude", "accuracy"), low=0, high=1),
    ),
    Plot(
        "influence",
        Words(
            "Ce que pèse chaque instant, avant d’apprendre",
            "What each time weighs, before learning",
        ),
        Axis(Words("instant", "time")),
        Axis(Words("influence, dernier instant = 1", "influence, last time = 1"), is_log=True),
    ),
)


def remember(
    trial: Trial, cells: Mapping[str, Recurrent], labels: Mapping[str, Words], *, length: int
) -> Course:
    """Train each cell to recall the first bit, after a look at what each time weighs.

    Args:
        trial: The run.
        cells: What is compared, by name.
        labels: How legends call them.
        length: Times of a sequence.

    Returns:
        For each cell ``accuracy_…`` (of validation, after the last step) and ``trace_…`` (the first
        time's influence on the loss over the last's, before the first step).
    """
    data = recall(trial.members, train=TRAIN, validation=JUDGED, length=length)
    recipes = {name: _recipe(cell) for name, cell in cells.items()}

    @cache
    def traces() -> dict[str, Array]:
        return {
            name: trial.untrained({name: recipe}, data).measure(influence, name)
            for name, recipe in recipes.items()
        }

    def draw(fleet: Fleet) -> tuple[Picture, ...]:
        learnt = [
            curve("accuracy", name, label, fleet.steps(name), fleet.history("accuracy", name))
            for name, label in labels.items()
        ]
        if fleet.rounds_done == 0:  # the first picture does not wait for the traces
            return tuple(learnt)
        times = np.arange(1.0, length + 1)
        weighed = [
            curve("influence", name, label, times, traces()[name] / traces()[name][:, -1:])
            for name, label in labels.items()
        ]
        return (*learnt, *weighed)

    fleet = yield from trial.train(
        recipes, data, record={"accuracy": validation_accuracy}, draw=draw, rounds=ROUNDS
    )
    accuracy = {f"accuracy_{name}": fleet.last("accuracy", name) for name in recipes}
    return accuracy | {
        f"trace_{name}": found[:, 0] / found[:, -1] for name, found in traces().items()
    }


def _recipe(cell: Recurrent) -> Recipe:
    return Recipe(
        network=Network((cell, Dense(2)), Init(InitKind.TORCH)),
        method=Method.ADAM,
        learning_rate=0.015,
        batch_size=BATCH,
        steps=STEPS,
        clip_norm=1.0,
    )


def influence(ensemble: Ensemble) -> torch.Tensor:
    """Norm of the loss's gradient by what is read at each time, ``(networks, length)``."""
    train = ensemble.data.train
    x = ensemble.for_networks(train.x).clone().requires_grad_()
    loss = ensemble.loss(ensemble.network(x), ensemble.for_networks(train.y))
    (slope,) = torch.autograd.grad(loss.sum(), x)
    return slope.double().square().sum(dim=(1, 3)).sqrt()


def recalled(measures: Measures, case: str) -> str:
    """How often the first bit is recalled: nearly always, a little, or as chance would."""
    accuracy = float(np.median(measures[f"accuracy_{case}"]))
    return (
        "kept" if accuracy >= REMEMBERED else "partly" if accuracy > BETTER_THAN_CHANCE else "lost"
    )
