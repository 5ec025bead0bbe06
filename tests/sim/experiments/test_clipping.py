import pytest
import torch

from sim.training.loop import clipped
from tests.sim.measured import share_met

NAME = "clipping"


def test_a_bound_saves_what_explodes() -> None:
    assert share_met(NAME) >= 7 / 8


def test_tame_weights_need_no_bound() -> None:
    assert share_met(NAME, 4, scale=0.5, learning_rate=0.02) == 0.0


def test_a_bound_too_high_saves_nothing() -> None:
    assert share_met(NAME, 4, clip=100.0) == 0.0


@pytest.mark.parametrize(
    ("bound", "expected"), [(1.0, (0.6, 0.8)), (2.0, (1.2, 1.6)), (10.0, (3.0, 4.0))]
)
def test_a_gradient_is_shortened_and_never_turned(
    bound: float, expected: tuple[float, float]
) -> None:
    """By hand: (3, 4) has norm 5 (course inventory GRA-32)."""
    found = clipped(torch.tensor([[3.0, 4.0]]), torch.tensor([[bound]]))
    torch.testing.assert_close(found, torch.tensor([expected]))
