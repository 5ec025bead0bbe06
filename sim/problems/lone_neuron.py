"""A single sigmoid neuron that should answer 1 and starts out sure of 0."""

from __future__ import annotations

import numpy as np

from sim.training.curves import Array

LOSSES = ("mse", "bce")


def sigmoid(z: Array) -> Array:
    """``1 / (1 + e^−z)``, for any z without overflow."""
    return np.asarray(0.5 * (1 + np.tanh(0.5 * z)))


def gradients(z: Array) -> Array:
    """By z, for the target 1: of (σ − 1)², which is 2 (σ − 1) σ', and of −ln σ, which is σ − 1.

    Args:
        z: One a loss, in the order of `LOSSES`: ``(2,)``.
    """
    answer = sigmoid(z)
    error = answer - 1
    return np.asarray(error * np.array([2 * answer[0] * (1 - answer[0]), 1.0]))


def answers(start: float, rate: float, steps: int) -> Array:
    """What gradient descent on z makes the neuron answer, ``(2, steps + 1)``.

    Args:
        start: First z.
        rate: η.
        steps: How many.
    """
    z = np.full(2, start)
    path = [z]
    for _ in range(steps):
        z = z - rate * gradients(z)
        path.append(z)
    return sigmoid(np.stack(path, axis=1))
