"""One unit, given its z: what it answers, and how much of a gradient it lets back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np
import torch

from sim.declaration import (
    Axis,
    ChoiceGuess,
    Course,
    CurveGuess,
    Experiment,
    Frame,
    Measures,
    Met,
    NumberGuess,
    Plot,
    Preset,
    Theme,
)
from sim.labels import sheet, valued
from sim.nn.activations import FUNCTIONS, LABELS, Function
from sim.nn.layers import PRELU_START
from sim.pictures import Picture, Points, Table
from sim.settings import choice, real
from sim.training.curves import Array, curve
from sim.trial import Trial
from sim.words import Words, same

FURTHEST = 6.0
REACHES = 5.0  # the gradient ∂L/∂a that cards send back through the unit
SAME_Z = Words("Toutes, au même z", "All, at the same z")
PLACES = np.linspace(-FURTHEST, FURTHEST, 121)
RULES: Mapping[str, Function] = {
    "relu": FUNCTIONS["relu"],
    "leaky_relu": FUNCTIONS["leaky_relu"],
    "prelu": lambda z: torch.where(z > 0, z, PRELU_START * z),
    "elu": FUNCTIONS["elu"],
    "sigmoid": FUNCTIONS["sigmoid"],
    "tanh": FUNCTIONS["tanh"],
}
BENT = ("leaky_relu", "prelu", "elu")
"""Those of the claim, which bend ReLU's flat side."""

COMPARED = ("sigmoid", "tanh", "relu", "leaky_relu", "elu")


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    activation: str = choice(
        "elu", Words("activation", "activation"), {name: LABELS[name] for name in RULES}
    )
    z: float = real(
        -3.0, Words("pré-activation z", "pre-activation z"), low=-FURTHEST, high=FURTHEST
    )


def run(settings: Settings, trial: Trial) -> Course:
    """Put z through every activation, forward and back."""
    found = {name: answered(name, np.array([settings.z])) for name in RULES}
    yield Frame(1.0, partial(_pictures, settings, found))
    answer, slope = found[settings.activation]
    return {
        "answer": answer,
        "slope": slope,
        "back": REACHES * slope,
        **{f"answer_{name}": answer for name, (answer, _) in found.items()},
        **{f"slope_{name}": slope for name, (_, slope) in found.items()},
    }


def answered(activation: str, places: Array) -> tuple[Array, Array]:
    """What a unit answers to each z, ``(places,)``, and its derivative there, by autograd."""
    z = torch.tensor(places, dtype=torch.float64, requires_grad=True)
    a = RULES[activation](z)
    (slope,) = torch.autograd.grad(a.sum(), z)
    return a.detach().numpy() + 0.0, slope.numpy() + 0.0  # + 0: a zero without a sign


def _pictures(settings: Settings, found: Mapping[str, tuple[Array, Array]]) -> tuple[Picture, ...]:
    cases = {"relu": "relu", "chosen": settings.activation}
    drawn = {case: answered(activation, PLACES) for case, activation in cases.items()}
    pictures: list[Picture] = [_table(settings, found)]
    for which, plot in enumerate(("answer", "slope")):
        pictures += [
            curve(plot, case, LABELS[cases[case]], PLACES, values[which][None])
            for case, values in drawn.items()
        ]
        height, label = float(found[settings.activation][which][0]), valued("z", settings.z)
        pictures.append(Points(plot, "unit", label, (settings.z,), (height,), (1,)))
    return tuple(pictures)


def _table(settings: Settings, found: Mapping[str, tuple[Array, Array]]) -> Table:
    at = valued("z", settings.z)
    columns = (
        at,
        Words("réponse a = g(z)", "answer a = g(z)"),
        Words("pente g′(z)", "slope g′(z)"),
        Words("d’un gradient de 5, il repasse", "of a gradient of 5, there goes back"),
    )
    rows = tuple(
        (LABELS[name], float(answer[0]), float(slope[0]), REACHES * float(slope[0]))
        for name, (answer, slope) in found.items()
    )
    marked = (list(found).index(settings.activation),)
    return Table("unit", "unit", SAME_Z, columns, rows, marked)


def criterion(measures: Measures) -> Met:
    """ReLU answers and lets back nothing; those bent answer below zero and let back a part."""
    held: Met = (measures["answer_relu"] == 0) & (measures["slope_relu"] == 0)
    for name in BENT:
        answer, slope = measures[f"answer_{name}"], measures[f"slope_{name}"]
        held &= (answer < 0) & (slope > 0) & (slope < 1)
    return held


def _passes(measures: Measures) -> str:
    slope = float(measures["slope"][0])
    return "none" if slope == 0 else "some" if slope < 1 else "all"


def _steepest(measures: Measures) -> str:
    return max(COMPARED, key=lambda name: float(measures[f"slope_{name}"][0]))


def _flatter(measures: Measures) -> str:
    return min(("sigmoid", "tanh"), key=lambda name: float(measures[f"slope_{name}"][0]))


EXPERIMENT = Experiment(
    name="one_unit",
    theme=Theme.ACTIVATIONS,
    title=Words("Une unité seule", "A lone unit"),
    question=Words(
        "Que répond une unité quand sa pré-activation z est négative, et que laisse-t-elle "
        "repasser du gradient ?",
        "What does a unit answer when its pre-activation z is negative, and how much of the "
        "gradient does it let back?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "À travers l’activation choisie, en z = −3 ou au z réglé, le gradient repasse…",
                "Through the activation chosen, at z = −3 or the z set, the gradient goes back…",
            ),
            (
                ("none", Words("pas du tout", "not at all")),
                ("some", Words("en partie", "in part")),
                ("all", Words("tout entier", "whole")),
            ),
            _passes,
            plot="unit",
        ),
        NumberGuess(
            Words(
                "Quelle pente a l’activation choisie en z = −3, ou au z réglé ?",
                "What slope has the activation chosen at z = −3, or at the z set?",
            ),
            "slope",
            low=0,
            high=1,
            plot="unit",
        ),
        CurveGuess(
            Words(
                "Tracez la réponse de l’activation choisie selon z.",
                "Draw the answer of the activation chosen over z.",
            ),
            "answer",
            "chosen",
        ),
        NumberGuess(
            Words(
                "Que répond une unité de l’activation choisie en z = −3, ou au z réglé ?",
                "What does a unit of the activation chosen answer at z = −3, or at the z set?",
            ),
            "answer",
            low=-3,
            high=0,  # cards ask for it below zero
            name="answer",
            plot="unit",
        ),
        NumberGuess(
            Words(
                "Que vaut la pente g′(z) de l’activation choisie, au z réglé ?",
                "What is the slope g′(z) of the activation chosen, at the z set?",
            ),
            "slope",
            low=1e-5,
            high=1,
            is_log=True,
            name="slope_ratio",
            plot="unit",
        ),
        NumberGuess(
            Words(
                "D’un gradient de 5, combien en repasse-t-il au z réglé ?",
                "Of a gradient of 5, how much goes back at the z set?",
            ),
            "back",
            low=1e-4,
            high=10,
            is_log=True,
            name="back",
            plot="unit",
        ),
        ChoiceGuess(
            Words(
                "De ces cinq activations, laquelle a la plus grande pente au z réglé ?",
                "Of these five activations, which has the greatest slope at the z set?",
            ),
            tuple((name, LABELS[name]) for name in COMPARED),
            _steepest,
            name="steepest",
            plot="unit",
        ),
        ChoiceGuess(
            Words(
                "Au z réglé, laquelle des deux a la plus petite pente ?",
                "At the z set, which of the two has the smaller slope?",
            ),
            tuple((name, LABELS[name]) for name in ("sigmoid", "tanh")),
            _flatter,
            name="flatter",
            plot="unit",
        ),
    ),
    claim=Words(
        "En z = −3, ReLU répond 0 et ne laisse repasser aucun gradient ; Leaky ReLU, PReLU et ELU "
        "répondent un nombre négatif et en laissent repasser une part.",
        "At z = −3, ReLU answers 0 and lets back no gradient; Leaky ReLU, PReLU and ELU answer a "
        "negative number and let back a part of it.",
    ),
    shows=Words(
        "En z = {z}, ReLU répond {answer_relu:.3} (pente {slope_relu:.3}), Leaky ReLU "
        "{answer_leaky_relu:.3} (pente {slope_leaky_relu:.3}), PReLU {answer_prelu:.3} (pente "
        "{slope_prelu:.3}), ELU {answer_elu:.3} (pente {slope_elu:.3}). "
        "La pente de la sigmoïde y vaut {slope_sigmoid:.3}, celle de tanh {slope_tanh:.3}.",
        "At z = {z}, ReLU answers {answer_relu:.3} (slope {slope_relu:.3}), Leaky ReLU "
        "{answer_leaky_relu:.3} (slope {slope_leaky_relu:.3}), PReLU {answer_prelu:.3} (slope "
        "{slope_prelu:.3}), ELU {answer_elu:.3} (slope {slope_elu:.3}). "
        "The slope of the sigmoid is {slope_sigmoid:.3} there, that of tanh {slope_tanh:.3}.",
    ),
    limits=Words(
        "Un z négatif ne fait pas une unité morte : il faut qu’il le soit pour tous les exemples. "
        "Une petite pente n’est pas un remède universel : dix couches de pente 0,01 ne laissent "
        "presque rien, et ELU sature, avec une pente de 0,0025 en z = −6. La pente de PReLU est "
        "ici celle du départ, 0,25 ; un entraînement la change.",
        "A negative z does not make a unit dead: it must be negative for all examples. A small "
        "slope cures not everything: ten layers of slope 0.01 leave next to nothing, and ELU "
        "saturates, with a slope of 0.0025 at z = −6. The slope of PReLU is that of the start, "
        "0.25; training changes it.",
    ),
    plots=(
        Plot(
            "answer",
            Words("Ce qu’elle répond", "What it answers"),
            Axis(Words("pré-activation z", "pre-activation z")),
            Axis(Words("réponse a = g(z)", "answer a = g(z)")),
        ),
        Plot(
            "slope",
            Words("Sa pente", "Its slope"),
            Axis(Words("pré-activation z", "pre-activation z")),
            Axis(Words("pente g′(z)", "slope g′(z)"), low=0, high=1.1),
        ),
        sheet("unit", SAME_Z),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(same("Leaky ReLU"), {"activation": "leaky_relu"}),
        Preset(Words("au-dessus de zéro", "above zero"), {"z": 1.0}),
    ),
    facts=(
        *("ACT-11", "ACT-13", "ACT-18", "ACT-21", "ACT-31", "ACT-32", "ACT-33", "ACT-34"),
        *("ACT-35", "ACT-42"),
    ),
    kind="exact",
    members=1,
)
