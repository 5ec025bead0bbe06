from typing import Any

import pytest
import torch

from sim.pictures import Table
from sim.problems.two_layers import INPUTS, START, TARGETS, backward, forward
from tests.sim.measured import finished, measured, share_met

NAME = "backprop_by_hand"


def _found(name: str, **settings: float | bool) -> float:
    return float(measured(NAME, 1, **settings)[name][0])


def test_the_derivatives_are_those_of_autograd() -> None:
    p = {
        name: torch.tensor(v, dtype=torch.float64, requires_grad=True) for name, v in START.items()
    }
    w = torch.stack([p[f"w{n}"] for n in range(1, 9)]).view(2, 2, 2)
    hidden = torch.sigmoid(w[0] @ torch.tensor(INPUTS, dtype=torch.float64) + p["b1"])
    out = torch.sigmoid(w[1] @ hidden + p["b2"])
    error = 0.5 * (torch.tensor(TARGETS, dtype=torch.float64) - out).square().sum()
    slopes = torch.autograd.grad(error, list(p.values()))
    by_hand = backward(START, forward(START)).gradient
    found = {name: slope.item() for name, slope in zip(p, slopes, strict=True)}
    assert found == pytest.approx(by_hand, rel=1e-12)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("error_before", 0.298371109),
        ("gradient_b1", 0.018725609),
        ("gradient_b2", 0.100400325),
        ("b1_after", 0.340637195),
        ("b2_after", 0.549799837),
        ("output_1", 0.732024167),
        ("output_2", 0.765984653),
        ("error_all", 0.285750887),
        ("error_weights", 0.291027774),
    ],
)
def test_what_autograd_gave_in_double_precision(name: str, expected: float) -> None:
    """Figures of the course's errata (E-B05 to E-B07), computed there by other means."""
    assert _found(name) == pytest.approx(expected, abs=1e-9)


def test_ten_thousand_steps_of_the_weights_give_the_outputs_that_the_slides_print() -> None:
    """Errata E-B07: 0.015914 and 0.984064, E = 3.51e-5."""
    settings: dict[str, Any] = {"steps": 10_000, "has_biases": False}
    assert _found("output_1", **settings) == pytest.approx(0.015914, abs=1e-6)
    assert _found("output_2", **settings) == pytest.approx(0.984064, abs=1e-6)
    assert _found("error_after", **settings) == pytest.approx(3.51e-5, abs=1e-7)


def test_the_slides_are_wrong_on_both_biases_and_right_elsewhere() -> None:
    tables = [picture for picture in finished(NAME, 1)[1] if isinstance(picture, Table)]
    table = next(table for table in tables if table.key == "derivatives")
    assert table.marked == (8, 9)


def test_the_claim() -> None:
    assert share_met(NAME, 1) == 1.0


def test_a_giant_step_raises_the_error() -> None:
    assert share_met(NAME, 1, learning_rate=50.0) == 0.0
