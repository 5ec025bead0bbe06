"""Expected states are those of the course inventory, SEQ-09; products are worked out by hand."""

import math

import numpy as np
import pytest

from sim.pictures import Table
from sim.problems.scalar_rnn import gradients, states
from tests.sim.measured import finished, measured, met, outcome

NAME = "scalar_rnn"


def one(**change: object) -> dict[str, float]:
    return {name: float(values[0]) for name, values in measured(NAME, 1, **change).items()}


def test_the_claim_holds() -> None:
    assert met(NAME, measured(NAME, 1)).all()


@pytest.mark.parametrize("change", [{"weight": 1.1}, {"weight": 0.0}, {"is_reset": True}])
def test_the_claim_is_false_of_another_weight_and_of_a_state_that_is_reset(
    change: dict[str, float],
) -> None:
    assert not met(NAME, measured(NAME, 1, **change)).any()


def test_its_first_states_are_those_of_the_course() -> None:
    found = one()
    assert [found[f"state_{time}"] for time in (1, 2, 3)] == pytest.approx(
        [0.537, 0.485, 0.453], abs=5e-4
    )


def test_it_comes_to_rest_where_one_step_changes_nothing() -> None:
    last = one()["last"]
    assert math.tanh(0.8 * last + 0.1) == pytest.approx(last, abs=1e-12)


def test_put_back_to_0_it_knows_what_it_has_just_read_alone() -> None:
    found = states(0.8, length=4, is_reset=True)
    assert found == pytest.approx([0, math.tanh(0.6), *[math.tanh(0.1)] * 3])


@pytest.mark.parametrize(("weight", "outcome_"), [(0.8, "falls"), (1.5, "rises"), (0.0, "same")])
def test_what_a_second_zero_does_to_it(weight: float, outcome_: str) -> None:
    assert outcome(NAME, measured(NAME, 1, weight=weight)) == outcome_


@pytest.mark.parametrize(
    ("weight", "found"), [(0.9, 2.656e-5), (1.1, 13_781), (0.5, 2.0**-100), (0, 0)]
)
def test_a_hundred_steps_multiply_a_gradient(weight: float, found: float) -> None:
    """Course inventory SEQ-13, and half of it a hundred times."""
    assert one(weight=weight)["gradient_linear"] == pytest.approx(found, rel=1e-3)


def test_through_tanh_a_gradient_is_the_product_of_its_slopes() -> None:
    """The derivative of h_t by h_{t−1} is w (1 − h_t²)."""
    h = states(0.8, length=6, is_reset=False)
    factors = 0.8 * (1 - h[:0:-1] ** 2)
    found = gradients(0.8, length=6, has_tanh=True)
    assert found == pytest.approx([1, *np.cumprod(factors)])


def test_its_table_is_what_it_measures() -> None:
    _, pictures = finished(NAME, 1, weight=1.5)
    (table,) = (picture for picture in pictures if isinstance(picture, Table))
    measures = one(weight=1.5)
    assert [row[1:] for row in table.rows] == [
        (1.0, measures["state_1"]),
        (0.0, measures["state_2"]),
        (0.0, measures["state_3"]),
    ]
