"""Four pixels, four patterns: a hidden layer composes detectors where one layer cannot."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import torch

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
from sim.labels import sheet
from sim.nn.activations import FUNCTIONS, LABELS
from sim.nn.initialisation import suited
from sim.nn.recipe import Method, Recipe, mlp
from sim.pictures import Picture, Table, Weights
from sim.problems.pixels import SYMBOLS, four_pixels
from sim.problems.pixels_guesses import NEURON_GUESSES
from sim.settings import choice, real, whole
from sim.training.curves import curve
from sim.training.fleet import Fleet
from sim.training.measures import validation_accuracy
from sim.trial import Trial
from sim.words import Words, same

STEPS, ROUNDS = 250, 40
SOLVED, CHANCE = 0.95, 0.5
PIXELS, WEIGHTS = (0.5, 0.0, -0.75, 0.75), (-0.2, 0.0, 0.8, -0.5)
ACTIVATIONS = ("tanh", "relu", "sigmoid", "identity")
INPUTS = ("x₁", "x₂", "x₃", "x₄")


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    width: int = whole(8, Words("unités cachées", "hidden units"), low=0, high=16)
    activation: str = choice(
        "tanh", Words("activation", "activation"), {name: LABELS[name] for name in ACTIVATIONS}
    )
    noise: float = real(0.25, Words("bruit des pixels", "noise of the pixels"), low=0, high=1)
    bias: float = real(
        0.0, Words("biais du neurone seul", "bias of the lone neuron"), low=-2, high=2
    )


def run(settings: Settings, trial: Trial) -> Course:
    """Train one linear layer and the chosen network on noisy images of four pixels."""
    widths = [settings.width] * (settings.width > 0)
    chosen = mlp(*widths, 4, activation=settings.activation, init=suited(settings.activation))
    recipes = {
        case: Recipe(network=network, method=Method.ADAM, learning_rate=0.05, steps=STEPS)
        for case, network in {"linear": mlp(4), "chosen": chosen}.items()
    }

    def draw(fleet: Fleet) -> tuple[Picture, ...]:
        return (
            *(
                curve("accuracy", case, label, fleet.steps(case), fleet.history("accuracy", case))
                for case, label in _labels(settings).items()
            ),
            drawn(fleet),
            neuron(settings),
        )

    data = four_pixels(trial.members, train=160, validation=240, noise=settings.noise)
    fleet = yield from trial.train(
        recipes,
        data,
        record={"accuracy": validation_accuracy},
        draw=draw,
        rounds=ROUNDS,
    )
    total = np.full(trial.members.count, weighted_sum() + settings.bias)
    return {
        "accuracy_linear": fleet.last("accuracy", "linear"),
        "accuracy_chosen": fleet.last("accuracy", "chosen"),
        "sum": total,
        "sigmoid": 1 / (1 + np.exp(-total)),
        "tanh": np.tanh(total),
        "answer": np.full(trial.members.count, answer(settings)),
        "images": np.array([float(len(images.unique(dim=0))) for images in data.train.x]),
    }


def weighted_sum() -> float:
    """Of the slides' neuron, without a bias: pixels times weights."""
    return sum(x * w for x, w in zip(PIXELS, WEIGHTS, strict=True))


def answer(settings: Settings) -> float:
    """Of the slides' neuron, with the bias and the activation chosen."""
    z = torch.tensor(weighted_sum() + settings.bias, dtype=torch.float64)
    return float(FUNCTIONS[settings.activation](z))


def _labels(settings: Settings) -> dict[str, Words]:
    return {
        "linear": Words("une couche linéaire, 4-4", "one linear layer, 4-4"),
        "chosen": Words(
            f"choisi : 4-{settings.width}-4" if settings.width else "choisi : 4-4",
            f"chosen: 4-{settings.width}-4" if settings.width else "chosen: 4-4",
        ),
    }


def drawn(fleet: Fleet) -> Weights:
    """The first chosen network, with its weights."""
    parameters = {name: value[0] for name, value in fleet.parameters("chosen").items()}
    matrices = [value for name, value in parameters.items() if name.endswith("weight")]
    biases = [value[0] for name, value in parameters.items() if name.endswith("bias")]
    hidden = [tuple(f"h{unit + 1}" for unit in range(len(matrix))) for matrix in matrices[:-1]]
    return Weights(
        "weights",
        "chosen",
        Words("le premier réseau choisi", "the first chosen network"),
        tuple(tuple(tuple(row) for row in matrix.tolist()) for matrix in matrices),
        tuple(tuple(bias.tolist()) for bias in biases),
        (INPUTS, *hidden, SYMBOLS),
    )


def neuron(settings: Settings) -> Table:
    """The slides' weighted sum, product by product, and what two activations make of it."""
    columns = (same(""), same("x"), same("w"), same("w · x"))
    products = zip(INPUTS, PIXELS, WEIGHTS, strict=True)
    total, empty = weighted_sum() + settings.bias, same("")
    rows: tuple[tuple[Words | float, ...], ...] = (
        *((same(name), x, w, x * w + 0.0) for name, x, w in products),
        (Words("biais b", "bias b"), empty, empty, settings.bias),
        (Words("somme z", "sum z"), empty, empty, total),
        (same("σ(z)"), empty, empty, 1 / (1 + math.exp(-total))),
        (same("tanh(z)"), empty, empty, math.tanh(total)),
    )
    label = Words("Le neurone des diapositives", "The slides’ neuron")
    return Table("neuron", "neuron", label, columns, rows, marked=(5,))


def criterion(measures: Measures) -> Met:
    """The chosen network knows nearly all new images, a linear layer not even half of them."""
    return (measures["accuracy_chosen"] >= SOLVED) & (measures["accuracy_linear"] <= CHANCE)


def _outcome(measures: Measures) -> str:
    accuracy = float(np.median(measures["accuracy_chosen"]))
    return "solved" if accuracy >= SOLVED else "partly" if accuracy > CHANCE else "lost"


EXPERIMENT = Experiment(
    name="four_pixels",
    theme=Theme.NEURON,
    title=Words("Quatre pixels", "Four pixels"),
    question=Words(
        "Pourquoi faut-il une couche cachée pour reconnaître quatre motifs de quatre pixels ?",
        "Why does it take a hidden layer to recognise four patterns of four pixels?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "Sur des images jamais vues, le réseau choisi reconnaîtra…",
                "On images never seen, the chosen network will recognise…",
            ),
            (
                ("solved", Words("presque tout (95 % et plus)", "nearly all (95% or more)")),
                ("partly", Words("de 50 à 95 % des images", "50 to 95% of the images")),
                ("lost", Words("la moitié au plus", "half of them at most")),
            ),
            _outcome,
        ),
        NumberGuess(
            Words(
                "Quelle exactitude atteint une seule couche linéaire (hasard : 25 %) ?",
                "What accuracy does a single linear layer reach (chance: 25%)?",
            ),
            "accuracy_linear",
            low=0,
            high=1,
            unit="%",
        ),
        CurveGuess(
            Words(
                "Tracez l’exactitude du réseau choisi, pas après pas.",
                "Draw the accuracy of the chosen network, step by step.",
            ),
            "accuracy",
            "chosen",
        ),
        *NEURON_GUESSES,
    ),
    claim=Words(
        "Avec huit unités tanh, au moins 95 % des images jamais vues sont reconnues ; une couche "
        "linéaire en reconnaît au plus la moitié.",
        "With eight tanh units, at least 95% of images never seen are recognised; a linear layer "
        "recognises at most half of them.",
    ),
    shows=Words(
        "Images jamais vues : {accuracy_chosen:%} reconnues par le réseau choisi, "
        "{accuracy_linear:%} par la couche linéaire ; le hasard, 25 %. Et pour le neurone des "
        "diapositives : z = {sum:.4}, σ(z) = {sigmoid}, tanh(z) = {tanh}.",
        "Images never seen: {accuracy_chosen:%} recognised by the chosen network, "
        "{accuracy_linear:%} by the linear layer; chance would have 25%. And for the slides’ "
        "neuron: z = {sum:.4}, σ(z) = {sigmoid}, tanh(z) = {tanh}.",
    ),
    limits=Words(
        "Ce qui bloque la couche linéaire, c’est qu’un motif compte dans les deux sens : si un "
        "score monte pour une image, il descend pour son négatif, qui est de la même classe. Avec "
        "un seul sens par motif, elle suffirait. Et le bruit finit par avoir raison de tous.",
        "What blocks the linear layer is that a pattern counts both ways round: if a score rises "
        "for an image, it falls for its negative, which is of the same class. With one way a "
        "pattern, it would do. And noise gets the better of all in the end.",
    ),
    plots=(
        Plot(
            "accuracy",
            Words("Exactitude sur des images jamais vues", "Accuracy on images never seen"),
            Axis(Words("pas", "step")),
            Axis(Words("exactitude", "accuracy"), low=0, high=1),
        ),
        sheet("weights", Words("Les poids", "The weights")),
        sheet("neuron", Words("Le neurone des diapositives", "The slides’ neuron")),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("sans couche cachée", "no hidden layer"), {"width": 0}),
        Preset(Words("unités linéaires", "linear units"), {"activation": "identity"}),
        Preset(Words("beaucoup de bruit", "much noise"), {"noise": 1.0}),
        Preset(Words("neurone seul, biais de 1,2", "lone neuron, bias of 1.2"), {"bias": 1.2}),
    ),
    facts=(
        *("INT-06", "INT-07", "INT-08", "NEU-01", "NEU-26"),
        *("NEU-40", "NEU-41", "NEU-42", "NEU-43", "NEU-44"),
    ),
)
