"""What cards ask about slopes; the claim itself is checked with all others."""

from typing import Any

import pytest

from sim.catalogue import experiment
from sim.declaration import ChoiceGuess
from tests.sim.measured import measured

NAME = "dead_relu"


def slope(**settings: Any) -> str:
    """What the guess on the slope turns out to be."""
    guess = next(guess for guess in experiment(NAME).guesses if guess.name == "slope")
    assert isinstance(guess, ChoiceGuess)
    return guess.truth(measured(NAME, 8, **settings))


def test_no_gradient_reaches_dead_units_and_those_behind_a_dead_layer() -> None:
    """Course inventory ACT-27 and ACT-32: Leaky ReLU lets some back everywhere."""
    found = measured(NAME, 8)
    assert (found["unreached"] >= found["dead_chosen"]).all()
    assert (measured(NAME, 8, activation="leaky_relu", learning_rate=0.3)["unreached"] == 0).all()


def test_prelu_learns_a_slope_often_above_one() -> None:
    """Course inventory ACT-33: learnt, so that max(z, α z) would not always be the same."""
    found = measured(NAME, 8, activation="prelu", learning_rate=0.3)
    assert found["slope"].min() > 0.25
    assert 0.2 < (found["slope"] > 1).mean() <= 1
    assert slope(activation="prelu", learning_rate=0.3) == "larger"


@pytest.mark.parametrize("activation", ["relu", "leaky_relu"])
def test_the_slope_of_others_stays(activation: str) -> None:
    assert slope(activation=activation, learning_rate=0.3) == "fixed"


def test_a_slope_may_be_lost() -> None:
    assert slope(activation="prelu", learning_rate=10.0) == "lost"
