from typing import Any

import pytest

from sim.catalogue import experiment
from sim.declaration import ChoiceGuess
from sim.pictures import Table
from sim.problems.perceptron_rule import Weight, cost, learn, slope
from tests.sim.measured import finished, measured, share_met

NAME = "perceptron"


def chosen(name: str, **settings: Any) -> str:
    """What a named guess of the perceptron turns out to be."""
    guess = next(guess for guess in experiment(NAME).guesses if guess.name == name)
    assert isinstance(guess, ChoiceGuess)
    return guess.truth(measured(NAME, 1, **settings))


def test_and_is_learnt_in_three_corrections() -> None:
    """By hand (course inventory NEU-11): (1,1), (1,−1) and (−1,1) of the first round."""
    looks = list(learn("and", rule="at_most", rate=1.0, epochs=10))
    assert [look.weights for look in looks if look.is_corrected] == [
        (1, 1, 1),
        (0, 0, 2),
        (-1, 1, 1),
    ]
    assert looks[-1].epoch == 2


def test_a_strict_test_never_starts_from_zero() -> None:
    assert measured(NAME, 1, rule="below")["corrections"] == [0]


def test_xor_needs_four_corrections_a_round_for_ever() -> None:
    """Course inventory NEU-12: still 4 a round after 1,000 rounds."""
    looks = list(learn("xor", rule="at_most", rate=1.0, epochs=1000))
    assert sum(look.is_corrected for look in looks if look.epoch == 1000) == 4


def test_the_step_only_scales_the_weights() -> None:
    looks = list(learn("xor", rule="at_most", rate=0.3, epochs=50))
    assert all(look.is_corrected for look in looks)


def test_the_claim() -> None:
    assert share_met(NAME, 1) == 1.0


@pytest.mark.parametrize("settings", [{"problem": "xor"}, {"rule": "below"}])
def test_the_claim_can_fail(settings: dict[str, Any]) -> None:
    assert share_met(NAME, 1, **settings) == 0.0


def test_the_table_marks_each_correction() -> None:
    _, pictures = finished(NAME, 1)
    table = next(picture for picture in pictures if isinstance(picture, Table))
    assert table.marked == (0, 1, 2)
    assert len(table.rows) == 8


@pytest.mark.parametrize(
    ("settings", "w1", "score"),
    [
        ({}, 1, 1),
        ({"problem": "nand"}, -1, -1),
        ({"problem": "or"}, 1, 3),
        ({"rate": 0.1}, 0.1, 0.1),
    ],
)
def test_the_weights_that_cards_ask_for(settings: dict[str, Any], w1: float, score: float) -> None:
    """By hand: AND ends at (−1; 1; 1), NAND at its opposite, OR at (1; 1; 1)."""
    measures = measured(NAME, 1, **settings)
    assert measures["w1"][0] == pytest.approx(w1)
    assert measures["score"][0] == pytest.approx(score)


@pytest.mark.parametrize(("w", "by_hand"), [((1, 1, 1), 0.5), ((0, 0, 0), 0), ((1, -1, -1), 1.5)])
def test_the_cost_of_some_weights_on_and(w: Weight, by_hand: float) -> None:
    """By hand, the mean over the four corners: scores 3, 1, 1, −1 cost 0, 1, 1, 0, and so on."""
    assert cost("and", w) == by_hand


def test_the_cost_is_zero_where_nothing_is_classified() -> None:
    """Course inventory NEU-08: with all weights at 0, no example costs anything."""
    assert chosen("cost") == "learnt"
    assert chosen("cost", rule="below") == "idle"
    assert chosen("cost", problem="xor") == "idle"  # a whole round brings them back to 0


def test_a_correction_is_a_step_of_descent() -> None:
    """Course inventory NEU-10: the slope of max(0, −y f(x)) is −y x where it is wrong, else 0."""
    assert slope((1, 1, 1), (1, -1), -1) == pytest.approx((1, 1, -1))
    assert slope((1, 1, 1), (1, 1), 1) == (0, 0, 0)
    assert chosen("descent", problem="xor", rate=0.1) == "same"
    assert chosen("descent", rule="below") == "none"
