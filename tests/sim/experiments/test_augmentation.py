"""Shifts in training, judged on shifted digits, on seeds that tuned nothing."""

import numpy as np

from sim.pictures import Grid
from tests.sim.measured import finished, measured, share_met


def test_shifts_in_training_help_on_shifted_digits() -> None:
    assert share_met("augmentation", steps=150) >= 0.95


def test_noise_on_pixels_does_not_teach_shifts() -> None:
    assert share_met("augmentation", augmentation="noise", steps=150) == 0


def test_both_networks_are_judged_on_the_same_shifted_digits() -> None:
    """After no learning to speak of, they answer alike: same weights, same judges."""
    found = measured("augmentation", steps=10, augmentation="noise")
    assert np.abs(found["moved_augmented"] - found["moved_plain"]).max() < 0.2


def test_the_digit_shown_keeps_its_ink_but_for_what_leaves_the_picture() -> None:
    _, pictures = finished("augmentation", 2, steps=10)
    before, after = (np.array(p.rows) for p in pictures if isinstance(p, Grid))
    assert 0.5 * before.sum() < after.sum() <= before.sum() + 1e-6
