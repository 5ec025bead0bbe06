"""The perceptron's algorithm, one example at a time, and the ≤ without which it never starts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
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
from sim.pictures import Grid, Numbers, Path, Picture, Points, Table
from sim.problems.perceptron_guesses import RULE_GUESSES
from sim.problems.perceptron_rule import (
    INPUTS,
    TARGETS,
    Look,
    Weight,
    cost,
    learn,
    scored,
    step_over_descent,
)
from sim.settings import choice, real, whole
from sim.training.curves import curve
from sim.trial import Trial
from sim.words import Words, same

EDGES = (-2.0, 2.0)
SIDE = 40


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    problem: str = choice(
        "and",
        Words("fonction à apprendre", "function to learn"),
        {
            "and": Words("ET", "AND"),
            "or": Words("OU", "OR"),
            "nand": Words("NON-ET", "NAND"),
            "xor": same("XOR"),
        },
    )
    rule: str = choice(
        "at_most",
        Words("on corrige si y·f(x)…", "corrected if y·f(x)…"),
        {"at_most": same("≤ 0"), "below": same("< 0")},
    )
    rate: float = real(
        1.0, Words("taux d’apprentissage η", "learning rate η"), low=0.1, high=10, is_log=True
    )
    epochs: int = whole(10, Words("époques au plus", "epochs at most"), low=1, high=50)


def run(settings: Settings, trial: Trial) -> Course:
    """Learn the chosen function look by look; AND with the other rule and XOR beside it."""
    looks: list[Look] = []
    planned = list(_looks(settings))
    for look in planned:
        looks.append(look)
        yield Frame(len(looks) / len(planned), partial(_pictures, settings, tuple(looks)))
    strict = list(_looks(replace(settings, rule="below")))
    xor = list(_looks(replace(settings, problem="xor", rule="at_most")))
    w = looks[-1].weights
    found = {
        "corrections": sum(look.is_corrected for look in looks),
        "corrections_strict": sum(look.is_corrected for look in strict),
        "wrong": _wrong(settings.problem, w),
        "wrong_strict": _wrong(settings.problem, strict[-1].weights),
        "rounds": looks[-1].epoch,
        "last_round": _in_round(looks, looks[-1].epoch),
        "xor_last_round": _in_round(xor, xor[-1].epoch),
        "w0": w[0],
        "w1": w[1],
        "w2": w[2],
        "score": scored(w, INPUTS[0]),
        "cost": cost(settings.problem, w),
        "step_over_descent": step_over_descent(looks, settings.rate),
    }
    return {name: np.array([float(value)]) for name, value in found.items()}


def _looks(settings: Settings) -> Iterator[Look]:
    return learn(settings.problem, rule=settings.rule, rate=settings.rate, epochs=settings.epochs)


def _wrong(problem: str, w: Weight) -> int:
    """How many of the four are not strictly on their side."""
    return sum(y * scored(w, x) <= 0 for x, y in zip(INPUTS, TARGETS[problem], strict=True))


def _in_round(looks: list[Look], epoch: int) -> int:
    return sum(look.is_corrected for look in looks if look.epoch == epoch)


def _pictures(settings: Settings, looks: tuple[Look, ...]) -> tuple[Picture, ...]:
    w = looks[-1].weights
    line = _line(w)
    x, y = (tuple(float(point[axis]) for point in INPUTS) for axis in (0, 1))
    classes = tuple(int(target > 0) for target in TARGETS[settings.problem])
    return (
        Grid("plane", "side", Words("signe de f", "sign of f"), EDGES, EDGES, _signs(w)),
        *(
            [Path("plane", "line", Words("droite f(x) = 0", "line f(x) = 0"), *line)]
            if line
            else []
        ),
        Points("plane", "examples", Words("exemples", "examples"), x, y, classes),
        _steps(looks),
        _corrections(settings, list(looks)),
    )


def _signs(w: Weight) -> tuple[Numbers, ...]:
    places = EDGES[0] + (np.arange(SIDE) + 0.5) * (EDGES[1] - EDGES[0]) / SIDE
    scores = w[0] + w[1] * places[None, :] + w[2] * places[:, None]
    return tuple(tuple(row) for row in np.sign(scores).tolist())


def _line(w: Weight) -> tuple[Numbers, Numbers] | None:
    """Two points far apart on w₀ + w₁x₁ + w₂x₂ = 0, or None where it is no line."""
    squared = w[1] ** 2 + w[2] ** 2
    if squared == 0:
        return None
    foot = -w[0] * w[1] / squared, -w[0] * w[2] / squared
    along = 2 * EDGES[1] / squared**0.5
    ends = [(foot[0] - t * w[2], foot[1] + t * w[1]) for t in (-along, along)]
    return (ends[0][0], ends[1][0]), (ends[0][1], ends[1][1])


def _steps(looks: tuple[Look, ...]) -> Table:
    columns = (
        Words("époque", "epoch"),
        *(same(name) for name in ("x₁", "x₂", "y", "f(x)", "y·f(x)")),
        Words("correction ?", "corrected?"),
        *(same(name) for name in ("w₀", "w₁", "w₂")),
    )
    yes, no = Words("oui", "yes"), Words("non", "no")
    rows: tuple[tuple[Words | float, ...], ...] = tuple(
        (
            *map(float, (look.epoch, *look.x, look.y)),
            look.score,
            look.y * look.score + 0.0,  # never −0
            yes if look.is_corrected else no,
            *look.weights,
        )
        for look in looks
    )
    marked = tuple(place for place, look in enumerate(looks) if look.is_corrected)
    return Table("steps", "steps", Words("Pas à pas", "Step by step"), columns, rows, marked)


def _corrections(settings: Settings, looks: list[Look]) -> Picture:
    rounds = range(1, looks[-1].epoch + 1)
    found = np.array([[float(_in_round(looks, epoch)) for epoch in rounds]])
    label = Words("corrections de l’époque", "corrections of the epoch")
    return curve("corrections", "chosen", label, np.array(rounds, dtype=np.float64), found)


def criterion(measures: Measures) -> Met:
    """It ends with all four right; with < it would not have moved; XOR keeps being corrected."""
    is_learnt = (measures["wrong"] == 0) & (measures["last_round"] == 0)
    is_stuck = (measures["corrections_strict"] == 0) & (measures["wrong_strict"] > 0)
    met: Met = is_learnt & is_stuck & (measures["xor_last_round"] > 0)
    return met


def _outcome(measures: Measures) -> str:
    if measures["corrections"][0] == 0:
        return "still"
    return "settles" if measures["last_round"][0] == 0 else "turns"


EXPERIMENT = Experiment(
    name="perceptron",
    theme=Theme.NEURON,
    title=Words("Le perceptron pas à pas", "The perceptron step by step"),
    question=Words(
        "Comment un perceptron trouve-t-il sa droite, et quand ne la trouve-t-il pas ?",
        "How does a perceptron find its line, and when does it not?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "Partis de zéro, les poids du perceptron…",
                "Starting from zero, the perceptron’s weights…",
            ),
            (
                ("settles", Words("bougent puis se fixent", "move, then settle")),
                (
                    "turns",
                    Words(
                        "bougent encore à la dernière époque",
                        "still move in the last epoch",
                    ),
                ),
                ("still", Words("ne bougent jamais", "never move")),
            ),
            _outcome,
        ),
        NumberGuess(
            Words(
                "Combien de corrections le perceptron fera-t-il en tout ?",
                "How many corrections will the perceptron make in all?",
            ),
            "corrections",
            low=0,
            high=200,
        ),
        CurveGuess(
            Words(
                "Tracez le nombre de corrections de chaque époque.",
                "Draw the number of corrections in each epoch.",
            ),
            "corrections",
            "chosen",
        ),
        *RULE_GUESSES,
    ),
    claim=Words(
        "La fonction ET est apprise et l’algorithme s’arrête ; avec « < 0 » aucun poids ne "
        "bougerait depuis zéro ; sur XOR, il corrige encore à la dixième et dernière époque.",
        "AND is learnt and the algorithm stops; with “< 0” no weight would move from zero; on XOR "
        "it still corrects in the tenth and last epoch.",
    ),
    shows=Words(
        "Corrections : {corrections:d}, dont {last_round:d} à la dernière époque, la n° "
        "{rounds:d}. Poids : w = ({w0} ; {w1} ; {w2}). Exemples mal classés sur les quatre : "
        "{wrong:d}. Avec le test « < 0 », corrections : {corrections_strict:d}, mal classés : "
        "{wrong_strict:d}. Sur XOR, corrections à la dernière époque : {xor_last_round:d}.",
        "Corrections: {corrections:d}, of which {last_round:d} in the last epoch, number "
        "{rounds:d}. Weights: w = ({w0}; {w1}; {w2}). Misclassified examples of the four: "
        "{wrong:d}. With the test “< 0”, corrections: {corrections_strict:d}, misclassified: "
        "{wrong_strict:d}. On XOR, corrections in the last epoch: {xor_last_round:d}.",
    ),
    limits=Words(
        "L’arrêt n’est promis que si une droite sépare les classes. Depuis des poids tirés au "
        "hasard, « < 0 » démarrerait aussi : c’est le zéro exact qui bloque. Changer η ne change "
        "ici que l’échelle des poids, pas les corrections. Et rien ne promet que la droite "
        "trouvée soit la plus éloignée des points, même si c’est le cas ici pour ET.",
        "It is only bound to stop where a line separates the classes. From random weights, “< 0” "
        "would start too: the exact zero is what blocks it. Here η only changes the scale of the "
        "weights, not the corrections. And nothing promises that the line found is the one "
        "farthest from the points, though here it is for AND.",
    ),
    plots=(
        Plot(
            "plane",
            Words("La droite du moment", "The line of the moment"),
            Axis(same("x₁"), low=EDGES[0], high=EDGES[1]),
            Axis(same("x₂"), low=EDGES[0], high=EDGES[1]),
        ),
        sheet("steps", Words("Pas à pas", "Step by step")),
        Plot(
            "corrections",
            Words("Corrections par époque", "Corrections by epoch"),
            Axis(Words("époque", "epoch")),
            Axis(Words("corrections", "corrections"), low=0, high=4),
        ),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("test « < 0 »", "test “< 0”"), {"rule": "below"}),
        Preset(same("XOR"), {"problem": "xor"}),
        Preset(Words("OU", "OR"), {"problem": "or"}),
    ),
    facts=("NEU-07", "NEU-08", "NEU-09", "NEU-10", "NEU-11", "NEU-12"),
    kind="exact",
    members=1,
)
