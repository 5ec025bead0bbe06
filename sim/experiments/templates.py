"""What a linear classifier looks for: each output's weights are a picture of its class."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from sim.declaration import (
    Axis,
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
from sim.nn.products import product
from sim.nn.recipe import Init, InitKind, Recipe, mlp
from sim.pictures import Grid, Picture
from sim.problems import digits, images28
from sim.randomness import Members
from sim.settings import choice, whole
from sim.training.curves import curve, numbers
from sim.training.datasets import Data, Split, shared, take
from sim.training.fleet import Fleet
from sim.training.measures import validation_accuracy
from sim.trial import Trial
from sim.words import Words

ALIKE = 0.9
VALIDATION = 300
EXAMPLES = 400
CASE = "linear"


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    images: str = choice(
        "digits",
        Words("images", "images"),
        {
            "digits": Words("chiffres 8 × 8", "8 × 8 digits"),
            "large": Words("28 × 28, si la machine en a", "28 × 28, if the machine has some"),
        },
    )
    steps: int = whole(60, Words("pas", "steps"), low=1, high=300)


def run(settings: Settings, trial: Trial) -> Course:
    """Train one linear layer from zero weights, then compare its weights with the mean images."""
    data = _data(settings, trial.members)
    recipe = Recipe(
        network=mlp(digits.CLASSES, init=Init(InitKind.ZERO)),
        learning_rate=0.5,
        steps=settings.steps,
    )

    def draw(fleet: Fleet) -> tuple[Picture, ...]:
        accuracy = fleet.history("accuracy", CASE)
        line = curve(
            "accuracy", CASE, Words("classifieur linéaire", "linear classifier"),
            fleet.steps(CASE), accuracy,
        )  # fmt: skip
        return (line, *_pictures(fleet.parameters(CASE)["0.weight"][0]))

    fleet = yield from trial.train(
        {CASE: recipe}, data, record={"accuracy": validation_accuracy}, draw=draw, rounds=30
    )
    weights = fleet.parameters(CASE)["0.weight"]
    return {
        "alike": own_class_share(weights, class_means(data.train)).numpy().astype(np.float64),
        "accuracy": fleet.last("accuracy", CASE),
        "pixels": np.full(trial.members.count, float(weights.shape[-1])),
        "parameters": np.full(trial.members.count, float(weights[0].numel() + len(weights[0]))),
    }


def _data(settings: Settings, members: Members) -> Data:
    if settings.images == "digits":
        return digits.digits(members, train=EXAMPLES, validation=VALIDATION)
    x, y = images28.images()
    chosen = members.streams("images").permutations(len(y))[:, : EXAMPLES + VALIDATION]
    x, y = (take(shared(part, members.count), chosen) for part in (x, y))
    return Data(
        Split(x[:, VALIDATION:], y[:, VALIDATION:]), Split(x[:, :VALIDATION], y[:, :VALIDATION])
    )


def class_means(split: Split) -> Tensor:
    """The mean image of each class less the mean of those means, ``(members, classes, pixels)``."""
    belongs = torch.nn.functional.one_hot(split.y, digits.CLASSES).to(split.x.dtype)
    counts = belongs.sum(dim=1).clamp(min=1).unsqueeze(-1)
    means = product(belongs.mT, split.x) / counts
    return means - means.mean(dim=1, keepdim=True)


def own_class_share(weights: Tensor, means: Tensor) -> Tensor:
    """Share of outputs whose weights resemble the mean image of their class more than any other's.

    Resemblance is the correlation over pixels.

    Args:
        weights: ``(members, classes, pixels)``.
        means: As of `class_means`.

    Returns:
        ``(members,)``, from 0 to 1.
    """
    correlation = product(_standardised(weights), _standardised(means).mT)
    own = torch.arange(weights.shape[1])
    return (correlation.argmax(dim=-1) == own).float().mean(dim=1)


def _standardised(rows: Tensor) -> Tensor:
    centred = rows - rows.mean(dim=-1, keepdim=True)
    length: Tensor = torch.linalg.vector_norm(centred, dim=-1, keepdim=True)
    return centred / length.clamp(min=1e-12)


def _pictures(weights: Tensor) -> tuple[Grid, ...]:
    """One picture a class, of the first network; ``(classes, pixels)``, pixels row by row."""
    side = round(weights.shape[-1] ** 0.5)
    edges = (0.0, float(side))
    return tuple(
        Grid(
            "weights",
            str(number),
            Words(f"sortie {number}", f"output {number}"),
            edges,
            edges,
            tuple(numbers(row) for row in rows.view(side, side).flip(0).double().numpy()),
        )
        for number, rows in enumerate(weights)
    )


def criterion(measures: Measures) -> Met:
    """Nine outputs in ten, or more, have weights that look like their own class."""
    return measures["alike"] >= ALIKE - 1e-6


EXPERIMENT = Experiment(
    name="templates",
    theme=Theme.NEURON,
    title=Words("Les poids sont des images", "Weights are pictures"),
    question=Words(
        "Que voit-on si l’on dessine les poids d’un classifieur linéaire comme une image ?",
        "What appears when the weights of a linear classifier are drawn as a picture?",
    ),
    guesses=(
        NumberGuess(
            Words(
                "Parmi les dix sorties, quelle part aura des poids qui ressemblent d’abord à "
                "l’image moyenne de sa classe ?",
                "Of the ten outputs, what share will have weights that resemble the mean image of "
                "their own class first?",
            ),
            "alike",
            low=0,
            high=1,
            unit="%",
        ),
        CurveGuess(
            Words("Tracez l’exactitude de validation.", "Draw the validation accuracy."),
            "accuracy",
            CASE,
        ),
    ),
    claim=Words(
        "Pour au moins neuf sorties sur dix, les poids ressemblent plus à l’image moyenne de leur "
        "classe qu’à celle de toute autre.",
        "For at least nine outputs in ten, the weights resemble the mean image of their class more "
        "than that of any other.",
    ),
    shows=Words(
        "Dans {alike:%} des sorties, les poids ressemblent d’abord à leur propre classe. Avec "
        "{pixels:d} pixels et {parameters:d} paramètres, l’exactitude de validation est de "
        "{accuracy:%}.",
        "In {alike:%} of the outputs, the weights resemble their own class first. With {pixels:d} "
        "pixels and {parameters:d} parameters, validation accuracy is {accuracy:%}.",
    ),
    limits=Words(
        "Un poids ne dit pas « ce pixel est clair » mais « ce pixel distingue ma classe des "
        "autres » : l’image est un contraste. Elle se lit bien parce que le réseau n’a qu’une "
        "couche et que ses poids partent de zéro : rien d’autre ne s’y mêle.",
        "A weight does not say “this pixel is bright” but “this pixel tells my class from the "
        "others”: the picture is a contrast. It reads well because the network has a single layer "
        "and its weights start from zero: nothing else is mixed in.",
    ),
    plots=(
        sheet("weights", Words("Poids de chaque sortie", "Weights of each output")),
        Plot(
            "accuracy",
            Words("Exactitude de validation", "Validation accuracy"),
            Axis(Words("pas", "step")),
            Axis(Words("exactitude", "accuracy"), low=0, high=1),
        ),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("un seul pas", "a single step"), {"steps": 1}),
        Preset(Words("images 28 × 28", "28 × 28 images"), {"images": "large"}),
    ),
    facts=("NEU-06", "NEU-43", "NEU-30", "INT-21", "INT-22"),
)
