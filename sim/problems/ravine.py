"""A ravine: a quadratic bowl far steeper across than along, turned by some angle."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from sim.nn.optimisers import Optimiser
from sim.nn.recipe import Method

START = (-3.0, 0.3)  # along the ravine, across it


@dataclass(frozen=True, slots=True)
class Ravine:
    """``½ (u² + κ v²)``, where u runs along the ravine and v across.

    Attributes:
        condition: κ, the ratio of the greatest curvature to the least one, which is 1.
        degrees: By how much the ravine is turned from the first axis.
    """

    condition: float
    degrees: float

    def start(self) -> Tensor:
        """Where descents begin, ``(2,)`` in double precision: turned with the ravine."""
        return self._turn() @ torch.tensor(START, dtype=torch.float64)

    def hessian(self) -> Tensor:
        """``(2, 2)`` in double precision."""
        curvatures = torch.tensor([1.0, self.condition], dtype=torch.float64)
        return self._turn() @ torch.diag(curvatures) @ self._turn().T

    def slope_angle(self) -> float:
        """Degrees between the steepest way down from the start and the way to the minimum."""
        start = self.start()
        gradient = start @ self.hessian()
        cosine = float(torch.nn.functional.cosine_similarity(gradient, start, dim=0))
        return math.degrees(math.acos(min(cosine, 1.0)))

    def _turn(self) -> Tensor:
        angle = math.radians(self.degrees)
        c, s = math.cos(angle), math.sin(angle)
        return torch.tensor([[c, -s], [s, c]], dtype=torch.float64)

    def loss(self, x: Tensor) -> Tensor:
        """At points ``(…, 2)``, shape ``(…)``."""
        return 0.5 * ((x @ self.hessian()) * x).sum(dim=-1)


def descents(
    ravine: Ravine,
    method: Method,
    rates: Sequence[float],
    steps: int,
    *,
    momentum: float,
    second: float,
) -> Tensor:
    """Where a method goes from the start with each of its rates.

    Args:
        ravine: What it goes down.
        method: The optimiser.
        rates: η of each descent.
        steps: How many.
        momentum: As of `Optimiser`.
        second: As of `Optimiser`.

    Returns:
        ``(rates, steps + 1, 2)``; not finite where it diverged.
    """
    hessian = ravine.hessian()
    x = ravine.start().repeat(len(rates), 1)
    optimiser = Optimiser(method, x, rates, momentum=momentum, second=second)
    visited = [x.clone()]
    for _ in range(steps):
        optimiser.step(x @ hessian)
        visited.append(x.clone())
    return torch.stack(visited, dim=1)


def steps_to_stay(loss: Tensor, share: float) -> Tensor:
    """From which step on a loss stays at or under a share of its first value.

    Args:
        loss: ``(descents, steps + 1)``.
        share: Such as 1e-6.

    Returns:
        ``(descents,)``, infinite where it is above at the end, or no number.
    """
    is_above = ~(loss <= share * loss[:, :1])  # NaN is above
    reached = is_above.shape[1] - is_above.flip(1).int().argmax(dim=1)
    reached = torch.where(is_above.any(dim=1), reached, 0).double()
    return torch.where(is_above[:, -1], torch.inf, reached)
