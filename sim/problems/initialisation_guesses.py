"""What cards ask to be predicted of weights that are only drawn."""

from __future__ import annotations

import numpy as np

from sim.declaration import ChoiceGuess, Guess, Measures, NumberGuess
from sim.words import Words

DRAWN = "drawn"
"""The sheet where what is drawn stands."""

ROWS = {
    "deviation_xavier": Words(
        "écart-type des poids, Xavier, de 64 à 64 unités", "deviation of weights, Xavier, 64 to 64"
    ),
    "bound_uniform": Words("plus grand poids, Xavier uniforme", "largest weight, uniform Xavier"),
    "saturated": Words(
        "part d’unités tanh saturées, écart-type choisi",
        "share of tanh units saturated, chosen deviation",
    ),
}
"""What weights are drawn, and what they do to the last layer, by measure."""


def _laws(measures: Measures) -> str:
    ratio = float(np.median(measures["ratio_uniform"]) / np.median(measures["ratio_xavier"]))
    return "uniform" if ratio > 2 else "normal" if ratio < 0.5 else "same"


NAMED: tuple[Guess, ...] = (
    NumberGuess(
        Words(
            "Quelle part des unités tanh de la dernière couche est saturée (pente sous 0,01) ?",
            "What share of the last layer’s tanh units is saturated (slope under 0.01)?",
        ),
        "saturated",
        low=0,
        high=1,
        unit="%",
        name="saturated",
        plot=DRAWN,
    ),
    NumberGuess(
        Words(
            "Quel écart-type l’initialisation de Xavier donne-t-elle aux poids entre deux couches "
            "de 64 unités ?",
            "What deviation does Xavier give the weights between two layers of 64 units?",
        ),
        "deviation_xavier",
        low=0.0001,
        high=10,
        is_log=True,
        name="xavier_deviation",
        plot=DRAWN,
    ),
    ChoiceGuess(
        Words(
            "Après toutes les couches, quelle version de Xavier a le mieux gardé le signal ?",
            "After all layers, which version of Xavier has kept the signal better?",
        ),
        (
            ("normal", Words("la normale, nettement", "the normal one, clearly")),
            ("uniform", Words("l’uniforme, nettement", "the uniform one, clearly")),
            ("same", Words("autant l’une que l’autre", "both alike")),
        ),
        _laws,
        name="xavier_laws",
        plot="spread",
    ),
)
