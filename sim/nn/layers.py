"""Layers of many networks at once: as those of ``torch.nn``, with a leading axis of networks.

Every input and output is ``(networks, examples, units)``; network i never sees network j.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from sim.nn.activations import FUNCTIONS
from sim.nn.products import product
from sim.randomness import Streams, filled

EPSILON = 1e-5
PRELU_START = 0.25


class StackedDense(nn.Module):
    """``x Wᵀ + b`` for each network; weights ``(networks, out, in)`` as in `torch.nn.Linear`."""

    def __init__(self, networks: int, inputs: int, units: int, *, has_bias: bool = True) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(networks, units, inputs))
        self.bias = nn.Parameter(torch.zeros(networks, 1, units)) if has_bias else None

    def forward(self, x: Tensor) -> Tensor:
        """``(networks, examples, in)`` to ``(networks, examples, out)``."""
        z = product(x, self.weight.mT)
        return z if self.bias is None else z.add_(self.bias)


class StackedActivation(nn.Module):
    """A function of `sim.nn.activations`."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self._function = FUNCTIONS[name]

    def forward(self, z: Tensor) -> Tensor:
        """Any shape to the same."""
        return self._function(z)


class StackedPReLU(nn.Module):
    """ReLU with one learnt slope below zero for each network (He et al. 2015, arXiv:1502.01852)."""

    name = "prelu"

    def __init__(self, networks: int) -> None:
        super().__init__()
        self.slope = nn.Parameter(torch.full((networks, 1, 1), PRELU_START))

    def forward(self, z: Tensor) -> Tensor:
        """``(networks, examples, units)`` to the same."""
        return torch.where(z > 0, z, self.slope * z)


class StackedBatchNorm(nn.Module):
    """Batch normalisation over the examples (Ioffe and Szegedy 2015, arXiv:1502.03167).

    Training uses the batch's statistics and keeps running ones, with momentum 0.1 and the unbiased
    variance as `torch.nn.BatchNorm1d` does; evaluation uses the running ones.
    """

    momentum = 0.1
    mean: Tensor
    variance: Tensor

    def __init__(self, networks: int, units: int) -> None:
        super().__init__()
        self.gain = nn.Parameter(torch.ones(networks, 1, units))
        self.bias = nn.Parameter(torch.zeros(networks, 1, units))
        self.register_buffer("mean", torch.zeros(networks, 1, units))
        self.register_buffer("variance", torch.ones(networks, 1, units))

    def forward(self, x: Tensor) -> Tensor:
        """``(networks, examples, units)`` to the same."""
        if not self.training:
            return (x - self.mean) * torch.rsqrt(self.variance + EPSILON) * self.gain + self.bias
        mean = x.mean(dim=1, keepdim=True)
        centred = x - mean
        variance = centred.square().mean(dim=1, keepdim=True)
        self._remember(mean.detach(), variance.detach(), examples=x.shape[1])
        return centred * torch.rsqrt(variance + EPSILON) * self.gain + self.bias

    def _remember(self, mean: Tensor, variance: Tensor, *, examples: int) -> None:
        unbiased = variance * (examples / max(examples - 1, 1))
        self.mean.lerp_(mean, self.momentum)
        self.variance.lerp_(unbiased, self.momentum)


class StackedLayerNorm(nn.Module):
    """Layer normalisation over the units of each example (Ba et al. 2016, arXiv:1607.06450)."""

    def __init__(self, networks: int, units: int) -> None:
        super().__init__()
        self.gain = nn.Parameter(torch.ones(networks, 1, units))
        self.bias = nn.Parameter(torch.zeros(networks, 1, units))

    def forward(self, x: Tensor) -> Tensor:
        """``(networks, examples, units)`` to the same."""
        return nn.functional.layer_norm(x, x.shape[-1:], eps=EPSILON) * self.gain + self.bias


class StackedDropout(nn.Module):
    """Inverted dropout: zeros with probability p while training, the rest divided by 1 − p.

    The masks of a member are its own, and the same in every compared case.
    """

    def __init__(self, p: float, streams: Streams) -> None:
        super().__init__()
        self._p = p
        self.streams = streams

    def forward(self, x: Tensor) -> Tensor:
        """``(networks, examples, units)`` to the same."""
        if not self.training or self._p == 0:
            return x
        kept = self.streams.uniform(*x.shape[1:]) >= self._p
        mask = filled(kept.to(x.device, x.dtype) / (1 - self._p), self.streams.rows)
        by_case = x.view(-1, self.streams.rows, *x.shape[1:])
        return (by_case * mask).flatten(0, 1)


class StackedResidual(nn.Sequential):
    """``x + F(x)``, where F is the layers given (He et al. 2016, arXiv:1512.03385)."""

    def forward(self, x: Tensor) -> Tensor:
        """``(networks, examples, units)`` to the same."""
        branch = x
        for layer in self:
            branch = layer(branch)
        return x + branch
