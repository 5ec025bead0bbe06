"""What cards may ask about the RNN of one number and about a GRU that has a bit to recall."""

from __future__ import annotations

import numpy as np

from sim.declaration import ChoiceGuess, Guess, Measures, NumberGuess
from sim.words import Words

REMEMBERED = 0.95
BETTER_THAN_CHANCE = 0.6


def recalled(measures: Measures, case: str) -> str:
    """How often the first bit is recalled: nearly always, a little, or as chance would."""
    accuracy = float(np.median(measures[f"accuracy_{case}"]))
    return (
        "kept" if accuracy >= REMEMBERED else "partly" if accuracy > BETTER_THAN_CHANCE else "lost"
    )


def _twice_zero(measures: Measures) -> str:
    second, third = measures["state_2"][0], measures["state_3"][0]
    return "same" if second == third else "falls" if third < second else "rises"


RECALLED = (
    ("kept", Words("presque toujours", "nearly always")),
    ("partly", Words("mieux qu’au hasard, sans plus", "better than chance, no more")),
    ("lost", Words("à peu près au hasard", "about as chance would")),
)

SCALAR_GUESSES: tuple[Guess, ...] = (
    *(
        NumberGuess(
            Words(
                f"Un RNN à un seul nombre, h = tanh(0,5·x + w·h + 0,1), lit 1, 0, 0 depuis h = 0. "
                f"Que vaut h après le pas {step}, avec le poids w choisi (0,8, sauf réglage) ?",
                f"An RNN of one number, h = tanh(0.5·x + w·h + 0.1), reads 1, 0, 0 from h = 0. "
                f"What is h after step {step}, with the weight w chosen (0.8 unless set)?",
            ),
            f"state_{step}",
            low=-1,
            high=1,
            name=f"state_{step}",
            plot="scalar",
        )
        for step in (1, 2, 3)
    ),
    ChoiceGuess(
        Words(
            "Un RNN à un seul nombre, h = tanh(0,5·x + w·h + 0,1), lit 1, 0, 0. Du premier zéro au "
            "second, son état…",
            "An RNN of one number, h = tanh(0.5·x + w·h + 0.1), reads 1, 0, 0. From the first zero "
            "to the second, its state…",
        ),
        (
            ("same", Words("reste le même", "stays the same")),
            ("falls", Words("baisse", "falls")),
            ("rises", Words("monte", "rises")),
        ),
        _twice_zero,
        name="twice_zero",
        plot="scalar",
    ),
    NumberGuess(
        Words(
            "Sans activation, h est multiplié par w à chaque pas. Par combien 100 pas "
            "multiplient-ils le gradient qui les remonte ?",
            "Without an activation, h is multiplied by w at each step. By how much do 100 steps "
            "multiply the gradient that goes back through them?",
        ),
        "long_gradient",
        low=1e-20,
        high=1e20,
        is_log=True,
        name="long_gradient",
        plot="scalar",
    ),
)
"""Course inventory NEU-20, SEQ-03, SEQ-08, SEQ-09 and SEQ-13."""

GRU_GUESS = ChoiceGuess(
    Words(
        "Après 24 pas d’entraînement, le GRU (même biais, sur sa porte de mise à jour) retrouve le "
        "premier bit…",
        "After 24 training steps, the GRU (same bias, on its update gate) recalls the first bit…",
    ),
    RECALLED,
    lambda measures: recalled(measures, "gru"),
    name="gru",
)
"""Course inventory ENT-03."""
