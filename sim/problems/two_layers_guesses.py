"""What can be predicted of the worked 2-2-2 network: what all cards ask, then what one may name."""

from __future__ import annotations

from sim.declaration import ChoiceGuess, CurveGuess, Guess, NumberGuess
from sim.problems.two_layers_numbers import NUMBERS
from sim.problems.two_layers_outcomes import OUTCOMES, WAYS, moves
from sim.words import Words

GUESSES: tuple[Guess, ...] = (
    ChoiceGuess(
        Words(
            "Au premier pas, le biais b₂, commun aux deux sorties, doit…",
            "At the first step, the bias b₂, common to both outputs, must…",
        ),
        WAYS,
        moves("b2"),
        plot="derivatives",
    ),
    NumberGuess(
        Words("Que vaut l’erreur E après les pas choisis ?", "What is E after the steps chosen?"),
        "error_after",
        low=1e-9,
        high=10,
        is_log=True,
    ),
    CurveGuess(
        Words(
            "Tracez l’erreur E, pas après pas, quand on corrige poids et biais.",
            "Draw the error E, step by step, when weights and biases are corrected.",
        ),
        "error",
        "all",
    ),
    *NUMBERS,
    *OUTCOMES,
)
