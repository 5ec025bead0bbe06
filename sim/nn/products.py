"""Matrix products of many networks at once, whose bits do not depend on how many there are."""

from __future__ import annotations

import torch
from torch import Tensor


def product(a: Tensor, b: Tensor) -> Tensor:
    """``a b`` for each network: ``(networks, n, k)`` and ``(networks, k, m)``.

    A network alone gets a silent copy beside it: MKL multiplies a single matrix of one row or one
    column by another routine than a batch of them, which rounds differently.
    """
    if len(a) > 1:
        return torch.bmm(a, b)
    return torch.bmm(a.expand(2, -1, -1), b.expand(2, -1, -1))[:1]
