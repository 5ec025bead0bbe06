"""A single sigmoid neuron that should answer 1 and starts out sure of 0."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from sim.pictures import Table
from sim.training.curves import Array
from sim.words import Words

LOSSES = ("mse", "bce")


def sigmoid(z: Array) -> Array:
    """``1 / (1 + e^−z)``, for any z without overflow."""
    return np.asarray(0.5 * (1 + np.tanh(0.5 * z)))


def gradients(z: Array) -> Array:
    """By z, for the target 1: of (σ − 1)², which is 2 (σ − 1) σ', and of −ln σ, which is σ − 1.

    Args:
        z: One a loss, in the order of `LOSSES`: ``(2,)``.
    """
    return np.array([_slope_mse(float(z[0])), _slope_bce(float(z[1]))])


def answers(start: float, rate: float, steps: int) -> Array:
    """What gradient descent on z makes the neuron answer, ``(2, steps + 1)``.

    Args:
        start: First z.
        rate: η.
        steps: How many.
    """
    walked = [_walk(start, rate, steps, slope) for slope in (_slope_mse, _slope_bce)]
    return sigmoid(np.array(walked))


def first_costs(plot: str, answered: Array) -> Table:
    """What its first answer costs, its target being 1, by each loss.

    Args:
        plot: Key of the sheet that holds the table.
        answered: As `answers` gives them.
    """
    answer = float(answered[0, 0])
    rows = (
        (Words("réponse σ(z) au départ", "first answer σ(z)"), answer),
        (Words("entropie croisée, −ln σ(z)", "cross-entropy, −ln σ(z)"), -math.log(answer)),
        (Words("erreur quadratique, (1 − σ(z))²", "squared error, (1 − σ(z))²"), (1 - answer) ** 2),
    )
    label = Words("Ce que coûte sa première réponse", "What its first answer costs")
    return Table(
        plot, "cost", label, (Words("grandeur", "quantity"), Words("valeur", "value")), rows
    )


def _walk(start: float, rate: float, steps: int, slope: Callable[[float], float]) -> list[float]:
    """One number at a time in plain Python: NumPy takes ten times as long over so few."""
    path = [start]
    for _ in range(steps):
        path.append(path[-1] - rate * slope(path[-1]))
    return path


def _slope_mse(z: float) -> float:
    answer = 0.5 * (1 + math.tanh(0.5 * z))
    return 2 * (answer - 1) * answer * (1 - answer)


def _slope_bce(z: float) -> float:
    return 0.5 * (1 + math.tanh(0.5 * z)) - 1
