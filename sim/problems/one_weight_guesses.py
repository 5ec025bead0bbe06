"""What can be predicted of one weight that is handed its gradients."""

from __future__ import annotations

from sim.declaration import ChoiceGuess, CurveGuess, Guess, Measures, NumberGuess
from sim.words import Words, same

SCALED = 2.0
NEAR = 1e-6


def _scales(measures: Measures) -> str:
    grown = {
        name: float(measures[f"louder_{name}"][0]) >= SCALED * float(measures[f"first_{name}"][0])
        for name in ("sgd", "momentum", "rmsprop", "adam")
    }
    with_mean, with_square = grown["sgd"] and grown["momentum"], grown["rmsprop"] and grown["adam"]
    if with_mean:
        return "all" if with_square else "mean"
    return "square" if with_square else "none"


def _nearest_zero(measures: Measures) -> str:
    adam, adamw = (abs(float(measures[f"left_{name}"][0])) for name in ("adam_l2", "adamw"))
    return "same" if abs(adam - adamw) <= 0.001 else "adam" if adam < adamw else "adamw"


def _frozen(measures: Measures) -> str:
    left = float(measures["left_frozen"][0])
    return "crosses" if left < 0 else "stays" if left > 0.99 else "shrinks"


SCALES = ChoiceGuess(
    Words(
        "Avec des gradients cent fois plus grands et le même η, quels premiers pas "
        "s’allongeraient ?",
        "With gradients a hundred times as big and the same η, which first steps would lengthen?",
    ),
    (
        ("all", Words("ceux des quatre méthodes", "those of all four methods")),
        ("mean", Words("ceux de SGD et du momentum", "those of SGD and momentum")),
        ("square", Words("ceux de RMSProp et d’Adam", "those of RMSProp and Adam")),
        ("none", Words("aucun", "none")),
    ),
    _scales,
)
NEAREST_ZERO = ChoiceGuess(
    Words(
        "Au même λ, qui a le plus rapproché le poids de zéro ?",
        "At the same λ, which one brought the weight nearer to zero?",
    ),
    (
        ("adam", Words("Adam avec une pénalité L2", "Adam with an L2 penalty")),
        ("adamw", same("AdamW")),
        ("same", Words("les deux pareillement", "both alike")),
    ),
    _nearest_zero,
    name="l2_or_decay",
    plot="weight",
)
FROZEN = ChoiceGuess(
    Words(
        "Si la décroissance retranche à chaque pas ηλ fois le poids du début, le poids…",
        "If decay takes off, at each step, ηλ times the weight of the start, the weight…",
    ),
    (
        ("shrinks", Words("diminue et reste positif", "shrinks and stays positive")),
        ("crosses", Words("passe sous zéro", "goes below zero")),
        ("stays", Words("ne bouge guère", "hardly moves")),
    ),
    _frozen,
    name="frozen_decay",
    plot="weight",
)


def _multiple(fr: str, en: str, measure: str, name: str = "") -> NumberGuess:
    """A length of step as a multiple of η; those of cards are read in the table."""
    plot = "table" if name else ""
    return NumberGuess(
        Words(fr, en), measure, low=0.001, high=1000, unit="η", is_log=True, name=name, plot=plot
    )


GUESSES: tuple[Guess, ...] = (
    SCALES,
    _multiple(
        "De combien de fois η Adam déplace-t-il le poids au premier pas ?",
        "By how many times η does Adam move the weight at the first step?",
        "first_adam",
    ),
    CurveGuess(
        Words(
            "Tracez les pas du momentum (somme), en multiples de η.",
            "Draw the steps of momentum (the sum), in multiples of η.",
        ),
        "steps",
        "momentum",
    ),
    NEAREST_ZERO,
    FROZEN,
    _multiple(
        "De combien de fois η RMSProp déplace-t-il le poids au premier pas ?",
        "By how many times η does RMSProp move the weight at the first step?",
        "first_rmsprop",
        "rmsprop_first",
    ),
    _multiple(
        "De combien de fois η RMSProp déplace-t-il le poids au dernier pas ?",
        "By how many times η does RMSProp move the weight at the last step?",
        "last_rmsprop",
        "rmsprop_last",
    ),
    _multiple(
        "De combien de fois η Adam sans correction de biais bouge-t-il au premier pas ?",
        "By how many times η does Adam without bias correction move at the first step?",
        "first_raw",
        "uncorrected_first",
    ),
    _multiple(
        "Quelle longueur a le dernier pas d’Adam, en multiples de η ?",
        "How long is the last step of Adam, in multiples of η?",
        "last_adam",
        "adam_last",
    ),
    _multiple(
        "Quelle longueur a le dernier pas du momentum (somme), en multiples de η ?",
        "How long is the last step of momentum (the sum), in multiples of η?",
        "last_momentum",
        "momentum_last",
    ),
    NumberGuess(
        Words(
            "De quelle distance Adam a-t-il déplacé le poids à la fin ?",
            "How far has Adam moved the weight in the end?",
        ),
        "moved_adam",
        low=0.0001,
        high=1000,
        is_log=True,
        name="adam_moved",
        plot="table",
    ),
    NumberGuess(
        Words(
            "Quelle part du premier gradient la moyenne garde-t-elle au dernier pas ?",
            "What share of the first gradient does the average still hold at the last step?",
        ),
        "remains",
        low=0,
        high=1,
        name="average_remains",
    ),
    NumberGuess(
        Words(
            "Parti de 1, que vaut le poids à la fin avec AdamW ?",
            "Starting from 1, what is the weight in the end with AdamW?",
        ),
        "left_adamw",
        low=0,
        high=1,
        name="adamw_left",
        plot="weight",
    ),
    NumberGuess(
        Words(
            "Parti de 1, que vaut le poids à la fin avec SGD et L2 ?",
            "Starting from 1, what is the weight in the end with SGD and L2?",
        ),
        "left_sgd_l2",
        low=0,
        high=1,
        name="sgd_l2_left",
        plot="weight",
    ),
    NumberGuess(
        Words(
            "Combien de nombres Adam garde-t-il par paramètre, compteur à part ?",
            "How many numbers does Adam keep for each parameter, its counter aside?",
        ),
        "kept_adam",
        low=0,
        high=5,
        name="adam_keeps",
        plot="table",
    ),
)
