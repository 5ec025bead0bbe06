"""The 2-2-2 network of the backpropagation slides, worked by hand in double precision.

Two inputs, two hidden and two output sigmoids, one bias shared by each layer, ``E = ½ Σ (y − a)²``.
The numbers are those of Mazur's "A step by step backpropagation example", which the slides follow.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

INPUTS = (0.05, 0.10)
TARGETS = (0.01, 0.99)
START = {
    "w1": 0.15,
    "w2": 0.20,
    "w3": 0.25,
    "w4": 0.30,
    "w5": 0.40,
    "w6": 0.45,
    "w7": 0.50,
    "w8": 0.55,
    "b1": 0.35,
    "b2": 0.60,
}
WEIGHTS = tuple(name for name in START if name.startswith("w"))
GAP = 1e-5
Parameters = dict[str, float]


@dataclass(frozen=True, slots=True)
class Forward:
    """What a forward pass leaves: sums z, activations a, and the error of each output."""

    z_hidden: tuple[float, float]
    a_hidden: tuple[float, float]
    z_out: tuple[float, float]
    a_out: tuple[float, float]
    errors: tuple[float, float]

    @property
    def error(self) -> float:
        """E, the sum over both outputs."""
        return sum(self.errors)


def sigmoid(z: float) -> float:
    """1 / (1 + e^−z), without overflow."""
    return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))


def forward(p: Parameters) -> Forward:
    """From the inputs to the error."""
    h1 = p["w1"] * INPUTS[0] + p["w2"] * INPUTS[1] + p["b1"]
    h2 = p["w3"] * INPUTS[0] + p["w4"] * INPUTS[1] + p["b1"]
    a1, a2 = sigmoid(h1), sigmoid(h2)
    o1 = p["w5"] * a1 + p["w6"] * a2 + p["b2"]
    o2 = p["w7"] * a1 + p["w8"] * a2 + p["b2"]
    out = sigmoid(o1), sigmoid(o2)
    errors = 0.5 * (TARGETS[0] - out[0]) ** 2, 0.5 * (TARGETS[1] - out[1]) ** 2
    return Forward((h1, h2), (a1, a2), (o1, o2), out, errors)


@dataclass(frozen=True, slots=True)
class Backward:
    """Error signals δ = ∂E/∂z, what reaches each hidden activation, and all ten derivatives."""

    delta_out: tuple[float, float]
    to_hidden: tuple[float, float]
    delta_hidden: tuple[float, float]
    gradient: Parameters


def backward(p: Parameters, f: Forward) -> Backward:
    """From the error back to every parameter: a sum wherever several paths meet."""
    d1, d2 = ((a - y) * a * (1 - a) for a, y in zip(f.a_out, TARGETS, strict=True))
    to1 = d1 * p["w5"] + d2 * p["w7"]
    to2 = d1 * p["w6"] + d2 * p["w8"]
    a1, a2 = f.a_hidden
    h1, h2 = to1 * a1 * (1 - a1), to2 * a2 * (1 - a2)
    signals = {
        "w1": (h1, INPUTS[0]),
        "w2": (h1, INPUTS[1]),
        "w3": (h2, INPUTS[0]),
        "w4": (h2, INPUTS[1]),
    }
    signals |= {"w5": (d1, a1), "w6": (d1, a2), "w7": (d2, a1), "w8": (d2, a2)}
    gradient = {name: delta * reached for name, (delta, reached) in signals.items()}
    gradient |= {"b1": h1 + h2, "b2": d1 + d2}
    return Backward((d1, d2), (to1, to2), (h1, h2), gradient)


def central_difference(p: Parameters, name: str) -> float:
    """(E(θ + h) − E(θ − h)) / 2h, which knows nothing of the chain rule."""
    up, down = ({**p, name: p[name] + step} for step in (GAP, -GAP))
    return (forward(up).error - forward(down).error) / (2 * GAP)


def stepped(p: Parameters, gradient: Parameters, *, rate: float, has_biases: bool) -> Parameters:
    """θ − η ∂E/∂θ for all parameters at once, or for the weights only."""
    return {
        name: value - rate * gradient[name] if has_biases or name in WEIGHTS else value
        for name, value in p.items()
    }
