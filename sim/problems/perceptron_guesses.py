"""What cards may ask about the weights that the perceptron finds, its cost and its steps."""

from __future__ import annotations

from sim.declaration import ChoiceGuess, Measures, NumberGuess
from sim.words import Words

WITHIN = 1e-6


def _cost(measures: Measures) -> str:
    if measures["cost"][0] > 0:
        return "positive"
    return "learnt" if measures["wrong"][0] == 0 else "idle"


def _step(measures: Measures) -> str:
    ratio = float(measures["step_over_descent"][0])
    if ratio == 0:
        return "none"
    return "same" if abs(ratio - 1) <= WITHIN else "longer" if ratio > 1 else "shorter"


RULE_GUESSES = (
    NumberGuess(
        Words(
            "Quel poids w₁ le perceptron donnera-t-il, à la fin, à l’entrée x₁ ?",
            "What weight w₁ will the perceptron give, in the end, to the input x₁?",
        ),
        "w1",
        low=-4,
        high=4,
        name="w1",
        plot="steps",
    ),
    NumberGuess(
        Words(
            "Quel score w₀ + w₁ + w₂ le perceptron donnera-t-il, à la fin, au point (1 ; 1) ?",
            "What score w₀ + w₁ + w₂ will the perceptron give, in the end, to the point (1; 1)?",
        ),
        "score",
        low=-4,
        high=4,
        name="score",
        plot="steps",
    ),
    ChoiceGuess(
        Words(
            "À la fin, le coût du perceptron, moyenne des max(0, −y·f(x)), sera…",
            "In the end, the perceptron’s cost, the mean of max(0, −y·f(x)), will be…",
        ),
        (
            ("learnt", Words("nul, et tout sera bien classé", "zero, with all classified rightly")),
            (
                "idle",
                Words("nul, sans que tout soit bien classé", "zero, with not all of them right"),
            ),
            ("positive", Words("positif", "positive")),
        ),
        _cost,
        name="cost",
        plot="steps",
    ),
    ChoiceGuess(
        Words(
            "Là où f(x) ≠ 0, la correction du perceptron, comparée au pas de descente de gradient "
            "de même η sur max(0, −y·f(x)), est…",
            "Where f(x) ≠ 0, the perceptron’s correction, compared with the step of gradient "
            "descent of the same η on max(0, −y·f(x)), is…",
        ),
        (
            ("same", Words("la même", "the same")),
            ("longer", Words("plus longue", "longer")),
            ("shorter", Words("plus courte", "shorter")),
            ("none", Words("nulle", "zero")),
        ),
        _step,
        name="descent",
        plot="steps",
    ),
)
"""Course inventory NEU-03, NEU-07, NEU-08 and NEU-10."""
