"""Inventory OPT-06: on x², x ← (1 − 2η) x; 0.8, one step, to and fro, and 38.3 at the 20th step."""

import numpy as np
import pytest

from sim.pictures import Path, Table
from sim.problems import parabola
from sim.words import Words
from tests.sim.measured import finished, measured, met


def test_tiny_learns_nothing_and_huge_neither() -> None:
    measures = measured("learning_rate", members=6)

    assert met("learning_rate", measures).mean() >= 0.75
    assert (measures["left_right"] < 0.3).all()


def test_the_claim_is_false_of_a_good_rate() -> None:
    assert not met("learning_rate", measured("learning_rate", members=3, learning_rate=0.3)).any()


@pytest.mark.parametrize(
    ("rate", "first", "last"),
    [(0.1, 0.8, 0.8**20), (0.5, 0.0, 0.0), (1.0, -1.0, 1.0), (1.1, -1.2, 38.3376)],
)
def test_the_parabola_can_be_done_by_hand(rate: float, first: float, last: float) -> None:
    x = parabola.positions([rate], 20)[0]

    assert x[1] == pytest.approx(first)
    assert x[20] == pytest.approx(last, abs=1e-4)


def test_a_card_shows_the_parabola_diverge() -> None:
    measures, pictures = finished("learning_rate", members=2, task="parabola", learning_rate=1.1)

    assert measures["left_chosen"] == pytest.approx(38.3376**2, rel=1e-4)
    (table,) = (picture for picture in pictures if isinstance(picture, Table))
    assert list(table.rows[-1]) == pytest.approx([1.1, -1.2, 38.3376], abs=1e-4)


@pytest.mark.parametrize("rate", [0.0001, 0.0005, 100])
@pytest.mark.parametrize("task", ["digits", "parabola"])
def test_the_ends_of_the_range_are_harmless(task: str, rate: float) -> None:
    measures, pictures = finished("learning_rate", members=1, task=task, learning_rate=rate)

    assert not np.isnan(measures["highest_chosen"]).any()
    assert pictures


@pytest.mark.parametrize(("rate", "last"), [(1.1, 38.3376), (10.0, -19.0), (100.0, -199.0)])
def test_the_walk_is_drawn_as_long_as_it_is_in_sight(rate: float, last: float) -> None:
    label = Words("η", "η")
    walk = parabola.walk("walk", label, parabola.positions([rate], 20)[0])[1]

    assert isinstance(walk, Path)
    assert walk.x[-1] == pytest.approx(last, abs=1e-4)
    assert walk.y[-1] == pytest.approx(last**2, rel=1e-4)
