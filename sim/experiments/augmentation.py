"""Shifted copies teach a network that a digit stays the same digit when it moves."""

from __future__ import annotations

from dataclasses import dataclass, replace

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
from sim.labels import ACCURACY, STEP
from sim.nn.recipe import Method, Recipe, mlp
from sim.pictures import Grid, Picture
from sim.problems.digits import SIDE, digits
from sim.settings import choice, whole
from sim.training.augmentation import shift
from sim.training.curves import curve
from sim.training.datasets import Split
from sim.training.ensemble import Ensemble
from sim.training.fleet import Fleet
from sim.training.measures import accuracy_on, train_accuracy, validation_accuracy
from sim.training.medians import median
from sim.trial import Trial
from sim.words import Words

GAIN = 0.15
VISIBLE = 0.03
_COLUMN, _ROW = Axis(Words("colonne", "column")), Axis(Words("ligne", "row"))
NAMES = {
    "shift": Words("décalage d’un pixel", "shift by one pixel"),
    "noise": Words("bruit sur les pixels", "noise on the pixels"),
}
LABELS = {
    "plain": Words("sans augmentation", "without augmentation"),
    "augmented": Words("avec augmentation", "with augmentation"),
}


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    augmentation: str = choice("shift", Words("augmentation", "augmentation"), NAMES)
    examples: int = whole(
        200, Words("exemples d’entraînement", "training examples"), low=20, high=1000, is_log=True
    )
    steps: int = whole(300, Words("pas", "steps"), low=10, high=400, is_log=True)


def run(settings: Settings, trial: Trial) -> Course:
    """Train 64-64-10 networks on digits as they are, and on digits changed at every step."""
    centred = digits(trial.members, train=settings.examples, validation=300)
    moved = Split(shift(centred.validation.x, trial.streams("moved")), centred.validation.y)
    data = replace(centred, test=moved)

    def draw(fleet: Fleet) -> tuple[Picture, ...]:
        curves = (
            curve(plot, case, label, fleet.steps(case), fleet.history(plot, case))
            for plot in ("moved", "centred")
            for case, label in LABELS.items()
        )
        return *curves, _picture(data.validation.x, "before"), _picture(moved.x, "after")

    fleet = yield from trial.train(
        {"plain": _recipe(settings, None), "augmented": _recipe(settings, settings.augmentation)},
        data,
        record={
            "moved": _moved_accuracy,
            "centred": validation_accuracy,
            "train": train_accuracy,
        },
        draw=draw,
        rounds=30,
    )
    return {
        f"{name}_{case}": fleet.last(name, case)
        for name in ("moved", "centred", "train")
        for case in LABELS
    }


def _moved_accuracy(ensemble: Ensemble) -> Tensor:
    assert ensemble.data.test is not None
    return accuracy_on(ensemble, ensemble.data.test)


def _recipe(settings: Settings, augmentation: str | None) -> Recipe:
    return Recipe(
        network=mlp(64, 10),
        method=Method.ADAM,
        learning_rate=0.005,
        batch_size=50,
        steps=settings.steps,
        augmentation=augmentation,
    )


def _picture(x: Tensor, key: str) -> Grid:
    """The first member's first digit to judge by, the lowest row of pixels first."""
    pixels = x[0, 0].view(SIDE, SIDE).flip(0).tolist()
    rows = tuple(tuple(row) for row in pixels)
    return Grid(key, key, Words("encre", "ink"), (0.0, SIDE), (0.0, SIDE), rows)


def criterion(measures: Measures) -> Met:
    """On digits moved by up to one pixel, at least 15 points more are right."""
    return measures["moved_augmented"] >= measures["moved_plain"] + GAIN


def _outcome(measures: Measures) -> str:
    gain = median(measures, "moved_augmented") - median(measures, "moved_plain")
    if abs(gain) < VISIBLE:
        return "same"
    return "worse" if gain < 0 else "better" if gain < GAIN else "far_better"


EXPERIMENT = Experiment(
    name="augmentation",
    theme=Theme.GENERALISATION,
    title=Words("L’augmentation de données", "Data augmentation"),
    question=Words(
        "Que gagne un réseau à voir chaque chiffre un peu déplacé à chaque pas ?",
        "What does a network gain from seeing each digit a little displaced at every step?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "Sur des chiffres décalés jamais vus, le réseau entraîné avec augmentation est…",
                "On shifted digits never seen, the network trained with augmentation is…",
            ),
            (
                (
                    "far_better",
                    Words("bien meilleur (15 points ou plus)", "far better (15 points or more)"),
                ),
                ("better", Words("un peu meilleur", "a little better")),
                ("same", Words("à peu près pareil", "about the same")),
                ("worse", Words("moins bon", "worse")),
            ),
            _outcome,
        ),
        NumberGuess(
            Words(
                "Sans augmentation, quelle part des chiffres décalés sera reconnue ?",
                "Without augmentation, what share of the shifted digits will be recognised?",
            ),
            "moved_plain",
            low=0,
            high=1,
            unit="%",
        ),
        CurveGuess(
            Words(
                "Tracez l’exactitude, sur des chiffres décalés, du réseau entraîné avec "
                "augmentation.",
                "Draw the accuracy, on shifted digits, of the network trained with augmentation.",
            ),
            "moved",
            "augmented",
        ),
    ),
    claim=Words(
        "Sur des chiffres jamais vus, décalés d’un pixel au plus en hauteur et en largeur, "
        "s’entraîner sur 200 chiffres décalés à chaque pas fait gagner au moins 15 points "
        "d’exactitude.",
        "On digits never seen, moved by up to one pixel in height and in width, training on 200 "
        "digits shifted at every step gains at least 15 points of accuracy.",
    ),
    shows=Words(
        "Sur des chiffres décalés : {moved_augmented:%} de réponses justes avec augmentation, "
        "{moved_plain:%} sans. Sur des chiffres centrés : {centred_augmented:%} avec, "
        "{centred_plain:%} sans. Sur les exemples d’entraînement : {train_augmented:%} et "
        "{train_plain:%}.",
        "On shifted digits: {moved_augmented:%} right answers with augmentation, {moved_plain:%} "
        "without. On centred digits: {centred_augmented:%} with, {centred_plain:%} without. On the "
        "training examples: {train_augmented:%} and {train_plain:%}.",
    ),
    limits=Words(
        "L’augmentation enseigne ce qu’elle montre, rien de plus : le bruit sur les pixels n’aide "
        "guère contre les décalages. Et elle se paie : sur ces chiffres de 8 × 8 pixels, bien "
        "centrés, le réseau entraîné aux décalages est un peu moins bon sur les chiffres centrés. "
        "Encore faut-il que la perturbation conserve l’étiquette : un 6 retourné devient un 9.",
        "Augmentation teaches what it shows and no more: noise on the pixels is of little help "
        "against shifts. And it has a price: on these well-centred digits of 8 × 8 pixels, the "
        "network trained on shifts is a little worse on centred digits. And the change must keep "
        "the label: a 6 upside down becomes a 9.",
    ),
    plots=(
        Plot("moved", Words("Sur chiffres décalés", "On shifted digits"), STEP, ACCURACY),
        Plot("centred", Words("Sur chiffres centrés", "On centred digits"), STEP, ACCURACY),
        Plot("before", Words("Un chiffre à reconnaître", "A digit to recognise"), _COLUMN, _ROW),
        Plot("after", Words("Le même, décalé", "The same, shifted"), _COLUMN, _ROW),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(
            Words("bruit plutôt que décalage", "noise rather than shifts"),
            {"augmentation": "noise"},
        ),
        Preset(Words("très peu d’exemples", "very few examples"), {"examples": 20}),
    ),
    facts=("REG-05", "REG-22", "TOR-20"),
)
