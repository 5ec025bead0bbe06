"""The outcomes of the worked 2-2-2 network that a card may ask for, and which one came true."""

from __future__ import annotations

from collections.abc import Callable

from sim.declaration import ChoiceGuess, Measures
from sim.words import Words

ALIKE = 1e-12
SMALL, TINY = 1e-4, 1e-9


def _of(measures: Measures, name: str) -> float:
    return float(measures[name][0])


def moves(parameter: str) -> Callable[[Measures], str]:
    """Which way the first step moves a parameter: against its derivative."""

    def truth(measures: Measures) -> str:
        slope = _of(measures, f"gradient_{parameter}")
        return "down" if slope > 0 else "up" if slope < 0 else "still"

    return truth


def _size(measures: Measures, name: str, other: str) -> str:
    one, two = abs(_of(measures, name)), abs(_of(measures, other))
    return "same" if abs(one - two) < ALIKE else "larger" if one > two else "smaller"


def delta_size(measures: Measures) -> str:
    """How δ of o₁ compares with that of the slides' parameters."""
    return _size(measures, "delta_o1", "slides_delta_o1")


def batch_gradient(measures: Measures) -> str:
    """How the batch's derivative by w₅ compares with that of its first example alone."""
    return _size(measures, "gradient_w5", "alone_w5")


def second_gradient(measures: Measures) -> str:
    """What the derivative by b₂ has become after a step."""
    first, second = _of(measures, "gradient_b2"), _of(measures, "second_b2")
    if abs(first - second) < ALIKE:
        return "same"
    return "turned" if first * second < 0 else "kept"


def old_weights(measures: Measures) -> str:
    """With which output weights the chain rule agrees with central differences, for w₁."""
    early, late = (_of(measures, name) < TINY for name in ("early_gap", "late_gap"))
    if early and late:
        return "both"
    return "old" if early else "new" if late else "none"


def gap_size(measures: Measures) -> str:
    """The largest gap between the chain rule and central differences."""
    gap = _of(measures, "gap")
    return "tiny" if gap < TINY else "small" if gap < SMALL else "large"


def answers_moved(measures: Measures) -> str:
    """Which answers differ from those of the slides' parameters."""
    first, second = (abs(_of(measures, f"moved_{unit}")) > ALIKE for unit in ("o1", "o2"))
    if first and second:
        return "both"
    return "first" if first else "second" if second else "none"


def lower_end(measures: Measures) -> str:
    """Where the error ends up lower: with the biases corrected, or without."""
    every, weights = _of(measures, "end_all"), _of(measures, "end_weights")
    return "all" if every < weights else "weights" if weights < every else "same"


WAYS = (
    ("down", Words("baisser", "go down")),
    ("up", Words("monter", "go up")),
    ("still", Words("ne pas bouger", "stay")),
)
SAME = ("same", Words("la même", "the same"))

OUTCOMES = (
    ChoiceGuess(
        Words("Au premier pas, le poids w₁ doit…", "At the first step, the weight w₁ must…"),
        WAYS,
        moves("w1"),
        name="w1_moves",
        plot="derivatives",
    ),
    ChoiceGuess(
        Words(
            "Comparé à celui des valeurs de départ, δ de o₁ est, sans son signe…",
            "Compared with that of the starting values, δ of o₁ is, without its sign…",
        ),
        (
            ("larger", Words("plus grand", "larger")),
            ("smaller", Words("plus petit", "smaller")),
            ("same", Words("le même", "the same")),
        ),
        delta_size,
        name="delta_size",
        plot="forward",
    ),
    ChoiceGuess(
        Words(
            "Comparée à celle du premier exemple seul, ∂E/∂w₅ est pour ce lot, sans son signe…",
            "Compared with that of the first example alone, ∂E/∂w₅ is for this batch, without its "
            "sign…",
        ),
        (
            ("larger", Words("plus grande", "larger")),
            SAME,
            ("smaller", Words("plus petite", "smaller")),
        ),
        batch_gradient,
        name="batch_gradient",
        plot="derivatives",
    ),
    ChoiceGuess(
        Words(
            "Recalculée après un pas, la dérivée ∂E/∂b₂ est…",
            "Computed anew after a step, the derivative ∂E/∂b₂ is…",
        ),
        (
            ("same", Words("la même qu’avant", "the same as before")),
            ("kept", Words("autre, de même signe", "another one, of the same sign")),
            ("turned", Words("de signe contraire", "of the other sign")),
        ),
        second_gradient,
        name="second_gradient",
        plot="derivatives",
    ),
    ChoiceGuess(
        Words(
            "Avec quels w₅ et w₇ la règle de la chaîne trouve-t-elle pour w₁ la dérivée que les "
            "différences centrées confirment ?",
            "With which w₅ and w₇ does the chain rule find for w₁ the derivative that central "
            "differences confirm?",
        ),
        (
            ("old", Words("ceux d’avant le pas", "those from before the step")),
            ("new", Words("ceux d’après le pas", "those from after the step")),
            ("both", Words("les uns comme les autres", "either")),
            ("none", Words("ni les uns ni les autres", "neither")),
        ),
        old_weights,
        name="old_weights",
        plot="derivatives",
    ),
    ChoiceGuess(
        Words(
            "Entre la règle de la chaîne et les différences centrées, le plus grand écart sera…",
            "Between the chain rule and central differences, the largest gap will be…",
        ),
        (
            ("tiny", Words("de moins d’un milliardième", "less than a billionth")),
            ("small", Words("de moins d’un dix-millième", "less than a ten-thousandth")),
            ("large", Words("plus grand", "larger")),
        ),
        gap_size,
        name="gap_size",
        plot="derivatives",
    ),
    ChoiceGuess(
        Words(
            "Quelle réponse diffère de celle que donnent les valeurs de départ ?",
            "Which answer differs from the one that the starting values give?",
        ),
        (
            ("first", Words("celle de o₁ seule", "that of o₁ alone")),
            ("second", Words("celle de o₂ seule", "that of o₂ alone")),
            ("both", Words("les deux", "both")),
            ("none", Words("aucune", "none")),
        ),
        answers_moved,
        name="answers_moved",
        plot="forward",
    ),
    ChoiceGuess(
        Words(
            "Après les pas choisis, l’erreur E est la plus basse…",
            "After the steps chosen, the error E is lowest…",
        ),
        (
            ("all", Words("si l’on corrige aussi les biais", "if the biases are corrected too")),
            ("weights", Words("si l’on ne corrige que les poids", "if only the weights are")),
            ("same", Words("la même dans les deux cas", "alike in both cases")),
        ),
        lower_end,
        name="lower_end",
    ),
)
