"""An RNN of one number: what it keeps of what it has read, and how much of a gradient comes back.

Nothing is trained: with its weight in hand, a learner can work out all of it.
"""

from __future__ import annotations

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
from sim.labels import sheet
from sim.pictures import Picture, Table
from sim.problems.scalar_rnn import FIRST, Array, gradients, states
from sim.settings import real, switch, whole
from sim.training.curves import curve
from sim.trial import Trial
from sim.words import Words, same

FOLLOWED = 3
MOMENTS = 20
LEFT = 1e-9
_CELL = "h = tanh(0,5·x + w·h + 0,1)", "h = tanh(0.5·x + w·h + 0.1)"


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    weight: float = real(0.8, Words("poids récurrent w", "recurrent weight w"), low=0, high=1.5)
    length: int = whole(100, Words("longueur T de la suite", "length T"), low=3, high=200)
    is_reset: bool = switch(False, Words("h remis à 0 à chaque pas", "h put back to 0 each step"))


def run(settings: Settings, trial: Trial) -> Course:
    """Read 1, then zeros, and send a gradient back from the last state."""
    weight, length = settings.weight, settings.length
    h = states(weight, length=length, is_reset=settings.is_reset)
    back = {
        "linear": gradients(weight, length=length, has_tanh=False),
        "tanh": gradients(weight, length=length, has_tanh=True),
    }
    for moment in range(1, MOMENTS + 1):
        until = -(-length * moment // MOMENTS)
        yield Frame(moment / MOMENTS, partial(_pictures, h, back, until))
    measured = {
        **{f"state_{time}": h[time] for time in range(1, FOLLOWED + 1)},
        "last": h[-1],
        **{f"gradient_{name}": slopes[-1] for name, slopes in back.items()},
    }
    return {name: np.array([float(value)]) for name, value in measured.items()}


def _pictures(h: Array, back: dict[str, Array], until: int) -> tuple[Picture, ...]:
    times = np.arange(until + 1.0)
    labels = {
        "linear": Words("sans activation : wᵏ", "no activation: wᵏ"),
        "tanh": Words("à travers tanh", "through tanh"),
    }
    return (
        curve("state", "h", Words("état hₜ", "state hₜ"), times, h[None, : until + 1]),
        *(
            curve("gradient", name, label, times, back[name][None, : until + 1])
            for name, label in labels.items()
        ),
        _table(h),
    )


def _table(h: Array) -> Table:
    columns = (Words("pas t", "step t"), same("xₜ"), same("hₜ"))
    rows = tuple(
        (same(str(time)), FIRST if time == 1 else 0.0, float(h[time]))
        for time in range(1, FOLLOWED + 1)
    )
    return Table("first", "first", Words("Les trois premiers pas", "Its first three steps"),
                 columns, rows)  # fmt: skip


def criterion(measures: Measures) -> Met:
    """The state falls and does not go out; the gradient has as good as gone out."""
    first, second, third = (measures[f"state_{time}"] for time in range(1, FOLLOWED + 1))
    falls = (first > second) & (second > third) & (measures["last"] > 0.1)
    return np.asarray(falls & (measures["gradient_linear"] < LEFT))


def _after_a_zero(measures: Measures) -> str:
    second, third = measures["state_2"][0], measures["state_3"][0]
    return "same" if second == third else "falls" if third < second else "rises"


EXPERIMENT = Experiment(
    name="scalar_rnn",
    theme=Theme.SEQUENCES,
    title=Words("Un RNN à un seul nombre", "An RNN of a single number"),
    question=Words(
        "Que garde un état de ce qu’il a lu, et qu’en revient-il au gradient ?",
        "What does a state keep of what it read, and what of it comes back to the gradient?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                f"Un RNN à un seul nombre, {_CELL[0]}, lit 1, 0, 0… Du premier zéro au second, son "
                "état…",
                f"An RNN of one number, {_CELL[1]}, reads 1, 0, 0… From the first zero to the "
                "second, its state…",
            ),
            (
                ("same", Words("reste le même", "stays the same")),
                ("falls", Words("baisse", "falls")),
                ("rises", Words("monte", "rises")),
            ),
            _after_a_zero,
        ),
        NumberGuess(
            Words(
                "Sans activation, h est multiplié par w à chaque pas. Par combien tous les pas "
                "multiplient-ils le gradient qui les remonte ?",
                "Without an activation, h is multiplied by w at each step. By how much do all "
                "steps multiply the gradient that goes back through them?",
            ),
            "gradient_linear",
            low=1e-40,
            high=1e40,
            is_log=True,
            plot="gradient",
        ),
        CurveGuess(
            Words(
                "Le RNN lit 1, puis des zéros. Tracez son état, pas après pas.",
                "The RNN reads 1, then zeros. Draw its state, step by step.",
            ),
            "state",
            "h",
        ),
        *(
            NumberGuess(
                Words(
                    f"Un RNN à un seul nombre, {_CELL[0]}, lit 1, 0, 0 depuis h = 0. Sauf réglage, "
                    f"w = 0,8 et h n’est pas remis à 0. Que vaut h après le pas {time} ?",
                    f"An RNN of one number, {_CELL[1]}, reads 1, 0, 0 from h = 0. Unless set, "
                    f"w = 0.8 and h is not put back to 0. What is h after step {time}?",
                ),
                f"state_{time}",
                low=0,
                high=1,
                name=f"state_{time}",
                plot="first",
            )
            for time in range(1, FOLLOWED + 1)
        ),
    ),
    claim=Words(
        "Avec w = 0,8, l’état baisse d’un zéro à l’autre sans revenir à 0 ; et de la pente que "
        "100 pas font remonter, sans activation, il reste moins d’un milliardième.",
        "With w = 0.8, the state falls from one zero to the next without going back to 0; and of "
        "a slope sent back through 100 steps, without activation, less than a billionth is left.",
    ),
    shows=Words(
        "Après 1, 0, 0 : h = {state_1:.3}, {state_2:.3}, {state_3:.3} ; après {length} pas, "
        "{last:.3}. Le gradient remonté d’autant de pas est multiplié par {gradient_linear:.3} "
        "sans activation, par {gradient_tanh:.3} à travers tanh.",
        "After 1, 0, 0: h = {state_1:.3}, {state_2:.3}, {state_3:.3}; after {length} steps, "
        "{last:.3}. The gradient sent back through as many steps is multiplied by "
        "{gradient_linear:.3} without activation, by {gradient_tanh:.3} through tanh.",
    ),
    limits=Words(
        "Un état qui ne s’éteint pas n’est pas une mémoire : c’est le biais 0,1 qui le retient, "
        "quel que soit le premier nombre lu. Avec w > 1, les facteurs explosent sans activation ; "
        "à travers tanh, qui sature, ils s’éteignent encore.",
        "A state that does not go out is no memory: the bias of 0.1 holds it up, whatever was read "
        "first. With w > 1 factors explode without an activation; through tanh, which saturates, "
        "they still go out.",
    ),
    plots=(
        Plot(
            "state",
            Words("L’état, pas après pas", "The state, step by step"),
            Axis(Words("pas t", "step t")),
            Axis(Words("état h", "state h"), low=0, high=1),
        ),
        Plot(
            "gradient",
            Words("Ce qui revient du gradient", "What comes back of the gradient"),
            Axis(Words("pas remontés k", "steps back k")),
            Axis(Words("∂h_T / ∂h_(T−k)", "∂h_T / ∂h_(T−k)"), is_log=True),
        ),
        sheet("first", Words("Les trois premiers pas", "Its first three steps")),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("w = 0,9", "w = 0.9"), {"weight": 0.9}),
        Preset(Words("w = 1,1", "w = 1.1"), {"weight": 1.1}),
        Preset(Words("état oublié à chaque pas", "state forgotten each step"), {"is_reset": True}),
    ),
    facts=("NEU-20", "SEQ-02", "SEQ-03", "SEQ-06", "SEQ-08", "SEQ-09", "SEQ-13", "SEQ-14"),
    kind="exact",
)
