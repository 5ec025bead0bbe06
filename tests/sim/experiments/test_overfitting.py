"""Training too long and too short, on seeds that tuned nothing."""

import numpy as np

from sim.catalogue import experiment
from sim.pictures import Curve, Grid
from tests.sim.measured import finished, measured, share_met


def test_validation_loss_falls_then_climbs() -> None:
    assert share_met("overfitting") >= 0.95


def test_five_epochs_end_while_both_losses_still_fall() -> None:
    found = measured("overfitting", epochs=5)
    assert (found["train_last"] < found["train_late"]).all()
    assert (found["validation_last"] < found["validation_late"]).mean() >= 0.8
    assert not experiment("overfitting").criterion(found).any()


def test_the_truth_of_a_guess_follows_the_run() -> None:
    guess = experiment("overfitting").guesses[0]
    outcomes = [guess.truth(measured("overfitting", epochs=epochs)) for epochs in (5, 600)]  # type: ignore[union-attr]
    assert outcomes == ["falls", "climbs"]


def test_the_plane_is_the_first_member_s_network() -> None:
    _, pictures = finished("overfitting", 2, epochs=3)
    grid = next(picture for picture in pictures if isinstance(picture, Grid))
    values = np.array(grid.rows)
    assert values.shape == (32, 32)
    assert values.min() >= 0
    assert values.max() <= 1


def test_both_losses_are_drawn_from_before_the_first_step() -> None:
    _, pictures = finished("overfitting", 2, epochs=3)
    loss = next(p for p in pictures if isinstance(p, Curve) and p.key == "validation")
    assert loss.x == (0, 1, 2, 3)
