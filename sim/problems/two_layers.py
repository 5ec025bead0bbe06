"""The 2-2-2 network of the backpropagation slides, worked by hand in double precision.

Two inputs, two hidden sigmoids, two outputs, one bias shared by each layer. Unless chosen
otherwise, the outputs are sigmoids and ``E = ½ Σ (y − a)²``. The numbers are those of Mazur's "A
step by step backpropagation example", which the slides follow; the second example mirrors the
first.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean

from sim.problems.two_layers_outputs import OUTPUTS, Output, sigmoid, sigmoid_slope

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
class Example:
    """Inputs x, and the targets y of the two outputs."""

    inputs: tuple[float, float]
    targets: tuple[float, float]


FIRST = Example((0.05, 0.10), (0.01, 0.99))
MIRRORED = Example((0.10, 0.05), (0.99, 0.01))
BATCHES = {"one": (FIRST,), "copied": (FIRST, FIRST), "pair": (FIRST, MIRRORED)}
INPUTS, TARGETS = FIRST.inputs, FIRST.targets


@dataclass(frozen=True, slots=True)
class Forward:
    """What a forward pass leaves: sums z, activations a, and the error of each output."""

    example: Example
    output: Output
    z_hidden: tuple[float, float]
    a_hidden: tuple[float, float]
    z_out: tuple[float, float]
    a_out: tuple[float, float]
    errors: tuple[float, float]

    @property
    def error(self) -> float:
        """E, the sum over both outputs."""
        return sum(self.errors)


def forward(
    p: Parameters, example: Example = FIRST, *, output: Output = OUTPUTS["half"]
) -> Forward:
    """From the inputs to the error."""
    (x1, x2), (y1, y2) = example.inputs, example.targets
    h1 = p["w1"] * x1 + p["w2"] * x2 + p["b1"]
    h2 = p["w3"] * x1 + p["w4"] * x2 + p["b1"]
    a1, a2 = sigmoid(h1), sigmoid(h2)
    o1 = p["w5"] * a1 + p["w6"] * a2 + p["b2"]
    o2 = p["w7"] * a1 + p["w8"] * a2 + p["b2"]
    out = output.answer(o1), output.answer(o2)
    errors = output.error(o1, y1), output.error(o2, y2)
    return Forward(example, output, (h1, h2), (a1, a2), (o1, o2), out, errors)


@dataclass(frozen=True, slots=True)
class Backward:
    """Error signals δ = ∂E/∂z, what reaches each hidden activation, and all ten derivatives."""

    delta_out: tuple[float, float]
    to_hidden: tuple[float, float]
    delta_hidden: tuple[float, float]
    gradient: Parameters


def backward(p: Parameters, f: Forward) -> Backward:
    """From the error back to every parameter: a sum wherever several paths meet."""
    d1, d2 = (f.output.delta(a, y) for a, y in zip(f.a_out, f.example.targets, strict=True))
    to1 = d1 * p["w5"] + d2 * p["w7"]
    to2 = d1 * p["w6"] + d2 * p["w8"]
    a1, a2 = f.a_hidden
    h1, h2 = to1 * sigmoid_slope(a1), to2 * sigmoid_slope(a2)
    x1, x2 = f.example.inputs
    signals = {"w1": (h1, x1), "w2": (h1, x2), "w3": (h2, x1), "w4": (h2, x2)}
    signals |= {"w5": (d1, a1), "w6": (d1, a2), "w7": (d2, a1), "w8": (d2, a2)}
    gradient = {name: delta * reached for name, (delta, reached) in signals.items()}
    gradient |= {"b1": h1 + h2, "b2": d1 + d2}
    return Backward((d1, d2), (to1, to2), (h1, h2), gradient)


@dataclass(frozen=True, slots=True)
class Batch:
    """What the network learns from: its error E is the mean of those of the examples."""

    examples: tuple[Example, ...] = (FIRST,)
    output: Output = OUTPUTS["half"]

    def passes(self, p: Parameters) -> list[tuple[Forward, Backward]]:
        """Both passes of each example."""
        forwards = [forward(p, example, output=self.output) for example in self.examples]
        return [(f, backward(p, f)) for f in forwards]

    def error(self, p: Parameters) -> float:
        """E."""
        return fmean(forward(p, example, output=self.output).error for example in self.examples)

    def gradient(self, p: Parameters) -> Parameters:
        """All ten derivatives of E: each the mean of those of the examples."""
        gradients = [back.gradient for _, back in self.passes(p)]
        return {name: fmean(gradient[name] for gradient in gradients) for name in p}

    def central_difference(self, p: Parameters, name: str) -> float:
        """(E(θ + h) − E(θ − h)) / 2h, which knows nothing of the chain rule."""
        up, down = (self.error({**p, name: p[name] + step}) for step in (GAP, -GAP))
        return (up - down) / (2 * GAP)


def stepped(p: Parameters, gradient: Parameters, *, rate: float, has_biases: bool) -> Parameters:
    """θ − η ∂E/∂θ for all parameters at once, or for the weights only."""
    return {
        name: value - rate * gradient[name] if has_biases or name in WEIGHTS else value
        for name, value in p.items()
    }
