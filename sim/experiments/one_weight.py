"""One weight, given gradients: what each optimiser does with them can be worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice

import numpy as np

from sim.declaration import Axis, Course, Experiment, Frame, Measures, Met, Plot, Preset, Theme
from sim.labels import STEP, sheet
from sim.nn.recipe import Method
from sim.pictures import Picture
from sim.problems.one_weight import (
    IN_NUMBERS,
    START,
    Rule,
    averaged,
    gradients,
    kept,
    steps_table,
    uncorrected,
    walk,
    walking,
)
from sim.problems.one_weight_guesses import GUESSES
from sim.settings import choice, real, whole
from sim.training.curves import Array, curve
from sim.trial import Trial
from sim.words import Words, same

LOUDER = 100.0
NEAR = 1e-6
MOMENTS = 20
STEP_LABELS = {
    "sgd": same("SGD"),
    "momentum": Words("momentum, v ← γv + g", "momentum, v ← γv + g"),
    "average": Words("moyenne, v ← γv + (1 − γ)g", "average, v ← γv + (1 − γ)g"),
    "rmsprop": same("RMSProp"),
    "adam": same("Adam"),
    "raw": Words("Adam sans correction", "Adam uncorrected"),
}
DECAY_LABELS = {
    "sgd_l2": same("SGD + L2"),
    "adam_l2": same("Adam + L2"),
    "adamw": same("AdamW"),
    "frozen": Words("AdamW fautif : poids du début", "faulty AdamW: weight of the start"),
}
METHODS = (Method.SGD, Method.MOMENTUM, Method.RMSPROP, Method.ADAM)


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    signal: str = choice(
        "constant",
        Words("suite des gradients", "sequence of gradients"),
        {
            "constant": Words("toujours le même", "always the same"),
            "alternating": Words("de signe alterné", "of alternating sign"),
            "pulse": Words("un seul, puis des zéros", "one, then zeros"),
            "none": Words("toujours nul", "always zero"),
        },
    )
    gradient: float = real(
        4.0, Words("taille du gradient g", "size of the gradient g"), low=0.001, high=1000,
        is_log=True,
    )  # fmt: skip
    learning_rate: float = real(
        0.001, Words("taux d’apprentissage η", "learning rate η"), low=0.0001, high=1, is_log=True
    )
    beta: float = real(
        0.9, Words("part du passé gardée γ, β, β₁", "share of the past kept γ, β, β₁"),
        low=0, high=0.99,
    )  # fmt: skip
    decay: float = real(
        0.1, Words("force λ de L2 et d’AdamW", "strength λ of L2 and AdamW"), low=0, high=1
    )
    steps: int = whole(100, Words("pas", "steps"), low=1, high=1000, is_log=True)


def run(settings: Settings, trial: Trial) -> Course:
    """Hand every optimiser the same gradients, and once a hundred times as much; and with decay."""
    given = gradients(settings.signal, settings.gradient, settings.steps)
    rules = _rules(settings) | _decaying(settings)
    walks = {name: walking(rule, given) for name, rule in rules.items()}
    paths = {name: [START] for name in walks}
    closed = _closed(settings, given)
    for moment in range(1, MOMENTS + 1):
        until = -(-settings.steps * moment // MOMENTS)
        for name, path in paths.items():
            path += islice(walks[name], until + 1 - len(path))
        found = {**{name: np.array(path) for name, path in paths.items()}, **closed}
        yield Frame(moment / MOMENTS, partial(_pictures, settings, found, until))
    taken = _lengths(settings, found)
    louder = _first_steps(settings, LOUDER * given[:1])
    measured: dict[str, float] = {
        **{f"first_{name}": abs(lengths[0]) for name, lengths in taken.items()},
        **{f"last_{name}": abs(lengths[-1]) for name, lengths in taken.items()},
        **{f"louder_{name}": abs(lengths[0]) for name, lengths in louder.items()},
        **{f"left_{name}": found[name][-1] for name in DECAY_LABELS},
        **{f"kept_{method}": kept(method) for method in METHODS},
        "remains": abs(taken["average"][-1]) / settings.gradient,
        **{
            f"moved_{name}": settings.learning_rate * abs(lengths.sum())
            for name, lengths in taken.items()
        },
    }
    told = steps_table("table", STEP_LABELS, measured)
    yield Frame(1.0, lambda: (*_pictures(settings, found, settings.steps), told))
    return {name: np.array([float(value)]) for name, value in measured.items()}


def _rules(settings: Settings) -> dict[str, Rule]:
    rate, beta = settings.learning_rate, settings.beta
    return {method.value: Rule(rate=rate, beta=beta, method=method) for method in METHODS}


def _closed(settings: Settings, given: Array) -> dict[str, Array]:
    """The two ways of moving a weight that no optimiser of ours takes, ``(steps + 1,)``."""
    rate, beta = settings.learning_rate, settings.beta
    return {"average": averaged(rate, beta, given), "raw": uncorrected(rate, beta, given)}


def _first_steps(settings: Settings, given: Array) -> dict[str, Array]:
    walked = {name: walk(rule, given) for name, rule in _rules(settings).items()}
    return _lengths(settings, walked | _closed(settings, given))


def _lengths(settings: Settings, found: Mapping[str, Array]) -> dict[str, Array]:
    """Each step as a multiple of η, downhill for a positive gradient."""
    return {name: -np.diff(found[name]) / settings.learning_rate for name in STEP_LABELS}


def _decaying(settings: Settings) -> dict[str, Rule]:
    """The ways of making the weight shrink."""
    rate, beta, decay = settings.learning_rate, settings.beta, settings.decay
    return {
        "sgd_l2": Rule(rate=rate, beta=beta, method=Method.SGD, penalty=decay),
        "adam_l2": Rule(rate=rate, beta=beta, penalty=decay),
        "adamw": Rule(rate=rate, beta=beta, method=Method.ADAMW, decay=decay),
        "frozen": Rule(rate=rate, beta=beta, frozen=decay),
    }


def _pictures(settings: Settings, found: Mapping[str, Array], until: int) -> tuple[Picture, ...]:
    taken = _lengths(settings, found)
    numbers = np.arange(1.0, until + 1)
    places = np.arange(until + 1.0)
    return (
        *(
            curve("steps", name, label, numbers, taken[name][None, :until])
            for name, label in STEP_LABELS.items()
        ),
        *(
            curve("weight", name, label, places, found[name][None, : until + 1])
            for name, label in DECAY_LABELS.items()
        ),
    )


def criterion(measures: Measures) -> Met:
    """Adam begins by η, the two without correction by over 3 η; momentum ends ten times as fast."""
    is_rate = np.abs(measures["first_adam"] - 1) <= NEAR
    is_long = np.minimum(measures["first_rmsprop"], measures["first_raw"]) > 3
    ratio = measures["last_momentum"] / np.maximum(measures["last_average"], NEAR)
    return np.asarray(is_rate & is_long & (np.abs(ratio - 10) <= NEAR))


EXPERIMENT = Experiment(
    name="one_weight",
    theme=Theme.OPTIMISATION,
    title=Words("Un seul poids", "A single weight"),
    question=Words(
        "De gradients connus d’avance, quels pas chaque optimiseur tire-t-il ?",
        "Given gradients known beforehand, what steps does each optimiser take?",
    ),
    guesses=GUESSES,
    claim=Words(
        "Avec un gradient toujours égal à 4, le premier pas d’Adam vaut η ; ceux de RMSProp et "
        "d’Adam sans correction dépassent 3 η. Au même taux, le momentum avance dix fois plus vite "
        "écrit comme une somme (γ = 0,9) que comme une moyenne.",
        "With a gradient that is always 4, the first step of Adam is η; those of RMSProp and of "
        "uncorrected Adam are over 3 η. At the same rate, momentum goes ten times as fast written "
        "as a sum (γ = 0.9) as written as an average.",
    ),
    shows=Words(
        "Premier pas, en multiples de η : SGD {first_sgd:.3}, momentum {first_momentum:.3}, "
        "RMSProp {first_rmsprop:.3}, Adam {first_adam:.3}, Adam sans correction {first_raw:.3}. "
        "Dernier pas : SGD {last_sgd:.3}, momentum {last_momentum:.3}, moyenne "
        "{last_average:.3}, RMSProp {last_rmsprop:.3}, Adam {last_adam:.3}. Parti de 1, le poids "
        "finit, avec λ = {decay}, à {left_sgd_l2:.3} (SGD + L2), {left_adam_l2:.3} (Adam + L2), "
        "{left_adamw:.3} (AdamW), {left_frozen:.3} (AdamW fautif). Par paramètre, SGD garde "
        "{kept_sgd:d} nombre, momentum {kept_momentum:d}, RMSProp {kept_rmsprop:d}, Adam "
        "{kept_adam:d}.",
        "First step, in multiples of η: SGD {first_sgd:.3}, momentum {first_momentum:.3}, "
        "RMSProp {first_rmsprop:.3}, Adam {first_adam:.3}, uncorrected Adam {first_raw:.3}. "
        "Last step: SGD {last_sgd:.3}, momentum {last_momentum:.3}, average {last_average:.3}, "
        "RMSProp {last_rmsprop:.3}, Adam {last_adam:.3}. From 1, the weight ends, with "
        "λ = {decay}, at {left_sgd_l2:.3} (SGD + L2), {left_adam_l2:.3} (Adam + L2), "
        "{left_adamw:.3} (AdamW), {left_frozen:.3} (faulty AdamW). For each parameter, SGD keeps "
        "{kept_sgd:d} numbers, momentum {kept_momentum:d}, RMSProp {kept_rmsprop:d}, Adam "
        "{kept_adam:d}.",
    ),
    limits=Words(
        "Dans un entraînement, le gradient dépend du poids : ici, il est donné d’avance, pour que "
        "tout se calcule à la main. Aucune longueur de pas n’est bonne en soi : celle-ci ne dit "
        "pas qui apprend le mieux. L2 veut dire ½ λ w², dont la dérivée λ w s’ajoute au gradient.",
        "In training, the gradient depends on the weight: here it is given, so that all of it can "
        "be worked out by hand. No length of step is good by itself: it does not tell who learns "
        "best. L2 means ½ λ w², whose derivative λ w joins the gradient.",
    ),
    plots=(
        Plot(
            "steps",
            Words("Chaque pas, en multiples de η", "Each step, in multiples of η"),
            STEP,
            Axis(Words("pas ÷ η", "step ÷ η")),
        ),
        Plot(
            "weight",
            Words("Le poids, avec L2 ou décroissance", "The weight, with L2 or decay"),
            STEP,
            Axis(Words("poids w", "weight w")),
        ),
        sheet("table", IN_NUMBERS),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("signe alterné", "alternating sign"), {"signal": "alternating"}),
        Preset(Words("un seul gradient", "one gradient"), {"signal": "pulse", "steps": 20}),
        Preset(
            Words("sans gradient : décroissance seule", "no gradient: decay alone"),
            {"signal": "none", "learning_rate": 0.01, "decay": 1.0, "steps": 300},
        ),
    ),
    facts=(
        *("OPT-03", "OPT-26", "OPT-29", "OPT-30", "OPT-31", "OPT-32", "OPT-33", "OPT-35"),
        *("OPT-36", "OPT-37", "OPT-38", "OPT-39", "OPT-40", "OPT-41", "OPT-42", "OPT-43"),
        *("OPT-44", "OPT-45", "REG-08"),
    ),
    kind="exact",
)
