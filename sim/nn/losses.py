"""Losses of many networks at once: a mean over each network's examples, never over networks."""

from __future__ import annotations

from collections.abc import Callable

import torch
import torch.nn.functional as F  # noqa: N812 - as everyone writes it
from torch import Tensor

from sim.nn.recipe import Loss


def mse(output: Tensor, target: Tensor) -> Tensor:
    """Mean squared error of outputs ``(networks, examples, outputs)`` against the same."""
    return (output - target).square().mean(dim=(1, 2))


def bce(logits: Tensor, target: Tensor) -> Tensor:
    """Binary cross-entropy of logits ``(networks, examples, outputs)`` with a 0 or 1 for each."""
    return F.binary_cross_entropy_with_logits(logits, target, reduction="none").mean(dim=(1, 2))


def cross_entropy(logits: Tensor, target: Tensor) -> Tensor:
    """Cross-entropy of logits ``(networks, examples, classes)`` with classes ``(…, examples)``."""
    log_probability = torch.log_softmax(logits, dim=-1)
    return -log_probability.gather(-1, target.unsqueeze(-1)).mean(dim=(1, 2))


def shared_cross_entropy(logits: Tensor, target: Tensor) -> Tensor:
    """Cross-entropy of a softmax against labels that share 1 equally.

    Args:
        logits: ``(networks, examples, classes)``.
        target: 0 or 1 for each, at least one 1 an example.
    """
    shares = target / target.sum(dim=-1, keepdim=True)
    return -(shares * torch.log_softmax(logits, dim=-1)).sum(dim=-1).mean(dim=1)


def softmax_mse(logits: Tensor, target: Tensor) -> Tensor:
    """Mean squared error of the softmax's probabilities against one-hot classes.

    Args:
        logits: ``(networks, examples, classes)``.
        target: The classes, ``(networks, examples)``.
    """
    one_hot = F.one_hot(target, logits.shape[-1]).to(logits.dtype)
    return mse(torch.softmax(logits, dim=-1), one_hot)


LOSSES: dict[Loss, Callable[[Tensor, Tensor], Tensor]] = {
    Loss.MSE: mse,
    Loss.BCE: bce,
    Loss.CROSS_ENTROPY: cross_entropy,
    Loss.MULTI_LABEL_BCE: bce,
    Loss.SHARED_CROSS_ENTROPY: shared_cross_entropy,
    Loss.SOFTMAX_MSE: softmax_mse,
}
"""Each maps outputs ``(networks, examples, outputs)`` and targets to ``(networks,)``."""
