"""In a ravine, memory pays: momentum and Adam arrive well before gradient descent."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

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
from sim.labels import RATE, STEP
from sim.nn.recipe import Method
from sim.pictures import Grid, Path, Picture
from sim.problems.ravine import Ravine, descents, steps_to_stay
from sim.settings import real
from sim.training.curves import Array, curve, numbers, thinned
from sim.training.fleet import to_array
from sim.trial import Trial
from sim.words import Words, same

METHODS = {
    "gd": (Method.SGD, Words("descente de gradient", "gradient descent")),
    "momentum": (Method.MOMENTUM, same("momentum")),
    "rmsprop": (Method.RMSPROP, same("RMSProp")),
    "adam": (Method.ADAM, same("Adam")),
}
RATES = np.geomspace(1e-3, 3, 48)
STEPS, SHARE = 1000, 1e-6
TWICE = 2.0
RMSPROP_KEEPS, ADAM_KEEPS = 0.9, 0.999
MOMENTS = 25
CELLS, REACH = 41, 3.5


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    condition: float = real(
        100.0,
        Words("rapport des courbures κ", "ratio of curvatures κ"),
        low=1,
        high=300,
        is_log=True,
    )
    degrees: float = real(30.0, Words("angle (degrés)", "angle (degrees)"), low=0, high=45)
    momentum: float = real(
        0.9,
        Words(
            "part du passé gardée γ, β₁",
            "share of the past kept γ, β₁",
        ),
        low=0,
        high=0.99,
    )


@dataclass(frozen=True)
class Descent:
    """One method at its best rate, and how all its rates did.

    Attributes:
        rate: Its best.
        steps: Steps each rate needed, ``(rates,)``; infinite where never.
        path: Where the best went, ``(steps + 1, 2)``.
        loss: The same as shares of the first loss, ``(steps + 1,)``.
    """

    rate: float
    steps: Array
    path: Array
    loss: Array


def run(settings: Settings, trial: Trial) -> Course:
    """Try 48 rates for each method, then walk down at the best of them."""
    ravine = Ravine(settings.condition, settings.degrees)
    found: dict[str, Descent] = {}
    yield Frame(0.0, partial(_pictures, ravine, {}, 0))  # where they will walk
    for name in METHODS:
        found[name] = _best(ravine, name, settings.momentum)
        yield Frame(0.5 * len(found) / len(METHODS), partial(_pictures, ravine, dict(found), 0))
    for moment in range(1, MOMENTS + 1):
        until = STEPS * moment**2 // MOMENTS**2  # quicker and quicker: all happens at the start
        yield Frame(0.5 + 0.5 * moment / MOMENTS, partial(_pictures, ravine, found, until))
    return {
        **{f"steps_{name}": descent.steps.min(keepdims=True) for name, descent in found.items()},
        **{f"rate_{name}": np.array([descent.rate]) for name, descent in found.items()},
        "slope_angle": np.array([ravine.slope_angle()]),
    }


def _best(ravine: Ravine, name: str, momentum: float) -> Descent:
    second = RMSPROP_KEEPS if name == "rmsprop" else ADAM_KEEPS
    paths = descents(
        ravine, METHODS[name][0], RATES.tolist(), STEPS, momentum=momentum, second=second
    )
    loss = ravine.loss(paths)
    steps = steps_to_stay(loss, SHARE)
    last = loss[:, -1].nan_to_num(torch.inf)
    best = int(steps.argmin() if bool(steps.isfinite().any()) else last.argmin())
    return Descent(
        rate=float(RATES[best]),
        steps=to_array(steps),
        path=to_array(paths[best]),
        loss=to_array(loss[best] / loss[best, 0]),
    )


def _pictures(ravine: Ravine, found: dict[str, Descent], until: int) -> tuple[Picture, ...]:
    step = np.arange(float(until + 1))
    labels = {name: label for name, (_, label) in METHODS.items()}
    kept = thinned(until + 1)
    return (
        _contour(ravine),
        *(
            Path("paths", name, labels[name], *map(numbers, descent.path[: until + 1][kept].T))
            for name, descent in found.items()
        ),
        *(
            curve("loss", name, labels[name], step, descent.loss[None, : until + 1])
            for name, descent in found.items()
        ),
        *(
            curve("rates", name, labels[name], RATES, descent.steps[None])
            for name, descent in found.items()
        ),
    )


def _contour(ravine: Ravine) -> Grid:
    line = torch.linspace(-REACH, REACH, CELLS, dtype=torch.float64)
    points = torch.stack(torch.meshgrid(line, line, indexing="xy"), dim=-1)
    rows = to_array(ravine.loss(points).add(0.01).log10())  # log: else the floor shows no contour
    label = Words("log₁₀(perte + 0,01)", "log₁₀(loss + 0.01)")
    edges = (-REACH, REACH)
    return Grid("paths", "loss", label, edges, edges, tuple(map(numbers, rows)))


def criterion(measures: Measures) -> Met:
    """Gradient descent and RMSProp need at least twice the steps of momentum and of Adam."""
    slow = np.minimum(measures["steps_gd"], measures["steps_rmsprop"])
    return np.asarray(
        slow >= TWICE * np.maximum(measures["steps_momentum"], measures["steps_adam"])
    )


def _outcome(measures: Measures) -> str:
    steps = {name: float(measures[f"steps_{name}"][0]) for name in METHODS}
    return min(steps, key=steps.__getitem__)


def _lasts_longest(measures: Measures) -> str:
    steps = {name: float(measures[f"steps_{name}"][0]) for name in METHODS}
    return max(steps, key=steps.__getitem__)


NAMES = tuple((name, label) for name, (_, label) in METHODS.items())

EXPERIMENT = Experiment(
    name="ravine",
    theme=Theme.OPTIMISATION,
    title=Words("Optimiseurs dans un ravin", "Optimisers in a ravine"),
    question=Words(
        "Dans un ravin cent fois plus courbé en travers qu’en long, qui atteint le fond d’abord ?",
        "In a ravine a hundred times more curved across than along, who is first at the bottom?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "Chacun à son meilleur taux, qui divise le plus vite la perte par un million ?",
                "Each at its best rate, which one is quickest to make the loss a millionth?",
            ),
            NAMES,
            _outcome,
        ),
        ChoiceGuess(
            Words(
                "Chacun à son meilleur taux, lequel met le plus longtemps ?",
                "Each at its best rate, which one takes longest?",
            ),
            NAMES,
            _lasts_longest,
        ),
        NumberGuess(
            Words(
                "Combien de pas faut-il à la descente de gradient simple pour diviser la perte "
                "par un million ?",
                "How many steps does plain gradient descent need to make the loss a millionth?",
            ),
            "steps_gd",
            low=1,
            high=STEPS,
            is_log=True,
        ),
        CurveGuess(
            Words(
                "Tracez la perte d’Adam à son meilleur taux.",
                "Draw the loss of Adam at its best rate.",
            ),
            "loss",
            "adam",
        ),
        NumberGuess(
            Words(
                "Au départ, de combien de degrés l’opposé du gradient s’écarte-t-il du minimum ?",
                "At the start, by how many degrees does the opposite of the gradient miss the "
                "minimum?",
            ),
            "slope_angle",
            low=0,
            high=90,
            unit="°",
            name="slope_angle",
            plot="paths",
        ),
    ),
    claim=Words(
        "Dans un ravin de rapport κ = 100, tourné de 30°, descente de gradient et RMSProp, à leur "
        "meilleur taux fixe, demandent au moins deux fois plus de pas que momentum et Adam pour "
        "diviser la perte par un million.",
        "In a ravine of ratio κ = 100, turned by 30°, gradient descent and RMSProp, at their best "
        "fixed rate, need at least twice the steps of momentum and Adam to make the loss a "
        "millionth.",
    ),
    shows=Words(
        "Pas pour diviser la perte par un million, au meilleur de 48 taux (∞ : jamais en 1 000 "
        "pas) : descente de gradient {steps_gd:d} (η = {rate_gd:.2}), momentum {steps_momentum:d} "
        "(η = {rate_momentum:.2}), RMSProp {steps_rmsprop:d} (η = {rate_rmsprop:.2}), Adam "
        "{steps_adam:d} (η = {rate_adam:.2}).",
        "Steps to a millionth of the loss, at the best of 48 rates (∞: not within 1,000 steps): "
        "gradient descent {steps_gd:d} (η = {rate_gd:.2}), momentum {steps_momentum:d} "
        "(η = {rate_momentum:.2}), RMSProp {steps_rmsprop:d} (η = {rate_rmsprop:.2}), Adam "
        "{steps_adam:d} (η = {rate_adam:.2}).",
    ),
    limits=Words(
        "Sans vrai ravin, le momentum gêne : avec κ = 10, la descente simple gagne. Trop fort, il "
        "gêne aussi : avec γ = 0,99, il oscille encore au bout de 1 000 pas. RMSProp fait des pas "
        "de l’ordre de η, même près du fond : un grand η tourne autour, un petit arrive trop "
        "tard ; faire décroître le taux y remédie. Enfin, la perte d’un réseau n’est pas une "
        "cuvette.",
        "Without a true ravine, momentum is in the way: with κ = 10, plain descent wins. Too "
        "strong, it is in the way as well: with γ = 0.99, it still swings after 1,000 steps. "
        "RMSProp takes steps of about η even near the bottom: a big η circles it, a small one "
        "comes too late; a decaying rate is the cure. And a network’s loss is no bowl.",
    ),
    plots=(
        Plot(
            "paths",
            Words("Chemins dans le ravin", "Paths in the ravine"),
            Axis(same("x₁"), low=-REACH, high=REACH),
            Axis(same("x₂"), low=-REACH, high=REACH),
        ),
        Plot(
            "loss",
            Words("Perte au meilleur taux", "Loss at the best rate"),
            STEP,
            Axis(Words("perte ÷ perte de départ", "loss ÷ loss at the start"), is_log=True),
        ),
        Plot(
            "rates",
            Words("Pas nécessaires selon η", "Steps needed against η"),
            RATE,
            Axis(Words("nombre de pas", "number of steps"), is_log=True),
        ),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("cuvette presque ronde", "nearly round bowl"), {"condition": 10.0}),
        Preset(Words("ravin dans l’axe", "ravine along the axis"), {"degrees": 0.0}),
        Preset(Words("trop de momentum", "too much momentum"), {"momentum": 0.99}),
        Preset(Words("ravin étroit", "narrow ravine"), {"condition": 300.0}),
    ),
    facts=(
        *("OPT-01", "OPT-25", "OPT-26", "OPT-27", "OPT-28", "OPT-30", "OPT-32", "OPT-33", "OPT-36"),
        *("OPT-39", "OPT-47", "GRA-24"),
    ),
    kind="exact",
)
