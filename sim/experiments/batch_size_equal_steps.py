"""At equal steps, a batch of one aims badly; a few examples already aim nearly as well as all."""

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
from sim.labels import ACCURACY, STEP
from sim.nn.recipe import Recipe, mlp
from sim.problems.digits import digits
from sim.settings import real, whole
from sim.training.fleet_curves import by_step
from sim.training.measures import train_loss, validation_accuracy
from sim.trial import Trial
from sim.words import Words

EXAMPLES = 256
CASES = {"one": 1, "few": 8, "many": 64, "all": EXAMPLES}
LABELS = {
    "one": Words("lots de 1", "batches of 1"),
    "few": Words("lots de 8", "batches of 8"),
    "many": Words("lots de 64", "batches of 64"),
    "all": Words("tout à la fois (256)", "all at once (256)"),
}
FAR_BETTER, CLEARLY = 0.2, 0.05


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    steps: int = whole(200, Words("pas", "steps"), low=5, high=300)
    learning_rate: float = real(
        0.2, Words("taux d’apprentissage η", "learning rate η"), low=0.001, high=2, is_log=True
    )


def run(settings: Settings, trial: Trial) -> Course:
    """Train a 64-32-10 network on 256 digits with batches of four sizes, for as many steps."""
    recipes = {
        case: Recipe(
            network=mlp(32, 10),
            learning_rate=settings.learning_rate,
            batch_size=size,
            steps=settings.steps,
        )
        for case, size in CASES.items()
    }
    fleet = yield from trial.train(
        recipes,
        digits(trial.members, train=EXAMPLES, validation=300),
        record={"accuracy": validation_accuracy, "loss": train_loss},
        draw=lambda fleet: (
            *by_step(fleet, "accuracy", LABELS),
            *by_step(fleet, "loss", LABELS),
        ),
        rounds=20,
    )
    seen = {case: float(size * settings.steps) for case, size in CASES.items()}
    return {
        **{f"accuracy_{case}": fleet.last("accuracy", case) for case in CASES},
        **{f"seen_{case}": np.full(trial.members.count, n) for case, n in seen.items()},
    }


def criterion(measures: Measures) -> Met:
    """All examples at once reach an accuracy 20 points above that of one example at a time."""
    return measures["accuracy_all"] >= measures["accuracy_one"] + FAR_BETTER


def _outcome(measures: Measures) -> str:
    more = float(np.median(measures["accuracy_all"] - measures["accuracy_one"]))
    return "better" if more >= CLEARLY else "worse" if more <= -CLEARLY else "same"


EXPERIMENT = Experiment(
    name="batch_size_equal_steps",
    theme=Theme.OPTIMISATION,
    title=Words("Taille de lot, à pas égaux", "Batch size, at equal steps"),
    question=Words(
        "Si chaque réseau a droit au même nombre de pas, que change la taille de lot ?",
        "If every network may take as many steps, what does the batch size change?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "À nombre de pas égal, des lots d’un seul exemple donnent, face à tout le jeu, une "
                "exactitude…",
                "With as many steps, batches of a single example give, against the whole set, an "
                "accuracy…",
            ),
            (
                ("worse", Words("meilleure", "that is better")),
                ("same", Words("à peu près égale", "about as good")),
                ("better", Words("moins bonne", "that is worse")),
            ),
            _outcome,
        ),
        NumberGuess(
            Words(
                "Quelle exactitude de validation atteint-on avec des lots de 8 ?",
                "What validation accuracy will batches of 8 reach?",
            ),
            "accuracy_few",
            low=0,
            high=1,
            unit="%",
        ),
        CurveGuess(
            Words(
                "Tracez l’exactitude de validation avec des lots de 1.",
                "Draw the validation accuracy with batches of 1.",
            ),
            "accuracy",
            "one",
        ),
    ),
    claim=Words(
        "Sur 256 chiffres, après 200 pas à η = 0,2, tout le jeu à la fois dépasse d’au moins "
        "20 points d’exactitude les lots d’un seul exemple.",
        "On 256 digits, after 200 steps at η = 0.2, the whole set at once is at least 20 points of "
        "accuracy above batches of a single example.",
    ),
    shows=Words(
        "Après {steps} pas, l’exactitude de validation est de {accuracy_one:%} avec un exemple "
        "par pas, {accuracy_few:%} avec 8, {accuracy_many:%} avec 64 et {accuracy_all:%} avec "
        "les 256. Exemples traités en tout : {seen_one:d}, {seen_few:d}, {seen_many:d} et "
        "{seen_all:d}.",
        "After {steps} steps, validation accuracy is {accuracy_one:%} with one example a step, "
        "{accuracy_few:%} with 8, {accuracy_many:%} with 64 and {accuracy_all:%} with all 256. "
        "Examples worked through in all: {seen_one:d}, {seen_few:d}, {seen_many:d} and "
        "{seen_all:d}.",
    ),
    limits=Words(
        "Un exemple par pas souffre surtout de ce que η = 0,2 est trop grand pour un gradient "
        "aussi bruité : avec un petit η, l’écart se réduit nettement, mais tous avancent moins "
        "vite. Et grossir le lot rapporte de moins en moins : de 8 à 256 exemples par pas, le "
        "travail est 32 fois plus grand pour un gain bien plus modeste.",
        "The batch of one lags mostly because η = 0.2 is too big for so noisy a gradient: with a "
        "small η the gap shrinks a good deal, but all are slower. And a bigger batch pays less "
        "and less: from 8 to 256 examples a step, the work is 32 times greater for a far smaller "
        "gain.",
    ),
    plots=(
        Plot("accuracy", Words("Exactitude de validation", "Validation accuracy"), STEP, ACCURACY),
        Plot(
            "loss",
            Words("Perte d’entraînement", "Training loss"),
            STEP,
            Axis(Words("entropie croisée", "cross-entropy"), is_log=True),
        ),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("petit η", "small η"), {"learning_rate": 0.02}),
        Preset(Words("très peu de pas", "very few steps"), {"steps": 20}),
    ),
    facts=("OPT-12", "OPT-13", "OPT-15", "OPT-16", "OPT-17", "OPT-22", "OPT-23"),
)
