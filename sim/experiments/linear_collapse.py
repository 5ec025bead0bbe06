"""Linear layers in a row are one linear layer: without an activation, depth buys nothing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
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
from sim.labels import ACCURACY, STEP, TRAIN, sheet
from sim.nn.products import product
from sim.nn.recipe import Method, Recipe, mlp
from sim.pictures import Picture, Table
from sim.problems.tasks import spirals
from sim.settings import real, whole
from sim.training.curves import curve
from sim.training.fleet import Fleet, to_array
from sim.training.measures import train_accuracy
from sim.training.medians import median
from sim.training.regions import examples, region
from sim.trial import Trial
from sim.words import Words, same

EQUAL = 1e-5
NO_BETTER = 0.05
FAR_BETTER = 0.2
SHOWN = 4
EDGES = (-1.2, 1.2)
CLASS_ONE = Words("probabilité de la classe 1", "probability of class 1")
LABELS = {
    "one": Words("une couche linéaire", "one linear layer"),
    "linear": Words("couches linéaires empilées", "stacked linear layers"),
    "relu": Words("les mêmes avec ReLU", "the same with ReLU"),
}


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    layers: int = whole(3, Words("couches cachées", "hidden layers"), low=1, high=4)
    width: int = whole(
        32, Words("unités par couche", "units per layer"), low=2, high=48, is_log=True
    )
    noise: float = real(0.05, Words("bruit des données", "noise of the data"), low=0, high=0.2)


def run(settings: Settings, trial: Trial) -> Course:
    """Train one linear layer, stacked ones, and as many with ReLU between them, on two spirals."""
    hidden = (settings.width,) * settings.layers
    networks = {
        "one": mlp(2),
        "linear": mlp(*hidden, 2, activation="identity"),
        "relu": mlp(*hidden, 2),
    }
    recipes = {
        case: Recipe(network=network, method=Method.ADAM, learning_rate=0.01, steps=250)
        for case, network in networks.items()
    }

    def draw(fleet: Fleet) -> tuple[Picture, ...]:
        curves = (
            curve("accuracy", case, label, fleet.steps(case), fleet.history("accuracy", case))
            for case, label in LABELS.items()
        )
        planes = (
            picture
            for case in ("linear", "relu")
            for picture in (
                region(case, CLASS_ONE, fleet, case, x=EDGES, y=EDGES),
                examples(case, TRAIN, fleet, case),
            )
        )
        return *curves, *planes, _table(fleet)

    fleet = yield from trial.train(
        recipes,
        spirals(trial.members, train=120, validation=2, noise=settings.noise),
        record={"accuracy": train_accuracy},
        draw=draw,
        rounds=40,
    )
    layered, collapsed = _both_answers(fleet)
    size = np.abs(layered).max(axis=(1, 2))
    return {
        "difference": np.abs(layered - collapsed).max(axis=(1, 2)) / np.maximum(size, 1.0),
        **{f"accuracy_{case}": fleet.last("accuracy", case) for case in networks},
    }


def one_matrix(parameters: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
    """The single layer that linear layers in a row are equal to.

    Args:
        parameters: ``0.weight``, ``0.bias``, ``2.weight``, …, of any number of layers.

    Returns:
        ``W = W_L … W_1``, ``(members, outputs, inputs)``, and ``b``, ``(members, 1, outputs)``,
        both multiplied out in double precision.
    """
    layers = sorted({int(name.split(".")[0]) for name in parameters})
    weight = parameters[f"{layers[0]}.weight"].double()
    bias = parameters[f"{layers[0]}.bias"].double()
    for layer in layers[1:]:
        next_weight = parameters[f"{layer}.weight"].double()
        weight = product(next_weight, weight)
        bias = product(bias, next_weight.mT) + parameters[f"{layer}.bias"].double()
    return weight, bias


def _both_answers(
    fleet: Fleet,
) -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.float64]], ...]:
    """What the stacked layers answer on the examples, and what their one matrix does."""
    weight, bias = one_matrix(fleet.parameters("linear"))
    x = fleet.data.train.x
    collapsed = bias + product(x.double(), weight.mT)
    return to_array(fleet.outputs("linear", x)), to_array(collapsed)


def _table(fleet: Fleet) -> Table:
    """The first member's answers to its first examples, both ways."""
    layered, collapsed = _both_answers(fleet)
    rows = tuple(
        (float(place + 1), *layered[0, place].tolist(), *collapsed[0, place].tolist())
        for place in range(SHOWN)
    )
    columns = (
        Words("point", "point"),
        Words("réseau, classe 0", "network, class 0"),
        Words("réseau, classe 1", "network, class 1"),
        Words("une matrice, classe 0", "one matrix, class 0"),
        Words("une matrice, classe 1", "one matrix, class 1"),
    )
    return Table(
        "equality",
        "equality",
        Words("Scores calculés des deux façons", "Scores, both ways"),
        columns,
        rows,
    )


def criterion(measures: Measures) -> Met:
    """Equal to one matrix, no better than one layer; with ReLU, 20 points more at least."""
    is_one = measures["difference"] <= EQUAL
    no_better = measures["accuracy_linear"] <= measures["accuracy_one"] + NO_BETTER
    return (
        is_one & no_better & (measures["accuracy_relu"] >= measures["accuracy_linear"] + FAR_BETTER)
    )


def _outcome(measures: Measures) -> str:
    gain = median(measures, "accuracy_linear") - median(measures, "accuracy_one")
    if abs(gain) <= NO_BETTER:
        return "same"
    return "better" if gain > 0 else "worse"


EXPERIMENT = Experiment(
    name="linear_collapse",
    theme=Theme.NEURON,
    title=Words("Des couches linéaires empilées", "Stacked linear layers"),
    question=Words(
        "Que gagne-t-on à empiler des couches sans activation ?",
        "What is gained by stacking layers without an activation?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "Sur deux spirales, les couches linéaires empilées font…",
                "On two spirals, stacked linear layers do…",
            ),
            (
                ("same", Words("comme une seule couche linéaire", "as one linear layer does")),
                (
                    "better",
                    Words("mieux qu’une seule couche linéaire", "better than one linear layer"),
                ),
                (
                    "worse",
                    Words("moins bien qu’une seule couche linéaire", "worse than one linear layer"),
                ),
            ),
            _outcome,
        ),
        NumberGuess(
            Words(
                "Quelle part des points les couches linéaires empilées classeront-elles bien ?",
                "What share of the points will stacked linear layers classify rightly?",
            ),
            "accuracy_linear",
            low=0,
            high=1,
            unit="%",
        ),
        CurveGuess(
            Words(
                "Tracez l’exactitude d’entraînement des couches empilées, avec ReLU entre elles.",
                "Draw the training accuracy of the stacked layers with ReLU between them.",
            ),
            "accuracy",
            "relu",
        ),
    ),
    claim=Words(
        "Après entraînement sur deux spirales, trois couches cachées linéaires donnent les mêmes "
        "scores qu’une seule matrice, à un cent-millième près ; leur exactitude ne dépasse pas de "
        "plus de 5 points celle d’une couche linéaire, et ReLU entre les couches en ajoute au "
        "moins 20.",
        "After training on two spirals, three linear hidden layers give the same scores as one "
        "single matrix, to within a hundred thousandth; their accuracy is at most 5 points above "
        "that of one linear layer, and ReLU between the layers adds at least 20.",
    ),
    shows=Words(
        "Plus grand écart entre le réseau linéaire et le produit de ses matrices, rapporté à la "
        "taille des scores : {difference:.2}. Points bien classés : {accuracy_one:%} par une "
        "couche linéaire, {accuracy_linear:%} par les couches linéaires empilées ({layers} "
        "cachées), {accuracy_relu:%} avec ReLU.",
        "Largest difference between the linear network and the product of its matrices, relative "
        "to the size of the scores: {difference:.2}. Points classified rightly: {accuracy_one:%} "
        "by one linear layer, {accuracy_linear:%} by stacked linear layers ({layers} hidden), "
        "{accuracy_relu:%} with ReLU.",
    ),
    limits=Words(
        "L’égalité vaut pour ce que le réseau peut calculer, pas pour son entraînement : à travers "
        "plusieurs matrices, la descente suit un autre chemin. Le petit écart mesuré vient des "
        "arrondis en simple précision. Et une activation ne fait pas tout : avec deux unités par "
        "couche, ReLU ne suffit plus à suivre les spirales.",
        "They are equal in what the network can compute, not in how it trains: through several "
        "matrices, descent takes another way. The small difference measured comes from rounding in "
        "single precision. And an activation is not all: with two units per layer, ReLU no longer "
        "follows the spirals.",
    ),
    plots=(
        Plot("accuracy", Words("Exactitude d’entraînement", "Training accuracy"), STEP, ACCURACY),
        Plot(
            "linear",
            Words("Couches linéaires empilées", "Stacked linear layers"),
            Axis(same("x₁")),
            Axis(same("x₂")),
        ),
        Plot(
            "relu",
            Words("Les mêmes avec ReLU", "The same with ReLU"),
            Axis(same("x₁")),
            Axis(same("x₂")),
        ),
        sheet("equality", Words("Un seul produit de matrices", "One product of matrices")),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("quatre couches", "four layers"), {"layers": 4}),
        Preset(Words("deux unités par couche", "two units per layer"), {"width": 2}),
    ),
    facts=("NEU-15", "ACT-07", "ACT-01"),
)
