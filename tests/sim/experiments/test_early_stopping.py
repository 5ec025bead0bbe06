"""Stopping early and going on, on seeds that tuned nothing."""

import numpy as np

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


def test_a_stopped_network_keeps_its_best_epoch() -> None:
    found = measured("early_stopping")
    assert np.array_equal(found["kept_epoch"], found["best_epoch"])
    np.testing.assert_allclose(found["stopped_share"], (found["best_epoch"] + 4 * 6) / 300)
