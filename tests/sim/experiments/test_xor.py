import math
from typing import Any

import numpy as np
import pytest

from sim.experiments import xor
from sim.pictures import Grid
from tests.sim.measured import finished, measured, share_met

NAME = "xor"


@pytest.fixture(autouse=True)
def _few_widths(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xor, "SWEPT", (1,))


def test_eight_tanh_units_solve_xor() -> None:
    assert share_met(NAME) == 1.0


@pytest.mark.parametrize("settings", [{"width": 0}, {"activation": "identity"}])
def test_what_is_linear_never_does(settings: dict[str, Any]) -> None:
    """And its loss stops at ln 2: by symmetry, a linear score does best by answering 1/2."""
    measures = measured(NAME, 8, **settings)
    assert not measures["solved_chosen"].any()
    np.testing.assert_allclose(measures["loss_chosen"], math.log(2), rtol=1e-3)


def test_two_units_succeed_from_some_draws_only() -> None:
    assert 0 < measured(NAME, 12, width=2)["share_solved"][0] < 1


def test_the_region_gives_each_corner_its_class() -> None:
    _, pictures = finished(NAME)
    rows = np.array(next(picture for picture in pictures if isinstance(picture, Grid)).rows)
    low, high = 8, 23  # the cells around -1 and 1, of 32 from -2 to 2
    assert rows[low, high] > 0.75
    assert rows[high, low] > 0.75
    assert rows[low, low] < 0.25
    assert rows[high, high] < 0.25
