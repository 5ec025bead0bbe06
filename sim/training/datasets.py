"""What networks learn from: examples of each member, to train on and to judge by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from sim.randomness import filled


@dataclass(frozen=True, slots=True)
class Split:
    """Examples and what should be answered.

    Attributes:
        x: ``(members, examples, *features)``; members may share one storage.
        y: Classes ``(members, examples)`` as int64, or numbers ``(members, examples, outputs)``.
    """

    x: Tensor
    y: Tensor

    @property
    def examples(self) -> int:
        """How many each member has."""
        return self.x.shape[1]

    def first(self, count: int | None) -> Split:
        """The first ones only; all of them for None."""
        return Split(self.x[:, :count], self.y[:, :count])

    def of(self, members: slice) -> Split:
        """What some members have."""
        return Split(self.x[members], self.y[members])

    def on(self, device: torch.device, rows: int) -> Split:
        """The same on a device, in so many rows; see `sim.randomness.filled`."""
        x, y = (part.to(device, memory_format=torch.contiguous_format) for part in (self.x, self.y))
        return Split(filled(x, rows), filled(y, rows))


@dataclass(frozen=True, slots=True)
class Data:
    """What an ensemble is trained on and judged by.

    Attributes:
        train: Seen in training.
        validation: Never seen; what is measured "on new data".
        test: A third set, where one is needed that decides nothing.
    """

    train: Split
    validation: Split
    test: Split | None = None

    def of(self, members: slice) -> Data:
        """What some members have."""
        return self._each(lambda split: split.of(members))

    def on(self, device: torch.device, rows: int) -> Data:
        """The same on a device, in so many rows; see `sim.randomness.filled`."""
        return self._each(lambda split: split.on(device, rows))

    def _each(self, change: Callable[[Split], Split]) -> Data:
        test = None if self.test is None else change(self.test)
        return Data(change(self.train), change(self.validation), test)

    def with_train(self, train: Split) -> Data:
        """The same judges, other examples to learn from."""
        return replace(self, train=train)


def take(x: Tensor, rows: Tensor) -> Tensor:
    """Each member's own choice of its examples.

    Args:
        x: ``(members, examples, …)``.
        rows: Indices, ``(members, chosen)``.

    Returns:
        ``(members, chosen, …)``.
    """
    members, examples = x.shape[:2]
    if x.stride(0) == 0:  # shared: one storage for all
        flat, places = x[0], rows
    else:
        offsets = torch.arange(members, device=x.device).unsqueeze(1) * examples
        flat, places = x.flatten(0, 1), rows + offsets
    return flat.index_select(0, places.flatten()).view(*rows.shape, *x.shape[2:])


def shared(x: Tensor, members: int) -> Tensor:
    """The same examples for every member, without copying them: ``(members, *x.shape)``."""
    return x.expand(members, *x.shape)
