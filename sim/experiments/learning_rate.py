"""Too small a learning rate hardly moves, too big a one jumps over the minimum it aims at."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

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
from sim.labels import RATE, STEP, valued
from sim.nn.recipe import Recipe, mlp
from sim.pictures import Curve, Picture
from sim.problems import parabola
from sim.problems.digits import digits
from sim.settings import choice, real
from sim.training.curves import Array, curve
from sim.training.fleet import Fleet
from sim.training.measures import train_loss
from sim.trial import Trial
from sim.words import Words

TINY, RIGHT = 0.0005, 0.3
SWEEPS = {
    "digits": (0.0001, TINY, 0.01, 0.1, RIGHT, 1.0, 3.0, 10.0),
    "parabola": (0.0001, TINY, 0.01, 0.1, RIGHT, 0.5, 0.9, 1.0, 1.1),
}
STEPS, PARABOLA_STEPS = 150, 20
HARDLY_MOVED, LEARNT, NOT_LEARNT, JUMPED = 0.9, 0.3, 0.8, 1.1
LEAST_DRAWN = 1e-16  # a logarithmic axis has no place for the exact 0 that η = 0.5 reaches


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    task: str = choice(
        "digits",
        Words("tâche", "task"),
        {
            "digits": Words("un réseau et des chiffres", "a network and digits"),
            "parabola": Words("la parabole J = x²", "the parabola J = x²"),
        },
    )
    learning_rate: float = real(
        10.0, Words("taux d’apprentissage η", "learning rate η"), low=0.0001, high=100, is_log=True
    )


def run(settings: Settings, trial: Trial) -> Course:
    """Compare the chosen rate with a tiny one, a good one and a whole sweep of others."""
    chosen = settings.learning_rate
    rates = (*(rate for rate in SWEEPS[settings.task] if rate != chosen), chosen)
    descend = _on_parabola if settings.task == "parabola" else _on_digits
    losses = yield from descend(rates, trial)
    left = losses / losses[:, :, :1]
    return {
        "left_tiny": left[rates.index(TINY), :, -1],
        "left_right": left[rates.index(RIGHT), :, -1],
        "left_chosen": left[-1, :, -1],
        "highest_chosen": np.where(np.isfinite(left[-1]), left[-1], np.inf).max(axis=1),
    }


def _on_digits(rates: Sequence[float], trial: Trial) -> Generator[Frame, None, Array]:
    """Train a 64-32-10 network at each rate; losses ``(rates, members, rounds + 1)``."""
    recipes = {
        str(row): Recipe(network=mlp(32, 10), learning_rate=rate, batch_size=32, steps=STEPS)
        for row, rate in enumerate(rates)
    }

    def losses(fleet: Fleet) -> Array:
        return np.stack([fleet.history("loss", case) for case in fleet.cases])

    fleet = yield from trial.train(
        recipes,
        digits(trial.members, train=256, validation=1),
        record={"loss": train_loss},
        draw=lambda fleet: (
            *_curves(rates, fleet.steps("0"), losses(fleet)),
            *_walk(rates, PARABOLA_STEPS),
        ),
        rounds=30,
    )
    return losses(fleet)


def _on_parabola(rates: Sequence[float], trial: Trial) -> Generator[Frame, None, Array]:
    """Walk down x² at each rate, as `_on_digits`; nothing is drawn, so all members are alike."""
    x = parabola.positions(rates, PARABOLA_STEPS)
    losses = np.repeat(x[:, None] ** 2, trial.members.count, axis=1)

    def draw(step: int) -> tuple[Picture, ...]:
        until = step + 1
        return (
            *_curves(rates, np.arange(float(until)), losses[:, :, :until]),
            *_walk(rates, step),
        )

    for step in range(PARABOLA_STEPS + 1):
        yield Frame(step / PARABOLA_STEPS, partial(draw, step))
    return losses


def _walk(rates: Sequence[float], steps: int) -> tuple[Picture, ...]:
    """The parabola at the chosen rate, whatever the task: there, too big can be worked out."""
    x = parabola.positions(rates, steps)
    return (
        *parabola.walk("walk", valued("η", rates[-1]), x[-1]),
        parabola.table("walk", rates, x),
    )


def _curves(rates: Sequence[float], steps: Array, losses: Array) -> tuple[Curve, ...]:
    left = np.maximum(losses / losses[:, :, :1], LEAST_DRAWN)
    shown = {"tiny": rates.index(TINY), "right": rates.index(RIGHT), "chosen": len(rates) - 1}
    swept = np.argsort(rates)
    return (
        *(
            curve("loss", key, valued("η", rates[row]), steps, left[row])
            for key, row in shown.items()
        ),
        curve(
            "sweep",
            "sweep",
            Words("à la fin", "at the end"),
            np.asarray(rates)[swept],
            left[swept, :, -1].T,
        ),
    )


def criterion(measures: Measures) -> Met:
    """A tiny rate leaves 90 % of the loss, a good one at most 30 %, the chosen one at least 80 %.

    Infinity and NaN count as not learnt.
    """
    is_learnt = measures["left_chosen"] < NOT_LEARNT
    return (measures["left_tiny"] >= HARDLY_MOVED) & (measures["left_right"] <= LEARNT) & ~is_learnt


def _outcome(measures: Measures) -> str:
    if float(np.median(measures["highest_chosen"])) > JUMPED:
        return "jumps"
    return "falls" if float(np.median(measures["left_chosen"])) < 0.5 else "crawls"


LEFT = Axis(Words("perte ÷ perte de départ", "loss ÷ loss at the start"), is_log=True)

EXPERIMENT = Experiment(
    name="learning_rate",
    theme=Theme.OPTIMISATION,
    title=Words("Le taux d’apprentissage", "The learning rate"),
    question=Words(
        "Que fait la perte quand η est trop petit, bien réglé ou trop grand ?",
        "What does the loss do when η is too small, right or too big?",
    ),
    guesses=(
        ChoiceGuess(
            Words("Au taux choisi, la perte…", "At the chosen rate, the loss…"),
            (
                ("crawls", Words("bouge à peine", "hardly moves")),
                ("falls", Words("baisse franchement", "falls a good deal")),
                (
                    "jumps",
                    Words("bondit au-dessus de son départ", "jumps above where it started"),
                ),
            ),
            _outcome,
            plot="loss",
        ),
        CurveGuess(
            Words(
                "Tracez la perte finale selon η, du plus petit au plus grand.",
                "Draw the final loss against η, from the smallest to the biggest.",
            ),
            "sweep",
            "sweep",
        ),
        NumberGuess(
            Words(
                "Au taux choisi, par combien la perte de départ est-elle multipliée à la fin ?",
                "At the chosen rate, the starting loss is multiplied by how much in the end?",
            ),
            "left_chosen",
            low=1e-6,
            high=1e6,
            is_log=True,
            plot="loss",
        ),
    ),
    claim=Words(
        "Sur les chiffres, en 150 pas, η = 0,0005 laisse au moins 90 % de la perte et η = 0,3 au "
        "plus 30 % ; avec η = 10, il en reste au moins 80 %, si elle est encore un nombre fini.",
        "On digits, in 150 steps, η = 0.0005 leaves at least 90% of the loss and η = 0.3 at most "
        "30%; with η = 10, at least 80% of it remains, if it is still a finite number.",
    ),
    shows=Words(
        "À la fin, la perte d’entraînement vaut {left_tiny:.2} fois celle du départ avec "
        "η = 0,0005, {left_right:.2} fois avec η = 0,3, et {left_chosen:.3} fois avec "
        "η = {learning_rate}. En chemin, ce dernier taux l’a portée, au plus haut, à "
        "{highest_chosen:.3} fois sa valeur de départ.",
        "In the end, the training loss is {left_tiny:.2} times what it was at the start with "
        "η = 0.0005, {left_right:.2} times with η = 0.3, and {left_chosen:.3} times with "
        "η = {learning_rate}. On its way, this last rate took it up to {highest_chosen:.3} times "
        "its first value.",
    ),
    limits=Words(
        "Trop grand ne veut pas toujours dire infini : avec l’entropie croisée et ReLU, la perte "
        "bondit, puis se fige souvent près de ln 10, celle d’une réponse au hasard. Et ce qui est "
        "trop grand dépend de la courbure : sur x², la limite est η = 1 ; sur un autre problème, "
        "elle est ailleurs.",
        "Too big does not always mean infinite: with cross-entropy and ReLU, the loss jumps, then "
        "often freezes near ln 10, that of an answer at random. And what is too big depends on "
        "the curvature: on x², the limit is η = 1; on another problem, it is elsewhere.",
    ),
    plots=(
        Plot("loss", Words("La perte, pas à pas", "The loss, step by step"), STEP, LEFT),
        Plot("sweep", Words("La perte finale selon η", "The final loss against η"), RATE, LEFT),
        Plot(
            "walk",
            Words("La parabole J = x², au même η", "The parabola J = x², at the same η"),
            Axis(Words("x", "x")),
            Axis(Words("J = x²", "J = x²")),
        ),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("bien réglé", "just right"), {"learning_rate": 0.3}),
        Preset(
            Words("parabole, un seul pas", "parabola, one step"),
            {"task": "parabola", "learning_rate": 0.5},
        ),
        Preset(
            Words("parabole, va-et-vient", "parabola, to and fro"),
            {"task": "parabola", "learning_rate": 1.0},
        ),
        Preset(
            Words("parabole, divergence", "parabola, divergence"),
            {"task": "parabola", "learning_rate": 1.1},
        ),
    ),
    facts=(
        *("NEU-05", "OPT-01", "OPT-02", "OPT-03", "OPT-04", "OPT-05", "OPT-06", "OPT-07"),
        *("OPT-08", "OPT-09", "LOS-16", "TOR-05"),
    ),
)
