"""Small problems made on the spot, each member with examples of its own."""

from __future__ import annotations

import math

import torch
from torch import Tensor

from sim.randomness import Members, Streams
from sim.training.datasets import Data, Split, shared

XOR_INPUTS = ((-1.0, -1.0), (-1.0, 1.0), (1.0, -1.0), (1.0, 1.0))
XOR_CLASSES = (0, 1, 1, 0)


def halves(streams: Streams, examples: int) -> Tensor:
    """As many examples of class 0 as of class 1, in a random order: ``(members, examples)``."""
    return torch.stack([order % 2 for order in streams.permutations(examples)])


def moons(members: Members, *, train: int, validation: int, noise: float) -> Data:
    """Two half circles that reach into each other, ``(members, examples, 2)``, classes 0 and 1.

    Args:
        members: The seeds.
        train: Examples to learn from.
        validation: Examples to judge by.
        noise: Standard deviation of what is added to each coordinate.
    """
    return planar(members, "moons", _moon_points, train, validation, noise)


def circles(members: Members, *, train: int, validation: int, noise: float) -> Data:
    """A circle of radius 0.5 (class 0) inside one of radius 1 (class 1), as `moons`."""
    return planar(members, "circles", _circle_points, train, validation, noise)


def spirals(members: Members, *, train: int, validation: int, noise: float) -> Data:
    """Two spirals of one turn and a half around each other, as `moons`."""
    return planar(members, "spirals", _spiral_points, train, validation, noise)


def clouds(members: Members, *, train: int, validation: int, noise: float) -> Data:
    """XOR with noise: four clouds at (±1, ±1), opposite corners alike, as `moons`."""
    return planar(members, "clouds", _cloud_points, train, validation, noise)


def planar(
    members: Members,
    name: str,
    points: object,
    train: int,
    validation: int,
    noise: float,
) -> Data:
    """Noisy points in the plane of two classes in equal parts."""
    assert callable(points)
    streams = members.streams(name)

    def split(examples: int) -> Split:
        y = halves(streams, examples)
        x = points(y, streams.uniform(examples))
        return Split(x + noise * streams.normal(examples, 2), y)

    return Data(split(train), split(validation))


def _moon_points(y: Tensor, u: Tensor) -> Tensor:
    angle = math.pi * u
    flip = 1.0 - 2.0 * y
    return torch.stack([flip * angle.cos() + y, flip * angle.sin() + 0.5 * y], dim=-1)


def _circle_points(y: Tensor, u: Tensor) -> Tensor:
    angle = 2 * math.pi * u
    radius = 0.5 + 0.5 * y
    return torch.stack([radius * angle.cos(), radius * angle.sin()], dim=-1)


def _spiral_points(y: Tensor, u: Tensor) -> Tensor:
    turn = 0.1 + 0.9 * u.sqrt()
    angle = 3 * math.pi * turn + math.pi * y
    return torch.stack([turn * angle.cos(), turn * angle.sin()], dim=-1)


def _cloud_points(y: Tensor, u: Tensor) -> Tensor:
    first = torch.where(u < 0.5, -1.0, 1.0)
    return torch.stack([first, first * (1.0 - 2.0 * y)], dim=-1)


def xor(members: Members) -> Data:
    """The four points of XOR, at ±1, the same for all members, to learn from and to judge by."""
    whole = Split(
        shared(torch.tensor(XOR_INPUTS), members.count),
        shared(torch.tensor(XOR_CLASSES), members.count),
    )
    return Data(whole, whole)


def with_wrong_labels(split: Split, streams: Streams, share: float, classes: int) -> Split:
    """A share of the examples moved to another class, drawn for each member.

    Args:
        split: Of class numbers.
        streams: Of the members.
        share: From 0 to 1; rounded to a whole number of examples.
        classes: How many there are.
    """
    wrong = streams.permutations(split.examples) < round(share * split.examples)
    moved = (split.y + 1 + streams.integers(classes - 1, split.examples)) % classes
    return Split(split.x, torch.where(wrong, moved, split.y))
