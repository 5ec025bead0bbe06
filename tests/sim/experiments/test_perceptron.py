from typing import Any

import pytest

from sim.pictures import Table
from sim.problems.perceptron_rule import learn
from tests.sim.measured import finished, measured, share_met

NAME = "perceptron"


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
