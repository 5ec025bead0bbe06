"""Answers and slopes are worked out by hand: max(z, 0), max(z, 0.01 z), 0.25 z and e^z − 1 below
zero (course inventory ACT-21, ACT-31, ACT-33 and ACT-34), whose slopes are 0, 0.01, 0.25 and e^z.
Those of the sigmoid and of tanh at 2 and 5 are the inventory's (ACT-13, ACT-18).
"""

import math

import numpy as np
import pytest

from sim.experiments.one_unit import RULES, answered
from sim.pictures import Curve, Points, Table
from tests.sim.measured import finished, measured, met, outcome

NAME = "one_unit"


def one(activation: str, z: float) -> dict[str, float]:
    found = measured(NAME, members=1, activation=activation, z=z)
    return {name: float(values[0]) for name, values in found.items()}


def test_the_claim_holds() -> None:
    assert met(NAME, measured(NAME, members=1)).all()


def test_the_claim_is_false_above_zero() -> None:
    assert not met(NAME, measured(NAME, members=1, z=1.0)).any()


@pytest.mark.parametrize(
    ("activation", "z", "answer", "slope"),
    [
        ("relu", -3.0, 0.0, 0.0),
        ("leaky_relu", -3.0, -0.03, 0.01),
        ("prelu", -2.0, -0.5, 0.25),
        ("elu", -1.0, math.exp(-1) - 1, math.exp(-1)),
        ("elu", -6.0, math.exp(-6) - 1, math.exp(-6)),
        ("elu", 2.0, 2.0, 1.0),
    ],
)
def test_what_a_unit_answers_and_lets_back(
    activation: str, z: float, answer: float, slope: float
) -> None:
    found = one(activation, z)
    assert found["answer"] == pytest.approx(answer)
    assert found["slope"] == pytest.approx(slope)
    assert found[f"answer_{activation}"] == found["answer"]
    assert found["back"] == pytest.approx(5 * slope)


@pytest.mark.parametrize("activation", RULES)
def test_slopes_are_those_of_differences(activation: str) -> None:
    """At places where there is a slope: zero is not among them."""
    z, gap = np.linspace(-5.5, 5.5, 12), 1e-6
    above, below = (answered(activation, z + step)[0] for step in (gap, -gap))
    assert answered(activation, z)[1] == pytest.approx((above - below) / (2 * gap), abs=1e-8)


@pytest.mark.parametrize(
    ("activation", "z", "passes"),
    [("relu", -3.0, "none"), ("elu", -3.0, "some"), ("relu", 0.5, "all"), ("prelu", 0.5, "all")],
)
def test_what_comes_back_through_it(activation: str, z: float, passes: str) -> None:
    assert outcome(NAME, measured(NAME, members=1, activation=activation, z=z)) == passes


@pytest.mark.parametrize(
    ("activation", "z", "slope", "within"),
    [
        ("sigmoid", 2.0, 0.1050, 1e-4),
        ("sigmoid", 5.0, 0.00665, 1e-5),
        ("tanh", 2.0, 0.0707, 1e-4),
        ("tanh", 5.0, 1.8e-4, 1e-5),
    ],
)
def test_a_curve_in_s_flattens(activation: str, z: float, slope: float, within: float) -> None:
    assert one(activation, z)["slope"] == pytest.approx(slope, abs=within)


@pytest.mark.parametrize(
    ("z", "steepest", "flatter"),
    [(-2.0, "elu", "tanh"), (-5.0, "leaky_relu", "tanh"), (-0.1, "tanh", "sigmoid")],
)
def test_which_slope_is_greatest_and_which_smaller(z: float, steepest: str, flatter: str) -> None:
    """By hand at −0.1: 1 − tanh² = 0.990 against 0.905 of ELU; at −5, 0.01 against e⁻⁵ = 0.0067."""
    found = measured(NAME, members=1, z=z)
    assert outcome(NAME, found, "steepest") == steepest
    assert outcome(NAME, found, "flatter") == flatter


def test_the_unit_is_marked_in_every_picture() -> None:
    _, pictures = finished(NAME, 1, activation="elu", z=-1.0)
    (table,) = (picture for picture in pictures if isinstance(picture, Table))
    heights = {p.plot: p.y[0] for p in pictures if isinstance(p, Points)}
    assert [table.rows[row][1] for row in table.marked] == pytest.approx([math.exp(-1) - 1])
    assert heights == pytest.approx({"answer": math.exp(-1) - 1, "slope": math.exp(-1)})
    assert {p.key for p in pictures if isinstance(p, Curve)} == {"relu", "chosen"}
