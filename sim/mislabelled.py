"""Digits of which some carry a wrong label: what a network can only know by heart."""

from __future__ import annotations

from sim.datasets import Data
from sim.digits import CLASSES, digits
from sim.randomness import Members
from sim.tasks import with_wrong_labels


def mislabelled_digits(members: Members, *, train: int, validation: int, wrong: float) -> Data:
    """As `sim.digits.digits`, with wrong labels among those to learn from; the judges are right.

    Args:
        members: The seeds.
        train: Examples to learn from.
        validation: Examples to judge by.
        wrong: Share of wrong labels, from 0 to 1.
    """
    data = digits(members, train=train, validation=validation)
    streams = members.streams("wrong labels")
    return data.with_train(with_wrong_labels(data.train, streams, wrong, CLASSES))
