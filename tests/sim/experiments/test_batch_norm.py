import numpy as np
import pytest

from sim.experiments import batch_norm
from tests.sim.measured import finished, measured, share_met

NAME = "batch_norm"


def test_the_range_of_rates_is_at_least_three_times_wider() -> None:
    assert share_met(NAME) == 1.0


def test_layer_norm_brings_no_such_gain() -> None:
    assert share_met(NAME, norm="layer") < 0.5


def test_no_rate_is_good_where_nothing_is_learnt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch_norm, "STEPS", 1)
    finished.cache_clear()
    measures = measured(NAME, 2)
    finished.cache_clear()
    assert not measures["largest_plain"].any()
    assert not batch_norm.criterion(measures).any()


def test_the_largest_rate_is_one_of_those_tried() -> None:
    measures = measured(NAME)
    assert np.isin(measures["largest_normed"], (0.0, *batch_norm.RATES)).all()
