"""Hidden layers bend the boundary: a linear classifier only has a straight one to offer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

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
from sim.nn.recipe import Method, Recipe, mlp
from sim.pictures import Picture
from sim.problems.tasks import circles, clouds, moons, spirals
from sim.randomness import Members
from sim.settings import choice, whole
from sim.training.curves import curve
from sim.training.datasets import Data
from sim.training.fleet import Fleet
from sim.training.measures import train_accuracy, train_loss, validation_accuracy
from sim.training.regions import Edges, examples, region
from sim.trial import Trial
from sim.words import Words, same

TRAIN, JUDGED = 200, 200
STEPS = 300
ALL = 0.95
HALF_LOST = 0.8
ACTIVATIONS = ("identity", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "silu")


@dataclass(frozen=True)
class _Task:
    label: Words
    make: Callable[..., Data]
    noise: float
    x: Edges
    y: Edges

    def data(self, members: Members) -> Data:
        return self.make(members, train=TRAIN, validation=JUDGED, noise=self.noise)


TASKS = {
    "spirals": _Task(Words("spirales", "spirals"), spirals, 0.02, (-1.2, 1.2), (-1.2, 1.2)),
    "moons": _Task(Words("lunes", "moons"), moons, 0.1, (-1.5, 2.5), (-1.2, 1.7)),
    "circles": _Task(Words("cercles", "circles"), circles, 0.08, (-1.4, 1.4), (-1.4, 1.4)),
    "clouds": _Task(Words("nuages de XOR", "XOR clouds"), clouds, 0.3, (-2.2, 2.2), (-2.2, 2.2)),
}


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    data: str = choice(
        "spirals", Words("données", "data"), {name: task.label for name, task in TASKS.items()}
    )
    hidden_layers: int = whole(2, Words("couches cachées", "hidden layers"), low=0, high=3)
    width: int = whole(32, Words("unités par couche", "units per layer"), low=1, high=48)
    activation: str = choice(
        "relu", Words("activation", "activation"), {name: LABELS[name] for name in ACTIVATIONS}
    )


def run(settings: Settings, trial: Trial) -> Course:
    """Train a linear classifier and the chosen network on the same points of the plane."""
    task = TASKS[settings.data]
    widths = [settings.width] * settings.hidden_layers
    chosen = mlp(*widths, 2, activation=settings.activation, init=suited(settings.activation))
    recipes = {
        case: Recipe(network=network, method=Method.ADAM, learning_rate=0.02, steps=STEPS)
        for case, network in {"line": mlp(2), "chosen": chosen}.items()
    }

    def draw(fleet: Fleet) -> tuple[Picture, ...]:
        label = Words("probabilité de la classe 1", "probability of class 1")
        return (
            *(region(case, label, fleet, case, x=task.x, y=task.y) for case in fleet.cases),
            *(examples(case, task.label, fleet, case) for case in fleet.cases),
            *(
                curve("accuracy", case, name, fleet.steps(case), fleet.history("accuracy", case))
                for case, name in _labels(settings).items()
            ),
        )

    fleet = yield from trial.train(
        recipes,
        task.data(trial.members),
        record={
            "loss": train_loss,
            "train_accuracy": train_accuracy,
            "accuracy": validation_accuracy,
        },
        draw=draw,
        rounds=40,
    )
    return {
        f"{name}_{case}": fleet.last(name, case)
        for name in ("loss", "train_accuracy", "accuracy")
        for case in fleet.cases
    }


def _labels(settings: Settings) -> dict[str, Words]:
    layers, width = settings.hidden_layers, settings.width
    return {
        "line": Words("sans couche cachée", "without a hidden layer"),
        "chosen": Words(
            f"choisi : {layers} × {width} unités" if layers else "choisi : sans couche cachée",
            f"chosen: {layers} × {width} units" if layers else "chosen: without a hidden layer",
        ),
    }


def criterion(measures: Measures) -> Met:
    """On new points, the chosen network is right nearly always and the linear one far from it."""
    return (measures["accuracy_chosen"] >= ALL) & (measures["accuracy_line"] <= HALF_LOST)


def _outcome(measures: Measures) -> str:
    accuracy = float(np.median(measures["accuracy_chosen"]))
    return "most" if accuracy >= ALL else "many" if accuracy > HALF_LOST else "few"


EXPERIMENT = Experiment(
    name="decision_boundary",
    theme=Theme.NEURON,
    title=Words("La frontière de décision", "The decision boundary"),
    question=Words(
        "Quelle forme de frontière un réseau peut-il tracer entre deux classes ?",
        "What shape of boundary can a network draw between two classes?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "Sur des points jamais vus, le réseau choisi répondra juste…",
                "On points never seen, the chosen network will be right…",
            ),
            (
                ("most", Words("au moins 19 fois sur 20", "at least 19 times out of 20")),
                ("many", Words("entre 16 et 19 fois sur 20", "16 to 19 times out of 20")),
                ("few", Words("au plus 16 fois sur 20", "at most 16 times out of 20")),
            ),
            _outcome,
        ),
        NumberGuess(
            Words(
                "Quelle sera l’exactitude du réseau choisi sur des points jamais vus ?",
                "What will the chosen network’s accuracy be on points never seen?",
            ),
            "accuracy_chosen",
            low=0,
            high=1,
            unit="%",
        ),
        CurveGuess(
            Words(
                "Tracez l’exactitude du réseau choisi, pas après pas.",
                "Draw the chosen network’s accuracy, step by step.",
            ),
            "accuracy",
            "chosen",
        ),
    ),
    claim=Words(
        "Sur les deux spirales, deux couches cachées de 32 unités ReLU atteignent 95 % "
        "d’exactitude sur des points jamais vus ; un classifieur linéaire ne dépasse pas 80 %.",
        "On the two spirals, two hidden layers of 32 ReLU units reach 95% accuracy on points "
        "never seen; a linear classifier does not exceed 80%.",
    ),
    shows=Words(
        "Sur des points jamais vus : {accuracy_chosen:%} d’exactitude pour le réseau choisi, "
        "{accuracy_line:%} pour le classifieur linéaire. Sur les points appris : "
        "{train_accuracy_chosen:%} et {train_accuracy_line:%}.",
        "On points never seen: {accuracy_chosen:%} accuracy for the chosen network, "
        "{accuracy_line:%} for the linear classifier. On the points learnt from: "
        "{train_accuracy_chosen:%} and {train_accuracy_line:%}.",
    ),
    limits=Words(
        "Ajouter des couches ne sert que si les données le demandent et si l’activation n’est pas "
        "linéaire : avec l’identité, trois couches tracent encore une droite. Sur les lunes, la "
        "droite fait déjà plus de 80 %. Et loin des points appris, la frontière n’est qu’un pari.",
        "More layers help only where the data ask for them and the activation is not linear: with "
        "the identity, three layers still draw a straight line. On the moons the line already "
        "exceeds 80%. And far from the points learnt from, the boundary is but a bet.",
    ),
    plots=(
        Plot(
            "chosen",
            Words("Réseau choisi", "Chosen network"),
            Axis(same("x₁")),
            Axis(same("x₂")),
        ),
        Plot(
            "line",
            Words("Sans couche cachée", "Without a hidden layer"),
            Axis(same("x₁")),
            Axis(same("x₂")),
        ),
        Plot(
            "accuracy",
            Words("Exactitude sur des points jamais vus", "Accuracy on points never seen"),
            Axis(Words("pas", "step")),
            Axis(Words("exactitude", "accuracy"), low=0, high=1),
        ),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("sans couche cachée", "no hidden layer"), {"hidden_layers": 0}),
        Preset(
            Words("3 couches linéaires", "3 linear layers"),
            {"hidden_layers": 3, "activation": "identity"},
        ),
        *(Preset(TASKS[name].label, {"data": name}) for name in ("moons", "circles", "clouds")),
    ),
    facts=("NEU-03", "NEU-04", "NEU-06", "NEU-17", "NEU-18"),
    members=16,
)
