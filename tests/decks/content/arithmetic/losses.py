"""Losses of one answer, their gradients, and the steps that these make."""

import itertools
import math
from collections.abc import Sequence

from tests.decks.content.arithmetic.activations import sigmoid, sigmoid_slope, softmax


def bce(target: float, answer: float) -> float:
    """Of one yes-or-no answer: what the probability given to what happened costs."""
    return -math.log(answer if target == 1 else 1 - answer)


def from_logits(logits: Sequence[float], k: int) -> float:
    """Cross-entropy from the definition: −ln p_k."""
    return -math.log(softmax(*logits)[k])


def squared_gradient(z: float) -> float:
    """Of (σ(z) − 1)² by z."""
    return 2 * (sigmoid(z) - 1) * sigmoid_slope(z)


def bce_gradient(z: float) -> float:
    """Of −ln σ(z) by z, as a central difference, so that it owes nothing to ŷ − y."""
    h = 1e-5
    return (bce(1, sigmoid(z + h)) - bce(1, sigmoid(z - h))) / (2 * h)


def steps_to(level: float, z: float, *, is_squared: bool) -> int:
    """Steps of η = 1 until a sigmoid neuron that should answer 1 gives more than `level`."""
    for step in itertools.count():
        if sigmoid(z) >= level:
            return step
        z -= squared_gradient(z) if is_squared else sigmoid(z) - 1
    raise AssertionError("a count has no end")
