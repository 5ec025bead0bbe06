from typing import Any

import numpy as np
import pytest

from tests.sim.measured import measured, share_met

NAME = "residual"


def test_shortcuts_let_ten_blocks_learn() -> None:
    assert share_met(NAME) == 1.0


@pytest.mark.parametrize("settings", [{"depth": 2}, {"init": "he"}])
def test_they_are_not_needed_where_the_gradient_gets_through(
    settings: dict[str, Any],
) -> None:
    assert share_met(NAME, **settings) == 0.0


def test_tanh_blocks_gain_too() -> None:
    assert np.median(measured(NAME, 4, activation="tanh")["gain"]) > 5


def test_blocks_add_less_than_they_receive_at_the_start() -> None:
    """PyTorch's weights have variance 1 / (3 n), and ReLU keeps half the power: √(1 / 6) = 0.41."""
    assert np.median(measured(NAME, 4)["added"]) == pytest.approx((1 / 6) ** 0.5, rel=0.2)
