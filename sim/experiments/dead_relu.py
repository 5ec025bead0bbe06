"""A learning rate that is too big kills ReLUs: units that no example wakes, hence no gradient."""

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
from sim.labels import sheet, valued
from sim.median_table import median_table
from sim.nn.activations import FUNCTIONS, LABELS
from sim.nn.layers import PRELU_START
from sim.nn.recipe import Recipe, mlp
from sim.pictures import Picture
from sim.problems.digits import digits
from sim.settings import choice, real
from sim.training.curves import curve
from sim.training.fleet import Array, Fleet
from sim.training.fleet_curves import by_step
from sim.training.measures import dead_by_layer, dead_share, train_accuracy
from sim.training.signals import unreached_share
from sim.trial import Trial
from sim.words import Words

GENTLE = 0.1
MORE_DEAD = 0.2
ACTIVATIONS = ("relu", "leaky_relu", "prelu", "elu")
HIDDEN = (64, 64)
TITLE = Words("Pente et gradient, au taux choisi", "Slope and gradient, at the chosen rate")
ROWS = {
    "slope_start": Words(
        "pente moyenne de −1 à 0, première couche, au départ",
        "mean slope from −1 to 0, first layer, at the start",
    ),
    "slope": Words("la même à la fin", "the same at the end"),
    "unreached": Words(
        "part des unités cachées sans aucun gradient, à la fin",
        "share of hidden units without any gradient, at the end",
    ),
}


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    learning_rate: float = real(
        2.0, Words("taux d’apprentissage η", "learning rate η"), low=0.01, high=10, is_log=True
    )
    activation: str = choice(
        "relu", Words("activation", "activation"), {name: LABELS[name] for name in ACTIVATIONS}
    )


def run(settings: Settings, trial: Trial) -> Course:
    """Train 64-64-64-10 networks on digits with a gentle and with the chosen learning rate."""
    rates = {"gentle": GENTLE, "chosen": settings.learning_rate}
    labels = {case: valued("η", rate) for case, rate in rates.items()}
    layers = np.arange(1, len(HIDDEN) + 1, dtype=np.float64)

    def draw(fleet: Fleet) -> tuple[Picture, ...]:
        return (
            *by_step(fleet, "dead", labels),
            *by_step(fleet, "accuracy", labels),
            *(
                curve("layers", case, label, layers, fleet.measure(dead_by_layer, case))
                for case, label in labels.items()
            ),
        )

    fleet = yield from trial.train(
        {case: _recipe(settings.activation, rate) for case, rate in rates.items()},
        digits(trial.members, train=512),
        record={"dead": dead_share, "accuracy": train_accuracy},
        draw=draw,
        rounds=60,
    )
    slope = slopes(fleet, settings.activation)
    is_learnt = settings.activation == "prelu"
    told = {
        "slope": slope,
        "slope_start": np.full(trial.members.count, PRELU_START) if is_learnt else slope,
        "unreached": fleet.measure(unreached_share, "chosen"),
    }
    yield Frame(1.0, lambda: (*draw(fleet), median_table("slope", TITLE, ROWS, told)))
    return {
        "dead_gentle": fleet.last("dead", "gentle"),
        "dead_chosen": fleet.last("dead", "chosen"),
        "accuracy_gentle": fleet.last("accuracy", "gentle"),
        "accuracy_chosen": fleet.last("accuracy", "chosen"),
        **told,
    }


def _recipe(activation: str, learning_rate: float) -> Recipe:
    return Recipe(
        network=mlp(*HIDDEN, 10, activation=activation),
        learning_rate=learning_rate,
        batch_size=32,
        steps=120,
    )


def slopes(fleet: Fleet, activation: str) -> Array:
    """Below zero, in the first hidden layer in the end, between z = −1 and 0, ``(members,)``."""
    if activation == "prelu":
        return fleet.parameters("chosen")["1.slope"].double().flatten().numpy()
    g = FUNCTIONS[activation](torch.tensor(-1.0, dtype=torch.float64))
    return np.full(fleet.members.count, -float(g))


def criterion(measures: Measures) -> Met:
    """At the chosen rate, at least 20 points more units are dead than at the gentle one."""
    return measures["dead_chosen"] >= measures["dead_gentle"] + MORE_DEAD


def _outcome(measures: Measures) -> str:
    more = measures["dead_chosen"] - measures["dead_gentle"]
    median = sorted(more)[len(more) // 2]
    return "many" if median >= MORE_DEAD else "fewer" if median <= -MORE_DEAD else "same"


def _slope(measures: Measures) -> str:
    """What became of the slope below zero, in the median network."""
    moved = measures["slope"] - measures["slope_start"]
    if np.isnan(moved).mean() > 0.5:
        return "lost"
    median = float(np.nanmedian(moved))
    return "fixed" if median == 0 else "larger" if median > 0 else "smaller"


EXPERIMENT = Experiment(
    name="dead_relu",
    theme=Theme.ACTIVATIONS,
    title=Words("Les ReLU mortes", "Dead ReLUs"),
    question=Words(
        "Que devient la part d’unités mortes, qu’aucun exemple n’active plus, quand le taux "
        "d’apprentissage est trop grand ?",
        "What becomes of the share of dead units, which no example wakes, when the learning rate "
        "is too big?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "Après 120 pas, par rapport à η = 0,1, les unités mortes sont…",
                "After 120 steps, compared with η = 0.1, dead units are…",
            ),
            (
                ("many", Words("bien plus nombreuses", "far more numerous")),
                ("same", Words("à peu près aussi nombreuses", "about as numerous")),
                ("fewer", Words("bien moins nombreuses", "far fewer")),
            ),
            _outcome,
        ),
        NumberGuess(
            Words(
                "Quelle part des unités cachées sera morte après 120 pas au taux choisi ?",
                "What share of the hidden units will be dead after 120 steps at the chosen rate?",
            ),
            "dead_chosen",
            low=0,
            high=1,
            unit="%",
        ),
        CurveGuess(
            Words(
                "Tracez la part d’unités mortes au taux choisi, pas après pas.",
                "Draw the share of dead units at the chosen rate, step by step.",
            ),
            "dead",
            "chosen",
        ),
        NumberGuess(
            Words(
                "Quelle exactitude d’entraînement a le réseau après 120 pas au taux choisi ?",
                "What training accuracy has the network after 120 steps at the chosen rate?",
            ),
            "accuracy_chosen",
            low=0,
            high=1,
            unit="%",
            name="accuracy",
            plot="accuracy",
        ),
        ChoiceGuess(
            Words(
                "À la fin, dans la première couche, la pente de l’activation choisie sous zéro…",
                "In the end, in the first layer, the slope of the chosen activation below zero…",
            ),
            (
                ("fixed", Words("est celle du départ", "is what it was at first")),
                ("smaller", Words("a diminué", "has become smaller")),
                ("larger", Words("a augmenté", "has become larger")),
                ("lost", Words("n’est plus un nombre", "is no longer a number")),
            ),
            _slope,
            name="slope",
            plot="slope",
        ),
    ),
    claim=Words(
        "Après 120 pas avec η = 2, la part d’unités ReLU mortes dépasse d’au moins 20 points "
        "celle qu’on obtient avec η = 0,1.",
        "After 120 steps with η = 2, the share of dead ReLU units exceeds that with η = 0.1 by at "
        "least 20 points.",
    ),
    shows=Words(
        "Avec η = {learning_rate}, {dead_chosen:%} des unités cachées ne donnent rien de positif "
        "sur aucun exemple, contre {dead_gentle:%} avec η = 0,1. Le gradient d’une telle unité "
        "est nul si c’est une ReLU : plus rien ne corrige ses poids. Exactitude d’entraînement : "
        "{accuracy_chosen:%} contre {accuracy_gentle:%}.",
        "With η = {learning_rate}, {dead_chosen:%} of the hidden units give nothing positive on "
        "any example, against {dead_gentle:%} with η = 0.1. If such a unit is a ReLU, its "
        "gradient is zero: nothing corrects its weights any more. Training accuracy: "
        "{accuracy_chosen:%} against {accuracy_gentle:%}.",
    ),
    limits=Words(
        "Quelques unités sont mortes même avec un petit taux : c’est la différence qui compte. "
        "Leaky ReLU garde un gradient sous zéro, mais à η = 2 son réseau n’apprend pas mieux : il "
        "diverge une fois sur deux, et des unités qui valent NaN ne comptent pas comme mortes. Les "
        "unités ELU, elles, s’éteignent aussi.",
        "A few units are dead even with a small rate: what counts is the difference. Leaky ReLU "
        "keeps a gradient below zero, yet at η = 2 its network learns no better: half of the "
        "time it diverges, and units that are NaN do not count as dead. ELU units die out as well.",
    ),
    plots=(
        Plot(
            "dead",
            Words("Unités mortes", "Dead units"),
            Axis(Words("pas", "step")),
            Axis(Words("part des unités cachées", "share of hidden units"), low=0, high=1),
        ),
        Plot(
            "accuracy",
            Words("Exactitude d’entraînement", "Training accuracy"),
            Axis(Words("pas", "step")),
            Axis(Words("exactitude", "accuracy"), low=0, high=1),
        ),
        Plot(
            "layers",
            Words("Unités mortes par couche", "Dead units by layer"),
            Axis(Words("couche cachée", "hidden layer"), low=0.5, high=len(HIDDEN) + 0.5),
            Axis(Words("part de ses unités", "share of its units"), low=0, high=1),
            is_bars=True,
        ),
        sheet("slope", TITLE),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("taux raisonnable", "reasonable rate"), {"learning_rate": 0.3}),
        Preset(Words("Leaky ReLU", "Leaky ReLU"), {"activation": "leaky_relu"}),
    ),
    facts=("ACT-27", "ACT-28", "ACT-32", "ACT-33", "ACT-35", "GRA-06"),
)
