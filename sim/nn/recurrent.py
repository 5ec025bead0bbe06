"""Recurrent layers of many networks at once: sequences in, their last state out."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from sim.nn.activations import sigmoid
from sim.nn.products import product


class StackedRNN(nn.Module):
    """``h_t = tanh(W_x x_t + W_h h_{t−1} + b)``, from ``h_0 = 0`` to the last state.

    Attributes:
        weight: ``(networks, units, features)``.
        recurrent: ``(networks, units, units)``.
        bias: ``(networks, 1, units)``.
    """

    gates = 1

    def __init__(self, networks: int, features: int, units: int) -> None:
        super().__init__()
        self.units = units
        self.weight = nn.Parameter(torch.zeros(networks, self.gates * units, features))
        self.recurrent = nn.Parameter(torch.zeros(networks, self.gates * units, units))
        self.bias = nn.Parameter(torch.zeros(networks, 1, self.gates * units))

    def forward(self, x: Tensor) -> Tensor:
        """``(networks, examples, time, features)`` to ``(networks, examples, units)``."""
        state = self.start(x)
        back = self.recurrent.mT
        for inputs in self.inputs(x).unbind(dim=2):
            state = torch.tanh(product(state, back).add_(inputs))
        return state

    def inputs(self, x: Tensor) -> Tensor:
        """``W_x x_t + b`` of all times at once, ``(networks, examples, time, gates · units)``."""
        flat = product(x.flatten(1, 2), self.weight.mT).add_(self.bias)
        return flat.view(*x.shape[:3], -1)

    def start(self, x: Tensor) -> Tensor:
        """The state before anything was read: zeros, ``(networks, examples, units)``."""
        return x.new_zeros(x.shape[0], x.shape[1], self.units)


class StackedLSTM(StackedRNN):
    """Long short-term memory (Hochreiter and Schmidhuber 1997), gates in `torch.nn.LSTM`'s order.

    ``C_t = f ⊙ C_{t−1} + i ⊙ g`` and ``h_t = o ⊙ tanh(C_t)``, with gates i, f, o by the sigmoid and
    the candidate g by tanh, stacked as i, f, g, o.
    """

    gates = 4

    def forward(self, x: Tensor) -> Tensor:
        """``(networks, examples, time, features)`` to the last ``h``, ``(…, units)``."""
        state = cell = self.start(x)
        back = self.recurrent.mT
        for inputs in self.inputs(x).unbind(dim=2):
            gates = product(state, back).add_(inputs)
            i, f, _, o = sigmoid(gates).chunk(4, dim=-1)
            candidate = torch.tanh(gates[..., 2 * self.units : 3 * self.units])
            cell = f * cell + i * candidate
            state = o * torch.tanh(cell)
        return state


class StackedGRU(StackedRNN):
    """Gated recurrent unit (Cho et al. 2014), gates in `torch.nn.GRU`'s order.

    ``h_t = u ⊙ h_{t−1} + (1 − u) ⊙ n`` with ``n = tanh(… + r ⊙ W_h h_{t−1})``; the gates r (reset)
    and u (update, which PyTorch calls z) by the sigmoid, stacked as r, u, n. There is no other
    memory than h.
    """

    gates = 3

    def forward(self, x: Tensor) -> Tensor:
        """``(networks, examples, time, features)`` to the last ``h``, ``(…, units)``."""
        state = self.start(x)
        back, both = self.recurrent.mT, 2 * self.units
        for inputs in self.inputs(x).unbind(dim=2):
            past = product(state, back)
            r, u = sigmoid(past[..., :both] + inputs[..., :both]).chunk(2, dim=-1)
            candidate = torch.tanh(inputs[..., both:] + r * past[..., both:])
            state = u * state + (1 - u) * candidate
        return state
