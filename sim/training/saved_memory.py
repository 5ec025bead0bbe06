"""What autograd keeps from the forward pass for the backward one."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor, nn


def bytes_kept(forward: Callable[[], Tensor], parameters: nn.Module) -> int:
    """Bytes of all tensors kept for the backward pass, each storage once, parameters left out.

    Args:
        forward: Computes a loss.
        parameters: The module whose parameters are there anyway.

    Source: the hooks of ``torch.autograd.graph.saved_tensors_hooks``, which see every tensor kept.
    """
    kept: dict[int, Tensor] = {}
    there = {parameter.untyped_storage().data_ptr() for parameter in parameters.parameters()}

    def pack(tensor: Tensor) -> Tensor:
        place = tensor.untyped_storage().data_ptr()
        if place not in there:
            kept[place] = tensor
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(pack, lambda tensor: tensor):
        loss = forward()
    del loss
    return sum(tensor.untyped_storage().nbytes() for tensor in kept.values())
