"""With dropout and without, on seeds that tuned nothing."""

import numpy as np
import pytest
import torch

from sim.nn.recipe import Recipe, mlp
from sim.problems.mislabelled import mislabelled_digits
from sim.randomness import Members
from sim.training.ensemble import Ensemble
from sim.training.thinned import draw
from tests.sim.measured import measured, share_met


def test_dropout_delays_overfitting_and_does_not_abolish_it() -> None:
    assert share_met("dropout") >= 0.95


def test_dropout_of_nothing_changes_nothing() -> None:
    found = measured("dropout", 4, p=0, epochs=60)
    assert np.array_equal(found["last_with"], found["last_without"])
    assert share_met("dropout", 4, p=0, epochs=60) == 0
    assert not found["two_answers"].any()


def test_forgetting_eval_makes_some_images_get_two_answers() -> None:
    """Course inventory TOR-22; units drawn anew change classes, the more of them the oftener."""
    light, heavy = (measured("dropout", 4, p=p, epochs=60)["two_answers"] for p in (0.2, 0.8))
    assert np.all((light > 0) & (light < heavy) & (heavy < 1))


def test_too_short_a_training_shows_no_climb() -> None:
    assert share_met("dropout", 4, epochs=20) == 0


def test_a_draw_puts_out_a_share_p_and_the_division_keeps_the_total() -> None:
    """Each unit is out with probability p: 1 − p of the total is left (inventory REG-17)."""
    found = measured("dropout", 4, p=0.2, epochs=20)
    assert found["put_out"] == pytest.approx(0.2, abs=0.03)
    assert found["left_bare"] == pytest.approx(0.8, abs=0.01)
    assert found["left_inverted"] == pytest.approx(1, abs=0.0125)


def test_no_gradient_reaches_what_is_out() -> None:
    assert not measured("dropout", 4, epochs=20)["gradient_out"].any()


def test_thirty_thinned_networks_are_right_more_often_than_one() -> None:
    found = measured("dropout", 4, epochs=20)
    assert (found["accuracy_crowd"] > found["accuracy_thinned"]).all()


def test_a_network_without_dropout_has_no_draw() -> None:
    data = mislabelled_digits(Members(70_000, 1), train=50, validation=5, wrong=0.0)
    recipe = Recipe(network=mlp(8, 10), steps=1)
    with pytest.raises(ValueError, match="drops"):
        draw(Ensemble([recipe], data, Members(70_000, 1), torch.device("cpu")))
