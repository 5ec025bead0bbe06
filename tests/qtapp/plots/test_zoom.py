"""Parts of an axis; expected values are reckoned by hand."""

import pytest

from qtapp.plots.limits import Limits
from qtapp.plots.zoom import WHOLE, Window, nearer, part, share_of
from sim.declaration import Axis, Plot
from sim.words import same

FREE, LOG = Axis(same("x")), Axis(same("y"), is_log=True)
PLOT = Plot("p", same("p"), FREE, LOG)
WINDOW = Window(Limits(0, 80), Limits(1, 10_000))


def test_a_part_of_an_axis_is_given_in_shares_of_it() -> None:
    assert part(Limits(0, 80), 0.25, 0.5, FREE) == Limits(20, 40)


def test_a_logarithmic_axis_is_divided_by_ratios() -> None:
    chosen = part(Limits(1, 10_000), 0.25, 0.5, LOG)
    assert (chosen.low, chosen.high) == pytest.approx((10, 100))


def test_what_is_under_the_pointer_stays_there() -> None:
    """Twice as large about a quarter: of 0 to 80, 20 is still a quarter of the way along."""
    assert part(Limits(0, 80), *nearer(2, 0.25), FREE) == Limits(10, 50)


def test_there_is_an_end_to_zooming() -> None:
    limits = Limits(1, 1 + 1e-9)
    assert part(limits, 0.4, 0.6, FREE) is limits


def test_a_value_has_its_share_of_the_axis() -> None:
    assert share_of(20, Limits(0, 80), FREE) == 0.25
    assert share_of(10, Limits(1, 10_000), LOG) == pytest.approx(0.25)


def test_a_logarithmic_axis_has_no_place_for_zero() -> None:
    assert share_of(0, Limits(1, 10), LOG) == -float("inf")


def test_rounding_does_not_keep_a_window_from_holding_another() -> None:
    smaller = WINDOW.part(PLOT, nearer(3, 0.3), nearer(3, 0.7))
    again = smaller.part(PLOT, nearer(1 / 3, 0.3), nearer(1 / 3, 0.7))
    assert again != WINDOW
    assert again.holds(WINDOW, PLOT)
    assert not smaller.holds(WINDOW, PLOT)


def test_one_axis_may_be_left_as_it_is() -> None:
    assert WINDOW.part(PLOT, (0.5, 1.0), WHOLE).x == Limits(40, 80)
