"""Too short, and a network has learnt nothing; too long, and it knows its examples by heart."""

from __future__ import annotations

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
from sim.labels import ACCURACY, EPOCH, TRAIN, VALIDATION, loss_plot
from sim.nn.recipe import Method, Recipe, mlp
from sim.pictures import Picture
from sim.problems.tasks import moons
from sim.settings import real, whole
from sim.training.curves import curve
from sim.training.fleet import Fleet
from sim.training.measures import train_accuracy, train_loss, validation_accuracy, validation_loss
from sim.training.medians import median_ratio
from sim.training.regions import examples, region
from sim.trial import Trial
from sim.words import Words, same

CASE = "network"
RATE = 0.002
CLIMB = 1.5
EARLY = 0.5
LATE = 0.8
VISIBLE = 1.1
FALLING = 0.95
LEFT_RIGHT, LOW_HIGH = (-2.0, 3.0), (-1.5, 2.0)
CLASS_ONE = Words("probabilité de la classe 1", "probability of class 1")
RECORD = {
    "train_loss": train_loss,
    "validation_loss": validation_loss,
    "train_accuracy": train_accuracy,
    "validation_accuracy": validation_accuracy,
}


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    epochs: int = whole(600, Words("époques", "epochs"), low=1, high=600, is_log=True)
    examples: int = whole(
        60, Words("exemples d’entraînement", "training examples"), low=10, high=200, is_log=True
    )
    noise: float = real(0.35, Words("bruit des données", "noise of the data"), low=0, high=0.6)
    width: int = whole(
        64, Words("unités par couche", "units per layer"), low=1, high=64, is_log=True
    )


def run(settings: Settings, trial: Trial) -> Course:
    """Train a 2-width-width-2 network on noisy moons, all examples at each step."""
    recipe = Recipe(
        network=mlp(settings.width, settings.width, 2),
        method=Method.ADAM,
        learning_rate=RATE,
        epochs=settings.epochs,
    )

    def draw(fleet: Fleet) -> tuple[Picture, ...]:
        epochs = fleet.epochs(CASE)
        curves = (
            curve(plot, part, label, epochs, fleet.history(f"{part}_{plot}", CASE))
            for plot in ("loss", "accuracy")
            for part, label in (("train", TRAIN), ("validation", VALIDATION))
        )
        return (
            *curves,
            region("plane", CLASS_ONE, fleet, CASE, x=LEFT_RIGHT, y=LOW_HIGH),
            examples("plane", TRAIN, fleet, CASE),
        )

    fleet = yield from trial.train(
        {CASE: recipe},
        moons(trial.members, train=settings.examples, validation=300, noise=settings.noise),
        record=RECORD,
        draw=draw,
    )
    return measured(fleet)


def measured(fleet: Fleet) -> Measures:
    """Where the validation loss was lowest, where both losses ended, and the way they went there.

    "late" is at four fifths of the training.
    """
    losses = fleet.history("validation_loss", CASE)
    best = np.nan_to_num(losses, nan=np.inf).argmin(axis=1)
    members = np.arange(len(losses))
    late = int(LATE * (losses.shape[1] - 1))
    accuracies = fleet.history("validation_accuracy", CASE)
    return {
        "best_epoch": np.maximum(fleet.epochs(CASE)[best], 1),
        "best_share": best / (losses.shape[1] - 1),
        "validation_best": losses[members, best],
        "validation_late": losses[:, late],
        "validation_last": losses[:, -1],
        "train_late": fleet.history("train_loss", CASE)[:, late],
        "train_last": fleet.last("train_loss", CASE),
        "accuracy_best": accuracies[members, best],
        "accuracy_last": accuracies[:, -1],
        "train_accuracy_last": fleet.last("train_accuracy", CASE),
    }


def criterion(measures: Measures) -> Met:
    """Lowest validation loss in the first half; at the end, at least half as much again."""
    is_early = measures["best_share"] <= EARLY
    return is_early & (measures["validation_last"] >= CLIMB * measures["validation_best"])


def _outcome(measures: Measures) -> str:
    if median_ratio(measures, "validation_last", "validation_best") >= VISIBLE:
        return "climbs"
    falls = median_ratio(measures, "validation_last", "validation_late") <= FALLING
    return "falls" if falls else "flat"


EXPERIMENT = Experiment(
    name="overfitting",
    theme=Theme.GENERALISATION,
    title=Words("Trop ou trop peu d’époques", "Too many epochs, or too few"),
    question=Words(
        "Que devient la perte sur des données jamais vues quand l’entraînement se prolonge ?",
        "What becomes of the loss on data never seen as training goes on?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "À la dernière époque, la perte de validation…",
                "At the last epoch, the validation loss…",
            ),
            (
                ("falls", Words("baisse encore nettement", "is still falling clearly")),
                ("flat", Words("est basse et ne bouge presque plus", "is low and hardly moves")),
                (
                    "climbs",
                    Words("est remontée depuis son minimum", "has climbed since its minimum"),
                ),
            ),
            _outcome,
        ),
        CurveGuess(
            Words(
                "Tracez la perte de validation au fil des époques.",
                "Draw the validation loss over the epochs.",
            ),
            "loss",
            "validation",
        ),
        NumberGuess(
            Words(
                "À quelle époque la perte de validation sera-t-elle au plus bas ?",
                "At which epoch will the validation loss be lowest?",
            ),
            "best_epoch",
            low=1,
            high=600,
            is_log=True,
        ),
    ),
    claim=Words(
        "Avec 60 points bruités et 600 époques, la perte de validation est au plus bas dans la "
        "première moitié de l’entraînement ; à la fin, elle vaut au moins une fois et demie ce "
        "minimum.",
        "With 60 noisy points and 600 epochs, the validation loss is lowest in the first half of "
        "the training; at the end it is at least one and a half times that minimum.",
    ),
    shows=Words(
        "La perte de validation est au plus bas vers l’époque {best_epoch:d} "
        "({validation_best:.2f}) et finit à {validation_last:.2f}. Sur le dernier cinquième de "
        "l’entraînement, elle passe de {validation_late:.3} à {validation_last:.3}, et la perte "
        "d’entraînement de {train_late:.3} à {train_last:.3}. Exactitude sur des points nouveaux : "
        "{accuracy_best:.1%} au minimum de la perte, {accuracy_last:.1%} à la fin.",
        "The validation loss is lowest near epoch {best_epoch:d} ({validation_best:.2f}) and ends "
        "at {validation_last:.2f}. Over the last fifth of the training it goes from "
        "{validation_late:.3} to {validation_last:.3}, and the training loss from {train_late:.3} "
        "to {train_last:.3}. Accuracy on new points: {accuracy_best:.1%} where the loss is lowest, "
        "{accuracy_last:.1%} at the end.",
    ),
    limits=Words(
        "La remontée n’est pas une fatalité : avec 200 points elle faiblit, et sans bruit elle "
        "disparaît le plus souvent. L’exactitude réagit peu : ce sont surtout les erreurs qui "
        "deviennent trop sûres d’elles, et la perte les punit. Le bon nombre d’époques dépend des "
        "données et du taux d’apprentissage ; aucun ne vaut partout.",
        "The climb is no law: with 200 points it weakens, and without noise it mostly goes away. "
        "Accuracy hardly reacts: it is above all the errors that grow too sure of themselves, and "
        "the loss punishes them. The right number of epochs depends on the data and the learning "
        "rate; none is right everywhere.",
    ),
    plots=(
        loss_plot("loss", Words("Les deux pertes", "Both losses")),
        Plot("accuracy", Words("Exactitude", "Accuracy"), EPOCH, ACCURACY),
        Plot(
            "plane",
            Words("Un des réseaux et ses exemples", "One network and its examples"),
            Axis(same("x₁")),
            Axis(same("x₂")),
        ),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("cinq époques", "five epochs"), {"epochs": 5}),
        Preset(Words("plus de données", "more data"), {"examples": 200}),
        Preset(Words("sans bruit", "no noise"), {"noise": 0.0}),
        Preset(Words("deux unités par couche", "two units per layer"), {"width": 2}),
    ),
    facts=(
        *("INT-10", "NEU-34", "OPT-18", "OPT-19", "OPT-20", "TOR-16"),
        *("REG-01", "REG-02", "REG-03", "REG-04"),
    ),
)
