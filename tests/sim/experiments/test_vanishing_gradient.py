import numpy as np
import pytest
import torch
from torch import nn

from sim.nn.recipe import Recipe, mlp
from sim.randomness import Members
from sim.training.datasets import Data, Split
from sim.training.ensemble import Ensemble
from sim.training.signals import error_signals
from tests.sim.measured import measured, share_met

NAME = "vanishing_gradient"


def test_ten_sigmoids_wear_the_gradient_out() -> None:
    assert share_met(NAME) == 1.0


def test_three_sigmoids_do_not() -> None:
    assert share_met(NAME, depth=3) == 0.0


def test_sigmoids_lose_at_least_what_their_slope_says() -> None:
    """At most 0.25 a layer, times weights of norm near 1: 9 layers lie between first and last."""
    assert np.all(measured(NAME)["ratio_sigmoid"] < 2 * 0.25**9)


def test_xavier_halves_the_power_of_a_relu_at_each_layer() -> None:
    """He et al. 2015, arXiv:1502.01852, eq. 14: Var(W) n / 2 = 1/2 a layer, 9 layers."""
    ratio = np.median(measured(NAME, 16, activation="relu", init="xavier")["ratio_chosen"])
    assert ratio == pytest.approx(2 ** (-9 / 2), rel=0.25)


def test_error_signals_are_those_that_torch_finds_one_network_at_a_time() -> None:
    members = Members(3, 2)
    x, y = members.streams("x").normal(6, 4), torch.zeros(2, 6, dtype=torch.int64)
    data = Data(Split(x, y), Split(x, y))
    ensemble = Ensemble(
        [Recipe(network=mlp(5, 3, activation="tanh"), steps=1)], data, members, torch.device("cpu")
    )
    first, last = (ensemble.network.get_parameter(f"{layer}.weight") for layer in (0, 2))
    for member, found in enumerate(error_signals(ensemble)):
        z = (x[member] @ first[member].T).detach().requires_grad_()
        logits = torch.tanh(z) @ last[member].T
        loss = nn.CrossEntropyLoss()(logits, y[member])
        by_z, by_logits = torch.autograd.grad(loss, (z, logits))
        np.testing.assert_allclose(found, [by_z.norm().item(), by_logits.norm().item()], rtol=1e-5)
