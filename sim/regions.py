"""What one network of a comparison answers all over the plane, and the examples it learnt from."""

from __future__ import annotations

import torch
from torch import Tensor

from sim.datasets import shared
from sim.fleet import Fleet
from sim.pictures import Grid, Points
from sim.vocabulary import TRAIN
from sim.words import Words

SIDE = 40
CLASS_ONE = Words("probabilité de la classe 1", "probability of class 1")
Edges = tuple[tuple[float, float], tuple[float, float]]


def region(fleet: Fleet, case: str, plot: str, edges: Edges) -> Grid:
    """Probability of class 1 over a rectangle, by the first member's network.

    One network, not a mean over all: a mean of boundaries is the boundary of none.

    Args:
        fleet: Of networks from the plane to one logit or to two.
        case: Whose network.
        plot: Where the picture belongs.
        edges: Left and right, lower and upper.
    """
    (left, right), (low, high) = edges
    y, x = torch.meshgrid(
        torch.linspace(low, high, SIDE), torch.linspace(left, right, SIDE), indexing="ij"
    )
    places = torch.stack([x.flatten(), y.flatten()], dim=-1)
    outputs = fleet.outputs(case, shared(places, fleet.members.count))[0]
    rows = _class_one(outputs).view(SIDE, SIDE).tolist()
    return Grid(plot, case, CLASS_ONE, *edges, tuple(tuple(row) for row in rows))


def learnt_from(fleet: Fleet, case: str, plot: str) -> Points:
    """The first member's training examples, in the plane."""
    split = fleet.ensemble_of(case)[0].data.train
    x, y = split.x[0].cpu(), split.y[0].cpu()
    group = tuple(int(label) for label in y.flatten().tolist())
    return Points(plot, "examples", TRAIN, tuple(x[:, 0].tolist()), tuple(x[:, 1].tolist()), group)


def _class_one(outputs: Tensor) -> Tensor:
    if outputs.shape[-1] == 1:
        return torch.sigmoid(outputs[:, 0])
    return torch.softmax(outputs, dim=-1)[:, 1]
