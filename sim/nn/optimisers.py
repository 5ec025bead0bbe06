"""Optimisers over one matrix: a row a network, a column a parameter.

A whole ensemble takes its step in a handful of operations, however many layers it has.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.autograd.graph import increment_version

from sim.nn.recipe import Method

EPSILON = 1e-8


class Optimiser:
    """Turns gradients into steps, in place.

    Args:
        method: The rule.
        values: All parameters, ``(networks, parameters)``; changed by `step`.
        rates: η of each network.
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
        rates: Sequence[float],
        *,
        momentum: float = 0.9,
        second: float = 0.999,
        decay: Tensor | None = None,
    ) -> None:
        self._method = method
        self._values = values
        self._rate = torch.tensor(rates, dtype=values.dtype, device=values.device).unsqueeze(1)
        self._momentum = momentum
        self._second = second
        self._decay = decay
        self._count = torch.zeros((), device=values.device)
        self._alike = _runs(rates)
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
                square = self._kept["square"].mul_(self._second)
                square.addcmul_(gradient, gradient, value=1 - self._second)
                self._values.sub_(self._rate * gradient / square.sqrt().add_(EPSILON))
            case Method.ADAM | Method.ADAMW:
                if self._decay is not None:
                    self._values.mul_(1 - self._rate * self._decay)
                self._adam(gradient)

    def _adam(self, gradient: Tensor) -> None:
        """As ``torch.optim.Adam(fused=True)``: one walk through memory, where eight would be."""
        for rows, rate in self._alike:
            torch._fused_adam_(
                [self._values[rows]],
                [gradient[rows]],
                [self._kept["mean"][rows]],
                [self._kept["square"][rows]],
                [],
                [self._count],
                lr=rate,
                beta1=self._momentum,
                beta2=self._second,
                weight_decay=0.0,
                eps=EPSILON,
                amsgrad=False,
                maximize=False,
            )
        increment_version(self._values)  # which the kernel forgets; `Ensemble` looks at it

    def state(self) -> dict[str, Tensor]:
        """What it remembers between steps."""
        return {"count": self._count.clone(), **{n: kept.clone() for n, kept in self._kept.items()}}

    def restore(self, state: dict[str, Tensor]) -> None:
        """Go on from a `state`."""
        self._count.copy_(state["count"])
        for name, kept in self._kept.items():
            kept.copy_(state[name])


def _runs(rates: Sequence[float]) -> list[tuple[slice, float]]:
    """Neighbouring networks that share a rate, all that the fused kernel can do at once."""
    found: list[tuple[slice, float]] = []
    for row, value in enumerate(rates):
        if found and found[-1][1] == value:
            found[-1] = (slice(found[-1][0].start, row + 1), value)
        else:
            found.append((slice(row, row + 1), value))
    return found
