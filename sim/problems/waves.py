"""A wave to be fitted from a few noisy points: regression that the eye can judge."""

from __future__ import annotations

import torch
from torch import Tensor

from sim.randomness import Members
from sim.training.datasets import Data, Split, shared

FREQUENCY = 4.0


def wave(x: Tensor) -> Tensor:
    """The truth, ``sin 4x``."""
    return (FREQUENCY * x).sin()


def noisy_wave(members: Members, *, train: int, validation: int, noise: float) -> Data:
    """Evenly spaced points of `wave` from −1 to 1, ``(members, examples, 1)``.

    Only the examples to learn from are noisy, and the noise is each member's own; what judges is
    the truth itself, so that a loss of 0 means the wave was found.

    Args:
        members: The seeds.
        train: Examples to learn from, at least 2.
        validation: Examples to judge by, at least 2.
        noise: Standard deviation of what is added to the answers learnt from.
    """
    x, places = (shared(_spaced(count), members.count) for count in (train, validation))
    answers = wave(x) + noise * members.streams("wave").normal(train, 1)
    return Data(Split(x, answers), Split(places, wave(places)))


def _spaced(count: int) -> Tensor:
    return torch.linspace(-1, 1, count).unsqueeze(1)
