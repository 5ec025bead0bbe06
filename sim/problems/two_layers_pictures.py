"""What is drawn of the worked 2-2-2 network beside its tables: its error, and itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from sim.pictures import Picture, Weights
from sim.problems.two_layers import Batch, Parameters
from sim.training.curves import curve
from sim.words import Words


def errors(batch: Batch, seen: Mapping[bool, Sequence[Parameters]], every: int) -> list[Picture]:
    """The error along each walk.

    Args:
        batch: What is learnt.
        seen: Parameters on the walk that corrects the biases too, and on the one that does not.
        every: How many steps lie between two of them.
    """
    labels = {
        True: ("all", Words("poids et biais", "weights and biases")),
        False: ("weights", Words("poids seuls", "weights only")),
    }
    return [
        curve(
            "error",
            *labels[kind],
            every * np.arange(len(walk), dtype=np.float64),
            np.array([[batch.error(p) for p in walk]]),
        )
        for kind, walk in seen.items()
    ]


def network(p: Parameters) -> Weights:
    """The network with its weights; each layer has one bias for both of its units."""
    w = [(p[f"w{n}"], p[f"w{n + 1}"]) for n in (1, 3, 5, 7)]
    biases = ((p["b1"],) * 2, (p["b2"],) * 2)
    units = (("x₁", "x₂"), ("h₁", "h₂"), ("o₁", "o₂"))
    label = Words("le réseau du moment", "the network of the moment")
    return Weights("network", "network", label, ((w[0], w[1]), (w[2], w[3])), biases, units)
