"""The slides' images of four pixels: plain, vertical, diagonal and horizontal, either way round."""

from __future__ import annotations

import torch
from torch import Tensor

from sim.randomness import Members, Streams
from sim.training.datasets import Data, Split

PATTERNS = (
    (1.0, 1.0, 1.0, 1.0),
    (1.0, -1.0, 1.0, -1.0),
    (1.0, -1.0, -1.0, 1.0),
    (1.0, 1.0, -1.0, -1.0),
)
"""Pixels from −1 (black) to 1 (white), row by row; one pattern a class."""

SYMBOLS = ("█", "▌", "▚", "▀")


def four_pixels(members: Members, *, train: int, validation: int, noise: float) -> Data:
    """Noisy images, ``(members, examples, 4)``, each pattern as often in black as in white.

    Args:
        members: The seeds.
        train: Examples to learn from.
        validation: Examples to judge by.
        noise: Standard deviation of what is added to each pixel.
    """
    streams = members.streams("four pixels")
    return Data(_split(streams, train, noise), _split(streams, validation, noise))


def _split(streams: Streams, examples: int, noise: float) -> Split:
    order = streams.permutations(examples)
    kind = order % len(PATTERNS)
    sign = 1.0 - 2.0 * (order // len(PATTERNS) % 2)
    clean: Tensor = torch.tensor(PATTERNS)[kind] * sign.unsqueeze(-1)
    return Split(clean + noise * streams.normal(examples, 4), kind)
