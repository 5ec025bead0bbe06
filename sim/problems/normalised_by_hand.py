"""Small batches normalised by the very layers that train, to be worked out by hand."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from sim.declaration import Measures
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


def measures(members: int) -> Measures:
    """What cards ask of the worked examples, the same for all members."""
    column = by_batch(torch.tensor(COLUMN)[:, None]).flatten().tolist()
    rows = torch.tensor(ROWS)
    found = {
        "column_first": column[0],
        "batch_first": float(by_batch(rows)[0, 0]),
        "layer_last": float(by_example(rows)[0, -1]),
    }
    return {name: np.full(members, value) for name, value in found.items()}


def tables(plot: str) -> tuple[Table, Table]:
    """The worked examples: three features of two examples, then one feature of four."""
    return _rows(plot), _column(plot)


def _column(plot: str) -> Table:
    found = by_batch(torch.tensor(COLUMN)[:, None]).flatten().tolist()
    return Table(
        plot,
        "column",
        Words("Une caractéristique sur un lot de quatre", "One feature over a batch of four"),
        (Words("exemple", "example"), same("x"), same("BatchNorm")),
        tuple(
            (same(str(place)), x, y)
            for place, (x, y) in enumerate(zip(COLUMN, found, strict=True), 1)
        ),
    )


def _rows(plot: str) -> Table:
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
