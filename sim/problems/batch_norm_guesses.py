"""What cards ask to be predicted of the inside of a normalised network."""

from __future__ import annotations

import numpy as np

from sim.declaration import ChoiceGuess, Guess, Measures, NumberGuess
from sim.words import Words

NEAR = 0.01
INSIDE = "inside"
"""The sheet where what happens inside the network stands."""

ROWS = {
    "deviation_start": Words(
        "sorties normalisées : écart-type, au départ", "normalised outputs: deviation, at first"
    ),
    "deviation_end": Words(
        "sorties normalisées : écart-type, à la fin", "normalised outputs: deviation, at the end"
    ),
    "mean_end": Words(
        "sorties normalisées : |moyenne|, à la fin", "normalised outputs: |mean|, at the end"
    ),
    "bias_share": Words(
        "gradient des biais ÷ celui des poids, au départ",
        "gradient of biases ÷ that of weights, at first",
    ),
    "early_batch": Words(
        "exactitude au 5ᵉ pas, statistiques du lot", "accuracy at step 5, batch statistics"
    ),
    "early_running": Words(
        "exactitude au 5ᵉ pas, moyennes mobiles", "accuracy at step 5, running averages"
    ),
}
"""What the first normalisation does to the network, by measure."""


def _drift(measures: Measures) -> str:
    deviation = float(np.median(measures["deviation_end"]))
    mean = float(np.median(measures["mean_end"]))
    return "same" if abs(deviation - 1) <= NEAR and mean <= NEAR else "moved"


def _mode(measures: Measures) -> str:
    lead = float(np.median(measures["early_batch"] - measures["early_running"]))
    return "batch" if lead > 0.1 else "running" if lead < -0.1 else "same"


NAMED: tuple[Guess, ...] = (
    NumberGuess(
        Words(
            "Avant l’entraînement, quel écart-type ont sur un lot les sorties d’une unité de la "
            "première couche de normalisation ?",
            "Before training, what deviation do the outputs of a unit of the first normalisation "
            "layer have over a batch?",
        ),
        "deviation_start",
        low=0,
        high=3,
        name="deviation_start",
        plot=INSIDE,
    ),
    ChoiceGuess(
        Words(
            "Après l’entraînement, les sorties de la première couche de normalisation ont…",
            "After training, the outputs of the first normalisation layer have…",
        ),
        (
            (
                "same",
                Words(
                    "toujours une moyenne de 0 et un écart-type de 1",
                    "still a mean of 0 and a deviation of 1",
                ),
            ),
            ("moved", Words("une autre moyenne, un autre écart-type", "another mean or deviation")),
        ),
        _drift,
        name="drift",
        plot=INSIDE,
    ),
    ChoiceGuess(
        Words(
            "Après 5 pas, sur des chiffres jamais vus, le réseau normalisé est plus exact…",
            "After 5 steps, on digits never seen, the normalised network is more accurate…",
        ),
        (
            (
                "running",
                Words(
                    "en évaluation, avec les moyennes mobiles",
                    "in evaluation, with running averages",
                ),
            ),
            ("batch", Words("avec les statistiques du lot", "with the batch’s statistics")),
            ("same", Words("ni d’une façon ni de l’autre", "neither way")),
        ),
        _mode,
        name="early_mode",
        plot=INSIDE,
    ),
    NumberGuess(
        Words(
            "Que vaut le gradient des biais de la première couche dense, divisé par celui de ses "
            "poids ?",
            "What is the gradient of the first dense layer’s biases, divided by that of its "
            "weights?",
        ),
        "bias_share",
        low=0,
        high=1,
        name="bias_share",
        plot=INSIDE,
    ),
    NumberGuess(
        Words(
            "Une caractéristique vaut (1 ; 2 ; 3 ; 4) sur un lot : "
            "que devient le 1 sous BatchNorm ?",
            "A feature is (1, 2, 3, 4) over a batch: what becomes of the 1 under BatchNorm?",
        ),
        "column_first",
        low=-3,
        high=3,
        name="column_first",
        plot="worked",
    ),
    NumberGuess(
        Words(
            "Le lot est (1 ; 2 ; 3), (4 ; 5 ; 9) : que devient le 3 du premier exemple sous "
            "LayerNorm ?",
            "The batch is (1, 2, 3), (4, 5, 9): what becomes of the first example’s 3 under "
            "LayerNorm?",
        ),
        "layer_last",
        low=-3,
        high=3,
        name="layer_last",
        plot="worked",
    ),
    NumberGuess(
        Words(
            "Le lot est (1 ; 2 ; 3), (4 ; 5 ; 9) : que devient le 1 du premier exemple sous "
            "BatchNorm ?",
            "The batch is (1, 2, 3), (4, 5, 9): what becomes of the first example’s 1 under "
            "BatchNorm?",
        ),
        "batch_first",
        low=-3,
        high=3,
        name="batch_first",
        plot="worked",
    ),
)
