"""All parameters of many networks in one matrix, a row a network, which their layers look into."""

from __future__ import annotations

from collections.abc import Mapping

from torch import Tensor, nn

LANES = 32
"""Two vectors of AVX-512: torch takes at most so many floats at once."""


def side_by_side(named: Mapping[str, nn.Parameter]) -> tuple[Tensor, dict[str, slice]]:
    """Move the parameters into one matrix that they look into, and say where each is.

    A row is filled up with zeros to whole vectors of the processor: what is left over at the end of
    a matrix torch computes by other instructions, and the last network's bits would differ.
    """
    columns: dict[str, slice] = {}
    end = 0
    for name, parameter in named.items():
        columns[name] = slice(end, end + parameter[0].numel())
        end = columns[name].stop
    first = next(iter(named.values()))
    values = first.new_zeros(len(first), -(-end // LANES) * LANES, requires_grad=False)
    for name, parameter in named.items():
        place = values[:, columns[name]].view(parameter.shape)
        parameter.data = place.copy_(parameter.detach())
    return values, columns
