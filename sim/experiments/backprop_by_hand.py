"""Backpropagation by hand: ten derivatives, each checked without the chain rule."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from sim.declaration import (
    Axis,
    Course,
    Experiment,
    Frame,
    Measures,
    Met,
    Plot,
    Preset,
    Theme,
)
from sim.labels import sheet
from sim.pictures import Picture
from sim.problems.two_layers import BATCHES, START, Batch, Parameters, stepped
from sim.problems.two_layers_guesses import GUESSES
from sim.problems.two_layers_measures import at_start
from sim.problems.two_layers_outputs import OUTPUTS
from sim.problems.two_layers_pictures import errors, network
from sim.problems.two_layers_tables import SLIDES, derivatives, forward_pass
from sim.settings import choice, real, switch, whole
from sim.trial import Trial
from sim.words import Words, same

AGREE = 1e-9
FRAMES = 40
NONE = "none"
Walks = dict[bool, list[Parameters]]


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    learning_rate: float = real(
        0.5, Words("taux d’apprentissage η", "learning rate η"), low=0.01, high=50, is_log=True
    )
    steps: int = whole(1, Words("pas", "steps"), low=1, high=10_000, is_log=True)
    has_biases: bool = switch(True, Words("corriger aussi les biais", "correct the biases too"))
    nudged: str = choice(
        NONE,
        Words("paramètre à déplacer", "parameter to move"),
        {NONE: Words("aucun", "none")} | {name: same(name) for name in START},
    )
    nudge: float = real(0.1, Words("de combien", "by how much"), low=-2, high=2)

    output: str = choice(
        "half",
        Words("sorties et erreur", "outputs and error"),
        {name: output.label for name, output in OUTPUTS.items()},
    )
    examples: str = choice(
        "one",
        Words("lot d’exemples", "batch of examples"),
        {
            "one": Words("un seul", "a single one"),
            "copied": Words("le même, deux fois", "the same one, twice"),
            "pair": Words("lui et son miroir", "it and its mirror image"),
        },
    )

    @property
    def start(self) -> Parameters:
        """Where the parameters start: the slides' values, one of them moved if so chosen."""
        moved = {} if self.nudged == NONE else {self.nudged: START[self.nudged] + self.nudge}
        return {**START, **moved}

    @property
    def batch(self) -> Batch:
        """What is learnt, and by which outputs."""
        return Batch(BATCHES[self.examples], OUTPUTS[self.output])

    @property
    def is_slides(self) -> bool:
        """Whether the slides' own numbers may stand beside what is computed."""
        is_theirs = self.output == "half" and self.examples == "one"
        return is_theirs and self.nudged == NONE and self.learning_rate == 0.5


def run(settings: Settings, trial: Trial) -> Course:
    """Forward, backward, check, step; with all parameters and with the weights alone."""
    start, batch = settings.start, settings.batch
    checked = {name: batch.central_difference(start, name) for name in start}
    walks: Walks = {has_biases: [start] for has_biases in (True, False)}
    every = max(1, settings.steps // FRAMES)
    for done in range(1, settings.steps + 1):
        for has_biases, walk in walks.items():
            gradient = batch.gradient(walk[-1])
            rate = settings.learning_rate
            walk.append(stepped(walk[-1], gradient, rate=rate, has_biases=has_biases))
        if done % every == 0 or done == settings.steps:
            seen = {kind: tuple(walk[::every]) for kind, walk in walks.items()}
            now = walks[settings.has_biases][-1]
            share = done / settings.steps
            yield Frame(share, partial(_pictures, settings, checked, seen, every, now))
    measures = _measures(settings, checked, walks)
    return {name: np.array([value]) for name, value in measures.items()}


def _measures(settings: Settings, checked: Parameters, walks: Walks) -> dict[str, float]:
    batch, chosen = settings.batch, walks[settings.has_biases]
    found = at_start(settings.start, batch, rate=settings.learning_rate)
    end = batch.passes(chosen[-1])[0][0]
    return {
        **found,
        "error_before": batch.error(chosen[0]),
        "error_first": batch.error(chosen[1]),
        "error_after": batch.error(chosen[-1]),
        "error_all": batch.error(walks[True][1]),
        "error_weights": batch.error(walks[False][1]),
        "end_all": batch.error(walks[True][-1]),
        "end_weights": batch.error(walks[False][-1]),
        "second_b2": batch.gradient(chosen[1])["b2"],
        "output_1": end.a_out[0],
        "output_2": end.a_out[1],
        "gap": max(abs(found[f"gradient_{name}"] - checked[name]) for name in START),
    }


def _pictures(
    settings: Settings,
    checked: Parameters,
    seen: dict[bool, tuple[Parameters, ...]],
    every: int,
    now: Parameters,
) -> tuple[Picture, ...]:
    start, batch = settings.start, settings.batch
    gradient = batch.gradient(start)
    rate, has_biases = settings.learning_rate, settings.has_biases
    after = stepped(start, gradient, rate=rate, has_biases=True)
    later = batch.gradient(stepped(start, gradient, rate=rate, has_biases=has_biases))
    beside = SLIDES if settings.is_slides else {}
    is_mean = len(batch.examples) > 1
    return (
        derivatives(start, gradient, checked, after, later, is_mean=is_mean, beside=beside),
        forward_pass(start, batch),
        *errors(batch, seen, every),
        network(now),
    )


def criterion(measures: Measures) -> Met:
    """All ten derivatives are right, and one step along them lowers the error."""
    return (measures["gap"] < AGREE) & (measures["error_first"] < measures["error_before"])


EXPERIMENT = Experiment(
    name="backprop_by_hand",
    theme=Theme.BACKPROPAGATION,
    title=Words("La rétropropagation à la main", "Backpropagation by hand"),
    question=Words(
        "D’où vient chaque dérivée d’un petit réseau, et comment savoir qu’elle est juste ?",
        "Where does each derivative of a small network come from, and how to know it is right?",
    ),
    guesses=GUESSES,
    claim=Words(
        "Les dix dérivées calculées par la règle de la chaîne égalent les différences centrées à "
        "10⁻⁹ près, et un pas de η = 0,5 fait baisser l’erreur.",
        "The ten derivatives that the chain rule gives equal central differences within 10⁻⁹, and "
        "one step with η = 0.5 lowers the error.",
    ),
    shows=Words(
        "Erreur : E = {error_before:.6f} au départ, {error_first:.6f} après un pas, "
        "{error_after:.6f} à la fin ({steps:d} pas). Un pas des poids seuls mène à "
        "{error_weights:.6f}, un pas complet à {error_all:.6f}. Au départ, "
        "∂E/∂b₁ = {gradient_b1:.9f} et ∂E/∂b₂ = {gradient_b2:.9f}. Plus grand écart aux "
        "différences centrées : {gap:.1}.",
        "Error: E = {error_before:.6f} at the start, {error_first:.6f} after one step, "
        "{error_after:.6f} at the end (steps: {steps:d}). One step of the weights alone leads to "
        "{error_weights:.6f}, a full one to {error_all:.6f}. At the start, "
        "∂E/∂b₁ = {gradient_b1:.9f} and ∂E/∂b₂ = {gradient_b2:.9f}. Largest gap to central "
        "differences: {gap:.1}.",
    ),
    limits=Words(
        "Les diapositives multiplient les deux termes de ∂E/∂b₂ au lieu de les ajouter, et font "
        "de même pour ∂E/∂b₁, dont elles oublient deux des quatre chemins : elles font monter les "
        "deux biais, qui doivent baisser. Elles placent aussi des sorties de 10 000 pas à côté "
        "d’une erreur d’un seul. Et un gradient juste ne garantit pas que E baisse : il faut "
        "encore un η assez petit.",
        "The slides multiply the two terms of ∂E/∂b₂ instead of adding them, and do the same with "
        "∂E/∂b₁, two of whose four paths they forget: they make both biases rise, which must "
        "fall. They also set outputs of 10,000 steps beside an error of one. And a right gradient "
        "does not make E fall by itself: η must be small enough as well.",
    ),
    plots=(
        sheet("derivatives", Words("Les dix dérivées", "The ten derivatives")),
        sheet(
            "forward", Words("Passe avant et signaux d’erreur", "Forward pass and error signals")
        ),
        Plot(
            "error",
            Words("Erreur", "Error"),
            Axis(Words("pas", "step")),
            Axis(Words("erreur E", "error E"), low=0),
        ),
        sheet("network", Words("Le réseau", "The network")),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("poids seuls", "weights only"), {"has_biases": False}),
        Preset(
            Words("10 000 pas, poids seuls", "10,000 steps, weights only"),
            {"steps": 10_000, "has_biases": False},
        ),
        Preset(Words("un η géant", "a giant η"), {"learning_rate": 50.0, "steps": 40}),
    ),
    facts=(
        *("NEU-28", "NEU-35", "ACT-12", "LOS-04"),
        *(f"RET-{number:02}" for number in (*range(1, 6), *range(9, 14), *range(15, 36))),
        *("RET-37", "RET-38", "RET-40"),
    ),
    kind="exact",
    members=1,
)
