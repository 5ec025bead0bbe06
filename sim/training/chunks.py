"""Members in chunks: those that compute in one pass, so that company never changes a bit.

A processor adds up each network's numbers in one order, however many networks there are, and takes
all members at once. A card's kernels divide their sums by the shape of all they are given: there,
every pass has the same number of rows. A chunk of fewer members fills its rows with the same
members again, which cost a card next to nothing and are read by nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor

from sim.randomness import Members

ROWS = {"cuda": 64, "mps": 64}
"""Of a pass, by the kind of device; more would make a lone run dear, fewer a thousand members."""

State = dict[str, Any]
"""Numbers and tensors in dicts and lists; a tensor of two axes or more is ``(…, members, …)``, its
second axis the members."""


def chunks(members: Members, device: torch.device) -> list[Members]:
    """Who computes in one pass, in order."""
    rows = ROWS.get(device.type)
    if rows is None:
        return [members]
    return [
        Members(members.first + begin, min(rows, members.count - begin), room=rows)
        for begin in range(0, members.count, rows)
    ]


def joined(states: Sequence[State]) -> State:
    """The state of all members, from those of chunks in order."""
    state: State = mapped(_along_members, *states)
    return state


def narrowed(state: State, members: slice) -> State:
    """The state of some of the members."""
    chosen: State = mapped(lambda kept: kept[:, members] if kept.ndim > 1 else kept, state)
    return chosen


def _along_members(*kept: Tensor) -> Tensor:
    return torch.cat(kept, dim=1) if kept[0].ndim > 1 else kept[0]


def mapped(change: Callable[..., Tensor], *trees: Any) -> Any:
    """Change the tensors that lie at one place of every tree; what else is there is the first's."""
    first = trees[0]
    if isinstance(first, Tensor):
        return change(*trees)
    if isinstance(first, dict):
        return {key: mapped(change, *(tree[key] for tree in trees)) for key in first}
    if isinstance(first, list):
        return [mapped(change, *places) for places in zip(*trees, strict=True)]
    return first
