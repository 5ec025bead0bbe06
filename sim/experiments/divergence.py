"""Past 2/λmax, gradient descent goes to infinity, and numbers stop being numbers."""

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
from sim.labels import STEP, valued
from sim.nn.recipe import Dense, Loss, Network, Recipe
from sim.pictures import Picture
from sim.problems.regression import bowl
from sim.settings import real
from sim.training.curves import Array, curve
from sim.training.fleet import Fleet
from sim.training.fleet_curves import by_step
from sim.training.measures import train_loss
from sim.trial import Trial
from sim.words import Words

BELOW = 0.95
LIMIT = 2.0  # 2/λmax, where λmax = 1
STEPS, ROUNDS = 600, 100
SOLVED = 1e-6


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    multiple: float = real(
        1.05, Words("η, en multiples de 2/λmax", "η, in multiples of 2/λmax"), low=0.05, high=3
    )


def run(settings: Settings, trial: Trial) -> Course:
    """Fit a linear model by gradient descent, a little below the limit and at the chosen rate."""
    multiples = {"below": BELOW, "chosen": settings.multiple}
    network = Network((Dense(1, has_bias=False),))
    recipes = {
        case: Recipe(network=network, loss=Loss.MSE, learning_rate=multiple * LIMIT, steps=STEPS)
        for case, multiple in multiples.items()
    }
    labels = {case: valued("η ÷ (2/λmax)", multiple) for case, multiple in multiples.items()}

    def draw(fleet: Fleet) -> tuple[Picture, ...]:
        return (
            *by_step(fleet, "loss", labels),
            *(
                curve("finite", case, label, fleet.steps(case), _is_finite(fleet, case))
                for case, label in labels.items()
            ),
        )

    fleet = yield from trial.train(
        recipes,
        bowl(trial.members, examples=32),
        record={"loss": train_loss},
        draw=draw,
        rounds=ROUNDS,
    )
    losses = {case: fleet.history("loss", case) for case in multiples}
    return {
        "left_below": losses["below"][:, -1] / losses["below"][:, 0],
        "last_finite": _last_finite(losses["chosen"]) / losses["chosen"][:, 0],
        "is_finite": _is_finite(fleet, "chosen")[:, -1],
        "steps_finite": (_is_finite(fleet, "chosen").sum(axis=1) - 1) * STEPS / ROUNDS,
    }


def _is_finite(fleet: Fleet, case: str) -> Array:
    """1 while a network's loss is a number, 0 from then on, ``(members, rounds done + 1)``."""
    return np.isfinite(fleet.history("loss", case)).astype(np.float64)


def _last_finite(losses: Array) -> Array:
    """The last loss that is a number, ``(members,)``."""
    finite = np.isfinite(losses)
    last = finite.shape[1] - 1 - finite[:, ::-1].argmax(axis=1)
    return np.asarray(losses[np.arange(len(losses)), last])


def criterion(measures: Measures) -> Met:
    """Below the limit, a millionth of the loss is left at most; at the chosen rate, no number."""
    return np.asarray((measures["left_below"] <= SOLVED) & (measures["is_finite"] == 0))


def _outcome(measures: Measures) -> str:
    if float(np.median(measures["is_finite"])) == 0:
        return "infinite"
    left = float(np.median(measures["last_finite"]))
    return "solved" if left < 0.01 else "stuck" if left < 10 else "grows"


EXPERIMENT = Experiment(
    name="divergence",
    theme=Theme.OPTIMISATION,
    title=Words("Diverger jusqu’à l’infini", "Diverging to infinity"),
    question=Words(
        "Que devient la perte quand η dépasse un peu 2/λmax, où λmax est sa plus grande courbure ?",
        "What becomes of the loss when η is a little above 2/λmax, where λmax is its greatest "
        "curvature?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "Après 600 pas de descente de gradient au taux choisi, la perte…",
                "After 600 steps of gradient descent at the chosen rate, the loss…",
            ),
            (
                ("solved", Words("est proche de 0", "is close to 0")),
                ("stuck", Words("n’a guère changé d’échelle", "is about as big as it was")),
                (
                    "grows",
                    Words(
                        "a grandi, mais reste un nombre fini",
                        "grew, but is a finite number yet",
                    ),
                ),
                ("infinite", Words("n’est plus un nombre fini", "is no finite number any more")),
            ),
            _outcome,
        ),
        NumberGuess(
            Words(
                "Pendant combien de pas la perte reste-t-elle un nombre fini (600 au plus) ?",
                "For how many steps does the loss stay a finite number (600 at most)?",
            ),
            "steps_finite",
            low=1,
            high=600,
            plot="finite",
        ),
        CurveGuess(
            Words("Tracez la perte au taux choisi.", "Draw the loss at the chosen rate."),
            "loss",
            "chosen",
        ),
    ),
    claim=Words(
        "À 0,95 fois la limite 2/λmax, il reste au plus un millionième de la perte après 600 pas ; "
        "à 1,05 fois, elle a dépassé tout ce que la machine sait écrire.",
        "At 0.95 times the limit 2/λmax, a millionth of the loss at most is left after 600 steps; "
        "at 1.05 times, it went past all that the machine can write.",
    ),
    shows=Words(
        "À η = {multiple} × 2/λmax, la perte reste un nombre fini au moins jusqu’au pas "
        "{steps_finite:d} sur 600, où elle vaut {last_finite} fois celle du départ. À 0,95 fois "
        "la limite, elle finit à {left_below:.2} fois celle du départ.",
        "At η = {multiple} × 2/λmax, the loss stays a finite number at least up to step "
        "{steps_finite:d} of 600, where it is {last_finite} times that at the start. At 0.95 "
        "times the limit, it ends at {left_below:.2} times that at the start.",
    ),
    limits=Words(
        "Cette limite exacte vaut pour une cuvette parabolique et la descente de gradient simple. "
        "À chaque pas, l’écart dans la direction la plus courbe est multiplié par 1 − ηλmax, "
        "soit −1,1 à 1,05 fois la limite. Avec l’entropie croisée, qui croît moins vite au loin, "
        "un réseau échoue souvent sans jamais afficher NaN.",
        "This exact limit is that of a parabolic bowl and of plain gradient descent. At every step "
        "the distance along the most curved direction is multiplied by 1 − ηλmax, "
        "that is −1.1 at 1.05 times the limit. With cross-entropy, which grows less fast far away, "
        "a network often fails without ever showing NaN.",
    ),
    plots=(
        Plot(
            "loss",
            Words("Perte (réseaux encore finis)", "Loss (of networks still finite)"),
            STEP,
            Axis(Words("erreur quadratique moyenne", "mean squared error"), is_log=True),
        ),
        Plot(
            "finite",
            Words(
                "Réseaux dont la perte est un nombre fini",
                "Networks whose loss is a finite number",
            ),
            STEP,
            Axis(Words("part des réseaux", "share of networks"), low=0, high=1),
        ),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("pile la limite", "the very limit"), {"multiple": 1.0}),
        Preset(Words("moitié de la limite", "half the limit"), {"multiple": 0.5}),
        Preset(Words("triple de la limite", "three times the limit"), {"multiple": 3.0}),
    ),
    facts=("OPT-05", "OPT-06", "OPT-07", "GRA-30"),
)
