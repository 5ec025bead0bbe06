"""Digits of which some carry a wrong label: what a network can only know by heart."""

from __future__ import annotations

from sim.problems.digits import CLASSES, digits
from sim.problems.tasks import with_wrong_labels
from sim.randomness import Members
from sim.training.datasets import Data


def mislabelled_digits(members: Members, *, train: int, validation: int, wrong: float) -> Data:
    """As `sim.problems.digits.digits`, but some labels to learn from are wrong.

    Args:
        members: The seeds.
        train: Examples to learn from.
        validation: Examples to judge by.
        wrong: Share of wrong labels, from 0 to 1.
    """
    data = digits(members, train=train, validation=validation)
    streams = members.streams("wrong labels")
    return data.with_train(with_wrong_labels(data.train, streams, wrong, CLASSES))
