"""Labels and axes that many experiments share."""

from __future__ import annotations

from sim.declaration import Axis
from sim.words import SPACE, Words, number

STEP = Axis(Words("pas", "step"))
EPOCH = Axis(Words("époque", "epoch"))
ACCURACY = Axis(Words("exactitude", "accuracy"), low=0, high=1)
RATE = Axis(Words("taux d’apprentissage η", "learning rate η"), is_log=True)


def valued(name: str, value: float) -> Words:
    """A name and its value as each language writes it: ``η = 0,1`` and ``η = 0.1``."""
    sign = f"{name}{SPACE}={SPACE}"
    return Words(sign + number(value), sign + number(value, language="en"))
