"""What a matrix costs in memory and in time, stored whole or by its non-zero entries only."""

from __future__ import annotations

import statistics
import time
import warnings
from dataclasses import dataclass

import torch
from torch import Tensor

BATCH = 32
REPEATS = 3
FLOAT_BYTES = 4
INDEX_BYTES = 8


@dataclass(frozen=True, slots=True)
class Cost:
    """Bytes held and seconds for one product with a batch, in each storage."""

    dense_bytes: int
    sparse_bytes: int
    dense_seconds: float
    sparse_seconds: float


def cost(size: int, density: float, generator: torch.Generator) -> Cost:
    """Of one random matrix ``(size, size)`` times a batch of 32 columns, on this machine's CPU.

    Args:
        size: Rows and columns.
        density: Share of the entries that are not zero, exactly, rounded to one entry.
        generator: Of the entries and of where they are.
    """
    dense = matrix(size, density, generator)
    batch = torch.randn(size, BATCH, generator=generator)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Sparse CSR tensor support", UserWarning)
        sparse = dense.to_sparse_csr()
    return Cost(
        dense.numel() * dense.element_size(),
        held_bytes(sparse),
        seconds(dense, batch),
        seconds(sparse, batch),
    )


def matrix(size: int, density: float, generator: torch.Generator) -> Tensor:
    """Normal entries at so many places, zeros elsewhere, ``(size, size)``."""
    values = torch.randn(size * size, generator=generator)
    order = torch.randperm(size * size, generator=generator)
    values[order[round(density * size * size) :]] = 0
    return values.view(size, size)


def held_bytes(sparse: Tensor) -> int:
    """Bytes of compressed sparse rows: values, the column of each, and where each row starts."""
    parts = (sparse.values(), sparse.col_indices(), sparse.crow_indices())
    return sum(part.numel() * part.element_size() for part in parts)


def seconds(left: Tensor, right: Tensor) -> float:
    """Median time of a product, in seconds; a first one, not timed, warms the caches."""
    taken = []
    for _ in range(REPEATS + 1):
        start = time.perf_counter()
        left @ right
        taken.append(time.perf_counter() - start)
    return statistics.median(taken[1:])


def break_even(size: int) -> float:
    """Density at which compressed rows hold as many bytes as the whole matrix."""
    left = FLOAT_BYTES * size * size - INDEX_BYTES * (size + 1)
    return left / ((FLOAT_BYTES + INDEX_BYTES) * size * size)
