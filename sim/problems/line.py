"""Points around a straight line: two parameters, so that the whole loss can be drawn."""

from __future__ import annotations

import torch

from sim.pictures import Grid
from sim.randomness import Members
from sim.training.curves import Array, numbers
from sim.training.datasets import Data, Split
from sim.training.fleet import to_array
from sim.words import Words

SLOPE, OFFSET = 1.5, -1.0
SLOPES, OFFSETS = (-0.5, 3.0), (-2.5, 0.5)
CELLS = 41


def points(members: Members, examples: int, *, noise: float) -> Data:
    """``y = 1.5 x − 1`` plus noise, ``(members, examples, 1)``, to learn from and to judge by.

    Args:
        members: The seeds.
        examples: How many points each has.
        noise: Standard deviation of what is added to y.
    """
    streams = members.streams("line")
    x = streams.normal(examples, 1)
    split = Split(x, SLOPE * x + OFFSET + noise * streams.normal(examples, 1))
    return Data(split, split)


def least_loss(split: Split) -> Array:
    """The mean squared error of each member's line of least squares, ``(members,)``."""
    columns = torch.cat([split.x, torch.ones_like(split.x)], dim=2).double()
    y = split.y.double()
    least = []
    for a, b in zip(columns, y, strict=True):  # one at a time: the same bits in any company
        line = torch.linalg.lstsq(a, b).solution
        least.append((a @ line - b).square().mean())
    return to_array(torch.stack(least))


def contour(plot: str, split: Split) -> Grid:
    """The first member's loss over slopes (across) and offsets (up), as its logarithm."""
    w, b = torch.meshgrid(
        torch.linspace(*SLOPES, CELLS), torch.linspace(*OFFSETS, CELLS), indexing="xy"
    )
    x, y = split.x[0].flatten(), split.y[0].flatten()
    loss = (w[..., None] * x + b[..., None] - y).square().mean(dim=-1)
    rows = to_array(loss.add(0.01).log10())
    label = Words("log₁₀(perte + 0,01)", "log₁₀(loss + 0.01)")
    return Grid(plot, "loss", label, SLOPES, OFFSETS, tuple(map(numbers, rows)))
