"""Gradient descent on a quadratic, at its best rate 2 / (1 + κ), multiplies both errors by
±(κ − 1) / (κ + 1) (Nocedal and Wright 2006, theorem 3.3): a millionth of the loss takes
ln(1e-6) / (2 ln(99 / 101)) = 345.4 steps for κ = 100.
"""

import math

import pytest
import torch

from sim.nn.recipe import Method
from sim.problems.ravine import Ravine, descents, steps_to_stay
from tests.sim.measured import measured, met


def test_momentum_and_adam_halve_the_way_at_least() -> None:
    assert met("ravine", measured("ravine", members=1)).all()


@pytest.mark.slow
@pytest.mark.parametrize("change", [{"condition": 10}, {"momentum": 0}, {"condition": 1}])
def test_the_claim_is_false_where_momentum_cannot_help(change: dict[str, float]) -> None:
    assert not met("ravine", measured("ravine", members=1, **change)).any()


def test_gradient_descent_takes_the_steps_that_theory_says() -> None:
    ravine = Ravine(100, 30)
    path = descents(ravine, Method.SGD, [2 / 101], 400, momentum=0, second=0)

    steps = steps_to_stay(ravine.loss(path), 1e-6)
    assert steps.tolist() == [math.ceil(math.log(1e-6) / (2 * math.log(99 / 101)))] == [346]


@pytest.mark.parametrize(
    ("method", "twin"),
    [
        (Method.SGD, lambda p: torch.optim.SGD(p, lr=0.01)),
        (Method.MOMENTUM, lambda p: torch.optim.SGD(p, lr=0.01, momentum=0.9)),
        (Method.RMSPROP, lambda p: torch.optim.RMSprop(p, lr=0.01, alpha=0.9)),
        (Method.ADAM, lambda p: torch.optim.Adam(p, lr=0.01, betas=(0.9, 0.9))),
    ],
)
def test_paths_are_those_of_torch_optim(method: Method, twin: object) -> None:
    assert callable(twin)
    ravine = Ravine(20, 30)
    x = ravine.start().requires_grad_()
    optimiser = twin([x])
    for _ in range(50):
        optimiser.zero_grad()
        ravine.loss(x).backward()
        optimiser.step()

    path = descents(ravine, method, [0.01], 50, momentum=0.9, second=0.9)
    torch.testing.assert_close(path[0, -1], x.detach())


def test_steepest_descent_aims_far_from_the_minimum_unless_the_bowl_is_round() -> None:
    """From (−3; 0.3) the gradient is (−3; 0.3 κ): cos = (9 + 0.09 κ) / (√(9 + 0.09 κ²) √9.09)."""
    assert measured("ravine", members=1)["slope_angle"][0] == pytest.approx(78.58, abs=0.01)
    assert Ravine(1, 20).slope_angle() == pytest.approx(0, abs=1e-5)


def test_steps_count_from_when_a_loss_stays_low() -> None:
    loss = torch.tensor([[1, 0.1, 0.5, 0.1, 0.1], [1, 1, 1, 0.1, torch.nan], [0, 0, 0, 0, 0]])

    assert steps_to_stay(loss, 0.2).tolist() == [3, torch.inf, 0]
