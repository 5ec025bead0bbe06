"""What travels back through a network: the gradient of its loss, layer by layer."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from sim.nn.layers import StackedDense
from sim.training.ensemble import Ensemble
from sim.training.fleet import Array, to_array
from sim.training.measures import gradient_norms


def error_signals(ensemble: Ensemble) -> Array:
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


def weight_gradients(ensemble: Ensemble) -> Array:
    """Norm of the loss's gradient by each weight matrix, ``(networks, layers)``."""
    return np.stack([to_array(norm) for norm in gradient_norms(ensemble).values()], axis=1)


def _norms(parts: tuple[Tensor, ...]) -> Array:
    """In double precision: the square of 1e-20 is zero in single precision."""
    return np.stack([to_array(part.double().flatten(1).norm(dim=1)) for part in parts], axis=1)
