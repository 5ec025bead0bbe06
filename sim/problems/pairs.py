"""Wide images of one or two handwritten digits, with a label for each digit that is there."""

from __future__ import annotations

import torch
import torch.nn.functional as F  # noqa: N812 - as everyone writes it
from torch import Tensor

from sim.problems.digits import CLASSES, images
from sim.randomness import Members, Streams
from sim.training.datasets import Data, Split

KEPT_FOR_TRAINING = 1200  # of the 1,797 digits; the others make validation images


def pairs(members: Members, *, train: int, validation: int, share_of_two: float) -> Data:
    """Two places side by side; an image fills both, or one of them at random.

    Args:
        members: The seeds.
        train: Images to learn from.
        validation: Images to judge by, made of other digits.
        share_of_two: Probability that both places are filled.

    Returns:
        Pixels ``(members, images, 128)`` and, for each class, 1 where it is there, else 0:
        ``(members, images, 10)``.
    """
    _, classes = images()
    streams = members.streams("pairs")
    order = streams.permutations(len(classes))
    seen, fresh = order[:, :KEPT_FOR_TRAINING], order[:, KEPT_FOR_TRAINING:]
    return Data(
        _images(seen, train, share_of_two, streams),
        _images(fresh, validation, share_of_two, streams),
    )


def _images(digits: Tensor, count: int, share_of_two: float, streams: Streams) -> Split:
    pixels, classes = images()
    chosen = digits.gather(1, streams.integers(digits.shape[1], 2 * count))
    chosen = chosen.view(len(digits), count, 2)
    is_there = _filled(count, share_of_two, streams).unsqueeze(-1)  # (members, images, 2, 1)
    x = pixels[chosen] * is_there
    y = (F.one_hot(classes[chosen], CLASSES) * is_there).amax(dim=2)
    return Split(x.flatten(2), y.float())


def _filled(count: int, share_of_two: float, streams: Streams) -> Tensor:
    """Which of the two places hold a digit, 0 or 1, ``(members, images, 2)``."""
    has_two = streams.uniform(count) < share_of_two
    is_left = streams.uniform(count) < 0.5
    return torch.stack([has_two | is_left, has_two | ~is_left], dim=-1).float()
