"""First steps are worked out by hand: Adam's is η sign(g) (Kingma and Ba 2015, arXiv:1412.6980,
section 2.1), RMSProp's η / √(1 − β), uncorrected Adam's η (1 − β₁) / √(1 − β₂). Whole walks are
compared with `torch.optim`.
"""

import math
from collections.abc import Callable

import numpy as np
import pytest
import torch

from sim.nn.recipe import Method
from sim.problems.one_weight import Rule, averaged, gradients, kept, walk
from tests.sim.measured import measured, met

Twin = Callable[[list[torch.Tensor]], torch.optim.Optimizer]


def one(**change: object) -> dict[str, float]:
    found = measured("one_weight", members=1, **change)
    return {name: float(values[0]) for name, values in found.items()}


def test_the_claim_holds() -> None:
    assert met("one_weight", measured("one_weight", members=1)).all()


def test_the_claim_is_false_where_nothing_is_kept_of_the_past() -> None:
    assert not met("one_weight", measured("one_weight", members=1, beta=0)).any()


@pytest.mark.parametrize("gradient", [0.01, 4, 1000])
def test_first_steps_are_those_worked_out_by_hand(gradient: float) -> None:
    found = one(gradient=gradient)

    assert found["first_adam"] == pytest.approx(1, abs=2e-6)
    assert found["first_rmsprop"] == pytest.approx(1 / math.sqrt(0.1), rel=4e-6)
    assert found["first_raw"] == pytest.approx(0.1 / math.sqrt(0.001), rel=4e-5)
    assert found["first_sgd"] == found["first_momentum"] == pytest.approx(gradient)


def test_a_lone_gradient_fades_by_nine_tenths_at_each_step() -> None:
    assert one(signal="pulse", steps=3)["remains"] == pytest.approx(0.1 * 0.9 * 0.9)


def test_adam_makes_little_of_a_gradient_that_keeps_changing_sign() -> None:
    """Its m swings between ±0.1 / 1.9 once v̂ is 1 (geometric series of ratio −0.9)."""
    found = one(signal="alternating", gradient=1, steps=1000)
    assert found["last_adam"] == pytest.approx(0.1 / 1.9, rel=1e-3)


def test_decay_alone_is_a_power_and_a_copy_of_the_start_makes_it_a_line() -> None:
    found = one(signal="none", learning_rate=0.01, decay=1, steps=300)

    assert found["left_adamw"] == pytest.approx(0.99**300)
    assert found["left_sgd_l2"] == pytest.approx(0.99**300)
    assert found["left_frozen"] == pytest.approx(1 - 300 * 0.01)


@pytest.mark.parametrize(
    ("rule", "twin"),
    [
        (Rule(rate=0.01, beta=0.9, method=Method.SGD, penalty=0.5),
         lambda p: torch.optim.SGD(p, lr=0.01, weight_decay=0.5)),
        (Rule(rate=0.01, beta=0.9, method=Method.MOMENTUM),
         lambda p: torch.optim.SGD(p, lr=0.01, momentum=0.9)),
        (Rule(rate=0.01, beta=0.9, method=Method.RMSPROP),
         lambda p: torch.optim.RMSprop(p, lr=0.01, alpha=0.9)),
        (Rule(rate=0.01, beta=0.9, penalty=0.5),
         lambda p: torch.optim.Adam(p, lr=0.01, weight_decay=0.5)),
        (Rule(rate=0.01, beta=0.9, method=Method.ADAMW, decay=0.5),
         lambda p: torch.optim.AdamW(p, lr=0.01, weight_decay=0.5)),
    ],
)  # fmt: skip
def test_walks_are_those_of_torch_optim(rule: Rule, twin: Twin) -> None:
    given = np.random.default_rng(5).normal(size=30)
    weight = torch.ones(1, dtype=torch.float64, requires_grad=True)
    optimiser = twin([weight])
    visited = [1.0]
    for gradient in given:
        weight.grad = torch.tensor([gradient], dtype=torch.float64)
        optimiser.step()
        visited.append(weight.item())

    np.testing.assert_allclose(walk(rule, given), visited, rtol=1e-6)


def test_an_average_is_a_tenth_of_the_sum() -> None:
    given = gradients("alternating", 3.0, 20)
    sums = np.diff(walk(Rule(rate=0.01, beta=0.9, method=Method.MOMENTUM), given))
    np.testing.assert_allclose(np.diff(averaged(0.01, 0.9, given)), 0.1 * sums)


def test_optimisers_keep_as_much_as_those_of_torch() -> None:
    def of_torch(twin: Twin) -> int:
        p = torch.zeros(5, requires_grad=True)
        optimiser = twin([p])
        p.sum().backward()
        optimiser.step()
        state = optimiser.state[p].values()
        return sum(s.numel() for s in state if torch.is_tensor(s) and s.shape == p.shape) // 5

    assert kept(Method.SGD) == of_torch(lambda p: torch.optim.SGD(p, lr=0.1)) == 0
    assert kept(Method.MOMENTUM) == of_torch(lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9))
    assert kept(Method.RMSPROP) == of_torch(lambda p: torch.optim.RMSprop(p, lr=0.1)) == 1
    assert kept(Method.ADAM) == of_torch(lambda p: torch.optim.Adam(p, lr=0.1)) == 2
