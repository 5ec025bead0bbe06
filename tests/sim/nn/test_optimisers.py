"""Optimisers against ``torch.optim``, one network at a time, over 60 steps."""

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from sim.nn.optimisers import Optimiser
from sim.nn.recipe import Method

NETWORKS, PARAMETERS, BIASES, STEPS = 3, 21, 5, 60
RATES = (0.03125, 0.03125, 0.0078125)  # powers of two: the same in float32 and float64
DECAY = 0.25
ALPHA = 0.97
Witness = Callable[[list[dict[str, Any]], float], torch.optim.Optimizer]
WITNESSES: dict[Method, Witness] = {
    Method.SGD: lambda groups, lr: torch.optim.SGD(groups, lr=lr),
    Method.MOMENTUM: lambda groups, lr: torch.optim.SGD(groups, lr=lr, momentum=0.9),
    Method.RMSPROP: lambda groups, lr: torch.optim.RMSprop(groups, lr=lr, alpha=ALPHA),
    Method.ADAM: lambda groups, lr: torch.optim.Adam(groups, lr=lr, fused=True),
    Method.ADAMW: lambda groups, lr: torch.optim.AdamW(groups, lr=lr, fused=True),
}
SECOND = {Method.RMSPROP: ALPHA}


def start() -> Tensor:
    return torch.randn(NETWORKS, PARAMETERS, generator=torch.Generator().manual_seed(3))


def gradients(values: Tensor, step: int) -> Tensor:
    """Of a bowl with noise: each network is pulled to zero, and its own way."""
    return values + 0.3 * torch.randn(values.shape, generator=torch.Generator().manual_seed(step))


def ours(method: Method, steps: int = STEPS) -> tuple[Tensor, Optimiser]:
    values = start()
    decayed = torch.full_like(values, DECAY)
    decayed[:, -BIASES:] = 0
    optimiser = Optimiser(
        method,
        values,
        RATES,
        second=SECOND.get(method, 0.999),
        decay=decayed if method is Method.ADAMW else None,
    )
    for step in range(steps):
        optimiser.step(gradients(values, step))
    return values, optimiser


def theirs(method: Method) -> Tensor:
    rows = []
    for k, rate in enumerate(RATES):
        weights, biases = (
            nn.Parameter(part.clone()) for part in start()[k].split(PARAMETERS - BIASES)
        )
        is_adamw = method is Method.ADAMW
        groups = [
            {"params": [weights], **({"weight_decay": DECAY} if is_adamw else {})},
            {"params": [biases], **({"weight_decay": 0.0} if is_adamw else {})},
        ]
        optimiser = WITNESSES[method](groups, rate)
        for step in range(STEPS):
            now = torch.cat([weights, biases]).detach().expand(NETWORKS, -1)
            weights.grad, biases.grad = gradients(now, step)[k].split(PARAMETERS - BIASES)
            optimiser.step()
        rows.append(torch.cat([weights, biases]).detach())
    return torch.stack(rows)


@pytest.mark.parametrize("method", [Method.SGD, Method.MOMENTUM])
def test_descent_and_momentum_are_exactly_torchs(method: Method) -> None:
    assert torch.equal(ours(method)[0], theirs(method))


@pytest.mark.parametrize("method", [Method.RMSPROP, Method.ADAM, Method.ADAMW])
def test_adaptive_steps_are_torchs(method: Method) -> None:
    torch.testing.assert_close(ours(method)[0], theirs(method), rtol=1e-5, atol=1e-6)


def test_adamw_leaves_biases_alone() -> None:
    biases = slice(PARAMETERS - BIASES, None)
    decayed, plain = ours(Method.ADAMW)[0], ours(Method.ADAM)[0]
    # fed by gradients of themselves, biases would differ had they ever decayed
    assert torch.equal(decayed[:, biases], plain[:, biases])
    assert not torch.allclose(decayed[:, :-BIASES], plain[:, :-BIASES], atol=0.01)


@pytest.mark.parametrize("method", [m for m in Method if m is not Method.ADAMW])
def test_an_optimiser_goes_on_from_its_state(method: Method) -> None:
    values, saved = ours(method, steps=7)
    again = Optimiser(method, values, RATES, second=SECOND.get(method, 0.999))
    again.restore(saved.state())
    for step in range(7, STEPS):
        again.step(gradients(values, step))
    assert torch.equal(values, ours(method)[0])


def test_a_step_is_seen_by_who_watches_the_version() -> None:
    """The fused kernel forgets to say that it changed something; memories rely on it."""
    for method in Method:
        values = start()
        before = values._version
        Optimiser(method, values, [0.1] * NETWORKS).step(torch.ones_like(values))
        assert values._version > before
