"""What each single example would have a network do, and what batches of them say together."""

from __future__ import annotations

import torch
from torch import Tensor

from sim.nn.products import product
from sim.randomness import Streams
from sim.training.ensemble import Ensemble


def example_gradients(ensemble: Ensemble) -> Tensor:
    """The gradient of the loss on each training example alone.

    Returns:
        ``(networks, examples, parameters)``; its mean over examples is the whole set's gradient.
    """
    x = ensemble.for_networks(ensemble.data.train.x)
    y = ensemble.for_networks(ensemble.data.train.y)
    each = []
    for example in range(x.shape[1]):
        one = slice(example, example + 1)
        loss = ensemble.loss(ensemble.network(x[:, one]), y[:, one])
        each.append(ensemble.gradient(loss))
    return torch.stack(each, dim=1)


def batch_gradients(
    gradients: Tensor, size: int, draws: int, streams: Streams, *, is_replaced: bool
) -> Tensor:
    """Gradients of batches drawn at random, ``(members, draws, parameters)``.

    Args:
        gradients: Of each example, ``(members, examples, parameters)``.
        size: Examples a batch; at most all of them where none is drawn twice.
        draws: How many batches.
        streams: Of the members.
        is_replaced: Whether an example may be drawn again.
    """
    members, examples = gradients.shape[:2]
    chosen = torch.stack(
        [
            streams.integers(examples, size)
            if is_replaced
            else streams.permutations(examples)[:, :size]
            for _ in range(draws)
        ],
        dim=1,
    )
    shares = torch.zeros(members, draws, examples)
    shares.scatter_add_(2, chosen, torch.full(chosen.shape, 1 / size))
    return product(shares.to(gradients.device), gradients)


def spread(gradients: Tensor, around: Tensor) -> Tensor:
    """Mean squared distance to a point: the trace of the covariance, ``(members,)``.

    Args:
        gradients: ``(members, draws, parameters)``.
        around: ``(members, parameters)``.
    """
    return (gradients - around.unsqueeze(1)).square().sum(dim=2).mean(dim=1)
