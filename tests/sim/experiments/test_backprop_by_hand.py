import math
from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor
from torch.nn import functional

from sim.catalogue import experiment
from sim.declaration import ChoiceGuess, NumberGuess
from sim.pictures import Table
from sim.problems.two_layers import FIRST, MIRRORED, START, Batch, Example
from sim.problems.two_layers_outputs import OUTPUTS, cross_entropy
from sim.problems.two_layers_tables import LATER
from tests.sim.measured import finished, measured, share_met

NAME = "backprop_by_hand"
GUESSES = {guess.name: guess for guess in experiment(NAME).guesses if guess.name}

# Each output and its error as torch has them, summed over the two outputs of an example.
TORCH: dict[str, Callable[[Tensor, Tensor], Tensor]] = {
    "half": lambda z, y: 0.5 * functional.mse_loss(torch.sigmoid(z), y, reduction="sum"),
    "full": lambda z, y: functional.mse_loss(torch.sigmoid(z), y, reduction="sum"),
    "bce": lambda z, y: functional.binary_cross_entropy_with_logits(z, y, reduction="sum"),
    "tanh": lambda z, y: functional.mse_loss(torch.tanh(z), y, reduction="sum"),
}


def _found(name: str, **settings: float | bool | str) -> float:
    return float(measured(NAME, 1, **settings)[name][0])


def _outcome(name: str, **settings: float | bool | str) -> str:
    guess = GUESSES[name]
    assert isinstance(guess, ChoiceGuess)
    return guess.truth(measured(NAME, 1, **settings))


def _double(values: tuple[float, float]) -> Tensor:
    return torch.tensor(values, dtype=torch.float64)


@pytest.mark.parametrize("examples", [(FIRST,), (FIRST, FIRST), (FIRST, MIRRORED)])
@pytest.mark.parametrize("output", OUTPUTS)
def test_the_derivatives_are_those_of_autograd(output: str, examples: tuple[Example, ...]) -> None:
    p = {
        name: torch.tensor(v, dtype=torch.float64, requires_grad=True) for name, v in START.items()
    }
    w = torch.stack([p[f"w{n}"] for n in range(1, 9)]).view(2, 2, 2)
    errors = []
    for example in examples:
        hidden = torch.sigmoid(w[0] @ _double(example.inputs) + p["b1"])
        errors.append(TORCH[output](w[1] @ hidden + p["b2"], _double(example.targets)))
    error = torch.stack(errors).mean()
    slopes = torch.autograd.grad(error, list(p.values()))
    batch = Batch(examples, OUTPUTS[output])
    assert batch.error(START) == pytest.approx(error.item(), rel=1e-12)
    found = {name: slope.item() for name, slope in zip(p, slopes, strict=True)}
    assert found == pytest.approx(batch.gradient(START), rel=1e-12)


@pytest.mark.parametrize("output", OUTPUTS)
def test_a_signal_is_what_reaches_the_answer_times_its_slope(output: str) -> None:
    of = OUTPUTS[output]
    for z, y in ((-2.0, 0.99), (0.3, 0.01), (4.0, 0.99)):
        a = of.answer(z)
        assert of.by_answer(a, y) * of.slope(a) == pytest.approx(of.delta(a, y), rel=1e-12)


def test_cross_entropy_goes_on_where_the_answer_was_rounded() -> None:
    """At z = 800 the answer is 1 for the machine: −(1 − y) ln(1 − a) is 0.99 × 800."""
    assert cross_entropy(800.0, 0.01) == pytest.approx(0.99 * 800)
    assert cross_entropy(-800.0, 0.99) == pytest.approx(0.99 * 800)
    assert OUTPUTS["bce"].by_answer(1.0, 0.01) == math.inf
    assert OUTPUTS["bce"].by_answer(0.0, 0.99) == -math.inf
    assert OUTPUTS["bce"].delta(1.0, 0.01) == 0.99


INVENTORY = {  # RET-25 to RET-32, worked out there in NumPy and by finite differences
    "z_h1": 0.3775,
    "a_h1": 0.593270,
    "a_h2": 0.596884,
    "z_o1": 1.105906,
    "a_o1": 0.751365,
    "a_o2": 0.772928,
    "error_1": 0.274811,
    "error_2": 0.023560,
    "by_a_o1": 0.741365,
    "slope_o1": 0.186816,
    "delta_o1": 0.138499,
    "delta_o2": -0.038098,
    "gradient_w5": 0.082167,
    "w5_after": 0.358916,
    "w6_after": 0.408666,
    "w7_after": 0.511301,
    "w8_after": 0.561370,
    "by_a_h1": 0.036350,
    "slope_h1": 0.241301,
    "delta_h1": 0.008771,
    "delta_h2": 0.009954,
    "w1_after": 0.149781,
    "w2_after": 0.199561,
    "w3_after": 0.249751,
    "w4_after": 0.299502,
}


@pytest.mark.parametrize("name", INVENTORY)
def test_the_numbers_of_the_example_are_those_of_the_inventory(name: str) -> None:
    assert _found(name) == pytest.approx(INVENTORY[name], abs=6e-7)


def test_the_share_and_the_ratio_are_those_of_the_numbers() -> None:
    """92 % = 0.274811 / 0.298371; w₂ reads 0.10 where w₁ reads 0.05, whatever the signal."""
    assert _found("share_1") == pytest.approx(0.274811 / 0.298371, rel=1e-5)
    for nudge in (0.0, 2.0, -2.0):
        assert _found("ratio_w2_w1", nudged="b1", nudge=nudge) == pytest.approx(2)


def test_weights_corrected_too_early_spoil_the_signal() -> None:
    """By hand: 0.138499 × 0.358916 − 0.038098 × 0.511301."""
    by_hand = 0.138499 * 0.358916 - 0.038098 * 0.511301
    assert _found("late_by_a_h1") == pytest.approx(by_hand, abs=1e-6)
    assert _outcome("old_weights") == "old"


def test_the_half_is_a_matter_of_rate() -> None:
    """Without ½ every derivative doubles: half the rate takes the same step (LOS-04)."""
    assert _found("gradient_w5", output="full") == pytest.approx(2 * 0.082167, abs=2e-6)
    assert _found("w5_after", output="full", learning_rate=0.25) == pytest.approx(
        _found("w5_after")
    )


def test_cross_entropy_drops_the_slope() -> None:
    """By hand, at a = 0.751365 for 0.01: −y/a + (1 − y)/(1 − a), and a − y (RET-16)."""
    by_answer = -0.01 / 0.751365 + 0.99 / (1 - 0.751365)
    assert _found("by_a_o1", output="bce") == pytest.approx(by_answer, abs=3e-5)
    assert _found("delta_o1", output="bce") == pytest.approx(0.751365 - 0.01, abs=1e-6)


def test_a_tanh_has_a_slope_of_its_own() -> None:
    """By hand, at z = 1.105906 (RET-22, RET-23): 2 (a − y) (1 − a²), times a of h₁."""
    a = math.tanh(1.105906)
    delta = 2 * (a - 0.01) * (1 - a**2)
    assert _found("delta_o1", output="tanh") == pytest.approx(delta, abs=2e-6)
    assert _found("gradient_w5", output="tanh") == pytest.approx(delta * 0.593270, abs=2e-6)


def test_a_batch_has_the_mean_of_its_examples_derivatives() -> None:
    """Copies change nothing; the mirror image pulls w₅ the other way (RET-17)."""
    assert _outcome("batch_gradient", examples="copied") == "same"
    mirrored = Batch((MIRRORED,)).gradient(START)["w5"]
    assert mirrored < 0
    by_hand = (0.082167 + mirrored) / 2
    assert _found("gradient_w5", examples="pair") == pytest.approx(by_hand, abs=1e-6)
    assert _outcome("batch_gradient", examples="pair") == "smaller"


@pytest.mark.parametrize(
    ("name", "settings", "expected"),
    [
        ("w1_moves", {}, "down"),
        ("w1_moves", {"nudged": "w5", "nudge": -0.4}, "up"),  # the path through o₂ alone is left
        ("delta_size", {}, "same"),
        ("delta_size", {"nudged": "b2", "nudge": 2.0}, "smaller"),  # saturated: 0.957 × 0.043
        ("delta_size", {"output": "half", "nudged": "w5", "nudge": -0.267}, "larger"),
        ("second_gradient", {}, "kept"),
        ("second_gradient", {"learning_rate": 10.0}, "turned"),
        ("gap_size", {}, "tiny"),
        ("answers_moved", {"nudged": "w6", "nudge": 1.0}, "first"),  # into o₁ only
        ("answers_moved", {"nudged": "w7", "nudge": 1.0}, "second"),
        ("answers_moved", {"nudged": "b1", "nudge": 1.0}, "both"),
        ("answers_moved", {}, "none"),
        ("lower_end", {"steps": 100}, "all"),
        ("lower_end", {"steps": 100, "nudged": "b1", "nudge": 2.0}, "weights"),
    ],
)
def test_outcomes_that_cards_ask_for(name: str, settings: dict[str, Any], expected: str) -> None:
    assert _outcome(name, **settings) == expected


def test_each_number_asked_for_is_measured_within_its_range() -> None:
    for name, guess in GUESSES.items():
        if isinstance(guess, NumberGuess):
            assert guess.low <= _found(name) <= guess.high


def test_each_example_of_a_batch_has_its_rows() -> None:
    pictures = finished(NAME, 1, examples="pair")[1]
    units = next(p for p in pictures if isinstance(p, Table) and p.key == "forward")
    assert len(units.rows) == 2 * 4
    table = next(p for p in pictures if isinstance(p, Table) and p.key == "derivatives")
    assert table.marked == (), "the slides have one example"


def test_beside_other_numbers_than_the_slides_stand_the_derivatives_a_step_later() -> None:
    found, pictures = finished(NAME, 1, learning_rate=10.0)
    table = next(p for p in pictures if isinstance(p, Table) and p.key == "derivatives")
    assert table.columns[-1] == LATER
    assert table.rows[-1][-1] == pytest.approx(found["second_b2"][0])


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
