"""On a small network, momentum and Adam learn faster than SGD, each at the rate that suits it."""

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
from sim.labels import RATE, STEP
from sim.nn.recipe import Method, Recipe, mlp
from sim.pictures import Picture
from sim.problems.digits import digits
from sim.settings import switch, whole
from sim.training.curves import Array, curve
from sim.training.fleet import Fleet
from sim.training.measures import train_loss
from sim.trial import Trial
from sim.words import Words, same

RATES = {
    "sgd": (0.01, 0.1, 0.3, 0.5, 1.0),
    "momentum": (0.01, 0.03, 0.1, 0.3),
    "rmsprop": (0.001, 0.003, 0.01, 0.03),
    "adam": (0.001, 0.003, 0.01, 0.03),
}  # the first of each is the usual one
LABELS = {
    "sgd": same("SGD"),
    "momentum": same("momentum"),
    "rmsprop": same("RMSProp"),
    "adam": same("Adam"),
}
RMSPROP_KEEPS, ADAM_KEEPS = 0.9, 0.999
FAR_LESS, LESS = 2.0, 1.2


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    steps: int = whole(80, Words("pas", "steps"), low=10, high=120)
    batch_size: int = whole(64, Words("taille de lot", "batch size"), low=1, high=64, is_log=True)
    is_usual: bool = switch(
        False, Words("taux usuel au lieu du meilleur", "usual rate instead of the best")
    )


def run(settings: Settings, trial: Trial) -> Course:
    """Train a 64-32-10 network on 256 digits with four optimisers, at four or five rates each."""
    recipes = {
        _case(method, rate): Recipe(
            network=mlp(32, 10),
            method=Method(method),
            learning_rate=rate,
            second=RMSPROP_KEEPS if method == "rmsprop" else ADAM_KEEPS,
            batch_size=settings.batch_size,
            steps=settings.steps,
        )
        for method, rates in RATES.items()
        for rate in rates
    }

    def draw(fleet: Fleet) -> tuple[Picture, ...]:
        return _pictures(fleet, is_usual=settings.is_usual)

    fleet = yield from trial.train(
        recipes,
        digits(trial.members, train=256, validation=1),
        record={"loss": train_loss},
        draw=draw,
        rounds=16,
    )
    shown = {m: _shown(fleet, m, is_usual=settings.is_usual) for m in RATES}
    return {
        **{f"loss_{method}": losses[:, -1] for method, (losses, _) in shown.items()},
        **{f"rate_{method}": rates for method, (_, rates) in shown.items()},
    }


def _case(method: str, rate: float) -> str:
    return f"{method} {rate:g}"


def _shown(fleet: Fleet, method: str, *, is_usual: bool) -> tuple[Array, Array]:
    """Each member's losses ``(members, rounds + 1)`` at the rate that suits it best, and that."""
    rates = RATES[method][:1] if is_usual else RATES[method]
    losses = np.stack([fleet.history("loss", _case(method, rate)) for rate in rates])
    best = np.nan_to_num(losses[:, :, -1], nan=np.inf).argmin(axis=0)
    return losses[best, np.arange(losses.shape[1])], np.asarray(rates)[best]


def _pictures(fleet: Fleet, *, is_usual: bool) -> tuple[Picture, ...]:
    steps = fleet.steps(fleet.cases[0])
    return (
        *(
            curve("loss", m, label, steps, _shown(fleet, m, is_usual=is_usual)[0])
            for m, label in LABELS.items()
        ),
        *(
            curve("rates", m, label, np.asarray(RATES[m]), _finals(fleet, m))
            for m, label in LABELS.items()
        ),
    )


def _finals(fleet: Fleet, method: str) -> Array:
    """The last loss at each rate, ``(members, rates)``."""
    return np.stack([fleet.last("loss", _case(method, rate)) for rate in RATES[method]], axis=1)


def criterion(measures: Measures) -> Met:
    """SGD is left with at least twice the loss of momentum, and of Adam."""
    quicker = np.maximum(measures["loss_momentum"], measures["loss_adam"])
    return np.asarray(measures["loss_sgd"] >= FAR_LESS * quicker)


def _outcome(measures: Measures) -> str:
    ratio = float(np.median(measures["loss_sgd"] / measures["loss_adam"]))
    return "adam" if ratio >= LESS else "sgd" if ratio <= 1 / LESS else "same"


LOSS = Axis(Words("entropie croisée", "cross-entropy"), is_log=True)

EXPERIMENT = Experiment(
    name="optimisers",
    theme=Theme.OPTIMISATION,
    title=Words("Optimiseurs sur un réseau", "Optimisers on a network"),
    question=Words(
        "Que gagne un vrai réseau à quitter SGD pour momentum, RMSProp ou Adam ?",
        "What does a real network gain when SGD makes way for momentum, RMSProp or Adam?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "Chacun à son meilleur taux (ou au taux usuel, si on le demande), qui laisse la "
                "perte d’entraînement la plus basse : SGD ou Adam ?",
                "Each at its best rate (or at the usual one, if asked for), which leaves the "
                "lower training loss: SGD or Adam?",
            ),
            (
                ("sgd", Words("SGD, nettement", "SGD, clearly")),
                ("same", Words("à peu près pareil", "about the same")),
                ("adam", Words("Adam, nettement", "Adam, clearly")),
            ),
            _outcome,
        ),
        NumberGuess(
            Words(
                "Quel taux convient le mieux à Adam, parmi 0,001 ; 0,003 ; 0,01 et 0,03 ?",
                "Which rate suits Adam best, among 0.001, 0.003, 0.01 and 0.03?",
            ),
            "rate_adam",
            low=0.001,
            high=0.03,
            is_log=True,
            plot="rates",
        ),
        CurveGuess(
            Words(
                "Tracez la perte d’entraînement avec momentum.",
                "Draw the training loss with momentum.",
            ),
            "loss",
            "momentum",
        ),
    ),
    claim=Words(
        "Sur 256 chiffres, après 80 pas par lots de 64, SGD garde au moins deux fois la perte "
        "d’entraînement de momentum et d’Adam, chacun au meilleur de ses taux.",
        "On 256 digits, after 80 steps with batches of 64, SGD is left with at least twice the "
        "training loss of momentum and of Adam, each at the best of its rates.",
    ),
    shows=Words(
        "Perte d’entraînement après {steps} pas : SGD {loss_sgd:.2} (η = {rate_sgd:.2}), momentum "
        "{loss_momentum:.2} (η = {rate_momentum:.2}), RMSProp {loss_rmsprop:.2} "
        "(η = {rate_rmsprop:.2}), Adam {loss_adam:.2} (η = {rate_adam:.2}).",
        "Training loss after {steps} steps: SGD {loss_sgd:.2} (η = {rate_sgd:.2}), momentum "
        "{loss_momentum:.2} (η = {rate_momentum:.2}), RMSProp {loss_rmsprop:.2} "
        "(η = {rate_rmsprop:.2}), Adam {loss_adam:.2} (η = {rate_adam:.2}).",
    ),
    limits=Words(
        "Adam n’est pas toujours premier : ici, momentum bien réglé descend encore plus bas. Avec "
        "des lots d’un exemple, le bruit domine, et les quatre se valent à peu près. Et aux taux "
        "usuels, le classement dépend surtout de ces taux : un même η n’a pas le même sens d’une "
        "méthode à l’autre. Une perte d’entraînement basse ne promet rien sur des données neuves.",
        "Adam is not always first: here, well-tuned momentum goes lower still. With batches of "
        "one example, noise rules and all four are about alike. And at the usual rates, the order "
        "is mostly that of these rates: the same η does not mean the same from one method to "
        "another. A low training loss promises nothing on new data.",
    ),
    plots=(
        Plot("loss", Words("Perte d’entraînement", "Training loss"), STEP, LOSS),
        Plot("rates", Words("Perte finale selon η", "Final loss against η"), RATE, LOSS),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("taux usuels", "usual rates"), {"is_usual": True}),
        Preset(Words("lots d’un exemple", "batches of one"), {"batch_size": 1}),
    ),
    facts=(
        *("OPT-17", "OPT-26", "OPT-27", "OPT-32", "OPT-33", "OPT-36", "OPT-37", "OPT-38"),
        *("OPT-39", "OPT-40", "OPT-47"),
    ),
)
