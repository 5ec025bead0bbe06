"""Every number of the worked 2-2-2 network that a card may ask for, by name."""

from __future__ import annotations

from sim.problems.two_layers import START, Backward, Batch, Forward, Parameters, stepped
from sim.problems.two_layers_outputs import sigmoid_slope

UNITS = ("h1", "h2", "o1", "o2")


def of_units(f: Forward, back: Backward) -> dict[str, dict[str, float]]:
    """By unit: ``z``, ``a``, ``by_a`` (∂E/∂a, summed over paths), ``slope`` and ``delta``."""
    reached = (f.output.by_answer(a, y) for a, y in zip(f.a_out, f.example.targets, strict=True))
    columns = {
        "z": (*f.z_hidden, *f.z_out),
        "a": (*f.a_hidden, *f.a_out),
        "by_a": (*back.to_hidden, *reached),
        "slope": (*map(sigmoid_slope, f.a_hidden), *map(f.output.slope, f.a_out)),
        "delta": (*back.delta_hidden, *back.delta_out),
    }
    return {
        unit: {what: values[place] for what, values in columns.items()}
        for place, unit in enumerate(UNITS)
    }


def at_start(p: Parameters, batch: Batch, *, rate: float) -> dict[str, float]:
    """What the first pass finds: the units of the first example, the derivatives of the batch.

    Args:
        p: Parameters before any step.
        batch: What is learnt.
        rate: η of the full step that the ``…_after`` come from.
    """
    f, back = batch.passes(p)[0]
    gradient = batch.gradient(p)
    after = stepped(p, gradient, rate=rate, has_biases=True)
    return {
        **{
            f"{what}_{unit}": value
            for unit, values in of_units(f, back).items()
            for what, value in values.items()
        },
        **{f"gradient_{name}": value for name, value in gradient.items()},
        **{f"{name}_after": value for name, value in after.items()},
        "error_1": f.errors[0],
        "error_2": f.errors[1],
        "share_1": f.errors[0] / f.error,
        "ratio_w2_w1": _ratio(gradient["w2"], gradient["w1"]),
        **_beside(p, batch, after),
    }


def _ratio(one: float, other: float) -> float:
    return one / other if other else float("nan")


def _beside(p: Parameters, batch: Batch, after: Parameters) -> dict[str, float]:
    """What a choice compares with: the slides' values, one example alone, a mistake."""
    f, back = batch.passes(p)[0]
    alone = Batch((f.example,), batch.output)
    slides, first = alone.passes(START)[0]
    late = back.delta_out[0] * after["w5"] + back.delta_out[1] * after["w7"]
    right = alone.central_difference(p, "w1")
    through = sigmoid_slope(f.a_hidden[0]) * f.example.inputs[0]
    return {
        "moved_o1": f.a_out[0] - slides.a_out[0],
        "moved_o2": f.a_out[1] - slides.a_out[1],
        "slides_delta_o1": first.delta_out[0],
        "alone_w5": back.gradient["w5"],
        "late_by_a_h1": late,
        "late_gap": abs(late * through - right),
        "early_gap": abs(back.to_hidden[0] * through - right),
    }
