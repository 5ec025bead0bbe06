"""With dropout and without, on seeds that tuned nothing."""

import numpy as np

from tests.sim.measured import measured, share_met


def test_dropout_delays_overfitting_and_does_not_abolish_it() -> None:
    assert share_met("dropout") >= 0.95


def test_dropout_of_nothing_changes_nothing() -> None:
    found = measured("dropout", 4, p=0, epochs=60)
    assert np.array_equal(found["last_with"], found["last_without"])
    assert share_met("dropout", 4, p=0, epochs=60) == 0
    assert not found["two_answers"].any()


def test_forgetting_eval_makes_some_images_get_two_answers() -> None:
    """Course inventory TOR-22; units drawn anew change classes, the more of them the oftener."""
    light, heavy = (measured("dropout", 4, p=p, epochs=60)["two_answers"] for p in (0.2, 0.8))
    assert np.all((light > 0) & (light < heavy) & (heavy < 1))


def test_too_short_a_training_shows_no_climb() -> None:
    assert share_met("dropout", 4, epochs=20) == 0
