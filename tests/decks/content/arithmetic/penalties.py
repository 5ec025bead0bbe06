"""Penalties of weights: what they cost, what one step of them does, what they leave."""

import math
from collections.abc import Callable, Iterable

import numpy as np
import torch

Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
GRID: Numbers = np.arange(-40_000, 40_001) / 10_000


def l1(weights: Iterable[float], strength: float = 1) -> float:
    return strength * math.fsum(abs(w) for w in weights)


def l2(weights: Iterable[float], strength: float = 1) -> float:
    return strength * math.fsum(w * w for w in weights)


def l2_step(w: float, rate: float, strength: float) -> float:
    """Down the penalty alone, its slope by autograd rather than by the formula of the card."""
    weight = torch.tensor(w, dtype=torch.float64, requires_grad=True)
    (strength * weight**2).backward()
    assert weight.grad is not None
    return w - rate * weight.grad.item()


def thresholded(w: float, threshold: float) -> float:
    return math.copysign(max(abs(w) - threshold, 0), w)


def lowest(function: Callable[[Numbers], Numbers]) -> float:
    """Where a function is lowest among all multiples of 0.0001 from −4 to 4."""
    return float(GRID[np.argmin(function(GRID))])


def penalised(demanded: float, penalty: Callable[[Numbers], Numbers]) -> float:
    """The weight that a penalty leaves of the one that the data demand."""
    return lowest(lambda w: (w - demanded) ** 2 + penalty(w))


def decayed_by_sgd(w: float, rate: float, decay: float) -> float:
    """One step of PyTorch's own weight decay, the loss being flat."""
    weight = torch.tensor(float(w), requires_grad=True)
    weight.grad = torch.tensor(0.0)
    torch.optim.SGD([weight], lr=rate, weight_decay=decay).step()
    return weight.item()
