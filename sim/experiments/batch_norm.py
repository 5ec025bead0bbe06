"""Batch normalisation widens the range of learning rates that teach a network anything."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from sim.declaration import (
    Axis,
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
from sim.labels import sheet
from sim.median_table import median_table
from sim.nn.recipe import BatchNorm, LayerNorm, Recipe, mlp
from sim.pictures import Picture
from sim.problems import normalised_by_hand
from sim.problems.batch_norm_guesses import INSIDE, NAMED, ROWS
from sim.problems.digits import digits
from sim.settings import choice, real, whole
from sim.training.curves import curve
from sim.training.ensemble import Ensemble
from sim.training.fleet import Array, Fleet
from sim.training.measures import validation_accuracy
from sim.training.normalised import batch_accuracy, bias_share, first_normalised
from sim.trial import Trial
from sim.words import Words, number, same

WIDTH, STEPS, ROUNDS = 32, 80, 16
RATES = (0.1, 0.3, 1.0, 3.0, 10.0)
LEARNT = 0.5
WIDER = 3.0
NORMS: dict[str, BatchNorm | LayerNorm] = {"batch": BatchNorm(), "layer": LayerNorm()}
NORM_LABELS = {"batch": same("BatchNorm"), "layer": same("LayerNorm")}
PLAIN, NORMED = "plain", "normed"
TITLE = Words("Dans le réseau normalisé", "Inside the normalised network")


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    learning_rate: float = real(
        1.0, Words("taux d’apprentissage η", "learning rate η"), low=0.01, high=30, is_log=True
    )
    depth: int = whole(4, Words("couches cachées", "hidden layers"), low=1, high=6)
    norm: str = choice("batch", Words("normalisation", "normalisation"), NORM_LABELS)

    @property
    def rates(self) -> tuple[float, ...]:
        """All rates that are tried, the chosen one among them, in order."""
        return tuple(sorted({*RATES, self.learning_rate}))


def run(settings: Settings, trial: Trial) -> Course:
    """Train with each rate, with and without normalisation, from the same weights."""
    widths = [WIDTH] * settings.depth
    networks = {PLAIN: mlp(*widths, 10), NORMED: mlp(*widths, 10, norm=NORMS[settings.norm])}
    recipes = {
        _case(kind, rate): Recipe(network=network, learning_rate=rate, batch_size=32, steps=STEPS)
        for kind, network in networks.items()
        for rate in settings.rates
    }

    by_hand = normalised_by_hand.tables("worked")

    def draw(fleet: Fleet) -> tuple[Picture, ...]:
        return (*_by_rate(fleet, settings), *_by_step(fleet, settings), *by_hand)

    data = digits(trial.members, train=512, validation=200)
    chosen = _case(NORMED, settings.learning_rate)
    untrained = trial.untrained({chosen: recipes[chosen]}, data)
    fleet = yield from trial.train(
        recipes,
        data,
        record={"accuracy": validation_accuracy, "batch_accuracy": batch_accuracy},
        draw=draw,
        rounds=ROUNDS,
    )
    found = {f"largest_{kind}": _largest(fleet, kind) for kind in networks}
    at_chosen = {
        f"accuracy_{kind}": fleet.last("accuracy", _case(kind, settings.learning_rate))
        for kind in networks
    }
    inside = _inside(fleet, chosen, untrained)
    told = median_table(INSIDE, TITLE, ROWS, inside)
    yield Frame(1.0, lambda: (*draw(fleet), told))
    return {**found, **at_chosen, **inside, **normalised_by_hand.measures(trial.members.count)}


def _inside(fleet: Fleet, chosen: str, untrained: Fleet) -> Measures:
    """What the normalised network at the chosen rate does within, at the start and at the end."""
    return {
        "deviation_start": untrained.measure(_deviation, chosen),
        "deviation_end": fleet.measure(_deviation, chosen),
        "mean_end": fleet.measure(_mean, chosen),
        "early_running": fleet.history("accuracy", chosen)[:, 1],
        "early_batch": fleet.history("batch_accuracy", chosen)[:, 1],
        "bias_share": untrained.measure(bias_share, chosen),
    }


def _deviation(ensemble: Ensemble) -> torch.Tensor:
    """Of a unit's normalised outputs over the examples, the mean over units, ``(networks,)``."""
    return first_normalised(ensemble).std(dim=1, correction=0).mean(dim=1)


def _mean(ensemble: Ensemble) -> torch.Tensor:
    """How far from 0 a unit's normalised outputs are on average, the mean over units."""
    return first_normalised(ensemble).mean(dim=1).abs().mean(dim=1)


def _case(kind: str, rate: float) -> str:
    return f"{kind} {rate}"


def _accuracies(fleet: Fleet, kind: str, rates: tuple[float, ...]) -> Array:
    """At the end, ``(members, rates)``."""
    return np.stack([fleet.last("accuracy", _case(kind, rate)) for rate in rates], axis=1)


def _largest(fleet: Fleet, kind: str) -> Array:
    """The largest of the fixed rates with which each member learnt, 0 where none did."""
    has_learnt = _accuracies(fleet, kind, RATES) >= LEARNT
    largest: Array = np.where(has_learnt, np.array(RATES), 0.0).max(axis=1)
    return largest


def _labels(settings: Settings) -> dict[str, Words]:
    name = NORM_LABELS[settings.norm]
    return {PLAIN: Words("sans", "without"), NORMED: Words(f"avec {name.fr}", f"with {name.en}")}


def _by_rate(fleet: Fleet, settings: Settings) -> list[Picture]:
    x = np.array(settings.rates)
    return [
        curve("rates", kind, label, x, _accuracies(fleet, kind, settings.rates))
        for kind, label in _labels(settings).items()
    ]


def _by_step(fleet: Fleet, settings: Settings) -> list[Picture]:
    fr, en = (number(settings.learning_rate, language=language) for language in ("fr", "en"))
    pictures: list[Picture] = []
    for kind, label in _labels(settings).items():
        case = _case(kind, settings.learning_rate)
        told = Words(f"{label.fr}, η = {fr}", f"{label.en}, η = {en}")
        found = fleet.history("accuracy", case)
        pictures.append(curve("accuracy", kind, told, fleet.steps(case), found))
    return pictures


def criterion(measures: Measures) -> Met:
    """Both learn at some rate; with normalisation, one at least three times larger still does."""
    plain, normed = measures["largest_plain"], measures["largest_normed"]
    return (plain > 0) & (normed >= WIDER * plain)


def _outcome(measures: Measures) -> str:
    gain = float(np.median(measures["accuracy_normed"] - measures["accuracy_plain"]))
    return "better" if gain > 0.1 else "worse" if gain < -0.1 else "same"


EXPERIMENT = Experiment(
    name="batch_norm",
    theme=Theme.STABILITY,
    title=Words("La normalisation par lot", "Batch normalisation"),
    question=Words(
        "Jusqu’à quel taux d’apprentissage un réseau apprend-il, avec et sans BatchNorm ?",
        "Up to what learning rate does a network learn, with and without BatchNorm?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "Au taux choisi, après 80 pas, le réseau normalisé est…",
                "At the chosen rate, after 80 steps, the normalised network is…",
            ),
            (
                (
                    "better",
                    Words(
                        "bien plus exact que l’autre",
                        "far more accurate than the other",
                    ),
                ),
                ("same", Words("à peu près aussi exact", "about as accurate")),
                ("worse", Words("moins exact", "less accurate")),
            ),
            _outcome,
            plot="accuracy",
        ),
        NumberGuess(
            Words(
                "Quelle exactitude le réseau normalisé atteint-il au taux choisi ?",
                "What accuracy does the normalised network reach at the chosen rate?",
            ),
            "accuracy_normed",
            low=0,
            high=1,
            unit="%",
            plot="accuracy",
        ),
        CurveGuess(
            Words(
                "Tracez l’exactitude finale du réseau normalisé, selon le taux d’apprentissage.",
                "Draw the final accuracy of the normalised network, by learning rate.",
            ),
            "rates",
            NORMED,
        ),
        *NAMED,
    ),
    claim=Words(
        "Parmi les taux 0,1 ; 0,3 ; 1 ; 3 et 10, le plus grand avec lequel quatre couches "
        "apprennent encore (au moins 50 % d’exactitude en 80 pas) est au moins trois fois plus "
        "grand avec BatchNorm que sans.",
        "Among the rates 0.1, 0.3, 1, 3 and 10, the largest with which four layers still learn "
        "(at least 50% accuracy in 80 steps) is at least three times larger with BatchNorm than "
        "without.",
    ),
    shows=Words(
        "Plus grand taux qui fasse apprendre, parmi 0,1 ; 0,3 ; 1 ; 3 et 10 : {largest_normed} "
        "avec normalisation, {largest_plain} sans (0 : aucun). À η = {learning_rate}, "
        "l’exactitude de validation est de {accuracy_normed:%} avec et de {accuracy_plain:%} sans. "
        "Écart-type des sorties de la première normalisation : {deviation_start:.3} au départ, "
        "{deviation_end:.3} à la fin.",
        "Largest rate that teaches, among 0.1, 0.3, 1, 3 and 10: {largest_normed} with "
        "normalisation, {largest_plain} without (0: none). At η = {learning_rate}, validation "
        "accuracy is {accuracy_normed:%} with it and {accuracy_plain:%} without. Deviation of what "
        "the first normalisation gives: {deviation_start:.3} at the start, {deviation_end:.3} at "
        "the end.",
    ),
    limits=Words(
        "À un taux bien choisi, le réseau apprend aussi sans elle, et η = 10 est trop grand pour "
        "les deux. Ce gain n’est pas celui de toute normalisation : essayez LayerNorm. BatchNorm "
        "ne rend pas les activations gaussiennes, et pourquoi elle aide se discute encore.",
        "At a well-chosen rate the network learns without it too, and η = 10 is too big for both. "
        "Not every normalisation brings that gain: try LayerNorm. BatchNorm does not make "
        "activations Gaussian, and why it helps is still discussed.",
    ),
    plots=(
        Plot(
            "rates",
            Words("Exactitude de validation après 80 pas", "Validation accuracy after 80 steps"),
            Axis(Words("taux d’apprentissage η", "learning rate η"), is_log=True),
            Axis(Words("exactitude", "accuracy"), low=0, high=1),
        ),
        Plot(
            "accuracy",
            Words("Exactitude au taux choisi", "Accuracy at the chosen rate"),
            Axis(Words("pas", "step")),
            Axis(Words("exactitude", "accuracy"), low=0, high=1),
        ),
        sheet("worked", Words("À la main", "By hand")),
        sheet(INSIDE, TITLE),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("taux prudent", "cautious rate"), {"learning_rate": 0.1}),
        Preset(same("LayerNorm"), {"norm": "layer"}),
        Preset(Words("une seule couche", "a single layer"), {"depth": 1}),
    ),
    facts=tuple(f"GRA-{number}" for number in range(13, 24) if number != 19),
    members=16,
)
