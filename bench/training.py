"""Training many small networks in one pass, against the loop that every tutorial writes.

The floor is `nn.Sequential`, `DataLoader`, `torch.optim` and ``.item()``, a network after another;
as it always does the same, only some epochs of it are timed. Both by processor time, in turn, on
one thread.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from bench.measure import Line, Times
from sim.machine import prepare
from sim.nn.recipe import Method, Recipe, mlp
from sim.problems.digits import digits
from sim.problems.tasks import moons
from sim.randomness import Members
from sim.training.datasets import Data
from sim.training.fleet import Fleet
from sim.training.measures import validation_loss

MEMBERS = 32
TURNS = 7
RATE = 0.01


@dataclass(frozen=True, slots=True)
class Task:
    """What both train on.

    Attributes:
        what: In words.
        widths: Inputs, hidden layers, outputs.
        data: Makes the examples of some members.
        batch_size: Examples a step.
        epochs: Of ours, measured on new examples `rounds` times as an experiment does.
        floor_epochs: Of the tutorial's loop, which measures nothing but its training loss.
        rounds: How often ours is measured.
        least: How many times faster it should be.
    """

    what: str
    widths: tuple[int, ...]
    data: Callable[[Members], Data]
    batch_size: int
    epochs: int
    floor_epochs: int
    rounds: int
    least: int


TASKS = (
    Task(
        "2-32-32-2 on moons, batch 32, Adam, 400 epochs",
        (2, 32, 32, 2),
        lambda members: moons(members, train=128, validation=128, noise=0.2),
        batch_size=32,
        epochs=400,
        floor_epochs=50,
        rounds=50,
        least=40,
    ),
    Task(
        "64-128-10 on digits, batch 64, Adam, 30 epochs",
        (64, 128, 10),
        lambda members: digits(members, train=512, validation=256),
        batch_size=64,
        epochs=30,
        floor_epochs=15,
        rounds=10,
        least=10,
    ),
)


def measure() -> tuple[Line, ...]:
    """Both tasks."""
    prepare()
    return tuple(_line(task) for task in TASKS)


def _line(task: Task) -> Line:
    ours, floor = [], []
    for _ in range(TURNS):
        ours.append(_cost(lambda: _ensemble(task)))
        floor.append(_cost(lambda: _tutorial(task)))
    ours_ms, floor_ms = Times(tuple(ours)), Times(tuple(floor))
    times = floor_ms.median / ours_ms.median
    return Line(
        f"1,000 steps of one network, {task.what}, {MEMBERS} networks: {times:.0f} × the tutorial",
        ours_ms,
        floor_ms,
        f"≥ {task.least} ×",
        times >= task.least,
    )


def _cost(train: Callable[[], int]) -> float:
    """Milliseconds of processor that 1,000 steps of one network take."""
    start = time.process_time()
    steps = train()
    return (time.process_time() - start) * 1e6 / steps


def _ensemble(task: Task) -> int:
    """Train as experiments do, from making the data to the last measure; how many steps."""
    members = Members(0, MEMBERS)
    recipe = Recipe(
        network=mlp(*task.widths[1:]),
        method=Method.ADAM,
        learning_rate=RATE,
        batch_size=task.batch_size,
        epochs=task.epochs,
    )
    fleet = Fleet(
        {"ours": recipe},
        task.data(members),
        members,
        record={"loss": validation_loss},
        rounds=task.rounds,
        device=torch.device("cpu"),
    )
    for _ in fleet.train():
        pass
    return MEMBERS * fleet.ensembles[0].steps


def _tutorial(task: Task) -> int:
    """The loop of every tutorial, for one network; how many steps."""
    train = task.data(Members(0, 1)).train
    loader = DataLoader(
        TensorDataset(train.x[0], train.y[0]), batch_size=task.batch_size, shuffle=True
    )
    model = _sequential(task.widths)
    criterion = nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=RATE)
    steps, running_loss = 0, 0.0
    for _ in range(task.floor_epochs):
        for inputs, labels in loader:
            optimizer.zero_grad()
            loss = criterion(model(inputs), labels)
            loss.backward()
            optimizer.step()
            running_loss += loss.item()
            steps += 1
    return steps


def _sequential(widths: tuple[int, ...]) -> nn.Sequential:
    layers: list[nn.Module] = []
    for inputs, outputs in pairwise(widths):
        layers += [nn.Linear(inputs, outputs), nn.ReLU()]
    return nn.Sequential(*layers[:-1])
