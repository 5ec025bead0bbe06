"""Words and axes that many experiments share, so that the same thing has the same name in all."""

from __future__ import annotations

from sim.declaration import Axis, Plot
from sim.words import Words, number

TRAIN = Words("entraînement", "training")
VALIDATION = Words("validation", "validation")
LOSS = Words("perte", "loss")
ACCURACY = Words("exactitude", "accuracy")

EPOCHS = Axis(Words("époque", "epoch"))
STEPS = Axis(Words("pas", "step"))
LOSSES = Axis(LOSS, low=0)
LOG_LOSSES = Axis(Words("perte (échelle log)", "loss (log scale)"), is_log=True)
ACCURACIES = Axis(ACCURACY, low=0, high=1)


def loss_plot(key: str, title: Words, *, x: Axis = EPOCHS, is_log: bool = False) -> Plot:
    """Axes for losses over training."""
    return Plot(key, title, x, LOG_LOSSES if is_log else LOSSES)


def named(symbol: str, value: float) -> Words:
    """A value with its symbol, such as ``p = 0,5``, as each language writes it."""
    fr, en = (f"{symbol} = {number(value, language=language)}" for language in ("fr", "en"))
    return Words(fr, en)
