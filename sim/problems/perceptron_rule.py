"""The perceptron's rule on logic gates of two inputs, one example at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

INPUTS = ((1, 1), (1, -1), (-1, 1), (-1, -1))
TARGETS = {
    "and": (1, -1, -1, -1),
    "or": (1, 1, 1, -1),
    "nand": (-1, 1, 1, 1),
    "xor": (-1, 1, 1, -1),
}
Weight = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Look:
    """One example seen: its score with the weights of then, and the weights that came of it."""

    epoch: int
    x: tuple[int, int]
    y: int
    score: float
    is_corrected: bool
    weights: Weight


def learn(problem: str, *, rule: str, rate: float, epochs: int) -> Iterator[Look]:
    """Go through the four examples until none needs a correction, from weights of zero.

    Args:
        problem: A key of `TARGETS`.
        rule: ``at_most`` to correct where y·f(x) ≤ 0, ``below`` where it is < 0.
        rate: η of ``w ← w + η y x``; the bias has the constant input 1.
        epochs: Rounds at most.

    Source: Rosenblatt 1958; convergence: Novikoff 1962.
    """
    counts = (0, 0, 0)  # whole, so that a score of zero is zero whatever η
    for epoch in range(1, epochs + 1):
        is_settled = True
        for x, y in zip(INPUTS, TARGETS[problem], strict=True):
            score = scored(counts, x)
            is_corrected = y * score <= 0 if rule == "at_most" else y * score < 0
            if is_corrected:
                counts = (counts[0] + y, counts[1] + y * x[0], counts[2] + y * x[1])
                is_settled = False
            weights = (rate * counts[0], rate * counts[1], rate * counts[2])
            yield Look(epoch, x, y, rate * score, is_corrected, weights)
        if is_settled:
            return


def scored(w: Weight, x: tuple[int, int]) -> float:
    """f(x) = w₀ + w₁ x₁ + w₂ x₂."""
    return w[0] + w[1] * x[0] + w[2] * x[1]
