"""Dropout puts overfitting off; train for long enough and it comes all the same."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from sim.declaration import (
    ChoiceGuess,
    Course,
    CurveGuess,
    Experiment,
    Frame,
    Measures,
    Met,
    NumberGuess,
    Plot,
    Preset,
    Theme,
)
from sim.labels import ACCURACY, EPOCH, loss_plot, sheet, valued
from sim.median_table import median_table
from sim.nn.recipe import Method, Recipe, mlp
from sim.pictures import Picture
from sim.problems.dropout_guesses import DRAWN, NAMED, ROWS
from sim.problems.mislabelled import mislabelled_digits
from sim.settings import real, whole
from sim.training.curves import curve
from sim.training.ensemble import Ensemble
from sim.training.fleet import Fleet
from sim.training.measures import mean_of, train_loss, validation_accuracy, validation_loss
from sim.training.medians import median_ratio
from sim.training.thinned import Draw, accuracy, draw, gradient_out, two_answers
from sim.trial import Trial
from sim.words import Words

LATER = 1.5
BETTER = 0.9
CLIMB = 1.05
CASES = ("without", "with")
DRAWS = 30
TITLE = Words("Les tirages, après l’entraînement", "The draws, after training")


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    p: float = real(
        0.5,
        Words("part p d’activations mises à zéro", "share p of activations zeroed"),
        low=0,
        high=0.9,
    )
    epochs: int = whole(300, Words("époques", "epochs"), low=20, high=500)
    examples: int = whole(
        120, Words("exemples d’entraînement", "training examples"), low=50, high=250, is_log=True
    )
    wrong: float = real(
        0.2, Words("part d’étiquettes fausses", "share of wrong labels"), low=0, high=0.5
    )


def run(settings: Settings, trial: Trial) -> Course:
    """Train 64-64-10 networks on digits, with dropout after the hidden layer and without."""
    shares = dict(zip(CASES, (0.0, settings.p), strict=True))
    recipes = {
        case: Recipe(
            network=mlp(64, 10, dropout=p),
            method=Method.ADAM,
            learning_rate=0.01,
            epochs=settings.epochs,
        )
        for case, p in shares.items()
    }
    data = mislabelled_digits(
        trial.members, train=settings.examples, validation=200, wrong=settings.wrong
    )

    def draw(fleet: Fleet) -> tuple[Picture, ...]:
        return tuple(
            curve(
                plot, case, valued("p", shares[case]), fleet.epochs(case), fleet.history(plot, case)
            )
            for plot in ("validation", "train", "accuracy")
            for case in CASES
        )

    fleet = yield from trial.train(
        recipes,
        data,
        record={
            "validation": validation_loss,
            "train": train_loss,
            "accuracy": validation_accuracy,
        },
        draw=draw,
        rounds=40,
    )
    measured = {name: found for case in CASES for name, found in _measured(fleet, case).items()}
    measures = {
        **measured,
        "two_answers": fleet.measure(two_answers, "with"),
        **_drawn(fleet, settings.p),
    }
    told = median_table(DRAWN, TITLE, ROWS, measures, spec=".1%")
    yield Frame(1.0, lambda: (*draw(fleet), told))
    return measures


def _drawn(fleet: Fleet, p: float) -> Measures:
    """What draws of dropout do after training, all units being kept where p is 0."""
    if p == 0:
        return _undropped(fleet)
    out, inverted, gradient, thinned, crowd = fleet.measure(_of_draws, "with").T
    return {
        "put_out": out,
        "left_bare": inverted * (1 - p),
        "left_inverted": inverted,
        "gradient_out": gradient,
        "accuracy_thinned": thinned,
        "accuracy_crowd": crowd,
    }


def _of_draws(ensemble: Ensemble) -> torch.Tensor:
    """What `_drawn` tells, but for one that follows from another, ``(networks, 5)``."""
    draws = [draw(ensemble) for _ in range(DRAWS)]
    crowd = mean_of([one.outputs.softmax(dim=-1) for one in draws])
    found = (
        _put_out(draws[0]),
        mean_of([_left(one) for one in draws]),
        gradient_out(ensemble),
        mean_of([accuracy(one.outputs, ensemble) for one in draws]),
        accuracy(crowd, ensemble),
    )
    return torch.stack(found, dim=1)


def _undropped(fleet: Fleet) -> Measures:
    ones = np.ones(fleet.members.count)
    accuracies = fleet.last("accuracy", "with")
    return {
        **dict.fromkeys(("left_bare", "left_inverted"), ones),
        **dict.fromkeys(("put_out", "gradient_out"), 0 * ones),
        **dict.fromkeys(("accuracy_thinned", "accuracy_crowd"), accuracies),
    }


def _left(one: Draw) -> torch.Tensor:
    """Total activation after a draw against before, ``(networks,)``."""
    return one.dropped.sum(dim=(1, 2)) / one.full.sum(dim=(1, 2))


def _put_out(one: Draw) -> torch.Tensor:
    """Share of the activations that were not zero, and are, ``(networks,)``."""
    was_on = one.full > 0
    return (was_on & (one.dropped == 0)).sum(dim=(1, 2)) / was_on.sum(dim=(1, 2))


def _measured(fleet: Fleet, case: str) -> Measures:
    losses = fleet.history("validation", case)
    best = np.nan_to_num(losses, nan=np.inf).argmin(axis=1)
    return {
        f"best_epoch_{case}": fleet.epochs(case)[best],
        f"best_{case}": losses.min(axis=1),
        f"last_{case}": losses[:, -1],
        f"train_{case}": fleet.last("train", case),
        f"accuracy_{case}": fleet.last("accuracy", case),
    }


def criterion(measures: Measures) -> Met:
    """With dropout the minimum comes later and the end is better; yet the loss climbs as well."""
    is_later = measures["best_epoch_with"] >= LATER * measures["best_epoch_without"]
    is_better = measures["last_with"] <= BETTER * measures["last_without"]
    return is_later & is_better & (measures["last_with"] >= CLIMB * measures["best_with"])


def _outcome(measures: Measures) -> str:
    if median_ratio(measures, "last_with", "best_with") < CLIMB:
        return "abolished"
    better = median_ratio(measures, "last_with", "last_without") <= BETTER
    return "delayed" if better else "same"


EXPERIMENT = Experiment(
    name="dropout",
    theme=Theme.GENERALISATION,
    title=Words("Le dropout retarde le surapprentissage", "Dropout delays overfitting"),
    question=Words(
        "Le dropout supprime-t-il le surapprentissage ?",
        "Does dropout do away with overfitting?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "Avec le dropout, la perte de validation…",
                "With dropout, the validation loss…",
            ),
            (
                ("delayed", Words("finit par remonter, mais moins", "climbs in the end, but less")),
                ("abolished", Words("ne remonte plus", "no longer climbs")),
                ("same", Words("remonte autant que sans lui", "climbs as much as without")),
            ),
            _outcome,
        ),
        CurveGuess(
            Words(
                "Tracez la perte de validation avec le dropout.",
                "Draw the validation loss with dropout.",
            ),
            "validation",
            "with",
        ),
        NumberGuess(
            Words(
                "Avec le dropout, à quelle époque la perte de validation est-elle au plus bas ?",
                "With dropout, at which epoch is the validation loss lowest?",
            ),
            "best_epoch_with",
            low=1,
            high=500,
            is_log=True,
        ),
        *NAMED,
    ),
    claim=Words(
        "Avec p = 0,5, la perte de validation touche son minimum au moins une fois et demie plus "
        "tard que sans dropout et finit plus bas d’au moins 10 % ; mais elle remonte elle aussi, "
        "d’au moins 5 %.",
        "With p = 0.5, the validation loss reaches its minimum at least one and a half times as "
        "late as without dropout and ends at least 10% lower; yet it climbs as well, by at least "
        "5%.",
    ),
    shows=Words(
        "Minimum de la perte de validation : {best_without:.2f} à l’époque {best_epoch_without:d} "
        "sans dropout, {best_with:.2f} à l’époque {best_epoch_with:d} avec p = {p}. À la fin : "
        "{last_without:.2f} sans, {last_with:.2f} avec ; chiffres reconnus : {accuracy_without:%} "
        "et {accuracy_with:%} ; perte d’entraînement : {train_without:.3} et {train_with:.3}.",
        "Minimum of the validation loss: {best_without:.2f} at epoch {best_epoch_without:d} "
        "without dropout, {best_with:.2f} at epoch {best_epoch_with:d} with p = {p}. At the end: "
        "{last_without:.2f} without, {last_with:.2f} with; digits recognised: "
        "{accuracy_without:%} and {accuracy_with:%}; training loss: {train_without:.3} and "
        "{train_with:.3}.",
    ),
    limits=Words(
        "Le dropout freine aussi l’apprentissage : la perte d’entraînement descend moins vite. Et "
        "s’arrêter au bon moment suffit ici presque : les deux minimums sont proches. Les pertes "
        "tracées sont mesurées sans tirage, toutes les unités présentes, comme quand le réseau "
        "sert.",
        "Dropout slows learning too: the training loss falls less quickly. And stopping at the "
        "right moment is nearly enough here: the two minima are close. The losses drawn are "
        "measured without any draw, with all units present, as when the network is used.",
    ),
    plots=(
        loss_plot("validation", Words("Perte de validation", "Validation loss")),
        loss_plot("train", Words("Perte d’entraînement", "Training loss")),
        Plot("accuracy", Words("Exactitude de validation", "Validation accuracy"), EPOCH, ACCURACY),
        sheet(DRAWN, TITLE),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("dropout léger", "light dropout"), {"p": 0.2}),
        Preset(Words("dropout écrasant", "crushing dropout"), {"p": 0.8}),
        Preset(Words("sans étiquette fausse", "no wrong label"), {"wrong": 0.0}),
    ),
    facts=("TOR-22", "REG-05", *(f"REG-{number}" for number in range(13, 22))),
)
