"""Decision regions: what one network answers all over a rectangle of the plane."""

from __future__ import annotations

from functools import cache

import torch
from torch import Tensor

from sim.pictures import Grid, Points
from sim.training.datasets import shared
from sim.training.fleet import Fleet
from sim.words import Words

SIDE = 32
Edges = tuple[float, float]


def region(
    plot: str, label: Words, fleet: Fleet, case: str, *, x: Edges, y: Edges, member: int = 0
) -> Grid:
    """The probability of class 1 that one network gives to each place; its key is the case.

    Args:
        plot: Where it belongs.
        label: What a value means.
        fleet: Trained on examples ``(members, examples, 2)``, two outputs.
        case: Whose network it is.
        x: Left and right edge.
        y: Lower and upper edge.
        member: Which of the case's networks.
    """
    places = shared(_places(x, y), fleet.members.count)
    probability = torch.softmax(fleet.outputs(case, places)[member], dim=-1)[:, 1]
    rows = probability.view(SIDE, SIDE).tolist()
    return Grid(plot, case, label, x, y, tuple(tuple(row) for row in rows))


def examples(plot: str, label: Words, fleet: Fleet, case: str, *, member: int = 0) -> Points:
    """What one network learns from."""
    train = fleet.examples_of(case)
    x, y = train.x[member].T.tolist()
    return Points(plot, "examples", label, tuple(x), tuple(y), tuple(train.y[member].tolist()))


@cache  # kept alive: an ensemble remembers what it answered by where its question lies
def _places(x: Edges, y: Edges) -> Tensor:
    across, up = (low + (high - low) * _middles() for low, high in (x, y))
    rows, columns = torch.meshgrid(up, across, indexing="ij")
    return torch.stack([columns.flatten(), rows.flatten()], dim=-1)


def _middles() -> Tensor:
    return (torch.arange(SIDE) + 0.5) / SIDE
