"""Straight-line regression without noise: a bowl whose curvature is known exactly."""

from __future__ import annotations

import torch
from torch import Tensor

from sim.nn.products import product
from sim.randomness import Members
from sim.training.datasets import Data, Split

INPUTS = 4


def curvatures(x: Tensor) -> Tensor:
    """Eigenvalues of the Hessian of the mean squared error of a linear model without bias.

    Args:
        x: ``(members, examples, inputs)``.

    Returns:
        ``(members, inputs)``, in increasing order: those of ``2 XᵀX / n``, whatever the targets.
    """
    doubled = x.double()
    hessian = 2 * product(doubled.mT, doubled) / x.shape[1]
    return torch.stack([torch.linalg.eigvalsh(one) for one in hessian])


def bowl(members: Members, *, examples: int) -> Data:
    """Inputs, and targets that some linear model answers exactly.

    Inputs are scaled so that the loss's greatest curvature is 1: with gradient descent, the limit
    of the learning rate is then 2 for everyone.
    """
    streams = members.streams("bowl")
    x = streams.normal(examples, INPUTS)
    x = x / curvatures(x)[:, -1:, None].sqrt().float()
    split = Split(x, product(x, streams.normal(INPUTS, 1)))
    return Data(split, split)
