"""An RNN of one number, small enough to be followed by hand, and the gradient that goes back."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray

FIRST = 1.0
INPUT_WEIGHT, BIAS = 0.5, 0.1
Array = NDArray[np.float64]


def states(weight: float, *, length: int, is_reset: bool) -> Array:
    """``h_t = tanh(0.5 x_t + w h_{t−1} + 0.1)`` for x = 1, 0, 0, … from ``h_0 = 0``.

    Args:
        weight: The recurrent weight w.
        length: Times read, T.
        is_reset: Whether h is put back to 0 before each element, by mistake.

    Returns:
        ``h_0`` to ``h_T``, ``(length + 1,)``.
    """
    found = [0.0]
    for time in range(length):
        x, kept = FIRST if time == 0 else 0.0, 0.0 if is_reset else found[-1]
        found.append(float(np.tanh(INPUT_WEIGHT * x + weight * kept + BIAS)))
    return np.array(found)


def gradients(weight: float, *, length: int, has_tanh: bool) -> Array:
    """Derivative of the last state by each one before it, by PyTorch's autograd.

    Args:
        weight: The recurrent weight w.
        length: Times read, T.
        has_tanh: Whether states go through tanh, as `states` has them; else ``h_t = w h_{t−1}``.

    Returns:
        Of ``h_T`` by ``h_{T−k}`` for k = 0 to T, ``(length + 1,)``.
    """
    h = [torch.zeros((), dtype=torch.float64, requires_grad=True)]
    for time in range(length):
        read = INPUT_WEIGHT * (FIRST if time == 0 else 0.0) + BIAS
        h.append(torch.tanh(read + weight * h[-1]) if has_tanh else weight * h[-1])
    slopes = torch.autograd.grad(h[-1], h)
    return np.array([float(slope) for slope in reversed(slopes)])
