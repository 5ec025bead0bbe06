"""XOR: no line separates it, one hidden layer does, and only if that layer is not linear."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from sim.declaration import (
    Axis,
    ChoiceGuess,
    Course,
    CurveGuess,
    Experiment,
    Measures,
    Met,
    NumberGuess,
    Plot,
    Preset,
    Theme,
)
from sim.nn.activations import LABELS
from sim.nn.initialisation import suited
from sim.nn.recipe import Method, Network, Recipe, mlp
from sim.pictures import Curve, Picture
from sim.problems.tasks import xor
from sim.settings import choice, whole
from sim.training.curves import curve, share_curve
from sim.training.ensemble import Ensemble
from sim.training.fleet import Fleet
from sim.training.measures import train_loss
from sim.training.regions import examples, region
from sim.trial import Trial
from sim.words import Words, same

STEPS = 300
ROUNDS = 30
SURE = 0.75
SWEPT = (1, 2, 3, 4, 8, 16)
EDGES = (-2.0, 2.0)
ACTIVATIONS = ("identity", "sigmoid", "tanh", "relu", "leaky_relu", "sign")


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    width: int = whole(
        8, Words("unités cachées (0 : perceptron)", "hidden units (0: perceptron)"), low=0, high=32
    )
    activation: str = choice(
        "tanh", Words("activation", "activation"), {name: LABELS[name] for name in ACTIVATIONS}
    )


def run(settings: Settings, trial: Trial) -> Course:
    """Train networks of several widths on the four points of XOR."""
    widths = sorted({0, *SWEPT, settings.width})
    chosen = f"width {settings.width}"
    recipes = {f"width {width}": _recipe(width, settings.activation) for width in widths}
    recipes["linear"] = _recipe(max(settings.width, 1), "identity")

    def draw(fleet: Fleet) -> tuple[Picture, ...]:
        region_label = Words("probabilité de la classe 1", "probability of class 1")
        return (
            region("region", region_label, fleet, chosen, x=EDGES, y=EDGES),
            examples("region", Words("les quatre points", "the four points"), fleet, chosen),
            *(
                curve("loss", key, label, fleet.steps(case), fleet.history("loss", case))
                for key, case, label in _compared(settings)
            ),
            _by_width(fleet, settings),
        )

    fleet = yield from trial.train(
        recipes,
        xor(trial.members),
        record={"loss": train_loss, "solved": solved},
        draw=draw,
        rounds=ROUNDS,
    )
    return {
        "solved_chosen": fleet.last("solved", chosen),
        "solved_linear": fleet.last("solved", "linear"),
        "solved_perceptron": fleet.last("solved", "width 0"),
        "loss_chosen": fleet.last("loss", chosen),
        "share_solved": np.full(trial.members.count, fleet.last("solved", chosen).mean()),
    }


def _recipe(width: int, activation: str) -> Recipe:
    network = Network(mlp(2).layers, suited("tanh"))
    if width:
        network = mlp(width, 2, activation=activation, init=suited(activation))
    return Recipe(network=network, method=Method.ADAM, learning_rate=0.05, steps=STEPS)


def solved(ensemble: Ensemble) -> Tensor:
    """1 where all four points get at least 0.75 for their class, 0 elsewhere, ``(networks,)``."""
    split = ensemble.data.train
    probability = torch.softmax(ensemble.outputs(split.x), dim=-1)
    target = ensemble.for_networks(split.y).unsqueeze(-1)
    return (probability.gather(-1, target) >= SURE).all(dim=1).float().squeeze(-1)


def _compared(settings: Settings) -> list[tuple[str, str, Words]]:
    """Key of its curve, case and label of each network whose loss is shown."""
    name, width = LABELS[settings.activation], settings.width
    linear = ("linear", "linear", Words("couche cachée linéaire", "linear hidden layer"))
    if width == 0:
        return [linear, ("chosen", "width 0", Words("choisi : perceptron", "chosen: perceptron"))]
    label = Words(f"choisi : {name.fr}, {width} unités", f"chosen: {name.en}, {width} units")
    return [
        ("perceptron", "width 0", same("perceptron")),
        linear,
        ("chosen", f"width {width}", label),
    ]


def _by_width(fleet: Fleet, settings: Settings) -> Curve:
    found = np.stack([fleet.last("solved", f"width {width}") for width in SWEPT], axis=1)
    label = LABELS[settings.activation]
    return share_curve("width", "solved", label, np.array(SWEPT, dtype=np.float64), found)


def criterion(measures: Measures) -> Met:
    """The chosen network has XOR; a perceptron has not, nor has one with a linear hidden layer."""
    failed = (measures["solved_perceptron"] == 0) & (measures["solved_linear"] == 0)
    met: Met = (measures["solved_chosen"] == 1) & failed
    return met


def _outcome(measures: Measures) -> str:
    share = float(measures["solved_chosen"].mean())
    return "all" if share >= 0.95 else "none" if share <= 0.05 else "some"


EXPERIMENT = Experiment(
    name="xor",
    theme=Theme.NEURON,
    title=Words("XOR, le « ou exclusif »", "XOR, the exclusive or"),
    question=Words(
        "Que faut-il à un réseau pour apprendre le « ou exclusif » ?",
        "What does a network need to learn the exclusive or?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "Entraîné 300 pas depuis plusieurs tirages, le réseau choisi résout XOR…",
                "Trained for 300 steps from several draws, the chosen network solves XOR…",
            ),
            (
                ("all", Words("presque toujours", "nearly always")),
                ("some", Words("selon le tirage de ses poids", "depending on its first weights")),
                ("none", Words("jamais, ou presque", "never, or nearly")),
            ),
            _outcome,
        ),
        NumberGuess(
            Words(
                "Quelle part des réseaux choisis résoudra XOR ?",
                "What share of the chosen networks will solve XOR?",
            ),
            "share_solved",
            low=0,
            high=1,
            unit="%",
        ),
        CurveGuess(
            Words(
                "Tracez la part de réseaux qui réussissent, selon leur nombre d’unités cachées.",
                "Draw the share of networks that succeed, by their number of hidden units.",
            ),
            "width",
            "solved",
        ),
    ),
    claim=Words(
        "Huit unités tanh résolvent XOR en 300 pas : chacun des quatre points reçoit au moins "
        "75 % de chances d’être dans sa classe. Un perceptron n’y arrive jamais, huit unités "
        "linéaires non plus.",
        "Eight tanh units solve XOR in 300 steps: each of the four points gets at least 75% "
        "chance to be in its class. A perceptron never does, nor do eight linear units.",
    ),
    shows=Words(
        "{share_solved:%} des réseaux choisis donnent à chacun des quatre points au moins 75 % de "
        "chances d’être dans sa classe ; leur perte finale médiane est de {loss_chosen}. Sans "
        "couche cachée ou avec une couche cachée linéaire, elle ne peut descendre sous ln "
        "2 ≈ 0,693, celle d’une réponse au hasard.",
        "{share_solved:%} of the chosen networks give each of the four points at least 75% chance "
        "to be in its class; their median final loss is {loss_chosen}. Without a hidden layer, or "
        "with a linear one, it cannot fall below ln 2 ≈ 0.693, that of an answer at random.",
    ),
    limits=Words(
        "Deux unités suffisent sur le papier, mais la descente ne les trouve pas à chaque tirage : "
        "quelques unités de plus rendent la réussite bien plus sûre. Et il faut une pente : "
        "des unités « signe », dont le gradient est nul, gardent leurs poids de départ ; seule "
        "la couche de sortie apprend alors.",
        "Two units suffice on paper, yet descent does not find them from every draw: a few more "
        "units make success far safer. And a slope is needed: sign units, whose gradient is zero, "
        "keep their first weights; only the output layer learns then.",
    ),
    plots=(
        Plot(
            "region",
            Words("Ce que répond le premier réseau", "What the first network answers"),
            Axis(same("x₁"), low=EDGES[0], high=EDGES[1]),
            Axis(same("x₂"), low=EDGES[0], high=EDGES[1]),
        ),
        Plot(
            "loss",
            Words("Perte", "Loss"),
            Axis(Words("pas", "step")),
            Axis(Words("entropie croisée", "cross-entropy"), low=0, high=1.5),
        ),
        Plot(
            "width",
            Words("Réussite et largeur", "Success and width"),
            Axis(Words("unités cachées", "hidden units"), is_log=True),
            Axis(Words("part de réseaux qui réussissent", "share that succeed"), low=0, high=1),
        ),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(same("perceptron"), {"width": 0}),
        Preset(Words("2 unités tanh", "2 tanh units"), {"width": 2}),
        Preset(Words("2 unités ReLU", "2 ReLU units"), {"width": 2, "activation": "relu"}),
        Preset(Words("8 unités linéaires", "8 linear units"), {"activation": "identity"}),
    ),
    facts=("NEU-12", "NEU-13", "NEU-14", "NEU-15", "NEU-16", "ACT-01", "ACT-04", "ACT-07"),
)
