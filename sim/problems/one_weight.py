"""One weight that is handed its gradients: what each optimiser makes of them, step by step."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch

from sim.nn.optimisers import EPSILON, Optimiser
from sim.nn.recipe import Method
from sim.pictures import Table
from sim.training.curves import Array
from sim.words import Words, same

START = 1.0
ADAM_KEEPS = 0.999
SIGNALS: dict[str, Callable[[int], float]] = {
    "constant": lambda step: 1.0,
    "alternating": lambda step: (-1.0) ** step,
    "pulse": lambda step: float(step == 0),
    "none": lambda step: 0.0,
}


def gradients(signal: str, size: float, steps: int) -> Array:
    """The gradient of each step, ``(steps,)``: one of `SIGNALS` times a size."""
    return np.array([size * SIGNALS[signal](step) for step in range(steps)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How a weight w is moved.

    Attributes:
        rate: η.
        beta: γ of momentum, β of RMSProp, β₁ of Adam.
        method: The optimiser.
        penalty: λ of a penalty ½ λ w², whose derivative joins the gradient.
        decay: λ of AdamW.
        frozen: λ of a faulty decay, which takes η λ off for the weight of the start.
    """

    rate: float
    beta: float
    method: Method = Method.ADAM
    penalty: float = 0.0
    decay: float = 0.0
    frozen: float = 0.0

    def optimiser(self, weight: torch.Tensor) -> Optimiser:
        """The one that training uses, over ``(1, 1)``."""
        second = self.beta if self.method is Method.RMSPROP else ADAM_KEEPS
        decay = torch.full_like(weight, self.decay) if self.decay else None
        return Optimiser(
            self.method, weight, [self.rate], momentum=self.beta, second=second, decay=decay
        )


def walk(rule: Rule, given: Sequence[float] | Array) -> Array:
    """Where the weight is before the first step and after each, ``(steps + 1,)``."""
    return np.array([START, *walking(rule, given)])


def walking(rule: Rule, given: Sequence[float] | Array) -> Iterator[float]:
    """Where it is after each step, as the steps are taken."""
    weight = torch.full((1, 1), START, dtype=torch.float64)
    optimiser = rule.optimiser(weight)
    for gradient in given:
        optimiser.step(gradient + rule.penalty * weight)
        weight -= rule.rate * rule.frozen * START
        yield weight.item()


def averaged(rate: float, beta: float, given: Sequence[float] | Array) -> Array:
    """As `walk`, by the other writing of momentum: v ← β v + (1 − β) g, then w ← w − η v."""
    weight, mean = START, 0.0
    visited = [weight]
    for gradient in given:
        mean = beta * mean + (1 - beta) * float(gradient)
        weight -= rate * mean
        visited.append(weight)
    return np.array(visited)


def uncorrected(rate: float, beta: float, given: Sequence[float] | Array) -> Array:
    """As `walk`, by Adam without the correction of what its averages lack at the start."""
    weight, mean, square = START, 0.0, 0.0
    visited = [weight]
    for gradient in map(float, given):
        mean = beta * mean + (1 - beta) * gradient
        square = ADAM_KEEPS * square + (1 - ADAM_KEEPS) * gradient**2
        weight -= rate * mean / (math.sqrt(square) + EPSILON)
        visited.append(weight)
    return np.array(visited)


IN_NUMBERS = Words("Les pas, en nombres", "The steps, in numbers")


def kept(method: Method) -> float:
    """How many numbers an optimiser remembers for each parameter, its step counter aside."""
    parameters = torch.zeros(1, 5)
    state = Optimiser(method, parameters, [0.1]).state()
    found = sum(tensor.numel() for tensor in state.values() if tensor.shape == parameters.shape)
    return found / parameters.numel()


def steps_table(plot: str, labels: Mapping[str, Words], measured: Mapping[str, float]) -> Table:
    """A row an optimiser: its first and last step, how far it went, what it has to remember."""
    columns = (
        Words("optimiseur", "optimiser"),
        Words("premier pas ÷ η", "first step ÷ η"),
        Words("dernier pas ÷ η", "last step ÷ η"),
        Words("déplacement du poids", "how far the weight moved"),
        Words("nombres gardés par paramètre", "numbers kept per parameter"),
    )
    rows: tuple[tuple[Words | float, ...], ...] = tuple(
        (
            label,
            *(float(measured[f"{what}_{name}"]) for what in ("first", "last", "moved")),
            measured.get(f"kept_{name}", same("—")),
        )
        for name, label in labels.items()
    )
    return Table(plot, "steps", IN_NUMBERS, columns, rows)
