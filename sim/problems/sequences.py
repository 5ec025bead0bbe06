"""Sequences made on the spot: a bit to recall, a number to repeat."""

from __future__ import annotations

import torch

from sim.randomness import Members, Streams
from sim.training.datasets import Data, Split


def recall(members: Members, *, train: int, validation: int, length: int) -> Data:
    """A bit shown first, then noise; at the end, which was it?

    Sequences are ``(members, examples, length, 2)``: the first feature is ±1 at the first time and
    0 later, the second is standard normal noise at all times but the first. Classes are 0 and 1.

    Args:
        members: The seeds.
        train: Examples to learn from.
        validation: Examples to judge by.
        length: Times of a sequence, at least 2.

    Source: a smaller kin of the latching task of Bengio, Simard and Frasconi 1994.
    """
    streams = members.streams("recall")
    return Data(_recall(streams, train, length), _recall(streams, validation, length))


def _recall(streams: Streams, examples: int, length: int) -> Split:
    y = streams.integers(2, examples)
    x = torch.zeros(streams.count, examples, length, 2)
    x[:, :, 0, 0] = 2.0 * y - 1.0
    x[:, :, 1:, 1] = streams.normal(examples, length - 1)
    return Split(x, y)


def echo(members: Members, *, train: int, validation: int, length: int) -> Data:
    """Numbers to read, the last of which is the answer.

    Sequences are ``(members, examples, length, 1)``, uniform from −1 to 1; answers are numbers,
    ``(members, examples, 1)``.

    Args:
        members: The seeds.
        train: Examples to learn from.
        validation: Examples to judge by.
        length: Times of a sequence.
    """
    streams = members.streams("echo")
    return Data(_echo(streams, train, length), _echo(streams, validation, length))


def _echo(streams: Streams, examples: int, length: int) -> Split:
    x = streams.uniform(examples, length, 1, low=-1.0, high=1.0)
    return Split(x, x[:, :, -1])
