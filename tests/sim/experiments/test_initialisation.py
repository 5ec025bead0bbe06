import numpy as np
import pytest

from tests.sim.measured import measured, share_met

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
