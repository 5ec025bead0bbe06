"""What a point says, and how keys go from one to the next."""

import math

import pytest
from PySide6.QtCore import Qt

from qtapp.plots.cursor import moved
from qtapp.plots.spots import Spot, renewed, words
from sim.pictures import Curve
from sim.words import Words
from tests.qtapp.plots.conftest import LOSS, NORM, line

NBSP = "\u00a0"
Key = Qt.Key
PLOTS = (LOSS, NORM)
SPREAD = Curve(
    "loss", "t", Words("entraînement", "training"), (0.0, 12.0), (2.0, 0.43214), (1.5, 0.4),
    (2.5, 0.475), (1.0, 0.75),
)  # fmt: skip


def test_a_point_says_both_values_and_its_band() -> None:
    assert words(Spot(LOSS, SPREAD, 0)) == ("training", "step: 0", "L: 2", "10–90%: 1.5 – 2.5")


def test_networks_that_diverged_are_not_hushed_up() -> None:
    assert words(Spot(LOSS, SPREAD, 1))[-1] == "finite in 75% of the networks"


@pytest.mark.usefixtures("french")
def test_in_french_it_has_a_decimal_comma() -> None:
    assert words(Spot(LOSS, SPREAD, 1)) == (
        "entraînement",
        f"pas{NBSP}: 12",
        f"L{NBSP}: 0,4321",
        f"10–90{NBSP}%{NBSP}: 0,4{NBSP}–{NBSP}0,475",
        f"valeur finie dans 75{NBSP}% des réseaux",
    )


def test_a_band_without_width_is_not_mentioned() -> None:
    assert words(Spot(LOSS, line("a", 1.0), 0)) == ("a", "step: 0", "L: 1")


def test_a_point_is_found_again_in_the_next_moment() -> None:
    later = line("a", 1.0, 0.5)
    assert renewed(Spot(LOSS, line("a", 2.0), 0), [later]) == Spot(LOSS, later, 0)
    assert renewed(Spot(LOSS, line("gone", 2.0), 0), [later]) is None


CURVES = (
    line("a", 5.0, math.nan, 3.0, 2.0),
    line("b", 1.0, 1.0, 1.0, 1.0),
    line("c", 1.0, 1.0, plot=NORM),
)


def step(spot: Spot | None, key: Qt.Key, *, is_leap: bool = False) -> tuple[str, int]:
    found = moved(spot, key, PLOTS, CURVES, is_leap=is_leap)
    assert found is not None
    return found.line.key, found.index


@pytest.mark.parametrize(("key", "index"), [(Key.Key_Right, 0), (Key.Key_End, 3)])
def test_reading_begins_with_the_first_curve(key: Qt.Key, index: int) -> None:
    assert step(None, key) == ("a", index)


def test_a_gap_is_stepped_over() -> None:
    assert step(Spot(LOSS, CURVES[0], 0), Key.Key_Right) == ("a", 2)


def test_a_curve_has_two_ends() -> None:
    assert step(Spot(LOSS, CURVES[0], 3), Key.Key_Right) == ("a", 3)
    assert step(Spot(LOSS, CURVES[0], 3), Key.Key_Home) == ("a", 0)


def test_another_curve_is_read_at_the_same_place() -> None:
    assert step(Spot(LOSS, CURVES[1], 1), Key.Key_Up) == ("a", 0)
    assert step(Spot(LOSS, CURVES[0], 2), Key.Key_Down) == ("b", 2)


def test_after_the_last_curve_of_a_plot_comes_the_next_plot() -> None:
    assert step(Spot(LOSS, CURVES[1], 3), Key.Key_Down) == ("c", 1)
    assert step(Spot(NORM, CURVES[2], 1), Key.Key_Down) == ("c", 1)


def test_a_leap_is_a_tenth_of_the_curve() -> None:
    long = line("a", *([1.0] * 50))
    found = moved(Spot(LOSS, long, 3), Key.Key_Right, PLOTS, [long], is_leap=True)
    assert found is not None
    assert found.index == 8


def test_without_curves_there_is_nothing_to_read() -> None:
    assert moved(None, Key.Key_Right, PLOTS, ()) is None
