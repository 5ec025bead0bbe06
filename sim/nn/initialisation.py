"""Where weights start. Each member draws its own; compared cases of one shape start alike."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from sim.nn.layers import StackedDense
from sim.nn.recipe import Init, InitKind, Recurrent
from sim.nn.recurrent import StackedRNN
from sim.randomness import Streams, filled

RECTIFIERS = ("relu", "leaky_relu", "prelu", "elu", "silu")


def deviation(init: Init, *, inputs: int, outputs: int) -> float:
    """Standard deviation of the weights drawn.

    Source: Glorot and Bengio 2010 (Xavier: 2 / (n_in + n_out)); He et al. 2015, arXiv:1502.01852
    (He: 2 / n_in).
    """
    if init.kind in (InitKind.XAVIER, InitKind.XAVIER_UNIFORM):
        return init.scale * math.sqrt(2 / (inputs + outputs))
    if init.kind is InitKind.HE:
        return init.scale * math.sqrt(2 / inputs)
    return init.scale


def suited(activation: str) -> Init:
    """He's for the rectifiers, Xavier's for all others, such as tanh and the sigmoid."""
    return Init(InitKind.HE if activation in RECTIFIERS else InitKind.XAVIER)


def draw(init: Init, streams: Streams, outputs: int, inputs: int) -> Tensor:
    """Weights of one layer, ``(members, outputs, inputs)``; PyTorch draws evenly from ±1/√n_in."""
    match init.kind:
        case InitKind.ZERO:
            return torch.zeros(streams.count, outputs, inputs)
        case InitKind.CONSTANT:
            return torch.full((streams.count, outputs, inputs), init.scale)
        case InitKind.TORCH:
            bound = 1 / math.sqrt(inputs)
            return streams.uniform(outputs, inputs, low=-bound, high=bound)
        case InitKind.XAVIER_UNIFORM:
            bound = math.sqrt(3) * deviation(init, inputs=inputs, outputs=outputs)
            return streams.uniform(outputs, inputs, low=-bound, high=bound)
        case _:
            return streams.normal(outputs, inputs) * deviation(init, inputs=inputs, outputs=outputs)


def orthogonal(streams: Streams, units: int) -> Tensor:
    """Orthogonal matrices, uniform over all rotations and reflections, ``(members, units, units)``.

    One decomposition a member: a batched one need not give the same bits whatever its size.

    Source: Saxe et al. 2014, arXiv:1312.6120; signs as in `torch.nn.init.orthogonal_`.
    """
    found = []
    for matrix in streams.normal(units, units):
        q, r = torch.linalg.qr(matrix)
        found.append(q * torch.sign(torch.diagonal(r)))
    return torch.stack(found)


@torch.no_grad()
def start_dense(layer: StackedDense, init: Init, streams: Streams, rows: slice) -> None:
    """Fill the networks in `rows`, those of one case."""
    _, outputs, inputs = layer.weight.shape
    layer.weight[rows] = filled(draw(init, streams, outputs, inputs), streams.rows)
    if layer.bias is not None and init.kind is InitKind.TORCH:
        bound = 1 / math.sqrt(inputs)
        drawn = streams.uniform(1, outputs, low=-bound, high=bound)
        layer.bias[rows] = filled(drawn, streams.rows)


@torch.no_grad()
def start_recurrent(
    layer: StackedRNN, spec: Recurrent, init: Init, streams: Streams, rows: slice
) -> None:
    """Fill the networks in `rows`, a case's, gate by gate; the second gate is what keeps."""
    units, features = layer.units, layer.weight.shape[-1]
    for gate in range(layer.gates):
        part = slice(gate * units, (gate + 1) * units)
        weight = draw(init, streams, units, features)
        recurrent = (
            draw(init, streams, units, units)
            if spec.recurrent_scale is None
            else spec.recurrent_scale * orthogonal(streams, units)
        )
        layer.weight[rows, part] = filled(weight, streams.rows)
        layer.recurrent[rows, part] = filled(recurrent, streams.rows)
    if spec.cell != "rnn":
        layer.bias[rows, :, units : 2 * units] = spec.forget_bias


def is_weight(name: str, parameter: nn.Parameter) -> bool:
    """Whether penalties and decay apply: matrices, neither biases nor gains nor slopes."""
    return name.rpartition(".")[2] in ("weight", "recurrent") and parameter.ndim == 3
