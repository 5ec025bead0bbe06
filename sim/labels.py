"""Labels and axes that many experiments share."""

from __future__ import annotations

from sim.declaration import Axis, Plot
from sim.words import SPACE, Words, number

STEP = Axis(Words("pas", "step"))
EPOCH = Axis(Words("époque", "epoch"))
ACCURACY = Axis(Words("exactitude", "accuracy"), low=0, high=1)
LOSS = Axis(Words("perte", "loss"), low=0)
LOG_LOSS = Axis(Words("perte", "loss"), is_log=True)
RATE = Axis(Words("taux d’apprentissage η", "learning rate η"), is_log=True)
TRAIN = Words("entraînement", "training")
VALIDATION = Words("validation", "validation")


def valued(name: str, value: float) -> Words:
    """A name and its value as each language writes it: ``η = 0,1`` and ``η = 0.1``."""
    sign = f"{name}{SPACE}={SPACE}"
    return Words(sign + number(value), sign + number(value, language="en"))


def loss_plot(key: str, title: Words, *, x: Axis = EPOCH) -> Plot:
    """Axes for losses over training."""
    return Plot(key, title, x, LOSS)


def sheet(key: str, title: Words) -> Plot:
    """Room for tables, networks or small images, whose axes nobody sees."""
    columns, rows = Axis(Words("colonnes", "columns")), Axis(Words("lignes", "rows"))
    return Plot(key, title, columns, rows, is_sheet=True)
