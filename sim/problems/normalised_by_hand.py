"""Small batches normalised by the very layers that train, to be worked out by hand."""

from __future__ import annotations

import torch
from torch import Tensor

from sim.nn.layers import StackedBatchNorm, StackedLayerNorm
from sim.pictures import Table
from sim.words import Words, same

COLUMN = (1.0, 2.0, 3.0, 4.0)
ROWS = ((1.0, 2.0, 3.0), (4.0, 5.0, 9.0))


@torch.no_grad()
def by_batch(rows: Tensor) -> Tensor:
    """BatchNorm of one batch, ``(examples, units)`` to the same: column by column."""
    return StackedBatchNorm(1, rows.shape[1])(rows[None])[0]  # type: ignore[no-any-return]


@torch.no_grad()
def by_example(rows: Tensor) -> Tensor:
    """LayerNorm of the same: row by row."""
    return StackedLayerNorm(1, rows.shape[1])(rows[None])[0]  # type: ignore[no-any-return]


def table(plot: str) -> Table:
    """The worked example, an example a row."""
    given = torch.tensor(ROWS)
    norms = {"BatchNorm": by_batch(given), "LayerNorm": by_example(given)}
    rows = [
        (Words(f"{name}, exemple {row + 1}", f"{name}, example {row + 1}"), *found.tolist())
        for name, outputs in norms.items()
        for row, found in enumerate(outputs)
    ]
    return Table(
        plot,
        "worked",
        Words("Le lot (1 ; 2 ; 3), (4 ; 5 ; 9)", "The batch (1, 2, 3), (4, 5, 9)"),
        (Words("normalisation", "normalisation"), *(same(f"x{n}") for n in "₁₂₃")),
        tuple(rows),
    )
