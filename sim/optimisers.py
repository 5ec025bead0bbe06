"""Optimisers over one matrix: a row a network, a column a parameter.

A whole ensemble takes its step in a handful of operations, however many layers it has.
"""

from __future__ import annotations

import torch
from torch import Tensor

from sim.recipe import Method

EPSILON = 1e-8


class Optimiser:
    """Turns gradients into steps, in place.

    Args:
        method: The rule.
        values: All parameters, ``(networks, parameters)``; changed by `step`.
        rate: η of each network, ``(networks, 1)``.
        momentum: Of MOMENTUM; β₁ of Adam.
        second: β₂ of Adam, α of RMSProp.
        decay: AdamW's, ``(networks, parameters)``, 0 on biases; None for none.

    Sources: Kingma and Ba 2015, arXiv:1412.6980; Loshchilov and Hutter 2019, arXiv:1711.05101;
    `torch.optim` for the order of operations.
    """

    def __init__(
        self,
        method: Method,
        values: Tensor,
        rate: Tensor,
        *,
        momentum: float = 0.9,
        second: float = 0.999,
        decay: Tensor | None = None,
    ) -> None:
        self._method = method
        self._values = values
        self._rate = rate
        self._momentum = momentum
        self._second = second
        self._decay = decay
        self._count = 0
        keeps = {Method.SGD: (), Method.MOMENTUM: ("mean",), Method.RMSPROP: ("square",)}
        self._kept = {
            name: torch.zeros_like(values) for name in keeps.get(method, ("mean", "square"))
        }

    @torch.no_grad()
    def step(self, gradient: Tensor) -> None:
        """Move every network once; `gradient` is ``(networks, parameters)``."""
        self._count += 1
        match self._method:
            case Method.SGD:
                self._values.sub_(self._rate * gradient)
            case Method.MOMENTUM:
                velocity = self._kept["mean"].mul_(self._momentum).add_(gradient)
                self._values.sub_(self._rate * velocity)
            case Method.RMSPROP:
                square = self._square_of(gradient)
                self._values.sub_(self._rate * gradient / square.sqrt().add_(EPSILON))
            case Method.ADAM | Method.ADAMW:
                if self._decay is not None:
                    self._values.mul_(1 - self._rate * self._decay)
                self._adam(gradient)

    def _adam(self, gradient: Tensor) -> None:
        mean = self._kept["mean"].lerp_(gradient, 1 - self._momentum)
        square = self._square_of(gradient)
        seen = (1 - self._second**self._count) ** 0.5
        step_size = self._rate / (1 - self._momentum**self._count)
        self._values.sub_(step_size * mean / square.sqrt().div_(seen).add_(EPSILON))

    def _square_of(self, gradient: Tensor) -> Tensor:
        kept = self._kept["square"].mul_(self._second)
        return kept.addcmul_(gradient, gradient, value=1 - self._second)

    def state(self) -> dict[str, Tensor | int]:
        """What it remembers between steps."""
        return {"count": self._count, **{name: kept.clone() for name, kept in self._kept.items()}}

    def restore(self, state: dict[str, Tensor | int]) -> None:
        """Go on from a `state`."""
        for name, value in state.items():
            if isinstance(value, int):
                self._count = value
            else:
                self._kept[name].copy_(value)
