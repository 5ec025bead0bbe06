"""Gradient descent on J = x², where everything can be computed by hand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sim.pictures import Path, Picture, Table
from sim.training.curves import Array, numbers
from sim.words import Words, same

SIGHT = 50.0  # beyond, the first steps could no longer be told apart


def positions(rates: Sequence[float], steps: int) -> Array:
    """Where descent from x = 1 is after each step, ``(rates, steps + 1)``."""
    x = np.ones((len(rates), steps + 1))
    for step in range(steps):
        gradient = 2 * x[:, step]
        x[:, step + 1] = x[:, step] - np.asarray(rates) * gradient
    return x


def walk(plot: str, label: Words, x: Array) -> tuple[Picture, ...]:
    """The parabola, and one descent on it, drawn as long as it stays in sight.

    Args:
        plot: Where it is drawn.
        label: Of the descent.
        x: Its positions, ``(steps + 1,)``.
    """
    is_away = np.abs(x) > SIGHT
    x = x[: max(2, int(is_away.argmax()))] if is_away.any() else x
    reach = max(1.0, float(np.abs(x).max())) * 1.1
    floor = np.linspace(-reach, reach, 81)
    return (
        Path(plot, "parabola", same("J = x²"), numbers(floor), numbers(floor**2)),
        Path(plot, "walk", label, numbers(x), numbers(x**2)),
    )


def table(plot: str, rates: Sequence[float], x: Array) -> Table:
    """Each rate's factor and where it led; the last rate is the one to look at.

    Args:
        plot: Where it is shown.
        rates: η of each descent.
        x: As of `positions`.
    """
    return Table(
        plot,
        "factors",
        Words("Chaque pas multiplie x par 1 − 2η", "Every step multiplies x by 1 − 2η"),
        (same("η"), same("1 − 2η"), Words("|x| à la fin (parti de 1)", "|x| at the end (from 1)")),
        tuple((rate, 1 - 2 * rate, abs(float(x[row, -1]))) for row, rate in enumerate(rates)),
        marked=(len(rates) - 1,),
    )
