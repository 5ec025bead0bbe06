"""On its way back a gradient is multiplied layer after layer: factors under 1 wear it out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

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
from sim.nn.activations import LABELS
from sim.nn.initialisation import suited
from sim.nn.recipe import Init, InitKind, Recipe, mlp
from sim.pictures import Picture
from sim.problems.digits import digits
from sim.settings import choice, whole
from sim.training.curves import curve
from sim.training.fleet import Array
from sim.training.signals import error_signals, weight_gradients
from sim.trial import Trial
from sim.words import Words, same

WIDTH = 32
EXAMPLES = 128
VANISHED = 1e-4
KEPT = (0.1, 10.0)
SUITED = "suited"
ACTIVATIONS = ("sigmoid", "tanh", "relu", "leaky_relu", "elu", "silu")
INITS = {
    SUITED: Words("celle de l’activation", "the activation’s own"),
    "xavier": same("Xavier"),
    "he": same("He"),
    "torch": Words("celle de PyTorch", "PyTorch’s"),
}


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    activation: str = choice(
        "sigmoid", Words("activation", "activation"), {name: LABELS[name] for name in ACTIVATIONS}
    )
    depth: int = whole(10, Words("couches cachées", "hidden layers"), low=2, high=30)
    init: str = choice(SUITED, Words("initialisation", "initialisation"), INITS)


@dataclass(frozen=True)
class _Case:
    activation: str
    init: str


MEASURES = {"signal": error_signals, "weights": weight_gradients}

REFERENCES = {
    "sigmoid": _Case("sigmoid", "xavier"),
    "tanh": _Case("tanh", "xavier"),
    "relu": _Case("relu", "he"),
}


def run(settings: Settings, trial: Trial) -> Course:
    """Send one gradient back through untrained networks on digits, layer by layer."""
    chosen = _Case(settings.activation, _init(settings))
    cases = REFERENCES | {"chosen": chosen}
    data = digits(trial.members, train=EXAMPLES, validation=1)
    layers = np.arange(1, settings.depth + 1, dtype=np.float64)
    norms: dict[tuple[str, str], Array] = {}

    def draw() -> tuple[Picture, ...]:
        return tuple(
            curve(plot, key, _label(cases[key], key), layers, norm)
            for (plot, key), norm in norms.items()
            if key == "chosen" or cases[key] != chosen
        )

    for done, (key, case) in enumerate(cases.items(), start=1):
        fleet = trial.untrained({key: _recipe(case, settings.depth)}, data)
        for plot, measure in MEASURES.items():
            norms[plot, key] = fleet.measure(measure, key)[:, :-1]  # the last gives the outputs
        yield Frame(done / len(cases), draw)
    return {f"ratio_{key}": _first_to_last(norms["signal", key]) for key in cases}


def _first_to_last(norms: Array) -> Array:
    return norms[:, 0] / norms[:, -1]


def _init(settings: Settings) -> str:
    return suited(settings.activation).kind if settings.init == SUITED else settings.init


def _recipe(case: _Case, depth: int) -> Recipe:
    init = Init(InitKind(case.init))
    return Recipe(network=mlp(*[WIDTH] * depth, 10, activation=case.activation, init=init), steps=1)


def _label(case: _Case, key: str) -> Words:
    mark = Words("choisi : ", "chosen: ") if key == "chosen" else same("")
    name, init = LABELS[case.activation], INITS[case.init]
    return Words(f"{mark.fr}{name.fr}, {init.fr}", f"{mark.en}{name.en}, {init.en}")


def criterion(measures: Measures) -> Met:
    """Sigmoids have worn the gradient out; tanh and ReLU have kept its order of magnitude."""
    low, high = KEPT
    kept = [
        (low <= measures[key]) & (measures[key] <= high) for key in ("ratio_tanh", "ratio_relu")
    ]
    return (measures["ratio_sigmoid"] < VANISHED) & kept[0] & kept[1]


def _outcome(measures: Measures) -> str:
    ratio = float(np.median(measures["ratio_chosen"]))
    if ratio < 1e-3:
        return "vanished"
    if ratio < KEPT[0]:
        return "weaker"
    return "kept" if ratio <= KEPT[1] else "stronger"


EXPERIMENT = Experiment(
    name="vanishing_gradient",
    theme=Theme.STABILITY,
    title=Words("Le gradient évanescent", "The vanishing gradient"),
    question=Words(
        "Que reste-t-il du gradient quand il arrive à la première couche ?",
        "What is left of the gradient when it reaches the first layer?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "De la dernière couche cachée à la première, le signal d’erreur δ…",
                "From the last hidden layer to the first, the error signal δ…",
            ),
            (
                ("vanished", Words("est divisé par plus de 1 000", "is divided by over 1,000")),
                ("weaker", Words("est divisé par 10 à 1 000", "is divided by 10 to 1,000")),
                ("kept", Words("garde son ordre de grandeur", "keeps its order of magnitude")),
                ("stronger", Words("est multiplié par plus de 10", "is multiplied by over 10")),
            ),
            _outcome,
        ),
        NumberGuess(
            Words(
                "Que vaut le signal d’erreur à la première couche cachée, divisé par celui de la "
                "dernière ?",
                "What is the error signal at the first hidden layer, divided by that at the last?",
            ),
            "ratio_chosen",
            low=1e-40,
            high=1e6,
            is_log=True,
        ),
        CurveGuess(
            Words(
                "Tracez le signal d’erreur, de la première couche cachée à la dernière.",
                "Draw the error signal, from the first hidden layer to the last.",
            ),
            "signal",
            "chosen",
        ),
    ),
    claim=Words(
        "De la dernière à la première de 10 couches cachées, la sigmoïde (Xavier) divise le "
        "signal d’erreur par plus de 10 000 ; tanh (Xavier) et ReLU (He) le laissent entre un "
        "dixième et dix fois ce qu’il était.",
        "From the last to the first of 10 hidden layers, the sigmoid (Xavier) divides the error "
        "signal by over 10,000; tanh (Xavier) and ReLU (He) leave it between a tenth and ten "
        "times what it was.",
    ),
    shows=Words(
        "Signal d’erreur à la première des {depth} couches cachées, divisé par celui de la "
        "dernière : {ratio_chosen} pour le réseau choisi ; {ratio_sigmoid} avec la sigmoïde, "
        "{ratio_tanh} avec tanh, {ratio_relu} avec ReLU et l’initialisation de He.",
        "Error signal at the first of {depth} hidden layers, divided by that at the last: "
        "{ratio_chosen} for the chosen network; {ratio_sigmoid} with the sigmoid, {ratio_tanh} "
        "with tanh, {ratio_relu} with ReLU and He’s initialisation.",
    ),
    limits=Words(
        "ReLU n’immunise pas : avec l’initialisation de Xavier, trop petite pour elle, le signal "
        "faiblit d’un facteur √2 environ par couche, et plus encore avec l’initialisation par "
        "défaut de PyTorch. Le gradient des poids peut pourtant rester plat, car il multiplie ce "
        "signal par des entrées qui, elles, faiblissent dans l’autre sens. Et tout ceci précède "
        "l’entraînement.",
        "ReLU is not immune: with Xavier’s initialisation, too small for it, the signal weakens "
        "by some √2 a layer, and more still with PyTorch’s default initialisation. Yet the "
        "gradient of the weights may stay flat, for it multiplies that signal by inputs that "
        "weaken the other way. And all this precedes training.",
    ),
    plots=(
        Plot(
            "signal",
            Words("Signal d’erreur, couche par couche", "Error signal, layer by layer"),
            Axis(Words("couche cachée", "hidden layer")),
            Axis(Words("norme de δ = ∂L/∂z", "norm of δ = ∂L/∂z"), is_log=True),
        ),
        Plot(
            "weights",
            Words("Gradient des poids, couche par couche", "Gradient of the weights, by layer"),
            Axis(Words("couche cachée", "hidden layer")),
            Axis(Words("norme de ∂L/∂W", "norm of ∂L/∂W"), is_log=True),
        ),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(same("tanh"), {"activation": "tanh"}),
        Preset(Words("ReLU, He", "ReLU, He"), {"activation": "relu"}),
        Preset(Words("ReLU, Xavier", "ReLU, Xavier"), {"activation": "relu", "init": "xavier"}),
        Preset(Words("30 sigmoïdes", "30 sigmoids"), {"depth": 30}),
    ),
    facts=(
        *("ACT-11", "ACT-13", "ACT-16", "ACT-18", "ACT-23", "ACT-24", "ACT-42", "RET-06"),
        *("GRA-01", "GRA-02", "GRA-03", "GRA-04", "GRA-05", "GRA-11"),
    ),
)
