import numpy as np
import pytest

from sim.pictures import Table
from tests.sim.measured import finished, measured, share_met

NAME = "initialisation"


def test_he_keeps_what_too_small_and_too_big_lose() -> None:
    assert share_met(NAME) == 1.0


def test_two_layers_are_too_few_to_tell() -> None:
    assert share_met(NAME, depth=2) == 0.0


def test_tanh_saturates_and_does_not_explode() -> None:
    assert np.all(measured(NAME, activation="tanh")["ratio_big"] < 2)


@pytest.mark.parametrize(
    ("case", "deviation"), [("xavier", (1 / 64) ** 0.5), ("he", (2 / 64) ** 0.5), ("small", 0.01)]
)
def test_each_relu_layer_multiplies_by_what_its_weights_say(case: str, deviation: float) -> None:
    """He et al. 2015, arXiv:1502.01852: by √(n Var(W) / 2) a layer, n = 64, 19 layers on."""
    ratio = np.median(measured(NAME, 16)[f"ratio_{case}"])
    assert ratio == pytest.approx((64 * deviation**2 / 2) ** (19 / 2), rel=0.5)


def test_equal_units_stay_equal() -> None:
    measures = measured(NAME)
    assert measures["difference_constant"] == pytest.approx(0, abs=1e-6)
    assert np.all(measures["difference_random"] > 0.5)


def test_xavier_draws_as_its_formulas_say() -> None:
    """Glorot and Bengio 2010: deviation √(2 / (n + n)), or evenly within √(6 / (n + n)); n = 64."""
    found = measured(NAME, activation="tanh")
    assert found["deviation_xavier"] == pytest.approx((2 / 128) ** 0.5, rel=0.04)
    assert found["bound_uniform"] == pytest.approx((6 / 128) ** 0.5, rel=0.01)
    assert (found["bound_uniform"] <= (6 / 128) ** 0.5).all()
    assert np.median(found["ratio_uniform"]) == pytest.approx(
        np.median(found["ratio_xavier"]), rel=0.3
    )


def test_big_weights_saturate_tanh_and_small_ones_do_not() -> None:
    """There z is nearly normal, of deviation 8 |a| with |a| near 0.9: |z| > 3 in about 68 %."""
    assert measured(NAME, activation="tanh", deviation=1)["saturated"] == pytest.approx(
        0.68, abs=0.05
    )
    assert not measured(NAME, activation="tanh")["saturated"].any()


@pytest.mark.parametrize(("activation", "rows"), [("tanh", 3), ("relu", 2)])
def test_saturated_units_are_told_of_tanh_alone(activation: str, rows: int) -> None:
    _, pictures = finished(NAME, 1, activation=activation, depth=2)
    (table,) = (picture for picture in pictures if isinstance(picture, Table))
    assert len(table.rows) == rows
