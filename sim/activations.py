"""The activation functions of the course, by the names that settings use."""

from __future__ import annotations

from collections.abc import Callable

import torch
import torch.nn.functional as F  # noqa: N812 - as everyone writes it
from torch import Tensor

from sim.words import Words, same

LEAK = 0.01


def sign(z: Tensor) -> Tensor:
    """−1 below zero, +1 above (0 at zero); its derivative is 0 wherever there is one."""
    return torch.sign(z)


def heaviside(z: Tensor) -> Tensor:
    """0 below zero, 1 from zero on; its derivative is 0 wherever there is one."""
    return (z >= 0).to(z.dtype) + 0 * z


FUNCTIONS: dict[str, Callable[[Tensor], Tensor]] = {
    "identity": lambda z: z,
    "sign": sign,
    "heaviside": heaviside,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "leaky_relu": lambda z: F.leaky_relu(z, LEAK),
    "elu": F.elu,
    "silu": F.silu,
    "softmax": lambda z: torch.softmax(z, dim=-1),
}
"""Each maps ``(networks, examples, units)`` to the same shape; PReLU, which learns, is a layer."""

LABELS: dict[str, Words] = {
    "identity": Words("identité", "identity"),
    "sign": Words("signe", "sign"),
    "heaviside": same("Heaviside"),
    "sigmoid": Words("sigmoïde", "sigmoid"),
    "tanh": same("tanh"),
    "relu": same("ReLU"),
    "leaky_relu": same("Leaky ReLU"),
    "prelu": same("PReLU"),
    "elu": same("ELU"),
    "silu": same("Swish (SiLU)"),
    "softmax": same("softmax"),
}
