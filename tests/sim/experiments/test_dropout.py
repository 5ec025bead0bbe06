"""With dropout and without, on seeds that tuned nothing."""

import numpy as np

from tests.sim.measured import measured, share_met


def test_dropout_delays_overfitting_and_does_not_abolish_it() -> None:
    assert share_met("dropout") >= 0.95


def test_dropout_of_nothing_changes_nothing() -> None:
    found = measured("dropout", 4, p=0, epochs=60)
    assert np.array_equal(found["last_with"], found["last_without"])
    assert share_met("dropout", 4, p=0, epochs=60) == 0


def test_too_short_a_training_shows_no_climb() -> None:
    assert share_met("dropout", 4, epochs=20) == 0
