"""Networks thinned by dropout, looked at one draw at a time after training."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from sim.nn.layers import StackedDropout
from sim.training.ensemble import Ensemble


@dataclass(frozen=True, slots=True)
class Draw:
    """What one draw of dropout does on the validation examples.

    Attributes:
        full: Activations before it, ``(networks, examples, units)``.
        dropped: After it, the same.
        outputs: What the thinned networks answer, ``(networks, examples, classes)``.
    """

    full: Tensor
    dropped: Tensor
    outputs: Tensor


@torch.no_grad()
def draw(ensemble: Ensemble) -> Draw:
    """Drop units once, as in training.

    Raises:
        ValueError: If the networks have no dropout.
    """
    x = ensemble.for_networks(ensemble.data.validation.x)
    seen: tuple[Tensor, Tensor] | None = None
    for layer in ensemble.network:
        y = layer(x)
        if isinstance(layer, StackedDropout):
            seen = x, y
        x = y
    if seen is None:
        raise ValueError("no layer of this network drops anything")
    return Draw(*seen, x)


def gradient_out(ensemble: Ensemble) -> Tensor:
    """Share of the activations put out by one draw that a gradient reaches, ``(networks,)``.

    On what is learnt from; those that were zero before the draw are left aside.
    """
    x, y = (ensemble.for_networks(part) for part in (ensemble.data.train.x, ensemble.data.train.y))
    outputs = ensemble.network.layer_outputs(x)
    place = next(n for n, m in enumerate(ensemble.network) if isinstance(m, StackedDropout))
    loss = ensemble.loss(outputs[-1], y)
    (gradient,) = torch.autograd.grad(loss.sum(), [outputs[place - 1]])
    is_out = (outputs[place - 1] > 0) & (outputs[place] == 0)
    return (is_out & (gradient != 0)).sum(dim=(1, 2)) / is_out.sum(dim=(1, 2))


def accuracy(answers: Tensor, ensemble: Ensemble) -> Tensor:
    """Share of validation examples whose greatest output is the right one, ``(networks,)``."""
    target = ensemble.for_networks(ensemble.data.validation.y)
    return (answers.argmax(dim=-1) == target).float().mean(dim=1)


@torch.no_grad()
def two_answers(ensemble: Ensemble) -> Tensor:
    """Share of new images that two passes with units still dropped put in two classes.

    As where `eval()` was forgotten: networks of an ensemble are in training mode when they are
    called.
    """
    x = ensemble.for_networks(ensemble.data.validation.x)
    first, second = (ensemble.network(x).argmax(dim=-1) for _ in range(2))
    share: Tensor = (first != second).float().mean(dim=1)
    return share
