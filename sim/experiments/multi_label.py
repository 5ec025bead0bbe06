"""Where several answers are right at once: one sigmoid a label, since a softmax must share 1."""

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
from sim.labels import STEP
from sim.nn.recipe import Loss, Method, Recipe, mlp
from sim.pictures import Picture
from sim.problems.digits import CLASSES
from sim.problems.pairs import pairs
from sim.settings import real, whole
from sim.training.curves import Array, curve
from sim.training.ensemble import Ensemble
from sim.training.fleet import Fleet
from sim.training.fleet_curves import by_step
from sim.trial import Trial
from sim.words import Words

LOSSES = {"sigmoids": Loss.MULTI_LABEL_BCE, "softmax": Loss.SHARED_CROSS_ENTROPY}
LABELS = {
    "sigmoids": Words("10 sigmoïdes, BCE", "10 sigmoids, BCE"),
    "softmax": Words("softmax, entropie croisée", "softmax, cross-entropy"),
}
SIGMOID_THRESHOLD = 0.5
FAR_BETTER, CLEARLY = 0.3, 0.1


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    threshold: float = real(
        0.5,
        Words(
            "softmax : étiquette donnée si p dépasse", "softmax: a label is given where p passes"
        ),
        low=0.02,
        high=0.9,
    )
    share_of_two: float = real(
        0.5,
        Words("part des images à deux chiffres", "share of images with two digits"),
        low=0.1,
        high=1,
    )
    steps: int = whole(160, Words("pas", "steps"), low=10, high=300)


def run(settings: Settings, trial: Trial) -> Course:
    """Train 128-48-10 networks with both losses on images that hold one or two digits."""
    recipes = {
        case: Recipe(
            network=mlp(48, CLASSES),
            loss=loss,
            method=Method.ADAM,
            learning_rate=0.02,
            batch_size=64,
            steps=settings.steps,
        )
        for case, loss in LOSSES.items()
    }

    def both(ensemble: Ensemble) -> Tensor:
        return _match(ensemble, settings.threshold, labels=2)

    def single(ensemble: Ensemble) -> Tensor:
        return _match(ensemble, settings.threshold, labels=1)

    def draw(fleet: Fleet) -> tuple[Picture, ...]:
        return (
            *by_step(fleet, "both", LABELS),
            *by_step(fleet, "single", LABELS),
            *(_ranks(fleet, case) for case in LABELS),
        )

    fleet = yield from trial.train(
        recipes,
        pairs(trial.members, train=512, validation=200, share_of_two=settings.share_of_two),
        record={"both": both, "single": single},
        draw=draw,
        rounds=20,
    )
    return {
        **{f"both_{case}": fleet.last("both", case) for case in LABELS},
        **{f"single_{case}": fleet.last("single", case) for case in LABELS},
        **{f"sum_{case}": _sorted(fleet, case).sum(axis=1) for case in LABELS},
    }


def probabilities(ensemble: Ensemble) -> Tensor:
    """Of each label on validation images, ``(networks, images, 10)``."""
    logits = ensemble.outputs(ensemble.data.validation.x)
    is_softmax = ensemble.recipe.loss is Loss.SHARED_CROSS_ENTROPY
    return logits.softmax(dim=-1) if is_softmax else logits.sigmoid()


def _match(ensemble: Ensemble, threshold: float, *, labels: int) -> Tensor:
    """Share of the images with so many labels that are given these and no others."""
    is_softmax = ensemble.recipe.loss is Loss.SHARED_CROSS_ENTROPY
    given = probabilities(ensemble) > (threshold if is_softmax else SIGMOID_THRESHOLD)
    right = (given == (ensemble.for_networks(ensemble.data.validation.y) > 0)).all(dim=-1)
    return _mean_over(right.float().unsqueeze(-1), ensemble, labels)[:, 0]


def _mean_over(values: Tensor, ensemble: Ensemble, labels: int) -> Tensor:
    """Mean of ``(networks, images, …)`` over images with so many labels; NaN if there are none."""
    target = ensemble.for_networks(ensemble.data.validation.y)
    counts = (target.sum(dim=-1) == labels).unsqueeze(-1)
    return (values * counts).sum(dim=1) / counts.sum(dim=1)


def _sorted(fleet: Fleet, case: str) -> Array:
    """Mean probabilities of images with two labels, the greatest first, ``(members, 10)``."""
    return fleet.measure(_falling, case)


def _falling(ensemble: Ensemble) -> Tensor:
    falling = torch.sort(probabilities(ensemble), dim=-1, descending=True).values
    return _mean_over(falling, ensemble, 2)


def _ranks(fleet: Fleet, case: str) -> Picture:
    rank = np.arange(1.0, CLASSES + 1)
    return curve("ranks", case, LABELS[case], rank, _sorted(fleet, case))


def criterion(measures: Measures) -> Met:
    """On images with two labels, exact answers are at least 30 points more frequent with BCE."""
    return np.asarray(measures["both_sigmoids"] >= measures["both_softmax"] + FAR_BETTER)


def _outcome(measures: Measures) -> str:
    more = float(np.median(measures["both_sigmoids"] - measures["both_softmax"]))
    return "sigmoids" if more >= CLEARLY else "softmax" if more <= -CLEARLY else "same"


EXPERIMENT = Experiment(
    name="multi_label",
    theme=Theme.LOSSES,
    title=Words("Plusieurs étiquettes à la fois", "Several labels at once"),
    question=Words(
        "Une image montre un ou deux chiffres : softmax ou une sigmoïde par étiquette ?",
        "An image shows one or two digits: a softmax, or one sigmoid a label?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "Sur les images à deux étiquettes, qui donne le plus souvent exactement les "
                "bonnes ?",
                "On images with two labels, which one more often gives exactly the right ones?",
            ),
            (
                ("sigmoids", Words("une sigmoïde par étiquette", "one sigmoid a label")),
                ("same", Words("à peu près autant l’une que l’autre", "both about as often")),
                ("softmax", Words("softmax", "the softmax")),
            ),
            _outcome,
            plot="both",
        ),
        NumberGuess(
            Words(
                "À combien se montent au total, en moyenne, les dix probabilités de softmax ?",
                "What is the sum, on average, of the softmax’s ten probabilities?",
            ),
            "sum_softmax",
            low=0,
            high=10,
        ),
        CurveGuess(
            Words(
                "Tracez les probabilités de softmax sur les images à deux étiquettes, de la plus "
                "grande à la plus petite.",
                "Draw the softmax’s probabilities on images with two labels, from the greatest to "
                "the least.",
            ),
            "ranks",
            "softmax",
        ),
    ),
    claim=Words(
        "Sur les images à deux étiquettes, une sigmoïde par étiquette donne la réponse exacte au "
        "moins 30 points plus souvent que softmax, quand une étiquette est donnée si p > 0,5.",
        "On images with two labels, one sigmoid a label gives the exact answer at least 30 points "
        "more often than a softmax, where a label is given if p > 0.5.",
    ),
    shows=Words(
        "Réponses exactes sur les images à deux étiquettes : {both_sigmoids:%} avec des "
        "sigmoïdes, {both_softmax:%} avec softmax au seuil {threshold} ; sur celles qui n’en ont "
        "qu’une : {single_sigmoids:%} et {single_softmax:%}. Sur deux "
        "étiquettes, les probabilités font en moyenne {sum_sigmoids:.2f} au total pour les "
        "sigmoïdes, {sum_softmax:.2f} pour softmax.",
        "Exact answers on images with two labels: {both_sigmoids:%} with sigmoids, "
        "{both_softmax:%} with the softmax at threshold {threshold}; on those with one only: "
        "{single_sigmoids:%} and {single_softmax:%}. With two labels, "
        "probabilities add up on average to {sum_sigmoids:.2f} for sigmoids, {sum_softmax:.2f} "
        "for the softmax.",
    ),
    limits=Words(
        "Au seuil 0,5, softmax ne peut pas donner deux étiquettes : deux probabilités au-dessus "
        "de 0,5 feraient plus que 1. Avec un seuil de 0,2 il retrouve une partie des paires, mais "
        "se trompe plus souvent sur une étiquette seule. Et quand une seule réponse est juste, "
        "c’est lui qui convient : ce qu’il prend à une étiquette va aux autres.",
        "At threshold 0.5 a softmax cannot give two labels: two probabilities above 0.5 would "
        "make more than 1. With a threshold of 0.2 it finds some of the pairs, but is wrong more "
        "often about single labels. And where only one answer is right, it is the one to take: "
        "what it takes from one label goes to the others.",
    ),
    plots=(
        Plot(
            "both",
            Words("Réponses exactes, deux étiquettes", "Exact answers, two labels"),
            STEP,
            Axis(Words("part des images", "share of images"), low=0, high=1),
        ),
        Plot(
            "single",
            Words("Réponses exactes, une étiquette", "Exact answers, one label"),
            STEP,
            Axis(Words("part des images", "share of images"), low=0, high=1),
        ),
        Plot(
            "ranks",
            Words(
                "Probabilités, images à deux étiquettes", "Probabilities, images with two labels"
            ),
            Axis(Words("rang de l’étiquette", "rank of the label"), low=1, high=10),
            Axis(Words("probabilité moyenne", "mean probability"), low=0, high=1),
        ),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("softmax, seuil abaissé", "softmax, lower threshold"), {"threshold": 0.2}),
        Preset(Words("toujours deux chiffres", "always two digits"), {"share_of_two": 1.0}),
    ),
    facts=("LOS-17", "LOS-20", "LOS-21", "TOR-23"),
)
