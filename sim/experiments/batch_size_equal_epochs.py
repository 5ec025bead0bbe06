"""At equal epochs, a bigger batch takes fewer steps, and has learnt less at the end."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.declaration import (
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
from sim.labels import ACCURACY, EPOCH
from sim.nn.recipe import Recipe, mlp
from sim.problems.digits import digits
from sim.settings import real, switch, whole
from sim.training.fleet_curves import by_epoch
from sim.training.measures import validation_accuracy
from sim.trial import Trial
from sim.words import Words

EXAMPLES = 256
REFERENCE = 8
CASES = {"one": 1, "few": REFERENCE, "many": 64, "all": EXAMPLES}
LABELS = {
    "one": Words("lots de 1", "batches of 1"),
    "few": Words("lots de 8", "batches of 8"),
    "many": Words("lots de 64", "batches of 64"),
    "all": Words("tout à la fois (256)", "all at once (256)"),
}
CLEARLY = 0.05


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    epochs: int = whole(8, Words("époques", "epochs"), low=1, high=12)
    learning_rate: float = real(
        0.05, Words("taux d’apprentissage η", "learning rate η"), low=0.001, high=1, is_log=True
    )
    is_scaled: bool = switch(
        False,
        Words("η proportionnel au lot (η × taille ÷ 8)", "η in proportion (η × size ÷ 8)"),
    )


def run(settings: Settings, trial: Trial) -> Course:
    """Train a 64-32-10 network on 256 digits with batches of four sizes, for as many epochs."""
    recipes = {
        case: Recipe(
            network=mlp(32, 10),
            learning_rate=settings.learning_rate * (size / REFERENCE if settings.is_scaled else 1),
            batch_size=size,
            epochs=settings.epochs,
        )
        for case, size in CASES.items()
    }
    fleet = yield from trial.train(
        recipes,
        digits(trial.members, train=EXAMPLES, validation=300),
        record={"accuracy": validation_accuracy},
        draw=lambda fleet: by_epoch(fleet, "accuracy", LABELS),
        rounds=2 * settings.epochs,
    )
    steps = {case: recipe.steps_for(EXAMPLES) for case, recipe in recipes.items()}
    return {
        **{f"accuracy_{case}": fleet.last("accuracy", case) for case in CASES},
        **{f"steps_{case}": np.full(trial.members.count, float(n)) for case, n in steps.items()},
    }


def criterion(measures: Measures) -> Met:
    """Accuracy falls by 5 points at least from batches of 8 to 64, and from 64 to all at once."""
    few, many, whole_set = (measures[f"accuracy_{case}"] for case in ("few", "many", "all"))
    return (few >= many + CLEARLY) & (many >= whole_set + CLEARLY)


def _outcome(measures: Measures) -> str:
    more = float(np.median(measures["accuracy_all"] - measures["accuracy_few"]))
    return "better" if more >= CLEARLY else "worse" if more <= -CLEARLY else "same"


EXPERIMENT = Experiment(
    name="batch_size_equal_epochs",
    theme=Theme.OPTIMISATION,
    title=Words("Taille de lot, à époques égales", "Batch size, at equal epochs"),
    question=Words(
        "Quand chaque réseau voit les exemples autant de fois, quelle taille de lot apprend le "
        "plus ?",
        "When every network sees the examples as many times, which batch size learns most?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "À époques et η égaux, tout le jeu en un seul lot donne, face à des lots de 8, une "
                "exactitude…",
                "With the same epochs and η, the whole set in one batch gives, against batches of "
                "8, an accuracy…",
            ),
            (
                ("better", Words("meilleure", "that is better")),
                ("same", Words("à peu près égale", "about as good")),
                ("worse", Words("moins bonne", "that is worse")),
            ),
            _outcome,
        ),
        NumberGuess(
            Words(
                "Combien de pas font les lots de 64 en tout, avec 256 exemples ?",
                "How many steps do batches of 64 take in all, with 256 examples?",
            ),
            "steps_many",
            low=1,
            high=4000,
            is_log=True,
        ),
        CurveGuess(
            Words(
                "Tracez l’exactitude de validation avec des lots de 64.",
                "Draw the validation accuracy with batches of 64.",
            ),
            "accuracy",
            "many",
        ),
    ),
    claim=Words(
        "Sur 256 chiffres, après 8 époques à η = 0,05, l’exactitude perd au moins 5 points quand "
        "on passe de lots de 8 à des lots de 64, et encore au moins 5 avec un seul lot de 256.",
        "On 256 digits, after 8 epochs at η = 0.05, accuracy loses at least 5 points from batches "
        "of 8 to batches of 64, and at least 5 more with a single batch of 256.",
    ),
    shows=Words(
        "Après {epochs} époques, l’exactitude de validation est de {accuracy_one:%} avec des lots "
        "de 1 ({steps_one:d} pas), {accuracy_few:%} avec des lots de 8 ({steps_few:d} pas), "
        "{accuracy_many:%} avec des lots de 64 ({steps_many:d} pas) et {accuracy_all:%} avec un "
        "seul lot ({steps_all:d} pas).",
        "After {epochs} epochs, validation accuracy is {accuracy_one:%} with batches of 1 "
        "({steps_one:d} steps), {accuracy_few:%} with batches of 8 ({steps_few:d} steps), "
        "{accuracy_many:%} with batches of 64 ({steps_many:d} steps) and {accuracy_all:%} with a "
        "single one ({steps_all:d} steps).",
    ),
    limits=Words(
        "Le grand lot n’est pas un mauvais élève : il fait moins de pas, et η n’a pas changé. "
        "Avec un η proportionnel au lot, les lots de 64 rattrapent presque ceux de 8 ; le lot "
        "unique reste loin : un η géant ne remplace pas les pas qui manquent. À nombre de pas "
        "égal et à η = 0,2, ce sont les lots d’un seul exemple qui traînent.",
        "The big batch is no bad learner: it takes fewer steps, and η did not change. With η in "
        "proportion to the batch, batches of 64 nearly catch up with those of 8; the single batch "
        "stays far behind, since a giant η does not make up for so few steps. With as many steps "
        "and η = 0.2, it is batches of one that lag.",
    ),
    plots=(
        Plot(
            "accuracy",
            Words("Exactitude de validation", "Validation accuracy"),
            EPOCH,
            ACCURACY,
        ),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("η proportionnel au lot", "η in proportion"), {"is_scaled": True}),
        Preset(Words("une seule époque", "a single epoch"), {"epochs": 1}),
    ),
    facts=(
        *("OPT-10", "OPT-12", "OPT-13", "OPT-14", "OPT-18", "OPT-21", "OPT-22"),
        *("OPT-23", "OPT-24"),
    ),
)
