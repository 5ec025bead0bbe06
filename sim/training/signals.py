"""What travels back through a network: the gradient of its loss, layer by layer."""

from __future__ import annotations

import torch
from torch import Tensor

from sim.nn.layers import StackedDense
from sim.training.ensemble import Ensemble
from sim.training.measures import gradient_norms


def error_signals(ensemble: Ensemble) -> Tensor:
    """Norm of the loss's gradient by what each linear layer gives, ``(networks, layers)``.

    It is the δ of the course, over all examples learnt from. Layers inside residual blocks are not
    looked into; the output layer is the last.
    """
    x, y = (ensemble.for_networks(part) for part in (ensemble.data.train.x, ensemble.data.train.y))
    outputs = ensemble.network.layer_outputs(x)
    seen = [
        output
        for layer, output in zip(ensemble.network, outputs, strict=True)
        if isinstance(layer, StackedDense)
    ]
    return _norms(torch.autograd.grad(ensemble.loss(outputs[-1], y).sum(), seen))


def weight_gradients(ensemble: Ensemble) -> Tensor:
    """Norm of the loss's gradient by each weight matrix, ``(networks, layers)``."""
    return torch.stack(list(gradient_norms(ensemble).values()), dim=1)


def unreached_share(ensemble: Ensemble) -> Tensor:
    """Share of hidden units to whose weights no gradient comes, from 0 to 1, ``(networks,)``.

    On all examples learnt from at once: a unit that is dead, or behind a layer that is.
    """
    x, y = (ensemble.for_networks(part) for part in (ensemble.data.train.x, ensemble.data.train.y))
    gradient = ensemble.gradient(ensemble.loss(ensemble.network(x), y))
    named = dict(ensemble.network.named_parameters())
    hidden = [name for name in named if name.endswith("weight")][:-1]
    still = [
        (gradient[:, ensemble.columns[name]].view(named[name].shape) == 0).all(dim=2)
        for name in hidden
    ]
    return torch.cat(still, dim=1).float().mean(dim=1)


def _norms(parts: tuple[Tensor, ...]) -> Tensor:
    """In double precision: the square of 1e-20 is zero in single precision."""
    return torch.stack([part.double().flatten(1).norm(dim=1) for part in parts], dim=1)
