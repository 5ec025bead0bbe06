"""An RNN of one number, small enough to be followed by hand, and its gradient over 100 steps."""

from __future__ import annotations

from dataclasses import dataclass

import torch

from sim.pictures import Table
from sim.words import Words, same

EXAMPLE = (1.0, 0.0, 0.0)
INPUT_WEIGHT, BIAS = 0.5, 0.1
LONG = 100


def states(weight: float, *, is_reset: bool) -> tuple[float, ...]:
    """``h_t = tanh(0.5 x_t + w h_{t−1} + 0.1)`` for x = 1, 0, 0, from 0.

    Args:
        weight: The recurrent weight w.
        is_reset: Whether h is put back to 0 before each element, by mistake.
    """
    h = torch.zeros((), dtype=torch.float64)
    found = []
    for x in EXAMPLE:
        kept = torch.zeros_like(h) if is_reset else h
        h = torch.tanh(INPUT_WEIGHT * x + weight * kept + BIAS)
        found.append(float(h))
    return tuple(found)


def long_gradient(weight: float) -> float:
    """Derivative of h₁₀₀ by h₀ where ``h_t = w h_{t−1}``, back through the 100 steps."""
    start = torch.ones((), dtype=torch.float64, requires_grad=True)
    h = start
    for _ in range(LONG):
        h = weight * h
    (slope,) = torch.autograd.grad(h, start)
    return float(slope)


@dataclass(frozen=True, slots=True)
class ScalarRNN:
    """The RNN of one number.

    Attributes:
        weight: The recurrent weight w.
        is_reset: Whether h is put back to 0 before each element, by mistake.
    """

    weight: float
    is_reset: bool

    def measures(self) -> dict[str, float]:
        """The state after each step, and what 100 steps without tanh make of a gradient."""
        after = states(self.weight, is_reset=self.is_reset)
        found = {f"state_{step}": h for step, h in enumerate(after, start=1)}
        return found | {"long_gradient": long_gradient(self.weight)}

    def table(self) -> Table:
        """The same, a row a step."""
        *after, gradient = self.measures().values()
        columns = (Words("pas t", "step t"), same("xₜ"), same("hₜ"))
        read = enumerate(zip(EXAMPLE, after, strict=True), start=1)
        rows: tuple[tuple[Words | float, ...], ...] = (
            *((same(str(step)), x, h) for step, (x, h) in read),
            (Words("∂h₁₀₀/∂h₀, sans tanh", "∂h₁₀₀/∂h₀, without tanh"), same(""), gradient),
        )
        label = Words("Un RNN à un seul nombre", "An RNN of a single number")
        return Table("scalar", "scalar", label, columns, rows)
