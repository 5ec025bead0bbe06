"""What the two outputs of the worked network may be, and how each of their errors is measured."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from sim.words import Words

OfTwo = Callable[[float, float], float]


@dataclass(frozen=True, slots=True)
class Output:
    """An output unit, and the error of its answer.

    Attributes:
        label: As a setting says it.
        answer: a, from z.
        slope: ∂a/∂z, from a.
        error: From z and the target y.
        by_answer: ∂error/∂a, from a and y.
        delta: ∂error/∂z, from a and y, in its simplest form: what divides by zero is gone.
    """

    label: Words
    answer: Callable[[float], float]
    slope: Callable[[float], float]
    error: OfTwo
    by_answer: OfTwo
    delta: OfTwo


def sigmoid(z: float) -> float:
    """1 / (1 + e^−z), without overflow."""
    return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))


def sigmoid_slope(a: float) -> float:
    """Of a sigmoid that answers a."""
    return a * (1 - a)


def _tanh_slope(a: float) -> float:
    return 1 - a**2


def cross_entropy(z: float, y: float) -> float:
    """−y ln a − (1 − y) ln(1 − a) of a = σ(z), for any z: ln(1 + e^z) − y z."""
    return max(z, 0.0) + math.log1p(math.exp(-abs(z))) - y * z


def _cross_entropy_by_answer(a: float, y: float) -> float:
    """Without end where the answer was rounded to 0 or to 1."""
    return -y / a + (1 - y) / (1 - a) if 0 < a < 1 else math.copysign(math.inf, a - y)


OUTPUTS = {
    "half": Output(
        Words("sigmoïde, ½ (y − a)²", "sigmoid, ½ (y − a)²"),
        answer=sigmoid,
        slope=sigmoid_slope,
        error=lambda z, y: 0.5 * (y - sigmoid(z)) ** 2,
        by_answer=lambda a, y: a - y,
        delta=lambda a, y: (a - y) * sigmoid_slope(a),
    ),
    "full": Output(
        Words("sigmoïde, (y − a)² sans ½", "sigmoid, (y − a)² without ½"),
        answer=sigmoid,
        slope=sigmoid_slope,
        error=lambda z, y: (y - sigmoid(z)) ** 2,
        by_answer=lambda a, y: 2 * (a - y),
        delta=lambda a, y: 2 * (a - y) * sigmoid_slope(a),
    ),
    "bce": Output(
        Words("sigmoïde, entropie croisée (BCE)", "sigmoid, cross-entropy (BCE)"),
        answer=sigmoid,
        slope=sigmoid_slope,
        error=cross_entropy,
        by_answer=_cross_entropy_by_answer,
        delta=lambda a, y: a - y,
    ),
    "tanh": Output(
        Words("tanh, (y − a)² sans ½", "tanh, (y − a)² without ½"),
        answer=math.tanh,
        slope=_tanh_slope,
        error=lambda z, y: (y - math.tanh(z)) ** 2,
        by_answer=lambda a, y: 2 * (a - y),
        delta=lambda a, y: 2 * (a - y) * _tanh_slope(a),
    ),
}
