"""The same digits through a poor scanner: pale and grainy, a task near to one known already."""

from __future__ import annotations

from sim.randomness import Streams
from sim.training.datasets import Split

CONTRAST = 0.6
GREY = 0.2


def poor_scans(split: Split, streams: Streams, grain: float) -> Split:
    """Pixels from 0 to 1 squeezed into 0.2 to 0.8, then grainy.

    Args:
        split: Pictures, ``(members, examples, pixels)``, and their classes.
        streams: Of the members.
        grain: Standard deviation of the normal noise on each pixel.
    """
    noise = streams.normal(*split.x.shape[1:]).to(split.x.device)
    return Split(CONTRAST * split.x + GREY + grain * noise, split.y)
