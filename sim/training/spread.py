"""How far activations and weights lie apart: measures of untrained networks, above all.

All in double precision. `Tensor.std` over two axes rounds otherwise where a member is alone, so
that the deviation is written out.
"""

from __future__ import annotations

import torch
from torch import Tensor

from sim.training.ensemble import Ensemble
from sim.training.measures import hidden_activations

FLAT = 0.01
"""Slope of tanh under which a unit counts as saturated."""


def answer_deviations(ensemble: Ensemble) -> Tensor:
    """Of what each hidden layer gives, over examples and units, ``(networks, layers)``."""
    return torch.stack([_deviation(found) for found in hidden_activations(ensemble)], dim=1)


def saturated_share(ensemble: Ensemble) -> Tensor:
    """Share of the last hidden layer's answers where tanh hardly has a slope, ``(networks,)``."""
    last = hidden_activations(ensemble)[-1].double()
    return (1 - last.square() < FLAT).double().mean(dim=(1, 2))


def second_weights_deviation(ensemble: Ensemble) -> Tensor:
    """Of the weights between the first two hidden layers, ``(networks,)``."""
    return _deviation(_second_weights(ensemble))


def second_weights_bound(ensemble: Ensemble) -> Tensor:
    """The greatest size among those weights, ``(networks,)``."""
    return _second_weights(ensemble).double().abs().amax(dim=(1, 2))


def _second_weights(ensemble: Ensemble) -> Tensor:
    return ensemble.network.get_parameter("2.weight").detach()


def _deviation(values: Tensor) -> Tensor:
    """Over all but the first axis, with Bessel's correction."""
    exact = values.double()
    apart = exact - exact.mean(dim=(1, 2), keepdim=True)
    return (apart.square().sum(dim=(1, 2)) / (apart[0].numel() - 1)).sqrt()
