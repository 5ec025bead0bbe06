"""Nothing assumes the CPU: networks are put on PyTorch's ``meta`` device.

It computes shapes only and refuses, as a GPU does, what mixes two devices.
"""

from dataclasses import replace

import pytest
import torch

from sim.nn.recipe import (
    Activation,
    BatchNorm,
    Dense,
    LayerNorm,
    Loss,
    Method,
    Network,
    Recipe,
    Recurrent,
    Residual,
    mlp,
)
from sim.randomness import Members
from sim.training.augmentation import AUGMENTATIONS
from sim.training.ensemble import Ensemble
from sim.training.loop import train
from sim.training.measures import (
    dead_share,
    gradient_norms,
    train_accuracy,
    validation_loss,
)
from tests.sim.networks import noisy

META = torch.device("meta")
MEMBERS = Members(0, 2)
PLAIN = Recipe(network=mlp(4, 3), batch_size=7, steps=3, l1=0.1, l2=0.1, clip_norm=1.0)
SQUARE = replace(PLAIN, method=Method.RMSPROP, augmentation="noise")
RECIPES: dict[str, tuple[Recipe, tuple[int, ...]]] = {
    "plain": (PLAIN, (16,)),
    "proximal": (replace(PLAIN, is_l1_proximal=True), (16,)),
    "adam": (replace(PLAIN, method=Method.ADAMW, decay=0.1), (16,)),
    "momentum": (replace(PLAIN, method=Method.MOMENTUM, batch_size=None), (16,)),
    **{name: (replace(SQUARE, augmentation=name), (16,)) for name in AUGMENTATIONS},
    "norms": (replace(SQUARE, network=mlp(4, 3, norm=BatchNorm(), dropout=0.2)), (16,)),
    "layers": (
        replace(
            SQUARE,
            network=Network(
                (Dense(5), LayerNorm(), Residual((Dense(5), Activation("prelu"))), Dense(3))
            ),
            loss=Loss.SOFTMAX_MSE,
        ),
        (16,),
    ),
    "rnn": (replace(PLAIN, network=Network((Recurrent("rnn", 4), Dense(3)))), (5, 2)),
    "lstm": (replace(PLAIN, network=Network((Recurrent("lstm", 4), Dense(3)))), (5, 2)),
}


@pytest.mark.parametrize("name", RECIPES)
def test_all_that_training_makes_is_on_the_device_of_the_networks(name: str) -> None:
    recipe, shape = RECIPES[name]
    data = noisy(MEMBERS, *shape, examples=20)
    ensemble = Ensemble([recipe, recipe], data, MEMBERS, META)
    for _ in train(ensemble, ensemble.steps):
        pass
    assert ensemble.values.device == META
    for measure in (validation_loss, train_accuracy):
        assert measure(ensemble).device == META
    if name in ("plain", "norms"):
        assert dead_share(ensemble).device == META
        assert all(norm.device == META for norm in gradient_norms(ensemble).values())


def test_that_device_refuses_what_a_gpu_would_refuse() -> None:
    with pytest.raises(RuntimeError, match="device"):
        torch.ones(3, device=META) + torch.ones(3)
