"""Regression on many inputs of which few matter: the ground where L1 is at home."""

from __future__ import annotations

import torch

from sim.nn.products import product
from sim.randomness import Members
from sim.training.datasets import Data, Split

INPUTS = 20
SMALLEST, LARGEST = 0.5, 1.5


def sparse(members: Members, *, train: int, validation: int, useful: int, noise: float) -> Data:
    """Normal inputs ``(members, examples, 20)``; the answer is a weighted sum of the first ones.

    Each member has its own true weights, of either sign and between 0.5 and 1.5 in size.

    Args:
        members: The seeds.
        train: Examples to learn from.
        validation: Examples to judge by.
        useful: How many inputs matter, from 0 to 20; the others have a true weight of 0.
        noise: Standard deviation of what is added to each answer.
    """
    streams = members.streams("sparse")
    truth = streams.uniform(INPUTS, 1, low=SMALLEST, high=LARGEST)
    truth *= torch.where(streams.uniform(INPUTS, 1) < 0.5, -1.0, 1.0)
    truth[:, useful:] = 0.0

    def split(examples: int) -> Split:
        x = streams.normal(examples, INPUTS)
        return Split(x, product(x, truth) + noise * streams.normal(examples, 1))

    return Data(split(train), split(validation))
