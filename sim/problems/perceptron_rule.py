"""The perceptron's rule on logic gates of two inputs, one example at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

INPUTS = ((1, 1), (1, -1), (-1, 1), (-1, -1))
TARGETS = {
    "and": (1, -1, -1, -1),
    "or": (1, 1, 1, -1),
    "nand": (-1, 1, 1, 1),
    "xor": (-1, 1, 1, -1),
}
Weight = tuple[float, float, float]
NEARBY = 1e-6


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


def cost(problem: str, w: Weight) -> float:
    """What the perceptron makes smaller: mean of max(0, −y f(x)) over the four examples."""
    pairs = zip(INPUTS, TARGETS[problem], strict=True)
    return sum(max(0.0, -y * scored(w, x)) for x, y in pairs) / len(INPUTS)


def slope(w: Weight, x: tuple[int, int], y: int) -> Weight:
    """Of max(0, −y f(x)) by the weights, by central differences: exact away from its corner."""

    def costs(axis: int, step: float) -> float:
        moved = [value + step * (axis == place) for place, value in enumerate(w)]
        return max(0.0, -y * scored((moved[0], moved[1], moved[2]), x))

    found = [(costs(axis, NEARBY) - costs(axis, -NEARBY)) / (2 * NEARBY) for axis in range(3)]
    return found[0], found[1], found[2]


def step_over_descent(looks: Sequence[Look], rate: float) -> float:
    """Length of the rule's steps over that of descent's, −η times the slope, along the latter.

    Only examples whose score is not 0 count, for there the cost has a corner. 0 where descent
    would not move.
    """
    ours = theirs = 0.0
    before: Weight = (0.0, 0.0, 0.0)
    for look in looks:
        if look.score != 0:
            descent = [-rate * value for value in slope(before, look.x, look.y)]
            moves = [b - a for a, b in zip(before, look.weights, strict=True)]
            ours += sum(a * b for a, b in zip(moves, descent, strict=True))
            theirs += sum(value**2 for value in descent)
        before = look.weights
    return ours / theirs if theirs > 0 else 0.0
