"""The worked 2-2-2 network of chapter 5: both passes by hand, and steps down its error.

It is that of Mazur, "A Step by Step Backpropagation Example" (2015).
"""

from typing import NamedTuple

from tests.decks.content.arithmetic.activations import sigmoid

X, Y, RATE = (0.05, 0.10), (0.01, 0.99), 0.5
START = {
    "w1": 0.15,
    "w2": 0.20,
    "w3": 0.25,
    "w4": 0.30,
    "b1": 0.35,
    "w5": 0.40,
    "w6": 0.45,
    "w7": 0.50,
    "w8": 0.55,
    "b2": 0.60,
}
Parameters = dict[str, float]


class Pass(NamedTuple):
    """Both passes through the 2-2-2 network.

    Attributes:
        z: The sum of each unit, ``h1`` to ``o2``.
        a: Its activation.
        errors: ½ (y − a)² of both outputs.
        by_a: Derivative of the error by each activation.
        slope: σ′ at each unit.
        delta: The signal of each, their product.
        gradient: Derivative by each parameter, ``w1`` to ``b2``.
    """

    z: dict[str, float]
    a: dict[str, float]
    errors: tuple[float, float]
    by_a: dict[str, float]
    slope: dict[str, float]
    delta: dict[str, float]
    gradient: Parameters

    @property
    def error(self) -> float:
        return sum(self.errors)


def both_passes(p: Parameters) -> Pass:
    """Forward and back, a product along each path and a sum over paths."""
    z = {
        "h1": p["w1"] * X[0] + p["w2"] * X[1] + p["b1"],
        "h2": p["w3"] * X[0] + p["w4"] * X[1] + p["b1"],
    }
    a = {unit: sigmoid(z[unit]) for unit in ("h1", "h2")}
    z["o1"] = p["w5"] * a["h1"] + p["w6"] * a["h2"] + p["b2"]
    z["o2"] = p["w7"] * a["h1"] + p["w8"] * a["h2"] + p["b2"]
    a |= {unit: sigmoid(z[unit]) for unit in ("o1", "o2")}
    slope = {unit: value * (1 - value) for unit, value in a.items()}
    by_a = {"o1": a["o1"] - Y[0], "o2": a["o2"] - Y[1]}
    delta = {unit: by_a[unit] * slope[unit] for unit in by_a}
    by_a["h1"] = delta["o1"] * p["w5"] + delta["o2"] * p["w7"]
    by_a["h2"] = delta["o1"] * p["w6"] + delta["o2"] * p["w8"]
    delta |= {unit: by_a[unit] * slope[unit] for unit in ("h1", "h2")}
    read = {"h1": X, "h2": X, "o1": (a["h1"], a["h2"]), "o2": (a["h1"], a["h2"])}
    gradient = {
        f"w{2 * n + k + 1}": delta[unit] * read[unit][k]
        for n, unit in enumerate(("h1", "h2", "o1", "o2"))
        for k in range(2)
    }
    gradient |= {"b1": delta["h1"] + delta["h2"], "b2": delta["o1"] + delta["o2"]}
    errors = 0.5 * (Y[0] - a["o1"]) ** 2, 0.5 * (Y[1] - a["o2"]) ** 2
    return Pass(z, a, errors, by_a, slope, delta, gradient)


def walked(steps: int, *, biases: bool = True, rate: float = RATE) -> Parameters:
    """Parameters after some steps of gradient descent from `START`."""
    p = START
    for _ in range(steps):
        gradient = both_passes(p).gradient
        p = {
            name: value - rate * gradient[name] if biases or name[0] == "w" else value
            for name, value in p.items()
        }
    return p


def central_difference(name: str, h: float = 1e-5) -> float:
    """The derivative by a parameter, from two forward passes alone."""
    up, down = (both_passes({**START, name: START[name] + s}).error for s in (h, -h))
    return (up - down) / (2 * h)
