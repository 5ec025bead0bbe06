"""Axes follow data that grow, and are seldom drawn anew; expected values are reckoned by hand."""

import math

from qtapp.plots.limits import Limits, declared, extent, fitting, following, starting
from sim.declaration import Axis
from sim.words import same

FREE = Axis(same("x"))
SHARE = Axis(same("y"), low=0, high=1)
LOG = Axis(same("y"), is_log=True)


def test_what_is_not_finite_is_left_out() -> None:
    assert extent([1, math.nan, 3, math.inf], FREE) == Limits(1, 3)
    assert extent([math.nan], FREE) is None


def test_a_logarithmic_axis_leaves_out_what_it_cannot_show() -> None:
    assert extent([0, -1, 0.5, 2], LOG) == Limits(0.5, 2)


def test_declared_ends_are_kept() -> None:
    assert declared(Limits(0.2, 7), SHARE) == Limits(0, 1)
    assert starting(SHARE) == Limits(0, 1)


def test_limits_stay_while_the_data_are_within() -> None:
    shown = Limits(0, 10)
    assert following(shown, Limits(1, 9), FREE) is shown


def test_limits_grow_with_room_to_spare() -> None:
    assert following(Limits(0, 10), Limits(0, 12), FREE) == Limits(0, 15)


def test_a_logarithmic_axis_grows_by_whole_powers_of_ten() -> None:
    assert following(None, Limits(0.02, 3), LOG) == Limits(0.01, 10)


def test_in_the_end_a_curve_fills_its_axis() -> None:
    assert fitting(Limits(0, 200), FREE, is_tight=True) == Limits(0, 200)
    assert fitting(Limits(0, 100), FREE) == Limits(0, 106)
