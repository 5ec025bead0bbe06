"""Softmax and cross-entropy of three logits, against the course inventory and by hand."""

import math

import pytest

from sim.problems.three_logits import logits_table, three_logits


def test_the_slides_example() -> None:
    """Course inventory ACT-37, LOS-09 and LOS-11."""
    found = three_logits(2.0, right=1)
    assert found.shares == pytest.approx((0.659, 0.242, 0.099), abs=5e-4)
    assert found.loss == pytest.approx(0.417, abs=5e-4)
    assert found.slopes == pytest.approx((-0.341, 0.242, 0.099), abs=5e-4)


@pytest.mark.parametrize(("right", "loss"), [(1, 0.417), (2, 1.417), (3, 2.317)])
def test_the_loss_is_that_of_the_right_class(right: int, loss: float) -> None:
    """Course inventory LOS-09."""
    assert three_logits(2.0, right=right).loss == pytest.approx(loss, abs=5e-4)


@pytest.mark.parametrize("shift", [-100.0, 100.0])
def test_a_constant_changes_nothing(shift: float) -> None:
    """Course inventory ACT-38."""
    plain, shifted = three_logits(2.0, right=2), three_logits(2.0, right=2, shift=shift)
    assert shifted.shares == pytest.approx(plain.shares)
    assert shifted.loss == pytest.approx(plain.loss)


def test_softmax_made_twice_has_a_floor() -> None:
    """By hand: of the shares (1; 0; 0) at best, ln(e + 2) − 1."""
    assert three_logits(12.0, right=1).loss_twice == pytest.approx(
        math.log(math.e + 2) - 1, abs=1e-4
    )


def test_the_table_marks_the_right_class() -> None:
    found = three_logits(2.0, right=3)
    table = logits_table(found, right=3)
    assert table.marked == (2,)
    assert table.rows[2][1:] == (0.1, found.shares[2], found.slopes[2])
    assert found.measures(3)["slope_right"] == found.slopes[2]
