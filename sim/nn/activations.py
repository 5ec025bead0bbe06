"""The activation functions of the course, by the names that settings use."""

from __future__ import annotations

from collections.abc import Callable

import torch
import torch.nn.functional as F  # noqa: N812 - as everyone writes it
from torch import Tensor

from sim.words import Words, same

LEAK = 0.01
LANES = 64
Function = Callable[[Tensor], Tensor]


def sign(z: Tensor) -> Tensor:
    """−1 below zero, +1 above (0 at zero); its derivative is 0 wherever there is one."""
    return torch.sign(z)


def heaviside(z: Tensor) -> Tensor:
    """0 below zero, 1 from zero on; its derivative is 0 wherever there is one."""
    return (z >= 0).to(z.dtype) + 0 * z


def in_whole_lanes(function: Function) -> Function:
    """The same function, of as many numbers as processors take at a time.

    PyTorch computes what is left over, at the very end of a tensor, by another exponential, which
    rounds differently: the last network would depend on how many are before it.
    """

    def filled(z: Tensor) -> Tensor:
        flat, missing = z.reshape(-1), -z.numel() % LANES
        if missing == 0:
            return function(flat).view(z.shape)
        return function(F.pad(flat, (0, missing)))[: z.numel()].view(z.shape)

    return filled


sigmoid = in_whole_lanes(torch.sigmoid)

FUNCTIONS: dict[str, Function] = {
    "identity": lambda z: z,
    "sign": sign,
    "heaviside": heaviside,
    "sigmoid": sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "leaky_relu": lambda z: F.leaky_relu(z, LEAK),
    "elu": in_whole_lanes(F.elu),
    "silu": in_whole_lanes(F.silu),
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
