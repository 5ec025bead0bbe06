"""Shortcuts let the gradient through, and deep networks learn that would not without them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import torch

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
from sim.nn.activations import LABELS
from sim.nn.layers import StackedResidual
from sim.nn.recipe import (
    Activation,
    Dense,
    Init,
    InitKind,
    Layer,
    Method,
    Network,
    Recipe,
    Residual,
)
from sim.pictures import Picture
from sim.problems.digits import digits
from sim.settings import choice, whole
from sim.training.curves import curve
from sim.training.ensemble import Ensemble
from sim.training.fleet import Array, Fleet
from sim.training.measures import validation_accuracy
from sim.training.signals import weight_gradients
from sim.trial import Trial
from sim.words import Words, same

WIDTH, STEPS, ROUNDS = 32, 100, 20
MORE_RIGHT, MORE_GRADIENT = 0.2, 50.0
INITS = {
    "torch": Words("celle de PyTorch", "PyTorch’s"),
    "he": same("He"),
    "xavier": same("Xavier"),
}
CASES = {
    "plain": Words("sans raccourcis", "without shortcuts"),
    "residual": Words("avec raccourcis", "with shortcuts"),
}


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    depth: int = whole(10, Words("blocs", "blocks"), low=2, high=16)
    activation: str = choice(
        "relu", Words("activation", "activation"), {name: LABELS[name] for name in ("relu", "tanh")}
    )
    init: str = choice("torch", Words("initialisation", "initialisation"), INITS)


def run(settings: Settings, trial: Trial) -> Course:
    """Train the same blocks in a plain chain and with a shortcut around each, on digits."""
    recipes = {case: _recipe(settings, is_residual=case == "residual") for case in CASES}
    data = digits(trial.members, train=512, validation=300)
    blocks = np.arange(1.0, settings.depth + 1)

    @cache
    def at_start() -> tuple[dict[str, Array], Array]:
        untrained = trial.untrained(recipes, data)
        gradients = {case: untrained.measure(weight_gradients, case)[:, 1:-1] for case in recipes}
        return gradients, untrained.measure(_added, "residual")

    def draw(fleet: Fleet) -> tuple[Picture, ...]:
        if fleet.rounds_done == 0:  # the first picture does not wait for what lies within
            return tuple(_accuracy(fleet))
        gradients, added = at_start()
        bars = curve("added", "residual", CASES["residual"], blocks, added)
        return (*_accuracy(fleet), *_by_block(gradients), bars)

    fleet = yield from trial.train(
        recipes, data, record={"accuracy": validation_accuracy}, draw=draw, rounds=ROUNDS
    )
    gradients, added = at_start()
    ratios = {case: found[:, 0] / found[:, -1] for case, found in gradients.items()}
    return {
        "accuracy_plain": fleet.last("accuracy", "plain"),
        "accuracy_residual": fleet.last("accuracy", "residual"),
        "ratio_plain": ratios["plain"],
        "ratio_residual": ratios["residual"],
        "gain": ratios["residual"] / ratios["plain"],
        "added": added.mean(axis=1),
    }


@torch.no_grad()
def _added(ensemble: Ensemble) -> torch.Tensor:
    """How big what each block adds is against what it receives, ``(networks, blocks)``.

    That is ‖F(x)‖ ÷ ‖x‖, over all examples learnt from.
    """
    x = ensemble.for_networks(ensemble.data.train.x)
    shares = []
    for layer in ensemble.network:
        y = layer(x)
        if isinstance(layer, StackedResidual):
            shares.append((y - x).flatten(1).norm(dim=1) / x.flatten(1).norm(dim=1))
        x = y
    return torch.stack(shares, dim=1)


def _recipe(settings: Settings, *, is_residual: bool) -> Recipe:
    block: tuple[Layer, ...] = (Dense(WIDTH), Activation(settings.activation))
    blocks = (Residual(block),) * settings.depth if is_residual else block * settings.depth
    layers = (Dense(WIDTH), Activation(settings.activation), *blocks, Dense(10))
    return Recipe(
        network=Network(layers, Init(InitKind(settings.init))),
        method=Method.ADAM,
        learning_rate=1e-3,
        batch_size=32,
        steps=STEPS,
    )


def _accuracy(fleet: Fleet) -> list[Picture]:
    return [
        curve("accuracy", case, label, fleet.steps(case), fleet.history("accuracy", case))
        for case, label in CASES.items()
    ]


def _by_block(gradients: dict[str, Array]) -> list[Picture]:
    return [
        curve("gradient", case, CASES[case], np.arange(1.0, found.shape[1] + 1), found)
        for case, found in gradients.items()
    ]


def criterion(measures: Measures) -> Met:
    """With shortcuts, far more of the gradient reaches the first block and far more is right."""
    is_right = measures["accuracy_residual"] >= measures["accuracy_plain"] + MORE_RIGHT
    return is_right & (measures["gain"] >= MORE_GRADIENT)


def _outcome(measures: Measures) -> str:
    gain = float(np.median(measures["accuracy_residual"] - measures["accuracy_plain"]))
    return "better" if gain >= MORE_RIGHT else "worse" if gain <= -MORE_RIGHT else "same"


EXPERIMENT = Experiment(
    name="residual",
    theme=Theme.STABILITY,
    title=Words("Les connexions résiduelles", "Residual connections"),
    question=Words(
        "Que change un raccourci autour de chaque bloc d’un réseau profond ?",
        "What does a shortcut around each block of a deep network change?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "Après 100 pas, le réseau à raccourcis est, sur des chiffres jamais vus…",
                "After 100 steps, on digits never seen, the network with shortcuts is…",
            ),
            (
                (
                    "better",
                    Words(
                        "bien plus exact (20 points et plus)",
                        "far more accurate (20 points or more)",
                    ),
                ),
                (
                    "same",
                    Words(
                        "aussi exact, à moins de 20 points près",
                        "as accurate, within 20 points",
                    ),
                ),
                (
                    "worse",
                    Words(
                        "bien moins exact (20 points et plus)",
                        "far less accurate (20 points or more)",
                    ),
                ),
            ),
            _outcome,
        ),
        NumberGuess(
            Words(
                "Sans raccourcis et avant l’entraînement, que vaut le gradient du premier bloc "
                "divisé par celui du dernier ?",
                "Without shortcuts and before training, what is the gradient of the first block "
                "divided by that of the last?",
            ),
            "ratio_plain",
            low=1e-10,
            high=1e3,
            is_log=True,
            plot="gradient",
        ),
        CurveGuess(
            Words(
                "Tracez l’exactitude de validation avec raccourcis, pas après pas.",
                "Draw the validation accuracy with shortcuts, step by step.",
            ),
            "accuracy",
            "residual",
        ),
        NumberGuess(
            Words(
                "Avant l’entraînement, quelle taille a ce qu’un bloc ajoute, comparé à ce qu’il "
                "reçoit ?",
                "Before training, how big is what a block adds, compared to what it receives?",
            ),
            "added",
            low=0,
            high=3,
            unit="%",
            name="added",
            plot="added",
        ),
    ),
    claim=Words(
        "Avec dix blocs ReLU et l’initialisation de PyTorch, les raccourcis ajoutent au moins 20 "
        "points d’exactitude en 100 pas, et, au départ, le premier bloc reçoit au moins 50 fois "
        "plus de gradient, rapporté au dernier.",
        "With ten ReLU blocks and PyTorch’s initialisation, shortcuts add at least 20 points of "
        "accuracy in 100 steps, and at the start the first block receives at least 50 times more "
        "gradient, relative to the last.",
    ),
    shows=Words(
        "Exactitude sur des chiffres jamais vus : {accuracy_residual:%} avec raccourcis, "
        "{accuracy_plain:%} sans. Au départ, gradient du premier bloc sur {depth}, divisé par "
        "celui du dernier : {ratio_residual} avec, {ratio_plain} sans.",
        "Accuracy on digits never seen: {accuracy_residual:%} with shortcuts, "
        "{accuracy_plain:%} without. At the start, gradient of the first of {depth} blocks divided "
        "by that of the last: {ratio_residual} with, {ratio_plain} without.",
    ),
    limits=Words(
        "Avec deux blocs, le gradient passe de toute façon et l’écart d’exactitude se réduit, "
        "sans disparaître. Une initialisation de He, faite pour ReLU, garde aussi le gradient "
        "sans raccourci ; y ajouter les raccourcis fait alors grossir les activations de bloc en "
        "bloc, et seize blocs apprennent moins bien qu’un réseau simple.",
        "With two blocks the gradient gets through anyway and the gap in accuracy shrinks, though "
        "some is left. He’s initialisation, made for ReLU, also keeps the gradient without "
        "shortcuts; adding them then makes activations grow from block to block, and sixteen "
        "blocks learn less well than a plain network.",
    ),
    plots=(
        Plot(
            "accuracy",
            Words("Exactitude sur des chiffres jamais vus", "Accuracy on digits never seen"),
            Axis(Words("pas", "step")),
            Axis(Words("exactitude", "accuracy"), low=0, high=1),
        ),
        Plot(
            "gradient",
            Words("Gradient de chaque bloc au départ", "Gradient of each block at the start"),
            Axis(Words("bloc", "block")),
            Axis(Words("norme de ∂L/∂W", "norm of ∂L/∂W"), is_log=True),
        ),
        Plot(
            "added",
            Words("Ce que chaque bloc ajoute, au départ", "What each block adds, at the start"),
            Axis(Words("bloc", "block")),
            Axis(Words("‖F(x)‖ ÷ ‖x‖", "‖F(x)‖ ÷ ‖x‖"), low=0),
            is_bars=True,
        ),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("2 blocs", "2 blocks"), {"depth": 2}),
        Preset(Words("16 blocs", "16 blocks"), {"depth": 16}),
        Preset(Words("avec He", "with He"), {"init": "he"}),
    ),
    facts=("GRA-05", "GRA-25", "GRA-26", "GRA-27", "GRA-28", "GRA-29", "INT-24"),
    members=16,
)
