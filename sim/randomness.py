"""Chance: one stream for each member and purpose, so that company never changes a network's fate.

Member 7 draws the same weights, examples and batches whether it trains alone or beside a thousand
others, on any device: numbers are drawn on the CPU, then moved.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import torch
from torch import Tensor


@dataclass(frozen=True, slots=True)
class Members:
    """The seeds of an ensemble, one a member.

    Attributes:
        first: Seed of the first member; the others follow, each one more.
        count: How many there are, at least 1.
        room: How many rows tensors have at least, see `filled`.
    """

    first: int
    count: int
    room: int = 0

    @property
    def rows(self) -> int:
        """How many rows a tensor of theirs has."""
        return max(self.count, self.room)

    @property
    def seeds(self) -> range:
        """The seed of each member."""
        return range(self.first, self.first + self.count)

    def among(self, others: Members) -> slice:
        """Which of the others they are."""
        begin = self.first - others.first
        return slice(begin, begin + self.count)

    def streams(self, purpose: str) -> Streams:
        """A stream for each member, unlike those of any other purpose."""
        return Streams(self.seeds, purpose, rows=self.rows)


def filled(of_members: Tensor, rows: int, dim: int = 0) -> Tensor:
    """What each member has, again and again until there are so many rows.

    Args:
        of_members: ``(…, members, …)``, or with all rows already.
        rows: How many are wanted, no fewer than there are members.
        dim: Which axis the members are.
    """
    members = of_members.shape[dim]
    if members == rows:
        return of_members
    again = torch.arange(rows, device=of_members.device) % members
    return of_members.index_select(dim, again)


class Streams:
    """Draws for all members at once; axis 0 of every result is the members.

    Args:
        seeds: Of the members.
        purpose: Such as ``"batches"``; it separates this chance from all other.
        rows: Of the tensors that what is drawn goes into, if not as many as there are seeds.

    Attributes:
        rows: As given.
    """

    def __init__(self, seeds: Sequence[int], purpose: str, rows: int = 0) -> None:
        self.rows = max(rows, len(seeds))
        self._generators = [torch.Generator().manual_seed(_seed(seed, purpose)) for seed in seeds]

    @property
    def count(self) -> int:
        """How many members there are."""
        return len(self._generators)

    def normal(self, *shape: int) -> Tensor:
        """Standard normal numbers, ``(members, *shape)``."""
        return self._filled(shape, lambda row, g: row.normal_(generator=g))

    def uniform(self, *shape: int, low: float = 0.0, high: float = 1.0) -> Tensor:
        """Numbers from `low` (included) to `high`, ``(members, *shape)``."""
        return self._filled(shape, lambda row, g: row.uniform_(low, high, generator=g))

    def integers(self, high: int, *shape: int) -> Tensor:
        """Whole numbers from 0 to ``high - 1``, ``(members, *shape)``, int64."""
        rows = torch.empty(self.count, *shape, dtype=torch.int64)
        for row, generator in zip(rows, self._generators, strict=True):
            row.random_(high, generator=generator)
        return rows

    def permutations(self, size: int) -> Tensor:
        """An order of ``size`` things for each member, ``(members, size)``, int64."""
        return torch.stack([torch.randperm(size, generator=g) for g in self._generators])

    def _filled(
        self, shape: tuple[int, ...], draw: Callable[[Tensor, torch.Generator], Tensor]
    ) -> Tensor:
        rows = torch.empty(self.count, *shape)
        for row, generator in zip(rows, self._generators, strict=True):
            draw(row, generator)
        return rows

    def state(self) -> Tensor:
        """Where each stream is, to go on from later; ``(members, bytes)``, uint8."""
        return torch.stack([generator.get_state() for generator in self._generators])

    def restore(self, state: Tensor) -> None:
        """Go back to a `state` of streams of the same members."""
        for generator, row in zip(self._generators, state, strict=True):
            generator.set_state(row.clone())  # a row of another tensor crashes torch 2.13


def _seed(member: int, purpose: str) -> int:
    """Thirty-two bits, which is all that torch's Mersenne Twister takes."""
    return int.from_bytes(blake2b(f"{member} {purpose}".encode(), digest_size=4).digest(), "big")
