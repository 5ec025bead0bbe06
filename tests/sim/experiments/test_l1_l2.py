"""Exact zeros, and where they come from, on seeds that tuned nothing."""

import torch

from sim.catalogue import experiment
from sim.training.loop import shrink
from tests.sim.measured import measured, share_met


def test_soft_thresholding_makes_zeros_that_a_subgradient_does_not() -> None:
    assert share_met("l1_l2") >= 0.95


def test_the_claim_is_false_without_a_penalty() -> None:
    assert share_met("l1_l2", strength=0) == 0


def test_the_claim_is_false_where_every_input_matters() -> None:
    assert share_met("l1_l2", useful=20, examples=200) == 0


def test_l2_makes_weights_smaller() -> None:
    found = measured("l1_l2")
    assert (found["norm_l2"] < found["norm_none"]).all()


def test_soft_thresholding_by_hand() -> None:
    """Inventory REG-10: t = 0.6 on (3, −2, 0.5) gives (2.4, −1.4, 0)."""
    values = torch.tensor([3.0, -2.0, 0.5])
    shrink(values, torch.tensor(0.6))
    torch.testing.assert_close(values, torch.tensor([2.4, -1.4, 0.0]))


def test_a_guess_is_held_to_what_happened() -> None:
    guess = experiment("l1_l2").guesses[0]
    outcomes = [guess.truth(measured("l1_l2", strength=s)) for s in (0, 0.3)]  # type: ignore[union-attr]
    assert outcomes == ["neither", "thresholding"]


def test_elastic_net_has_the_zeros_of_l1_and_weights_smaller_still() -> None:
    found = measured("l1_l2")
    assert (found["zeros_elastic"] >= 4).all()
    assert (found["norm_elastic"] < found["norm_l1_proximal"]).all()
