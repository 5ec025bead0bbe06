"""The gradient of plain perceptrons by the chain rule, written out: what autograd does, faster.

At the sizes of this app much of autograd's time goes into book-keeping and memory. Networks of
linear layers and simple activations, which are most of what is trained here, do without.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from sim.nn.activations import LEAK, sigmoid
from sim.nn.layers import StackedActivation, StackedDense
from sim.nn.products import product
from sim.nn.recipe import Loss

aten = torch.ops.aten
Pair = Callable[[Tensor, Tensor], Tensor]

APPLY: dict[str, Callable[[Tensor], Tensor]] = {
    "identity": lambda z: z,
    "relu": torch.relu_,
    "leaky_relu": lambda z: nn.functional.leaky_relu_(z, LEAK),
    "tanh": torch.tanh_,
    "sigmoid": sigmoid,
}
"""The activations that are known here; ``z`` is not needed again and may be overwritten."""

SLOPES: dict[str, Pair] = {
    "identity": lambda error, h: error,
    "relu": lambda error, h: aten.threshold_backward.grad_input(error, h, 0, grad_input=error),
    "leaky_relu": lambda error, h: aten.leaky_relu_backward(error, h, LEAK, True),
    "tanh": lambda error, h: aten.tanh_backward(error, h),
    "sigmoid": lambda error, h: aten.sigmoid_backward(error, h),
}
"""Errors times an activation's derivative, told from its result ``h``."""


def _softmax_error(logits: Tensor, target: Tensor) -> Tensor:
    """``(softmax(z) − one-hot) / n``, over examples."""
    error = torch.log_softmax(logits, dim=-1).exp_()  # half the time of torch.softmax
    return error.scatter_(-1, target.unsqueeze(-1), -1.0, reduce="add").div_(logits.shape[1])


def _sigmoid_error(logits: Tensor, target: Tensor) -> Tensor:
    """``(σ(z) − t) / n``, over examples and outputs."""
    return (sigmoid(logits) - target).div_(logits[0].numel())


ERRORS: dict[Loss, Pair] = {
    Loss.MSE: lambda output, target: (output - target).mul_(2 / output[0].numel()),
    Loss.BCE: _sigmoid_error,
    Loss.MULTI_LABEL_BCE: _sigmoid_error,
    Loss.CROSS_ENTROPY: _softmax_error,
}
"""Derivatives of `sim.nn.losses` by the outputs, ``(networks, examples, outputs)``."""


@dataclass(frozen=True, slots=True, eq=False)
class _Step:
    """A linear layer and the activation after it; gradients are views of where they go."""

    weight: Tensor
    bias: Tensor | None
    activation: str
    weight_gradient: Tensor
    bias_gradient: Tensor | None

    def forward(self, x: Tensor) -> Tensor:
        z = product(x, self.weight.mT)
        return APPLY[self.activation](z if self.bias is None else z.add_(self.bias))

    def by_parameters(self, error: Tensor, x: Tensor) -> None:
        """``δᵀ x`` and ``Σ δ``; MKL is up to four times faster when the longer side comes last."""
        if error.shape[-1] < x.shape[-1]:
            self.weight_gradient.copy_(product(error.mT, x))
        else:
            self.weight_gradient.mT.copy_(product(x.mT, error))
        if self.bias_gradient is not None:
            torch.sum(error, dim=1, keepdim=True, out=self.bias_gradient)


class Backpropagation:
    """Computes gradients of a network for which `is_plain` holds.

    Args:
        network: Linear layers, each with at most one activation after it.
        loss: What is made smaller.
        gradient: Where the derivative by each parameter goes: in the order of
            ``network.parameters()``, and of their shapes.
    """

    def __init__(self, network: nn.Sequential, loss: Loss, gradient: Sequence[Tensor]) -> None:
        self._error = ERRORS[loss]
        places = iter(gradient)
        self._steps = []
        for layer, after in _pairs(network):
            has_bias = layer.bias is not None
            self._steps.append(
                _Step(
                    weight=layer.weight.detach(),
                    bias=layer.bias.detach() if layer.bias is not None else None,
                    activation=after,
                    weight_gradient=next(places),
                    bias_gradient=next(places) if has_bias else None,
                )
            )

    @torch.no_grad()
    def run(self, x: Tensor, y: Tensor) -> None:
        """Fill in the gradient of each network's loss.

        Args:
            x: Examples, ``(networks, examples, features)``.
            y: Answers, as the loss takes them.
        """
        values = [x]
        for step in self._steps:
            values.append(step.forward(values[-1]))
        error = self._error(values[-1], y)  # ∂L/∂(output), (networks, examples, outputs)
        for number in reversed(range(len(self._steps))):
            step = self._steps[number]
            error = SLOPES[step.activation](error, values[number + 1])  # ∂L/∂z
            step.by_parameters(error, values[number])
            if number > 0:
                error = product(error, step.weight)  # ∂L/∂(input)


def is_plain(network: nn.Sequential, loss: Loss) -> bool:
    """Whether `Backpropagation` knows all that a network is made of."""
    layers = list(network)
    return loss in ERRORS and all(
        isinstance(layer, StackedDense)
        or (
            isinstance(layer, StackedActivation)
            and layer.name in SLOPES
            and isinstance(before, StackedDense)
        )
        for before, layer in zip([None, *layers], layers, strict=False)
    )


def _pairs(network: nn.Sequential) -> list[tuple[StackedDense, str]]:
    """Each linear layer with the name of the activation after it."""
    layers = list(network)
    return [
        (layer, after.name if isinstance(after, StackedActivation) else "identity")
        for layer, after in zip(layers, [*layers[1:], None], strict=True)
        if isinstance(layer, StackedDense)
    ]
