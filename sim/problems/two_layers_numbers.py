"""The numbers of the worked 2-2-2 network that a card may ask for before the run shows them.

A guess carries its measure's name. Ranges hold what the course's settings give, and little more: a
tenth of one is still right. Where several settings give sizes far apart, a ratio judges.
"""

from __future__ import annotations

from sim.declaration import NumberGuess
from sim.words import Words, same


def _first(
    what: Words, measure: str, low: float, high: float, *, plot: str = "", is_log: bool = False
) -> NumberGuess:
    question = Words(
        f"Que vaut {what.fr} à la première passe ?", f"What is {what.en} in the first pass?"
    )
    return NumberGuess(
        question, measure, low=low, high=high, is_log=is_log, name=measure, plot=plot
    )


def _after(what: str, measure: str, low: float, high: float) -> NumberGuess:
    question = Words(
        f"Que vaut {what} après un pas complet ?", f"What is {what} after a full step?"
    )
    return NumberGuess(question, measure, low=low, high=high, name=measure, plot="derivatives")


def _of_unit(
    what: str, unit: str, measure: str, low: float, high: float, *, is_log: bool = False
) -> NumberGuess:
    words = Words(f"{what} de {unit}", f"{what} of {unit}")
    return _first(words, measure, low, high, plot="forward", is_log=is_log)


def _by(
    parameter: str, measure: str, low: float, high: float, *, is_log: bool = False
) -> NumberGuess:
    what = same(f"∂E/∂{parameter}")
    return _first(what, measure, low, high, plot="derivatives", is_log=is_log)


NUMBERS = (
    _of_unit("z", "h₂", "z_h2", 0.3, 0.5),
    _of_unit("z", "o₁", "z_o1", 0.5, 2),
    _of_unit("a", "h₁", "a_h1", 0.5, 1),
    _of_unit("a", "o₁", "a_o1", 0, 1),
    _first(same("E"), "error_before", 0, 0.6),
    NumberGuess(
        Words(
            "Quelle part de E vient de la première sortie, à la première passe ?",
            "What share of E comes from the first output in the first pass?",
        ),
        "share_1",
        low=0,
        high=1,
        unit="%",
        name="share_1",
        plot="forward",
    ),
    _of_unit("g′(z)", "o₁", "slope_o1", 0, 0.5),
    _of_unit("∂E/∂a", "o₁", "by_a_o1", 0.1, 10, is_log=True),
    _of_unit("∂E/∂a", "o₂", "by_a_o2", -0.5, 0.5),
    _of_unit("∂E/∂a", "h₁", "by_a_h1", -0.1, 0.1),
    _of_unit("∂E/∂a", "h₂", "by_a_h2", -0.1, 0.1),
    _of_unit("δ", "o₁", "delta_o1", 0.01, 1, is_log=True),
    _of_unit("δ", "o₂", "delta_o2", -0.16, 0.16),
    _of_unit("δ", "h₁", "delta_h1", -0.02, 0.02),
    _of_unit("δ", "h₂", "delta_h2", -0.02, 0.02),
    _by("w₂", "gradient_w2", -0.002, 0.002),
    _by("w₅", "gradient_w5", 0.001, 1, is_log=True),
    _by("b₁", "gradient_b1", -0.04, 0.04),
    _by("b₂", "gradient_b2", -0.2, 0.2),
    NumberGuess(
        Words(
            "Combien de fois ∂E/∂w₁ faut-il pour faire ∂E/∂w₂ ?",
            "How many times ∂E/∂w₁ is ∂E/∂w₂?",
        ),
        "ratio_w2_w1",
        low=0,
        high=5,
        name="ratio_w2_w1",
        plot="derivatives",
    ),
    _after("w₁", "w1_after", 0.145, 0.155),
    _after("w₅", "w5_after", 0.3, 0.5),
    _after("w₆", "w6_after", 0.2, 0.7),
    _after("w₈", "w8_after", 0.5, 0.6),
)
