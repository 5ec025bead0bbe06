"""Gradient descent, momentum, RMSProp and Adam on one weight, by their formulas."""

import math
from collections.abc import Callable, Iterator, Sequence

GAMMA, BETA, BETA_1, BETA_2 = 0.9, 0.9, 0.9, 0.999


def descent(slope: Callable[[float], float], x: float, rate: float, steps: int) -> float:
    for _ in range(steps):
        x -= rate * slope(x)
    return x


def momentum(gradients: Sequence[float], rate: float, share: float = GAMMA) -> list[float]:
    """The velocity after each gradient, by v ← γv + ηg."""
    velocities = [0.0]
    for gradient in gradients:
        velocities.append(share * velocities[-1] + rate * gradient)
    return velocities[1:]


def rolling(start: float, rate: float, steps: int) -> Iterator[tuple[float, float]]:
    """Position and velocity of momentum on x², after each step."""
    x, v = start, 0.0
    for _ in range(steps):
        v = GAMMA * v + rate * 2 * x
        x -= v
        yield x, v


def rmsprop(gradients: Sequence[float], rate: float, share: float = BETA) -> float:
    """The last step, with ε = 0."""
    square = 0.0
    for gradient in gradients:
        square = share * square + (1 - share) * gradient**2
    return rate * gradients[-1] / math.sqrt(square)


def moments(gradients: Sequence[float]) -> tuple[float, float]:
    m = v = 0.0
    for gradient in gradients:
        m = BETA_1 * m + (1 - BETA_1) * gradient
        v = BETA_2 * v + (1 - BETA_2) * gradient**2
    return m, v


def adam(gradients: Sequence[float], rate: float = 0.001) -> float:
    """The last step, with ε = 0: from the paper's formulas."""
    m, v = moments(gradients)
    t = len(gradients)
    return rate * (m / (1 - BETA_1**t)) / math.sqrt(v / (1 - BETA_2**t))
