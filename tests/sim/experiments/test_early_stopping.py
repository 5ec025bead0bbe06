"""Stopping early and going on, on seeds that tuned nothing."""

import numpy as np

from sim.experiments.early_stopping import best_looks
from tests.sim.measured import measured, share_met


def test_stopping_early_leaves_a_smaller_test_loss() -> None:
    assert share_met("early_stopping") >= 0.95


def test_the_claim_is_false_where_all_labels_are_right() -> None:
    assert share_met("early_stopping", wrong=0) <= 0.25


def test_endless_patience_is_going_on() -> None:
    """Alike to the last bit: both cases start and train alike, and none ever stops."""
    found = measured("early_stopping", 4, patience=50, examples=50)
    assert np.array_equal(found["test_stopped"], found["test_going_on"])
    assert (found["kept_epoch"] == 300).all()
    assert (found["stopped_share"] == 1).all()


def test_what_is_measured_after_the_stop_does_not_count() -> None:
    """By hand, with a patience of two; the first was measured anew on another device."""
    losses = np.array(
        [
            [3.0, 2.0, 2.5, 2.6, 2.0 - 1e-7, 2.0 - 1e-7],
            [3.0, 2.0, 2.5, 1.0, 1.0, 1.0],
            [3.0, 2.9, 2.8, 2.7, 2.6, 2.5],
            [np.nan, np.nan, np.nan, 1.0, 1.0, 1.0],
        ]
    )
    assert best_looks(losses, 2).tolist() == [1, 3, 5, 0]


def test_a_stopped_network_keeps_its_best_epoch() -> None:
    found = measured("early_stopping")
    assert np.array_equal(found["kept_epoch"], found["best_epoch"])
    np.testing.assert_allclose(found["stopped_share"], (found["best_epoch"] + 4 * 6) / 300)
