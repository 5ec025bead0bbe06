"""All parameters of many networks in one matrix, a row a network, which their layers look into."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, nn

LANES = 32
"""Two vectors of AVX-512: torch takes at most so many floats at once."""


def side_by_side(named: Mapping[str, nn.Parameter]) -> tuple[Tensor, dict[str, slice]]:
    """Move the parameters into one matrix that they look into, and say where each is.

    A row is filled up with zeros to whole vectors of the processor: what is left over at the end of
    a matrix torch computes by other instructions, and the last network's bits would differ.

    Args:
        named: Of all layers, each with a leading axis of networks.

    Returns:
        The matrix ``(networks, parameters)``, and the columns of each parameter.
    """
    columns: dict[str, slice] = {}
    end = 0
    for name, parameter in named.items():
        columns[name] = slice(end, end + parameter[0].numel())
        end = columns[name].stop
    rows = [parameter.detach().flatten(1) for parameter in named.values()]
    rows.append(rows[0].new_zeros(len(rows[0]), -end % LANES))
    values = torch.cat(rows, dim=1)
    for name, parameter in named.items():
        parameter.data = values[:, columns[name]].view(parameter.shape)
    return values, columns
