"""A mini-batch's gradient is an estimate whose variance falls as one over the batch size."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from functools import partial

import numpy as np
from torch import Tensor

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
from sim.nn.recipe import Recipe, mlp
from sim.pictures import Picture
from sim.problems.digits import digits
from sim.settings import switch, whole
from sim.training.curves import Array, curve
from sim.training.example_gradients import batch_gradients, example_gradients, spread
from sim.training.fleet import to_array
from sim.training.measures import train_loss
from sim.trial import Trial
from sim.words import Words

SIZES = np.array([1.0, 2, 4, 8, 16, 32, 64, 128])
EXAMPLES, DRAWS = 256, 48
TOLERANCE = 0.1


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    steps: int = whole(20, Words("pas déjà faits", "steps already taken"), low=1, high=300)
    is_replaced: bool = switch(
        True, Words("un exemple peut être tiré deux fois", "an example may be drawn twice")
    )


def run(settings: Settings, trial: Trial) -> Course:
    """Train a 64-16-10 network for a while, then draw batches of each size without moving it."""
    fleet = yield from trial.train(
        {"one": Recipe(network=mlp(16, 10), batch_size=32, steps=settings.steps)},
        digits(trial.members, train=EXAMPLES, validation=1),
        record={"loss": train_loss},
        draw=lambda fleet: (),
        rounds=1,
        share=(0.0, 0.3),
    )
    gradients = fleet.of_members(example_gradients, "one")
    whole_set = gradients.mean(dim=1)
    alone = to_array(spread(gradients, whole_set))
    signal = to_array(whole_set.square().sum(dim=1))
    noise = yield from _noise(gradients, whole_set, alone, signal, settings, trial)
    return {
        "slope": _slope(noise),
        "noise_one": noise[:, 0],
        "noise_most": noise[:, -1],
        "fourfold": noise[:, 2] / noise[:, 4],
        "signal": signal,
        "balance": alone / signal,
    }


def _noise(
    gradients: Tensor,
    whole_set: Tensor,
    alone: Array,
    signal: Array,
    settings: Settings,
    trial: Trial,
) -> Generator[Frame, None, Array]:
    """Variance of the gradient for each batch size, ``(members, sizes)``."""
    noise = np.full((trial.members.count, len(SIZES)), np.nan)
    streams = trial.streams("drawn batches")
    for place, size in enumerate(SIZES):
        drawn = batch_gradients(
            gradients, int(size), DRAWS, streams, is_replaced=settings.is_replaced
        )
        noise[:, place] = to_array(spread(drawn, whole_set))
        done = partial(_pictures, noise[:, : place + 1].copy(), alone, signal)
        yield Frame(0.3 + 0.7 * (place + 1) / len(SIZES), done)
    return noise


def _slope(noise: Array) -> Array:
    """Of the straight line nearest to log noise against log size, by least squares."""
    x = np.log(SIZES) - np.log(SIZES).mean()
    return np.asarray((np.log(noise) * x).sum(axis=1) / (x @ x))  # no BLAS: alike in any company


def _pictures(noise: Array, alone: Array, signal: Array) -> tuple[Picture, ...]:
    sizes = SIZES[: noise.shape[1]]
    level = np.repeat(signal[:, None], len(SIZES), axis=1)
    return (
        curve("noise", "drawn", Words("lots tirés", "drawn batches"), sizes, noise),
        curve(
            "noise",
            "predicted",
            Words("variance d’un exemple ÷ B", "variance of one example ÷ B"),
            SIZES,
            alone[:, None] / SIZES,
        ),
        curve(
            "noise",
            "signal",
            Words("‖gradient‖² de tout le jeu", "‖whole gradient‖²"),
            SIZES,
            level,
        ),
    )


def criterion(measures: Measures) -> Met:
    """Against the batch size, both in logarithms, the variance falls with slope −1 ± 0.1."""
    return np.asarray(np.abs(measures["slope"] + 1) <= TOLERANCE)


def _outcome(measures: Measures) -> str:
    by = float(np.median(measures["fourfold"]))
    return "same" if by < 1.4 else "half" if by < 2.8 else "quarter" if by < 8 else "sixteenth"


EXPERIMENT = Experiment(
    name="gradient_noise",
    theme=Theme.OPTIMISATION,
    title=Words("Le bruit du gradient", "The noise of the gradient"),
    question=Words(
        "De combien le gradient d’un mini-lot s’écarte-t-il de celui de tout le jeu ?",
        "How far is a mini-batch’s gradient from that of the whole set?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "Si l’on passe de lots de 4 à des lots de 16, la variance du gradient est…",
                "From batches of 4 to batches of 16, the variance of the gradient is…",
            ),
            (
                ("same", Words("à peu près la même", "about the same")),
                ("half", Words("divisée par 2", "halved")),
                ("quarter", Words("divisée par 4", "a quarter")),
                ("sixteenth", Words("divisée par 16", "a sixteenth")),
            ),
            _outcome,
        ),
        CurveGuess(
            Words(
                "Tracez la variance du gradient selon la taille de lot B.",
                "Draw the variance of the gradient against the batch size B.",
            ),
            "noise",
            "drawn",
        ),
        NumberGuess(
            Words(
                "Pour un seul exemple, combien de fois la variance dépasse-t-elle le carré de la "
                "norme du gradient complet ?",
                "For a single example, how many times the squared norm of the whole gradient is "
                "the variance?",
            ),
            "balance",
            low=0.1,
            high=1000,
            is_log=True,
        ),
    ),
    claim=Words(
        "En échelles logarithmiques, la variance du gradient d’un mini-lot décroît avec B selon "
        "une droite de pente −1, à 0,1 près.",
        "On logarithmic scales, the variance of a mini-batch’s gradient falls with B along a "
        "straight line of slope −1, within 0.1.",
    ),
    shows=Words(
        "La pente mesurée vaut {slope:.2f}. La variance passe de {noise_one} pour un exemple à "
        "{noise_most:.2} pour 128. Le carré de la norme du gradient complet vaut {signal:.2} : "
        "avec B ≈ {balance:.2}, bruit et signal se valent.",
        "The slope measured is {slope:.2f}. The variance goes from {noise_one} for one example to "
        "{noise_most:.2} for 128. The squared norm of the whole gradient is {signal:.2}: with "
        "B ≈ {balance:.2}, noise and signal are equal.",
    ),
    limits=Words(
        "C’est la variance qui suit 1/B ; l’écart-type, lui, ne baisse que comme 1/√B : quatre "
        "fois plus de calcul pour deux fois moins de bruit. Sans remise, le bruit tombe plus vite "
        "encore aux grandes tailles, et il est nul quand le lot est le jeu entier. Ce bruit n’est "
        "pas indispensable pour apprendre.",
        "It is the variance that follows 1/B; the standard deviation only falls as 1/√B: four "
        "times the work for half the noise. When no example is drawn twice, noise falls faster "
        "still for big batches, and is zero when the batch is the whole set. Learning can do "
        "without this noise.",
    ),
    plots=(
        Plot(
            "noise",
            Words("Variance du gradient", "Variance of the gradient"),
            Axis(Words("taille de lot B", "batch size B"), is_log=True),
            Axis(
                Words("variance (somme sur les poids)", "variance (summed over weights)"),
                is_log=True,
            ),
        ),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("sans remise", "none drawn twice"), {"is_replaced": False}),
        Preset(Words("réseau déjà entraîné", "after training"), {"steps": 300}),
    ),
    facts=("OPT-15", "OPT-16", "OPT-17", "OPT-22", "OPT-25"),
)
