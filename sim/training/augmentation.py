"""What may be done to the pictures of a batch without changing what they show."""

from __future__ import annotations

from collections.abc import Callable

import torch
import torch.nn.functional as F  # noqa: N812 - as everyone writes it
from torch import Tensor

from sim.randomness import Streams, filled

NOISE = 0.1


def shift(x: Tensor, streams: Streams) -> Tensor:
    """Each square picture moved by −1, 0 or 1 pixel along both axes, edges filled with zeros.

    Args:
        x: ``(members, examples, pixels)``, pixels a square number.
        streams: Of the members.
    """
    side = round(x.shape[-1] ** 0.5)
    moves = filled(streams.integers(3, x.shape[1], 2).to(x.device), streams.rows)
    padded = F.pad(x.reshape(*x.shape[:2], side, side), (1, 1, 1, 1))
    along = torch.arange(side, device=x.device)
    rows = (moves[..., :1] + along).unsqueeze(-1).expand(-1, -1, -1, side + 2)
    columns = (moves[..., 1:] + along).unsqueeze(-2).expand(-1, -1, side, -1)
    return padded.gather(2, rows).gather(3, columns).flatten(2)


def noise(x: Tensor, streams: Streams) -> Tensor:
    """Normal noise of standard deviation 0.1 on every feature."""
    return x + NOISE * filled(streams.normal(*x.shape[1:]).to(x.device), streams.rows)


AUGMENTATIONS: dict[str, Callable[[Tensor, Streams], Tensor]] = {"shift": shift, "noise": noise}
