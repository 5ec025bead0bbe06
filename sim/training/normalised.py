"""Inside a normalised network: its outputs, its two modes, the bias that they make useless."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import Tensor

from sim.nn.layers import StackedBatchNorm, StackedLayerNorm
from sim.nn.recipe import Loss
from sim.training.ensemble import Ensemble


@contextmanager
def _only_looking(ensemble: Ensemble) -> Iterator[None]:
    """Batch statistics for whatever is computed, while running ones stay as they are."""
    layers = [m for m in ensemble.network.modules() if isinstance(m, StackedBatchNorm)]
    for layer in layers:
        layer.momentum = 0.0
    try:
        yield
    finally:
        for layer in layers:
            layer.momentum = StackedBatchNorm.momentum


@torch.no_grad()
def first_normalised(ensemble: Ensemble) -> Tensor:
    """What the first normalisation gives on all that is learnt from, taken as one batch.

    Returns:
        ``(networks, examples, units)``.

    Raises:
        ValueError: If there is no normalisation in the network.
    """
    x: Tensor = ensemble.for_networks(ensemble.data.train.x)
    with _only_looking(ensemble):
        for layer in ensemble.network:
            x = layer(x)
            if isinstance(layer, StackedBatchNorm | StackedLayerNorm):
                return x
    raise ValueError("no layer of this network normalises anything")


@torch.no_grad()
def batch_accuracy(ensemble: Ensemble) -> Tensor:
    """Validation accuracy where BatchNorm takes the statistics of that very batch, ``(networks,)``.

    Only for classes; running statistics stay as they are.
    """
    assert ensemble.recipe.loss is Loss.CROSS_ENTROPY
    split = ensemble.data.validation
    with _only_looking(ensemble):
        outputs = ensemble.network(ensemble.for_networks(split.x))
    right: Tensor = outputs.argmax(dim=-1) == ensemble.for_networks(split.y)
    return right.float().mean(dim=1)


def bias_share(ensemble: Ensemble) -> Tensor:
    """Gradient of the first layer's biases against that of its weights, ``(networks,)``.

    A ratio of norms, over all that is learnt from at once.
    """
    x, y = (ensemble.for_networks(part) for part in (ensemble.data.train.x, ensemble.data.train.y))
    with _only_looking(ensemble):
        gradient = ensemble.gradient(ensemble.loss(ensemble.network(x), y))
    bias, weight = (gradient[:, ensemble.columns[f"0.{kind}"]] for kind in ("bias", "weight"))
    share: Tensor = bias.double().norm(dim=1) / weight.double().norm(dim=1)
    return share
