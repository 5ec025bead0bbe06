"""Backpropagation by hand gives autograd's gradient."""

from dataclasses import replace

import pytest
import torch

from sim.nn.backpropagation import is_plain
from sim.nn.recipe import (
    Activation,
    BatchNorm,
    Dense,
    Dropout,
    Init,
    InitKind,
    Layer,
    Loss,
    Network,
    Recipe,
    Residual,
    mlp,
)
from sim.randomness import Members
from tests.sim.networks import ensemble, noisy

NORMAL = Init(InitKind.TORCH)
SHALLOW = Recipe(network=mlp(9, 4, 6, init=NORMAL), steps=1)
LAYERS: dict[str, tuple[Layer, ...]] = {
    **{name: mlp(9, 4, 6, activation=name).layers for name in ("relu", "leaky_relu", "tanh")},
    "sigmoid": mlp(9, 4, 6, activation="sigmoid").layers,
    "stacked linear layers": (Dense(9), Dense(4), Activation("identity"), Dense(6)),
    "without bias": (Dense(9, has_bias=False), Activation("relu"), Dense(6)),
    "one layer": (Dense(6),),
    "an activation at the end": (Dense(4), Activation("tanh"), Dense(6), Activation("sigmoid")),
}


def compared(recipe: Recipe) -> tuple[torch.Tensor, torch.Tensor]:
    """By hand, and by autograd."""
    numbers = None if recipe.loss is Loss.CROSS_ENTROPY else 6
    trained = ensemble(recipe, data=noisy(Members(0, 3), 5, classes=6, numbers=numbers))
    assert is_plain(trained.network, recipe.loss)
    x, y = trained.next_batch()
    by_hand = trained.loss_gradient(x, y).clone()
    return by_hand, trained.gradient(trained.loss(trained.network(x), y))


@pytest.mark.parametrize("name", LAYERS)
def test_a_gradient_by_hand_is_autograds(name: str) -> None:
    by_hand, expected = compared(replace(SHALLOW, network=Network(LAYERS[name], NORMAL)))
    assert expected.count_nonzero() > expected.numel() / 3
    torch.testing.assert_close(by_hand, expected, rtol=1e-4, atol=1e-7)


@pytest.mark.parametrize("loss", [Loss.MSE, Loss.BCE, Loss.MULTI_LABEL_BCE])
def test_other_losses_too(loss: Loss) -> None:
    by_hand, expected = compared(replace(SHALLOW, loss=loss))
    torch.testing.assert_close(by_hand, expected, rtol=1e-4, atol=1e-7)


@pytest.mark.parametrize(
    "layers",
    [
        (Dense(4), BatchNorm(), Dense(6)),
        (Dense(4), Dropout(0.5), Dense(6)),
        (Dense(4), Residual((Dense(4),)), Dense(6)),
        (Activation("relu"), Dense(6)),
        (Dense(4), Activation("relu"), Activation("tanh"), Dense(6)),
        (Dense(4), Activation("silu"), Dense(6)),
        (Dense(4), Activation("prelu"), Dense(6)),
    ],
)
def test_what_it_does_not_know_is_left_to_autograd(layers: tuple[Layer, ...]) -> None:
    recipe = replace(SHALLOW, network=Network(layers, NORMAL))
    trained = ensemble(recipe, data=noisy(Members(0, 2), 5, classes=6))
    assert not is_plain(trained.network, recipe.loss)
    x, y = trained.next_batch()
    assert trained.loss_gradient(x, y).isfinite().all()


def test_a_network_that_diverged_says_so() -> None:
    trained = ensemble(SHALLOW, data=noisy(Members(0, 2), 5, classes=6))
    trained.values[0] = torch.nan
    gradient = trained.loss_gradient(*trained.next_batch())
    assert gradient[0].isnan().any()
    assert gradient[1].isfinite().all()
