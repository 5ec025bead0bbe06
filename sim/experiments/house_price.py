"""The price of a house: a hidden layer says that a pool is worth more by the ocean."""

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
from sim.problems.houses import FARTHEST_KM, UNIT, Market, houses, standardised
from sim.settings import real, whole
from sim.training.curves import curve
from sim.training.datasets import shared
from sim.training.ensemble import Ensemble
from sim.training.fleet import Fleet, to_array
from sim.training.measures import validation_loss
from sim.training.medians import median_ratio
from sim.trial import Trial
from sim.words import Words

BETTER = 0.8
VISIBLE = 0.97
PLACES = 21
USUAL_BEDROOMS, USUAL_AGE = 3.0, 30.0
LABELS = {
    "linear": Words("une couche linéaire", "one linear layer"),
    "hidden": Words("deux couches (ReLU)", "two layers (ReLU)"),
}
Array = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    hidden: int = whole(16, Words("unités cachées", "hidden units"), low=1, high=32, is_log=True)
    examples: int = whole(
        400, Words("maisons d’entraînement", "houses to learn from"), low=20, high=1000, is_log=True
    )
    ocean_pool: float = real(
        120.0,
        Words(
            "supplément d’une piscine au bord de l’océan (k€)", "a pool’s extra by the ocean (k€)"
        ),
        low=0,
        high=200,
    )
    noise: float = real(15.0, Words("bruit des prix (k€)", "noise of prices (k€)"), low=0, high=60)


def run(settings: Settings, trial: Trial) -> Course:
    """Learn the prices of made-up houses with one linear layer and with two layers."""
    market = Market(ocean_pool=settings.ocean_pool)
    networks = {"linear": mlp(1), "hidden": mlp(settings.hidden, 1)}
    recipes = {
        case: Recipe(
            network=network,
            loss=Loss.MSE,
            method=Method.ADAM,
            learning_rate=0.03,
            batch_size=64,
            steps=500,
        )
        for case, network in networks.items()
    }
    data = houses(
        trial.members, market, train=settings.examples, validation=300, noise=settings.noise
    )
    fleet = yield from trial.train(
        recipes,
        data,
        record={"error": price_error},
        draw=lambda fleet: _draw(fleet, market),
        rounds=40,
    )
    return {
        **{f"error_{case}": fleet.last("error", case) for case in networks},
        **{f"pool_near_{case}": _pool_worth(fleet, case)[:, 0] for case in networks},
        **{f"pool_far_{case}": _pool_worth(fleet, case)[:, -1] for case in networks},
    }


def price_error(ensemble: Ensemble) -> Tensor:
    """Root of the mean squared error on new houses, in k€, ``(networks,)``."""
    return UNIT * validation_loss(ensemble).sqrt()


def _kilometres() -> Tensor:
    return torch.linspace(0, FARTHEST_KM, PLACES)


def _usual_houses(pool: float) -> Tensor:
    """The same house ever farther from the ocean, ``(places, 4)``."""
    distance = _kilometres()
    return torch.stack(
        [
            torch.full_like(distance, USUAL_BEDROOMS),
            torch.full_like(distance, USUAL_AGE),
            distance,
            torch.full_like(distance, pool),
        ],
        dim=-1,
    )


def _pool_worth(fleet: Fleet, case: str) -> Array:
    """What a pool adds to the usual house, says each network, in k€, ``(members, places)``."""
    with_pool, without = (
        fleet.outputs(case, shared(standardised(_usual_houses(pool)), fleet.members.count))
        for pool in (1.0, 0.0)
    )
    return to_array(UNIT * (with_pool - without)[..., 0])


def _draw(fleet: Fleet, market: Market) -> tuple[Picture, ...]:
    errors = (
        curve("error", case, label, fleet.steps(case), fleet.history("error", case))
        for case, label in LABELS.items()
    )
    x = to_array(_kilometres())
    pools = (
        curve("pool", case, label, x, _pool_worth(fleet, case)) for case, label in LABELS.items()
    )
    rule = market.price(_usual_houses(1.0)) - market.price(_usual_houses(0.0))
    truth = curve("pool", "truth", Words("vraie règle", "true rule"), x, to_array(rule.mT))
    return *errors, *pools, truth


def criterion(measures: Measures) -> Met:
    """With a hidden layer, the error on new houses is at least 20 % smaller."""
    return measures["error_hidden"] <= BETTER * measures["error_linear"]


def _outcome(measures: Measures) -> str:
    ratio = median_ratio(measures, "error_hidden", "error_linear")
    if ratio <= VISIBLE:
        return "hidden"
    return "linear" if ratio >= 1 / VISIBLE else "same"


EXPERIMENT = Experiment(
    name="house_price",
    theme=Theme.NEURON,
    title=Words("Le prix d’une maison", "The price of a house"),
    question=Words(
        "Une somme pondérée suffit-elle à prédire le prix d’une maison ?",
        "Is a weighted sum enough to predict the price of a house?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "Sur des maisons nouvelles, qui se trompe le moins ?",
                "On new houses, which is less wrong?",
            ),
            (
                ("linear", Words("une couche linéaire", "one linear layer")),
                ("same", Words("les deux se valent", "both are as good")),
                ("hidden", Words("deux couches avec ReLU", "two layers with ReLU")),
            ),
            _outcome,
            plot="error",
        ),
        CurveGuess(
            Words(
                "Tracez ce que vaut une piscine, selon la couche linéaire, en s’éloignant de "
                "l’océan.",
                "Draw what a pool is worth, says the linear layer, ever farther from the ocean.",
            ),
            "pool",
            "linear",
        ),
        NumberGuess(
            Words(
                "De combien le réseau à deux couches se trompera-t-il, en moyenne quadratique, "
                "sur des maisons nouvelles ?",
                "How wrong will the two-layer network be on new houses, as a root mean square?",
            ),
            "error_hidden",
            low=0,
            high=200,
            unit="k€",
            plot="error",
        ),
    ),
    claim=Words(
        "Quand une piscine vaut plus cher près de l’océan, deux couches se trompent d’au moins 20"
        " % de moins qu’une couche linéaire, sur des maisons nouvelles.",
        "When a pool is worth more near the ocean, two layers are at least 20% less wrong than "
        "one linear layer, on new houses.",
    ),
    shows=Words(
        "Erreur sur des maisons nouvelles : {error_linear:.1f} k€ pour la couche linéaire, "
        "{error_hidden:.1f} k€ pour les deux couches, alors que le bruit des prix est de "
        "{noise:.1f} k€. Une piscine au bord de l’océan vaut {pool_near_linear:d} k€ selon la "
        "première et {pool_near_hidden:d} k€ selon les secondes ; à 40 km, {pool_far_linear:d} et "
        "{pool_far_hidden:d} k€.",
        "Error on new houses: {error_linear:.1f} k€ for the linear layer, {error_hidden:.1f} k€ "
        "for the two layers, while the noise of prices is {noise:.1f} k€. A pool by the ocean is "
        "worth {pool_near_linear:d} k€ says the former, {pool_near_hidden:d} k€ say the latter; 40 "
        "km away, {pool_far_linear:d} and {pool_far_hidden:d} k€.",
    ),
    limits=Words(
        "Ces maisons sont inventées : leurs prix suivent une règle écrite d’avance, plus du "
        "bruit. Avec vingt maisons, c’est la couche linéaire qui l’emporte le plus souvent : elle "
        "a moins à apprendre. Et si l’on multipliait soi-même piscine et proximité pour en faire "
        "une entrée, elle saisirait cet effet sans couche cachée.",
        "These houses are made up: their prices follow a rule written beforehand, plus noise. "
        "With twenty houses, it is mostly the linear layer that wins: it has less to learn. And "
        "if one multiplied pool by nearness oneself to make an input of it, it would catch this "
        "effect without a hidden layer.",
    ),
    plots=(
        Plot(
            "error",
            Words("Erreur sur des maisons nouvelles", "Error on new houses"),
            STEP,
            Axis(Words("erreur (k€)", "error (k€)"), is_log=True),
        ),
        Plot(
            "pool",
            Words("Ce qu’ajoute une piscine", "What a pool adds"),
            Axis(
                Words("distance à l’océan (km)", "distance to the ocean (km)"),
                low=0,
                high=FARTHEST_KM,
            ),
            Axis(Words("prix en plus (k€)", "added price (k€)")),
        ),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("vingt maisons", "twenty houses"), {"examples": 20}),
        Preset(
            Words("piscine sans effet de l’océan", "pool without the ocean"), {"ocean_pool": 0.0}
        ),
        Preset(Words("une seule unité cachée", "one hidden unit"), {"hidden": 1}),
    ),
    facts=("INT-26", "LOS-22", "NEU-26"),
)
