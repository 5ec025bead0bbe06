import numpy as np
import pytest

from sim.experiments import decision_boundary
from sim.pictures import Grid
from tests.sim.measured import finished, measured, share_met

NAME = "decision_boundary"


@pytest.fixture(autouse=True)
def _fewer_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decision_boundary, "STEPS", 150)


def test_two_hidden_layers_follow_the_spirals() -> None:
    assert share_met(NAME) == 1.0


def test_no_hidden_layer_does_not() -> None:
    assert share_met(NAME, 4, hidden_layers=0) == 0.0


def test_three_linear_layers_draw_the_same_line_as_one() -> None:
    measures = measured(NAME, 4, data="clouds", hidden_layers=3, activation="identity")
    np.testing.assert_allclose(measures["loss_chosen"], measures["loss_line"], rtol=0.05)


@pytest.mark.parametrize("data", ["moons", "circles", "clouds"])
def test_the_other_data_are_learnt_too(data: str) -> None:
    assert np.median(measured(NAME, 4, data=data)["accuracy_chosen"]) > 0.95


def test_the_linear_region_has_a_straight_edge() -> None:
    """Along a straight boundary the logit is an affine function of the place."""
    _, pictures = finished(NAME, 4, data="circles")
    rows = np.array(next(p for p in pictures if isinstance(p, Grid) and p.key == "line").rows)
    logit = np.log(rows / (1 - rows))
    for axis in (0, 1):
        np.testing.assert_allclose(np.diff(logit, n=2, axis=axis), 0, atol=1e-5)
