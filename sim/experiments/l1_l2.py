"""L1 sets weights to exactly zero, if it is applied by soft thresholding; L2 only shrinks them."""

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
from sim.labels import STEP, loss_plot
from sim.nn.recipe import Loss, Recipe, mlp
from sim.pictures import Picture
from sim.problems.sparse import INPUTS, sparse
from sim.settings import real, whole
from sim.training.curves import curve
from sim.training.ensemble import Ensemble
from sim.training.fleet import Fleet, to_array
from sim.training.measures import validation_loss
from sim.training.medians import median
from sim.trial import Trial
from sim.words import Words

MANY_ZEROS = 4
LABELS = {
    "none": Words("sans pénalité", "no penalty"),
    "l2": Words("L2", "L2"),
    "l1_subgradient": Words("L1, sous-gradient", "L1, subgradient"),
    "l1_proximal": Words("L1, seuillage doux", "L1, soft thresholding"),
    "elastic": Words("elastic net (L1 + L2)", "elastic net (L1 + L2)"),
}


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    strength: float = real(
        0.3, Words("force λ de la pénalité", "strength λ of the penalty"), low=0, high=2
    )
    examples: int = whole(
        40, Words("exemples d’entraînement", "training examples"), low=10, high=200, is_log=True
    )
    useful: int = whole(4, Words("entrées utiles sur 20", "useful inputs of 20"), low=0, high=20)


def run(settings: Settings, trial: Trial) -> Course:
    """Fit one linear unit by gradient descent, with each penalty."""
    strength = settings.strength
    recipes = {
        "none": _recipe(),
        "l2": _recipe(l2=strength),
        "l1_subgradient": _recipe(l1=strength),
        "l1_proximal": _recipe(l1=strength, is_l1_proximal=True),
        "elastic": _recipe(l1=strength, l2=strength, is_l1_proximal=True),
    }
    data = sparse(
        trial.members, train=settings.examples, validation=200, useful=settings.useful, noise=1.0
    )
    fleet = yield from trial.train(
        recipes, data, record={"zeros": zeros, "loss": validation_loss}, draw=_draw, rounds=40
    )
    return {
        **{f"zeros_{case}": fleet.last("zeros", case) for case in fleet.cases},
        **{f"loss_{case}": fleet.last("loss", case) for case in fleet.cases},
        **{f"norm_{case}": np.linalg.norm(weights(fleet, case), axis=1) for case in fleet.cases},
    }


def _recipe(*, l1: float = 0.0, l2: float = 0.0, is_l1_proximal: bool = False) -> Recipe:
    return Recipe(
        network=mlp(1),
        loss=Loss.MSE,
        learning_rate=0.05,
        steps=600,
        l1=l1,
        l2=l2,
        is_l1_proximal=is_l1_proximal,
    )


def _draw(fleet: Fleet) -> tuple[Picture, ...]:
    inputs = np.arange(1.0, INPUTS + 1)
    return (
        *(
            curve("sizes", case, label, inputs, np.abs(weights(fleet, case)))
            for case, label in LABELS.items()
        ),
        *(
            curve(plot, case, label, fleet.steps(case), fleet.history(plot, case))
            for plot in ("zeros", "loss")
            for case, label in LABELS.items()
        ),
    )


def zeros(ensemble: Ensemble) -> Tensor:
    """How many weights are exactly zero, ``(networks,)``."""
    return (ensemble.values[:, ensemble.columns["0.weight"]] == 0).float().sum(dim=1)


def weights(fleet: Fleet, case: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """The weights of a case's networks, ``(members, 20)``."""
    return to_array(fleet.parameters(case)["0.weight"][:, 0])


def criterion(measures: Measures) -> Met:
    """At least four exact zeros by soft thresholding, none by the subgradient or by L2."""
    has_none = (measures["zeros_l1_subgradient"] == 0) & (measures["zeros_l2"] == 0)
    return np.asarray(has_none & (measures["zeros_l1_proximal"] >= MANY_ZEROS))


def _outcome(measures: Measures) -> str:
    shrunk, thresholded = (
        median(measures, f"zeros_{case}") for case in ("l1_subgradient", "l1_proximal")
    )
    if thresholded < 1:
        return "neither"
    return "both" if shrunk >= 1 else "thresholding"


EXPERIMENT = Experiment(
    name="l1_l2",
    theme=Theme.GENERALISATION,
    title=Words("L1, L2 et les poids nuls", "L1, L2 and zero weights"),
    question=Words(
        "Quelle pénalité met des poids exactement à zéro ?",
        "Which penalty sets weights to exactly zero?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "Avec la pénalité L1, on trouve des poids exactement nuls…",
                "With the L1 penalty, weights that are exactly zero appear…",
            ),
            (
                (
                    "thresholding",
                    Words("par seuillage doux seulement", "with soft thresholding only"),
                ),
                (
                    "both",
                    Words("aussi par simple sous-gradient", "with a plain subgradient as well"),
                ),
                ("neither", Words("par aucun des deux", "with neither")),
            ),
            _outcome,
            plot="zeros",
        ),
        NumberGuess(
            Words(
                "Combien des 20 poids seront exactement nuls par seuillage doux ?",
                "How many of the 20 weights will be exactly zero with soft thresholding?",
            ),
            "zeros_l1_proximal",
            low=0,
            high=20,
            plot="zeros",
        ),
        CurveGuess(
            Words(
                "Tracez la taille des 20 poids sous L2 (les premières entrées sont les utiles).",
                "Draw the size of the 20 weights under L2 (the useful inputs come first).",
            ),
            "sizes",
            "l2",
        ),
        NumberGuess(
            Words(
                "Combien des 20 poids seront exactement nuls avec elastic net ?",
                "How many of the 20 weights will be exactly zero with elastic net?",
            ),
            "zeros_elastic",
            low=0,
            high=20,
            name="elastic_zeros",
            plot="zeros",
        ),
    ),
    claim=Words(
        "Avec 40 exemples et λ = 0,3, le seuillage doux met au moins 4 des 20 poids exactement à "
        "zéro ; ni le sous-gradient de L1 ni L2 n’en annulent un seul.",
        "With 40 examples and λ = 0.3, soft thresholding sets at least 4 of the 20 weights to "
        "exactly zero; neither the subgradient of L1 nor L2 zeroes a single one.",
    ),
    shows=Words(
        "Poids exactement nuls sur 20, à λ = {strength} : {zeros_l1_proximal:d} par seuillage "
        "doux, {zeros_elastic:d} avec elastic net, {zeros_l1_subgradient:d} par sous-gradient, "
        "{zeros_l2:d} avec L2. Norme des poids : {norm_none:.2f} sans pénalité, {norm_l2:.2f} "
        "avec L2, {norm_l1_proximal:.2f} avec L1. Perte de validation : {loss_none:.2f} sans "
        "pénalité, {loss_l2:.2f} avec L2, {loss_l1_proximal:.2f} avec L1.",
        "Weights of exactly zero, of 20, at λ = {strength}: {zeros_l1_proximal:d} with soft "
        "thresholding, {zeros_elastic:d} with elastic net, {zeros_l1_subgradient:d} with the "
        "subgradient, {zeros_l2:d} with L2. Norm of the weights: {norm_none:.2f} without penalty, "
        "{norm_l2:.2f} with L2, {norm_l1_proximal:.2f} with L1. Validation loss: {loss_none:.2f} "
        "without penalty, {loss_l2:.2f} with L2, {loss_l1_proximal:.2f} with L1.",
    ),
    limits=Words(
        "Le zéro exact vient de la méthode, pas de la seule formule : le sous-gradient dépasse "
        "zéro dans un sens puis dans l’autre, sans s’y poser. Et L1 ne garantit rien d’autre : λ "
        "trop grand rogne aussi les entrées utiles, et quand toutes sont utiles, L1 n’a plus rien "
        "à trier. La pénalité, λ∑w² ou λ∑|w|, porte sur les poids, pas sur le biais.",
        "The exact zero comes from the method, not from the formula alone: the subgradient "
        "overshoots zero one way, then the other, without settling on it. And L1 guarantees "
        "nothing else: too big a λ cuts into useful inputs too, and where all are useful, L1 has "
        "nothing left to sort out. The penalty, λ∑w² or λ∑|w|, is on weights, not on the bias.",
    ),
    plots=(
        Plot(
            "sizes",
            Words("Taille des poids", "Size of the weights"),
            Axis(Words("entrée (les utiles d’abord)", "input (useful ones first)")),
            Axis(Words("taille |w| du poids", "size |w| of the weight"), low=0),
        ),
        Plot(
            "zeros",
            Words("Poids exactement nuls", "Weights of exactly zero"),
            STEP,
            Axis(Words("poids nuls, sur 20", "zero weights, of 20"), low=0, high=INPUTS),
        ),
        loss_plot("loss", Words("Perte de validation", "Validation loss"), x=STEP),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("pénalité légère", "slight penalty"), {"strength": 0.05}),
        Preset(Words("pénalité écrasante", "crushing penalty"), {"strength": 2.0}),
        Preset(Words("toutes les entrées utiles", "all inputs useful"), {"useful": 20}),
    ),
    facts=("REG-06", "REG-07", "REG-09", "REG-10", "REG-11", "REG-12"),
)
