"""Stacked layers against those of ``torch.nn``, one network at a time."""

import copy
from collections.abc import Callable

import pytest
import torch
from torch import Tensor, nn

from sim.nn.layers import (
    StackedActivation,
    StackedBatchNorm,
    StackedDense,
    StackedDropout,
    StackedLayerNorm,
    StackedPReLU,
    StackedResidual,
)
from sim.randomness import Members

NETWORKS, EXAMPLES, INPUTS, UNITS = 3, 11, 7, 5


def numbers(*shape: int, seed: int = 0) -> Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


def filled(layer: nn.Module) -> nn.Module:
    """Parameters that no start would give, each network's own."""
    with torch.no_grad():
        for number, parameter in enumerate(layer.parameters()):
            parameter.copy_(numbers(*parameter.shape, seed=number + 1))
    return layer


def assert_same(
    stacked: nn.Module,
    alone: Callable[[int], nn.Module],
    x: Tensor,
    rtol: float = 1e-5,
    atol: float = 1e-6,
) -> None:
    """The same outputs, and gradients by inputs and parameters, as each network alone gives.

    Within what sums in another order make of float32.
    """
    x = x.clone().requires_grad_()
    output = stacked(x)
    weights = numbers(*output.shape, seed=9)
    (output * weights).sum().backward()
    assert x.grad is not None
    for k in range(NETWORKS):
        single, x_k = alone(k), x.detach()[k].clone().requires_grad_()
        expected = single(x_k)
        (expected * weights[k]).sum().backward()
        torch.testing.assert_close(output[k], expected, rtol=rtol, atol=atol)
        torch.testing.assert_close(x.grad[k], x_k.grad, rtol=rtol, atol=atol)
        for ours, theirs in zip(stacked.parameters(), single.parameters(), strict=True):
            assert ours.grad is not None
            assert theirs.grad is not None
            torch.testing.assert_close(
                ours.grad[k].flatten(), theirs.grad.flatten(), rtol=rtol, atol=atol
            )


def with_parameters(single: nn.Module, stacked: nn.Module, k: int) -> nn.Module:
    with torch.no_grad():
        for theirs, ours in zip(single.parameters(), stacked.parameters(), strict=True):
            theirs.copy_(ours[k].view(theirs.shape))
    return single


@pytest.mark.parametrize("has_bias", [True, False])
def test_dense_is_linear(has_bias: bool) -> None:
    stacked = filled(StackedDense(NETWORKS, INPUTS, UNITS, has_bias=has_bias))
    assert_same(
        stacked,
        lambda k: with_parameters(nn.Linear(INPUTS, UNITS, bias=has_bias), stacked, k),
        numbers(NETWORKS, EXAMPLES, INPUTS),
    )


ACTIVATIONS = {
    "identity": nn.Identity(),
    "sigmoid": nn.Sigmoid(),
    "tanh": nn.Tanh(),
    "relu": nn.ReLU(),
    "leaky_relu": nn.LeakyReLU(),
    "elu": nn.ELU(),
    "silu": nn.SiLU(),
    "softmax": nn.Softmax(dim=-1),
}


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_activations_are_those_of_torch(name: str) -> None:
    """Within an ulp or two: PyTorch's own last numbers come of another exponential."""
    x = numbers(NETWORKS, EXAMPLES, UNITS) * 3
    assert_same(StackedActivation(name), lambda k: ACTIVATIONS[name], x, rtol=2e-6, atol=1e-7)


@pytest.mark.parametrize("name", ["sigmoid", "elu", "silu"])
def test_whole_lanes_are_exactly_those_of_torch(name: str) -> None:
    x = numbers(4, 16, 4)
    assert torch.equal(StackedActivation(name)(x), ACTIVATIONS[name](x))


def test_sign_and_heaviside_step_at_zero_and_have_no_slope() -> None:
    x = torch.tensor([[[-2.0, 0.0, 0.5]]], requires_grad=True)
    sign, heaviside = StackedActivation("sign")(x), StackedActivation("heaviside")(x)
    assert sign.flatten().tolist() == [-1.0, 0.0, 1.0]
    assert heaviside.flatten().tolist() == [0.0, 1.0, 1.0]
    (sign + heaviside).sum().backward()
    assert x.grad is not None
    assert x.grad.count_nonzero() == 0


def test_prelu_learns_a_slope_for_each_network() -> None:
    stacked = StackedPReLU(NETWORKS)
    assert stacked.slope.flatten().tolist() == [nn.PReLU().weight.item()] * NETWORKS
    filled(stacked)
    assert_same(
        stacked,
        lambda k: with_parameters(nn.PReLU(), stacked, k),
        numbers(NETWORKS, EXAMPLES, UNITS),
    )


def test_batch_norm_trains_and_evaluates_as_torchs() -> None:
    stacked = filled(StackedBatchNorm(NETWORKS, UNITS))
    singles = [with_parameters(nn.BatchNorm1d(UNITS), stacked, k) for k in range(NETWORKS)]
    for step in range(4):
        x = numbers(NETWORKS, EXAMPLES, UNITS, seed=20 + step) * 2 + 1
        stacked.zero_grad()
        for single in singles:
            single.zero_grad()
        assert_same(stacked, lambda k: singles[k], x, rtol=1e-4, atol=1e-5)
    for k, single in enumerate(singles):
        for ours, theirs in (("mean", "running_mean"), ("variance", "running_var")):
            torch.testing.assert_close(
                getattr(stacked, ours)[k].flatten(), getattr(single, theirs), rtol=1e-5, atol=1e-6
            )
    stacked.eval()
    before = copy.deepcopy(stacked.state_dict())
    x = numbers(NETWORKS, EXAMPLES, UNITS, seed=30)
    for k, single in enumerate(singles):
        torch.testing.assert_close(stacked(x)[k], single.eval()(x[k]), rtol=1e-5, atol=1e-6)
    assert all(torch.equal(kept, before[name]) for name, kept in stacked.state_dict().items())


def test_layer_norm_is_torchs() -> None:
    stacked = filled(StackedLayerNorm(NETWORKS, UNITS))
    assert_same(
        stacked,
        lambda k: with_parameters(nn.LayerNorm(UNITS), stacked, k),
        numbers(NETWORKS, EXAMPLES, UNITS),
    )


def test_a_residual_block_adds_what_goes_in() -> None:
    inner = filled(StackedDense(NETWORKS, UNITS, UNITS))
    x = numbers(NETWORKS, EXAMPLES, UNITS)
    assert torch.equal(StackedResidual(inner)(x), x + inner(x))


def dropout(p: float = 0.3, members: int = 2) -> StackedDropout:
    return StackedDropout(p, Members(5, members).streams("dropout 1"))


def test_dropout_silences_a_share_and_scales_the_rest() -> None:
    kept = dropout()(torch.ones(2, 100, 100))
    assert set(kept.unique().tolist()) == {0.0, torch.tensor(1 / 0.7).item()}
    # 20,000 draws: the share's standard deviation is 0.0032
    assert abs((kept == 0).float().mean().item() - 0.3) < 0.013
    assert abs(kept.mean().item() - 1) < 0.02


def test_dropout_does_nothing_in_use() -> None:
    x = numbers(2, EXAMPLES, UNITS)
    assert torch.equal(dropout().eval()(x), x)


def test_a_members_masks_are_its_own_and_the_same_in_every_case() -> None:
    cases, members = 3, 2
    kept = dropout()(torch.ones(cases * members, 50, 20)).view(cases, members, 50, 20)
    assert torch.equal(kept[0], kept[1])
    assert torch.equal(kept[0], kept[2])
    assert not torch.equal(kept[0, 0], kept[0, 1])


def test_dropouts_gradient_is_its_mask() -> None:
    x = numbers(2, EXAMPLES, UNITS).requires_grad_()
    output = dropout()(x)
    output.sum().backward()
    assert x.grad is not None
    torch.testing.assert_close(x.grad * x, output)
