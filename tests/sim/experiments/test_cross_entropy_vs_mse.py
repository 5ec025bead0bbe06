"""Inventory, mini-experiment 6: y = 1, z₀ = −5, η = 1 take 119 steps (MSE) and 16 (BCE) to pass
0.9; LOS-15: gradients −0.0132 and −0.9933.
"""

import numpy as np
import pytest
import torch

from sim.problems.lone_neuron import answers, gradients
from sim.training.reaching import first_reaching
from tests.sim.measured import measured, median, met


def test_squared_error_needs_more_steps() -> None:
    measures = measured("cross_entropy_vs_mse", members=8)

    assert met("cross_entropy_vs_mse", measures).mean() >= 0.75
    assert median(measures, "neuron_mse") == 119
    assert median(measures, "neuron_bce") == 16


def test_the_claim_is_false_where_nobody_gets_there_or_all_do_alike() -> None:
    never, same = np.full(2, np.inf), np.full(2, 30.0)

    assert not met("cross_entropy_vs_mse", {"steps_ce": never, "steps_mse": never}).any()
    assert not met("cross_entropy_vs_mse", {"steps_ce": same, "steps_mse": same}).any()


def test_gradients_are_those_of_autograd() -> None:
    z = torch.tensor([-5.0, -5.0], dtype=torch.float64, requires_grad=True)
    answer = torch.sigmoid(z)
    ((answer[0] - 1) ** 2 - torch.log(answer[1])).backward()

    assert z.grad is not None
    assert gradients(np.array([-5.0, -5.0])) == pytest.approx(z.grad.numpy())
    assert gradients(np.array([-5.0, -5.0])) == pytest.approx([-0.0132, -0.9933], abs=5e-5)


def test_a_hesitant_neuron_loses_far_less() -> None:
    waits = first_reaching(np.arange(2001.0), answers(0, 1, 2000), 0.9)

    assert waits[0] < 4 * waits[1]


def test_what_never_gets_there_takes_for_ever() -> None:
    values = np.array([[0.1, 0.9, 0.2], [np.nan, 0.1, 0.2]])

    assert first_reaching(np.array([0.0, 5, 10]), values, 0.5).tolist() == [5, np.inf]


@pytest.mark.parametrize(("start", "cost"), [(-5.0, 5.00672), (-2.197, 2.302)])
def test_what_the_lone_neuron_costs_at_first(start: float, cost: float) -> None:
    """By hand: −ln σ(−5) = ln(1 + e⁵) ≈ 5.00672, and 0.1 costs ln 10 (LOS-07)."""
    measures = measured("cross_entropy_vs_mse", 2, start=start)
    assert measures["neuron_cost"][0] == pytest.approx(cost, abs=1e-3)


def test_it_measures_the_three_logits() -> None:
    """Course inventory LOS-09: 2.317 where the third class is right."""
    assert measured("cross_entropy_vs_mse", 2, right=3)["loss_logits"][0] == pytest.approx(
        2.317, abs=5e-4
    )
