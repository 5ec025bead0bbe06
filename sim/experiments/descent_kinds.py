"""Whole set, mini-batches or one example at a time: the same descent, smooth or jolty."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
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
from sim.labels import EPOCH, STEP
from sim.nn.recipe import Dense, Init, InitKind, Loss, Network, Recipe
from sim.pictures import Path, Picture
from sim.problems import line
from sim.settings import real, whole
from sim.training.curves import Array, curve, numbers, thinned
from sim.training.datasets import Split
from sim.training.ensemble import Ensemble
from sim.training.fleet import Fleet
from sim.training.measures import train_loss
from sim.trial import Trial
from sim.words import Words

EXAMPLES = 64
LABELS = {
    "full": Words("lot entier", "full batch"),
    "mini": Words("mini-lots", "mini-batches"),
    "one": Words("un exemple à la fois", "one example at a time"),
}
HALF, OFTEN = 0.5, 0.2
LEAST_DRAWN = 1e-7  # below, single precision is all that is seen


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    learning_rate: float = real(
        0.05, Words("taux d’apprentissage η", "learning rate η"), low=0.002, high=0.5, is_log=True
    )
    batch_size: int = whole(
        8, Words("taille des mini-lots", "size of mini-batches"), low=2, high=32
    )
    epochs: int = whole(4, Words("époques", "epochs"), low=1, high=10)
    noise: float = real(0.5, Words("bruit des données", "noise of the data"), low=0, high=1)


def run(settings: Settings, trial: Trial) -> Course:
    """Fit a straight line to 64 points by three kinds of descent, from the same start."""
    sizes = {"full": None, "mini": settings.batch_size, "one": 1}
    recipes = {
        case: Recipe(
            network=Network((Dense(1),), Init(InitKind.ZERO)),
            loss=Loss.MSE,
            learning_rate=settings.learning_rate,
            batch_size=size,
            epochs=settings.epochs,
        )
        for case, size in sizes.items()
    }
    data = line.points(trial.members, EXAMPLES, noise=settings.noise)
    floor = line.least_loss(data.train)

    def excess(fleet: Fleet, case: str) -> Array:
        """How far each member's loss is above the least one there is, ``(members, rounds)``."""
        return fleet.history("loss", case) - floor[:, None]

    def draw(fleet: Fleet) -> tuple[Picture, ...]:
        return _pictures(fleet, data.train, {case: excess(fleet, case) for case in sizes})

    fleet = yield from trial.train(
        recipes,
        data,
        record={"loss": train_loss, "w": _slope, "b": _offset},
        draw=draw,
        rounds=EXAMPLES * settings.epochs,
    )
    above = {case: excess(fleet, case) for case in sizes}
    steps = {case: recipe.steps_for(EXAMPLES) for case, recipe in recipes.items()}
    return {
        **{f"left_{case}": gap[:, EXAMPLES] / gap[:, 0] for case, gap in above.items()},
        **{f"end_{case}": np.maximum(gap[:, -1], 0) / gap[:, 0] for case, gap in above.items()},
        **{f"rises_{case}": _rises(gap) / steps[case] for case, gap in above.items()},
    }


def _slope(ensemble: Ensemble) -> Tensor:
    return ensemble.values[:, ensemble.columns["0.weight"]].flatten().clone()


def _offset(ensemble: Ensemble) -> Tensor:
    return ensemble.values[:, ensemble.columns["0.bias"]].flatten().clone()


def _rises(gap: Array) -> Array:
    """How many steps made the loss of the whole set greater, ``(members,)``."""
    return np.asarray((np.diff(gap, axis=1) > 0).sum(axis=1))


def _pictures(fleet: Fleet, split: Split, above: dict[str, Array]) -> tuple[Picture, ...]:
    kept = thinned(fleet.rounds_done + 1)
    drawn = {case: np.maximum(gap, LEAST_DRAWN) for case, gap in above.items()}
    return (
        line.contour("path", split),
        *(
            Path(
                "path",
                case,
                LABELS[case],
                numbers(fleet.history("w", case)[0, kept]),
                numbers(fleet.history("b", case)[0, kept]),
            )
            for case in above
        ),
        *(
            curve("epochs", case, LABELS[case], fleet.epochs(case), gap)
            for case, gap in drawn.items()
        ),
        *(
            curve("steps", case, LABELS[case], fleet.steps(case), gap)
            for case, gap in drawn.items()
        ),
    )


def criterion(measures: Measures) -> Met:
    """After an epoch, small batches leave at most half of what the whole set does; but jolt.

    The loss of the whole set never rises with full batches, and does so in at least a fifth of
    the steps of one example.
    """
    left = np.maximum(measures["left_mini"], measures["left_one"])
    is_quicker = left <= HALF * measures["left_full"]
    is_jolty = measures["rises_one"] >= OFTEN
    return np.asarray(is_quicker & is_jolty & (measures["rises_full"] == 0))


def _outcome(measures: Measures) -> str:
    left = {case: np.nan_to_num(measures[f"left_{case}"], nan=np.inf) for case in LABELS}
    return min(left, key=lambda case: float(np.median(left[case])))


GAP = Axis(Words("perte − perte minimale", "loss − least loss"), is_log=True)

EXPERIMENT = Experiment(
    name="descent_kinds",
    theme=Theme.OPTIMISATION,
    title=Words("Trois façons de descendre", "Three ways down"),
    question=Words(
        "Lot entier, mini-lots ou un exemple à la fois : qu’est-ce que cela change au chemin ?",
        "Full batch, mini-batches or one example at a time: what does it change on the way?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "À η égal, après une époque, quelle descente est la plus près du minimum ?",
                "With the same η, after one epoch, which descent is nearest to the minimum?",
            ),
            tuple(LABELS.items()),
            _outcome,
        ),
        NumberGuess(
            Words(
                "Avec un exemple à la fois, quelle part des pas fait monter la perte sur tout le "
                "jeu ?",
                "With one example at a time, what share of the steps makes the loss on the whole "
                "set rise?",
            ),
            "rises_one",
            low=0,
            high=1,
            unit="%",
        ),
        CurveGuess(
            Words(
                "Tracez l’écart au minimum des mini-lots, époque après époque.",
                "Draw how far mini-batches are from the minimum, epoch after epoch.",
            ),
            "epochs",
            "mini",
        ),
        NumberGuess(
            Words(
                "Avec les mini-lots, quelle part de l’écart de départ reste après une époque ?",
                "With mini-batches, what share of the first gap is left after one epoch?",
            ),
            "left_mini",
            low=0,
            high=1,
            unit="%",
            name="left_mini",
        ),
        NumberGuess(
            Words(
                "Un exemple à la fois, quelle part de l’écart de départ reste après une époque ?",
                "One example at a time, what share of the first gap is left after one epoch?",
            ),
            "left_one",
            low=0,
            high=1,
            unit="%",
            name="left_one",
        ),
    ),
    claim=Words(
        "À η = 0,05, après une époque, mini-lots de 8 et exemples isolés laissent au plus la "
        "moitié de l’écart que laisse le lot entier. Mais un exemple à la fois fait monter la "
        "perte sur tout le jeu à un pas sur cinq au moins ; le lot entier, jamais.",
        "At η = 0.05, after one epoch, mini-batches of 8 and single examples leave at most half "
        "the gap that the full batch leaves. But single examples make the loss on the whole set "
        "rise in at least one step in five; the full batch, never.",
    ),
    shows=Words(
        "Part de l’écart au minimum qui reste après une époque : lot entier {left_full:%}, "
        "mini-lots {left_mini:.2%}, un exemple à la fois {left_one:.2%}. À la fin : "
        "{end_full:.2%}, {end_mini:.2%} et {end_one:.2%}. La perte sur tout le jeu monte à "
        "{rises_full:%} des pas du lot entier, {rises_mini:%} des pas en mini-lots et "
        "{rises_one:%} des pas d’un exemple.",
        "Share of the gap to the minimum left after one epoch: full batch {left_full:%}, "
        "mini-batches {left_mini:.2%}, one example at a time {left_one:.2%}. At the end: "
        "{end_full:.2%}, {end_mini:.2%} and {end_one:.2%}. The loss on the whole set rises in "
        "{rises_full:%} of full-batch steps, {rises_mini:%} of mini-batch steps and {rises_one:%} "
        "of steps of one example.",
    ),
    limits=Words(
        "Le lot entier n’est pas moins bon : à chaque époque il fait un pas, contre 64 avec un "
        "exemple à la fois. Avec η = 0,4, il finit devant les deux autres, tandis qu’un exemple à "
        "la fois s’agite, voire diverge : le bruit interdit les grands taux. À η fixe, ce dernier "
        "tourne autour du minimum sans s’y poser, sauf si une même droite passe par tous les "
        "points. En usage courant, « SGD » désigne les mini-lots.",
        "The full batch is no worse: in every epoch it takes one step, against 64 with one "
        "example at a time. With η = 0.4, it ends ahead of both others, while one example at a "
        "time shakes about or even diverges: noise rules big rates out. At a fixed η, it circles "
        "the minimum without settling, unless one line goes through all points. In everyday use, "
        "“SGD” means mini-batches.",
    ),
    plots=(
        Plot(
            "path",
            Words("Chemins du premier réseau", "Paths of the first network"),
            Axis(Words("pente w", "slope w"), low=line.SLOPES[0], high=line.SLOPES[1]),
            Axis(Words("biais b", "bias b"), low=line.OFFSETS[0], high=line.OFFSETS[1]),
        ),
        Plot(
            "epochs",
            Words("Par époque (mêmes exemples vus)", "By epoch (as many examples seen)"),
            EPOCH,
            GAP,
        ),
        Plot("steps", Words("Pas à pas", "Step by step"), STEP, GAP),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("grand η", "big η"), {"learning_rate": 0.4}),
        Preset(Words("données sans bruit", "data without noise"), {"noise": 0.0}),
        Preset(
            Words("petit η, plus long", "small η, longer"), {"learning_rate": 0.01, "epochs": 10}
        ),
    ),
    facts=(
        *("OPT-10", "OPT-11", "OPT-12", "OPT-13", "OPT-14", "OPT-15", "OPT-16", "OPT-17"),
        *("OPT-18", "OPT-21", "OPT-22"),
    ),
)
