"""A gradient that explodes ruins a network in a few steps; cut to a bound, it teaches."""

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
from sim.nn.recipe import Dense, Init, InitKind, Loss, Network, Recipe, Recurrent
from sim.pictures import Picture
from sim.problems.sequences import echo
from sim.settings import real, whole
from sim.training.curves import curve
from sim.training.ensemble import Ensemble
from sim.training.fleet import Fleet
from sim.training.measures import train_loss
from sim.trial import Trial
from sim.words import Words, number

UNITS, STEPS, ROUNDS, BATCH, EXAMPLES = 32, 120, 20, 32, 64
LOWER = 2 / 3
PLAIN, CLIPPED = "plain", "clipped"


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    clip: float = real(1.0, Words("seuil c", "bound c"), low=0.01, high=100, is_log=True)
    scale: float = real(
        2.0, Words("facteur des poids récurrents", "factor of recurrent weights"), low=0.1, high=3
    )
    length: int = whole(20, Words("longueur des suites", "length of sequences"), low=2, high=30)
    learning_rate: float = real(
        0.3, Words("taux d’apprentissage η", "learning rate η"), low=0.001, high=1, is_log=True
    )


def run(settings: Settings, trial: Trial) -> Course:
    """Train tanh RNNs to repeat the last number they read, without and with a bound."""
    cell = Recurrent("rnn", UNITS, recurrent_scale=settings.scale)
    recipes = {
        case: Recipe(
            network=Network((cell, Dense(1)), Init(InitKind.TORCH)),
            loss=Loss.MSE,
            learning_rate=settings.learning_rate,
            batch_size=BATCH,
            steps=STEPS,
            clip_norm=bound,
        )
        for case, bound in {PLAIN: None, CLIPPED: settings.clip}.items()
    }

    def draw(fleet: Fleet) -> tuple[Picture, ...]:
        return tuple(
            curve(plot, case, label, fleet.steps(case), fleet.history(plot, case))
            for plot in ("loss", "gradient")
            for case, label in _labels(settings).items()
        )

    fleet = yield from trial.train(
        recipes,
        echo(trial.members, train=EXAMPLES, validation=1, length=settings.length),
        record={"loss": train_loss, "gradient": gradient_norm},
        draw=draw,
        rounds=ROUNDS,
    )
    lost = ~np.isfinite(fleet.last("loss", PLAIN))
    return {
        "loss_start": fleet.history("loss", CLIPPED)[:, 0],
        "loss_clipped": fleet.last("loss", CLIPPED),
        "lost_plain": lost.astype(np.float64),
        "share_lost": np.full(trial.members.count, lost.mean()),
        "gradient_start": fleet.history("gradient", CLIPPED)[:, 0],
    }


def gradient_norm(ensemble: Ensemble) -> Tensor:
    """Norm of the whole gradient on what is learnt from, before any bound, ``(networks,)``."""
    x, y = (ensemble.for_networks(part) for part in (ensemble.data.train.x, ensemble.data.train.y))
    gradient = ensemble.gradient(ensemble.loss(ensemble.network(x), y))
    norm: Tensor = gradient.double().norm(dim=1)
    return norm


def _labels(settings: Settings) -> dict[str, Words]:
    fr, en = (number(settings.clip, language=language) for language in ("fr", "en"))
    return {
        PLAIN: Words("sans écrêtage", "without clipping"),
        CLIPPED: Words(f"écrêté à {fr}", f"clipped to {en}"),
    }


def criterion(measures: Measures) -> Met:
    """Without a bound the loss is no number any more; with one it is a third lower at least."""
    has_learnt = measures["loss_clipped"] <= LOWER * measures["loss_start"]
    met: Met = (measures["lost_plain"] == 1) & has_learnt
    return met


def _outcome(measures: Measures) -> str:
    share = float(measures["share_lost"].mean())
    return "lost" if share >= 0.9 else "some" if share > 0.1 else "fine"


EXPERIMENT = Experiment(
    name="clipping",
    theme=Theme.STABILITY,
    title=Words("Gradient explosif et écrêtage", "Exploding gradient and clipping"),
    question=Words(
        "Que devient un réseau récurrent dont le gradient explose, et que change un seuil ?",
        "What becomes of a recurrent network whose gradient explodes, and what does a bound do?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "Sans écrêtage, après 120 pas, la perte vaut NaN ou l’infini…",
                "Without clipping, after 120 steps, the loss is NaN or infinite…",
            ),
            (
                ("lost", Words("dans presque tous les réseaux", "in nearly all networks")),
                ("some", Words("dans certains", "in some")),
                ("fine", Words("dans aucun, ou presque", "in none, or nearly")),
            ),
            _outcome,
        ),
        NumberGuess(
            Words(
                "Quelle est la norme du gradient avant le premier pas ?",
                "What is the norm of the gradient before the first step?",
            ),
            "gradient_start",
            low=1e-6,
            high=1e12,
            is_log=True,
            plot="gradient",
        ),
        CurveGuess(
            Words(
                "Tracez la perte du réseau au gradient écrêté, pas après pas.",
                "Draw the loss of the network whose gradient is clipped, step by step.",
            ),
            "loss",
            CLIPPED,
        ),
    ),
    claim=Words(
        "Avec des poids récurrents deux fois trop grands et η = 0,3, la perte sans écrêtage finit "
        "en NaN ou à l’infini en 120 pas ; avec un gradient écrêté à 1, le même réseau la fait "
        "baisser d’un tiers au moins.",
        "With recurrent weights twice too big and η = 0.3, the loss without clipping ends as NaN "
        "or infinity within 120 steps; with the gradient clipped to 1, the same network brings "
        "it down by a third at least.",
    ),
    shows=Words(
        "Avant le premier pas, la norme du gradient est de {gradient_start}. Sans écrêtage, "
        "{share_lost:%} des réseaux finissent sur une perte qui n’est plus un nombre fini. Avec "
        "un gradient écrêté à {clip}, la perte passe de {loss_start} à {loss_clipped}.",
        "Before the first step, the norm of the gradient is {gradient_start}. Without clipping, "
        "{share_lost:%} of the networks end on a loss that is no finite number. With the gradient "
        "clipped to {clip}, the loss goes from {loss_start} to {loss_clipped}.",
    ),
    limits=Words(
        "L’écrêtage garde la direction et borne la longueur : il soigne l’instabilité, pas le "
        "surapprentissage, et ne ranime pas un gradient évanoui. Un seuil trop haut ne sauve "
        "rien, un seuil minuscule ralentit. Avec des poids récurrents sages ou un petit η, la "
        "perte reste finie sans lui.",
        "Clipping keeps the direction and bounds the length: it treats instability, not "
        "overfitting, and does not revive a vanished gradient. A bound too high saves nothing, a "
        "tiny one slows learning. With tame recurrent weights or a small η, the loss stays finite "
        "without it.",
    ),
    plots=(
        Plot(
            "loss",
            Words("Perte", "Loss"),
            Axis(Words("pas", "step")),
            Axis(Words("erreur quadratique moyenne", "mean squared error"), is_log=True),
        ),
        Plot(
            "gradient",
            Words("Norme du gradient, avant écrêtage", "Norm of the gradient, before clipping"),
            Axis(Words("pas", "step")),
            Axis(Words("norme", "norm"), is_log=True),
        ),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("poids récurrents sages", "tame recurrent weights"), {"scale": 0.9}),
        Preset(Words("seuil minuscule", "tiny bound"), {"clip": 0.01}),
        Preset(Words("seuil trop haut", "bound too high"), {"clip": 100.0}),
    ),
    facts=("ACT-29", "REG-25", "GRA-30", "GRA-31", "GRA-33", "GRA-34", "SEQ-14"),
    members=16,
)
