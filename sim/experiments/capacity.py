"""Too small a network cannot follow the data; too big a one follows their noise as well."""

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
from sim.labels import LOG_LOSS, TRAIN
from sim.nn.recipe import Init, InitKind, Loss, Method, Recipe, mlp
from sim.pictures import Path, Picture, Points
from sim.problems.waves import noisy_wave
from sim.settings import real, whole
from sim.training.curves import curve, numbers
from sim.training.fleet import Fleet, to_array
from sim.training.measures import train_loss, validation_loss
from sim.training.medians import median
from sim.trial import Trial
from sim.words import Words

SMALL = "1"
MIDDLE = ("2", "3")
LARGE = "large"
WORSE = 1.2
FITTED = 3.0
TRAIN_LOSS = Words("sur les points appris", "on the points learnt from")
TRUE_LOSS = Words("contre la vraie courbe", "against the true curve")


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    width: int = whole(
        64,
        Words("largeur du grand réseau", "width of the big network"),
        low=4,
        high=64,
        is_log=True,
    )
    examples: int = whole(
        20, Words("exemples d’entraînement", "training examples"), low=8, high=100, is_log=True
    )
    noise: float = real(0.4, Words("bruit des réponses", "noise of the answers"), low=0, high=0.8)


def run(settings: Settings, trial: Trial) -> Course:
    """Fit sin 4x with tanh networks of two hidden layers, of growing width."""
    widths = {SMALL: 1, **{name: int(name) for name in MIDDLE}, LARGE: settings.width}
    recipes = {
        case: Recipe(
            network=mlp(width, width, 1, activation="tanh", init=Init(InitKind.NORMAL, 1.0)),
            loss=Loss.MSE,
            method=Method.ADAM,
            learning_rate=0.02,
            steps=800,
        )
        for case, width in widths.items()
    }
    data = noisy_wave(trial.members, train=settings.examples, validation=50, noise=settings.noise)

    def draw(fleet: Fleet) -> tuple[Picture, ...]:
        return *_fits(fleet, widths), *_losses(fleet, widths)

    fleet = yield from trial.train(
        recipes,
        data,
        record={"train": train_loss, "validation": validation_loss},
        draw=draw,
        rounds=40,
    )
    return {
        "train_small": fleet.last("train", SMALL),
        "train_large": fleet.last("train", LARGE),
        "validation_small": fleet.last("validation", SMALL),
        "validation_middle": np.minimum(*(fleet.last("validation", case) for case in MIDDLE)),
        "validation_large": fleet.last("validation", LARGE),
    }


def _losses(fleet: Fleet, widths: dict[str, int]) -> tuple[Picture, ...]:
    """Both losses as they are now, against the width."""
    x = np.array(list(widths.values()), dtype=np.float64)
    return tuple(
        curve("widths", name, label, x, np.stack([fleet.last(name, c) for c in widths], axis=1))
        for name, label in (("train", TRAIN_LOSS), ("validation", TRUE_LOSS))
    )


def _fits(fleet: Fleet, widths: dict[str, int]) -> tuple[Picture, ...]:
    """The first member's points, the truth, and what its smallest and biggest networks answer."""
    data = fleet.data
    x, truth = (numbers(to_array(part[0, :, 0])) for part in (data.validation.x, data.validation.y))
    given, heard = (numbers(to_array(part[0, :, 0])) for part in (data.train.x, data.train.y))
    fits = (
        Path(
            "fit",
            case,
            Words(f"largeur {width}", f"width {width}"),
            x,
            numbers(to_array(fleet.outputs(case, data.validation.x)[0, :, 0])),
        )
        for case, width in widths.items()
    )
    return (
        Points("fit", "examples", TRAIN, given, heard, (0,) * len(given)),
        Path("fit", "truth", Words("vraie courbe", "true curve"), x, truth),
        *fits,
    )


def criterion(measures: Measures) -> Met:
    """The big one fits its points three times better, yet a width in between is nearest the truth.

    By a fifth at least, against both ends.
    """
    best = WORSE * measures["validation_middle"]
    is_between = (measures["validation_small"] >= best) & (measures["validation_large"] >= best)
    return is_between & (measures["train_small"] >= FITTED * measures["train_large"])


def _outcome(measures: Measures) -> str:
    losses = {name: median(measures, f"validation_{name}") for name in ("small", "middle", "large")}
    return min(losses, key=lambda name: losses[name])


EXPERIMENT = Experiment(
    name="capacity",
    theme=Theme.GENERALISATION,
    title=Words("Capacité et surapprentissage", "Capacity and overfitting"),
    question=Words(
        "Un réseau plus large retrouve-t-il mieux la courbe cachée derrière des points bruités ?",
        "Does a wider network find the curve hidden behind noisy points any better?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "Après 800 pas, quel réseau est le plus près de la vraie courbe ?",
                "After 800 steps, which network is nearest to the true curve?",
            ),
            (
                (
                    "small",
                    Words("le plus petit : 1 unité par couche", "the smallest: 1 unit per layer"),
                ),
                (
                    "middle",
                    Words(
                        "le meilleur de ceux de 2 et 3 unités",
                        "the better of those of 2 and 3 units",
                    ),
                ),
                ("large", Words("le plus grand", "the biggest")),
            ),
            _outcome,
        ),
        CurveGuess(
            Words(
                "Tracez l’erreur contre la vraie courbe selon la largeur.",
                "Draw the error against the true curve, by width.",
            ),
            "widths",
            "validation",
        ),
        NumberGuess(
            Words(
                "Quelle sera la perte du grand réseau sur les points appris ?",
                "What will be the big network's loss on the points learnt from?",
            ),
            "train_large",
            low=0.0001,
            high=1,
            is_log=True,
        ),
    ),
    claim=Words(
        "Sur 20 points bruités, la perte du réseau de largeur 64 est au moins 3 fois plus petite, "
        "sur les points appris, que celle du réseau de largeur 1 ; pourtant, contre la vraie "
        "courbe, leur perte à tous deux dépasse d’au moins 20 % celle du meilleur des réseaux de "
        "largeur 2 et 3.",
        "On 20 noisy points, the loss of the network of width 64 is at least 3 times smaller, on "
        "the points learnt from, than that of width 1; yet against the true curve the loss of "
        "both is at least 20% above that of the better of widths 2 and 3.",
    ),
    shows=Words(
        "Perte sur les points appris : {train_small:.3} à la largeur 1, {train_large:.3} à la "
        "largeur {width}. Contre la vraie courbe : {validation_small:.3} à la largeur 1, "
        "{validation_middle:.3} pour la meilleure des largeurs 2 et 3, {validation_large:.3} à la "
        "largeur {width}.",
        "Loss on the points learnt from: {train_small:.3} at width 1, {train_large:.3} at width "
        "{width}. Against the true curve: {validation_small:.3} at width 1, {validation_middle:.3} "
        "for the better of widths 2 and 3, {validation_large:.3} at width {width}.",
    ),
    limits=Words(
        "Ce creux dépend des données : avec 100 points, ou sans bruit, le grand réseau s’approche "
        "bien plus de la vraie courbe, même si une petite largeur peut rester devant. La largeur "
        "n’est d’ailleurs pas toute la capacité : la durée d’entraînement, les poids de départ et "
        "les pénalités comptent aussi.",
        "This dip depends on the data: with 100 points, or without noise, the big network comes "
        "far nearer to the true curve, even if a small width may stay ahead. Nor is width all of "
        "the capacity: how long it trains, where weights start and penalties count as well.",
    ),
    plots=(
        Plot(
            "fit",
            Words("Une courbe et ses points", "A curve and its points"),
            Axis(Words("entrée x", "input x")),
            Axis(Words("réponse y", "answer y")),
        ),
        Plot(
            "widths",
            Words("Perte selon la largeur", "Loss by width"),
            Axis(Words("unités par couche", "units per layer"), is_log=True),
            LOG_LOSS,
        ),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("sans bruit", "no noise"), {"noise": 0.0}),
        Preset(Words("beaucoup de points", "many points"), {"examples": 100}),
    ),
    facts=("REG-01", "REG-04", "REG-24"),
)
