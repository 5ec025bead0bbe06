"""What is measured in every network of an ensemble, while it trains or at its end.

Each takes an `Ensemble` and gives one number a network: a tensor ``(networks,)``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce

import torch
from torch import Tensor

from sim.nn.layers import StackedActivation, StackedPReLU
from sim.nn.recipe import Loss
from sim.training.datasets import Split
from sim.training.ensemble import Ensemble

Measure = Callable[[Ensemble], Tensor]

DEAD_BELOW = 0.0


def train_loss(ensemble: Ensemble) -> Tensor:
    """The loss on the examples learnt from, without penalties, dropout or augmentation."""
    return ensemble.loss_on(ensemble.data.train)


def validation_loss(ensemble: Ensemble) -> Tensor:
    """The loss on examples never seen."""
    return ensemble.loss_on(ensemble.data.validation)


def train_accuracy(ensemble: Ensemble) -> Tensor:
    """Share of the examples learnt from that are answered rightly, from 0 to 1."""
    return accuracy_on(ensemble, ensemble.data.train)


def validation_accuracy(ensemble: Ensemble) -> Tensor:
    """Share of examples never seen that are answered rightly, from 0 to 1."""
    return accuracy_on(ensemble, ensemble.data.validation)


def accuracy_on(ensemble: Ensemble, split: Split) -> Tensor:
    """Share of examples answered rightly; with several labels, only where all of them are right.

    A network whose outputs are not finite answers nothing rightly.
    """
    outputs = ensemble.outputs(split.x)
    target = ensemble.for_networks(split.y)
    if ensemble.recipe.loss in (Loss.CROSS_ENTROPY, Loss.SOFTMAX_MSE):
        right = outputs.argmax(dim=-1) == target
    else:
        right = ((outputs > 0) == (target > 0.5)).all(dim=-1)
    return (right & outputs.isfinite().all(dim=-1)).float().mean(dim=1)


def mean_of(parts: Sequence[Tensor]) -> Tensor:
    """The mean of tensors of one shape, the same bits in any company.

    `torch.mean` over a first axis adds in an order that depends on how many columns there are.
    """
    return reduce(torch.add, parts) / len(parts)


def dead_share(ensemble: Ensemble) -> Tensor:
    """Share of hidden units that are silent on every example learnt from, from 0 to 1.

    A unit is dead when its activation never exceeds 0. Source: Lu et al. 2019, arXiv:1903.06733.
    """
    silent = [(a.amax(dim=1) <= DEAD_BELOW).float() for a in hidden_activations(ensemble)]
    return torch.cat(silent, dim=1).mean(dim=1)


def dead_by_layer(ensemble: Ensemble) -> Tensor:
    """The same of each hidden layer alone, ``(networks, layers)``."""
    alive = [(a.amax(dim=1) > DEAD_BELOW).float() for a in hidden_activations(ensemble)]
    return torch.stack([1 - units.mean(dim=1) for units in alive], dim=1)


def hidden_activations(ensemble: Ensemble) -> list[Tensor]:
    """What each activation layer gives on what is learnt from, ``(networks, examples, units)``.

    Layers inside residual blocks are not looked into.
    """
    outputs = ensemble.layer_outputs(ensemble.data.train.x)
    pairs = zip(ensemble.network, outputs, strict=True)
    kinds = StackedActivation | StackedPReLU
    return [output for layer, output in pairs if isinstance(layer, kinds)]


def gradient_norms(ensemble: Ensemble) -> dict[str, Tensor]:
    """Norm of the loss's gradient by each weight matrix, in the order of layers, ``(networks,)``.

    On the examples learnt from, all at once.
    """
    x, y = ensemble.data.train.x, ensemble.data.train.y
    loss = ensemble.loss(ensemble.network(ensemble.for_networks(x)), ensemble.for_networks(y))
    gradient = ensemble.gradient(loss)
    return {
        name: gradient[:, columns].norm(dim=1)
        for name, columns in ensemble.columns.items()
        if name.endswith("weight")
    }
