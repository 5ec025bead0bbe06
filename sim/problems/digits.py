"""Real handwritten digits of 8 × 8 pixels, kept with the app (`sim/data/README.md`)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from sim.randomness import Members
from sim.training.datasets import Data, Split, shared, take

FILE = Path(__file__).parent.parent / "data" / "digits.npz"
CLASSES = 10
SIDE = 8
WHITE = 16.0


@cache
def images() -> tuple[Tensor, Tensor]:
    """All of them: pixels from 0 to 1, ``(1797, 64)``, and classes ``(1797,)``."""
    with np.load(FILE) as stored:
        x = torch.from_numpy(stored["pixels"]).float() / WHITE
        y = torch.from_numpy(stored["classes"]).long()
    return x, y


def digits(members: Members, *, train: int, validation: int = 500) -> Data:
    """Each member's own draw of digits, none in both parts.

    Args:
        members: The seeds.
        train: Examples to learn from.
        validation: Examples to judge by; with `train` at most 1,797.
    """
    x, y = images()
    order = members.streams("digits").permutations(len(y))
    chosen = order[:, : train + validation]
    x, y = (take(shared(part, members.count), chosen) for part in (x, y))
    return Data(
        Split(x[:, validation:], y[:, validation:]), Split(x[:, :validation], y[:, :validation])
    )
