"""What cards ask to be predicted of the draws of dropout."""

from __future__ import annotations

import numpy as np

from sim.declaration import ChoiceGuess, Guess, Measures, NumberGuess
from sim.words import Words

LEAD = 0.01
DRAWN = "drawn"
"""The sheet where these answers stand."""

ROWS = {
    "put_out": Words("activations éteintes par un tirage", "activations that a draw puts out"),
    "left_bare": Words(
        "activation totale qui reste, sans correction", "total activation left, uncorrected"
    ),
    "left_inverted": Words(
        "activation totale qui reste, divisée par 1 − p", "total activation left, divided by 1 − p"
    ),
    "gradient_out": Words(
        "activations éteintes qui reçoivent un gradient", "activations put out that get a gradient"
    ),
    "accuracy_thinned": Words(
        "exactitude d’un sous-réseau tiré", "accuracy of one thinned network"
    ),
    "accuracy_crowd": Words(
        "exactitude de la moyenne de trente tirages", "accuracy of the average of thirty draws"
    ),
    "accuracy_with": Words("exactitude du réseau entier", "accuracy of the whole network"),
    "two_answers": Words(
        "images qui changent de classe au second passage",
        "images whose class changes in a second pass",
    ),
}
"""What draws of dropout do once training is over, by measure."""


def _crowd(measures: Measures) -> str:
    lead = float(np.median(measures["accuracy_crowd"] - measures["accuracy_thinned"]))
    return "better" if lead > LEAD else "worse" if lead < -LEAD else "same"


def _share(fr: str, en: str, measure: str, *, high: float = 1) -> NumberGuess:
    return NumberGuess(Words(fr, en), measure, low=0, high=high, unit="%", name=measure, plot=DRAWN)


NAMED: tuple[Guess, ...] = (
    _share(
        "Sans correction d’échelle, quelle part de l’activation totale reste-t-il ?",
        "Without correction of scale, what share of the total activation is left?",
        "left_bare",
        high=2,
    ),
    _share(
        "Avec la division par 1 − p, quelle part de l’activation totale reste-t-il ?",
        "With the division by 1 − p, what share of the total activation is left?",
        "left_inverted",
        high=2,
    ),
    _share(
        "À quelle part des activations éteintes arrive-t-il un gradient non nul ?",
        "What share of the activations put out gets a gradient that is not zero?",
        "gradient_out",
    ),
    _share(
        "Quelle exactitude a un sous-réseau tiré au hasard, après l’entraînement ?",
        "What is the accuracy of one thinned network drawn at random, after training?",
        "accuracy_thinned",
    ),
    ChoiceGuess(
        Words(
            "Face à un sous-réseau tiré au hasard, la moyenne de trente tirages est…",
            "Against one thinned network drawn at random, the average of thirty draws is…",
        ),
        (
            ("better", Words("plus exacte", "more accurate")),
            ("same", Words("aussi exacte, à 1 point près", "as accurate, within a point")),
            ("worse", Words("moins exacte", "less accurate")),
        ),
        _crowd,
        name="crowd",
        plot=DRAWN,
    ),
    NumberGuess(
        Words(
            "À la fin, on oublie eval() : le dropout tire encore des unités. À quelle part des "
            "images jamais vues deux passages de suite donneront-ils deux classes "
            "différentes ?",
            "In the end, eval() is forgotten: dropout still draws units. To what share of "
            "images never seen will two passes in a row give two different classes?",
        ),
        "two_answers",
        low=0,
        high=1,
        unit="%",
        name="two_answers",
        plot=DRAWN,
    ),
)
