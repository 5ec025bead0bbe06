"""The one training loop. Every experiment's curve comes out of it."""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import Tensor

from sim.training.ensemble import Ensemble

TINY = 1e-6


def train(ensemble: Ensemble, until: int) -> Iterator[None]:
    """Train all networks of an ensemble up to a step; yields after each, so that it can stop."""
    while ensemble.steps_done < until:
        x, y = ensemble.next_batch()  # (networks, batch, features), (networks, batch[, outputs])
        gradient = ensemble.loss_gradient(x, y)  # (networks, parameters)
        gradient = penalised(gradient, ensemble.values, l1=_plain_l1(ensemble), l2=ensemble.l2)
        gradient = clipped(gradient, ensemble.clip_norm)
        before = ensemble.values.clone() if ensemble.stopping else None
        ensemble.optimiser.step(gradient)
        if ensemble.recipe.is_l1_proximal and ensemble.l1 is not None:
            shrink(ensemble.values, ensemble.rate * ensemble.l1)
        if ensemble.stopping is not None and before is not None:
            keep_stopped(ensemble.values, before, ensemble.stopping.is_training)
        ensemble.steps_done += 1
        yield


def penalised(gradient: Tensor, values: Tensor, *, l1: Tensor | None, l2: Tensor | None) -> Tensor:
    """The gradient of ``L + λ₁ Σ|w| + λ₂ Σw²``: plus ``λ₁ sign(w) + 2 λ₂ w``.

    Args:
        gradient: Of L, ``(networks, parameters)``.
        values: The parameters, as are the λ's, which are 0 for biases.
        l1: λ₁; None for none.
        l2: λ₂; None for none.
    """
    if l1 is not None:
        gradient = gradient + l1 * values.sign()
    if l2 is not None:
        gradient = gradient + 2 * l2 * values
    return gradient


def clipped(gradient: Tensor, bound: Tensor | None) -> Tensor:
    """Gradients no longer than `bound`, their direction kept.

    Args:
        gradient: ``(networks, parameters)``.
        bound: Greatest norm of each network's, ``(networks, 1)``; None for none.

    Source: Pascanu et al. 2013, arXiv:1211.5063; as `torch.nn.utils.clip_grad_norm_`.
    """
    if bound is None:
        return gradient
    norm = torch.linalg.vector_norm(gradient, dim=1, keepdim=True)
    shrinking: Tensor = (bound / (norm + TINY)).clamp(max=1.0)
    return gradient * shrinking


def shrink(values: Tensor, by: Tensor) -> None:
    """Soft thresholding in place: ``sign(w) max(|w| − t, 0)``, which makes exact zeros.

    Args:
        values: w, ``(networks, parameters)``.
        by: t, the same; 0 for biases.
    """
    values.copy_(values.sign() * (values.abs() - by).clamp(min=0))


def keep_stopped(values: Tensor, before: Tensor, is_training: Tensor) -> None:
    """Give networks that have stopped the parameters they had before the step, in place.

    Args:
        values: ``(networks, parameters)``.
        before: The same, before the step.
        is_training: ``(networks, 1)``; False for those that have stopped.
    """
    torch.where(is_training, values, before, out=values)


def _plain_l1(ensemble: Ensemble) -> Tensor | None:
    return None if ensemble.recipe.is_l1_proximal else ensemble.l1
