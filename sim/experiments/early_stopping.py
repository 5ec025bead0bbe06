"""Early stopping takes back the weights of the best moment, which going on would lose."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from torch import Tensor

from sim.declaration import (
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
from sim.labels import ACCURACY, EPOCH, loss_plot
from sim.nn.recipe import Method, Recipe, mlp
from sim.pictures import Picture
from sim.problems.mislabelled import mislabelled_digits
from sim.settings import real, whole
from sim.training.curves import curve
from sim.training.datasets import Data, Split
from sim.training.ensemble import Ensemble
from sim.training.fleet import Array, Fleet
from sim.training.measures import accuracy_on, train_loss, validation_loss
from sim.training.medians import median_ratio
from sim.trial import Trial
from sim.words import Words

ROUNDS = 50
EPOCHS_A_LOOK = 6
LAST_EPOCH = ROUNDS * EPOCHS_A_LOOK
BETTER = 0.8
VISIBLE = 0.95
VALIDATION_EXAMPLES, TEST_EXAMPLES = 200, 300
LABELS = {
    "going_on": Words("jusqu’au bout", "to the end"),
    "stopped": Words("arrêt précoce", "early stopping"),
}


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    patience: int = whole(
        4,
        Words(
            "patience (évaluations, une toutes les 6 époques)",
            "patience (evaluations, one every 6 epochs)",
        ),
        low=1,
        high=ROUNDS,
    )
    examples: int = whole(
        150, Words("exemples d’entraînement", "training examples"), low=50, high=400, is_log=True
    )
    wrong: float = real(
        0.2, Words("part d’étiquettes fausses", "share of wrong labels"), low=0, high=0.5
    )


def run(settings: Settings, trial: Trial) -> Course:
    """Train 64-64-10 networks on digits, with and without early stopping, all else alike.

    The validation set decides when to stop, so a third set, the test set, judges.
    """
    fleet = yield from trial.train(
        {"going_on": _recipe(None), "stopped": _recipe(settings.patience)},
        _three_sets(settings, trial),
        record={
            "validation": validation_loss,
            "train": train_loss,
            "test": _test_loss,
            "accuracy": _test_accuracy,
        },
        draw=_draw,
        rounds=ROUNDS,
    )
    looks = best_looks(fleet.history("validation", "stopped"), settings.patience)
    best = EPOCHS_A_LOOK * looks
    stopped = best + EPOCHS_A_LOOK * settings.patience
    return {
        "best_epoch": best,
        "kept_epoch": np.where(stopped <= LAST_EPOCH, best, LAST_EPOCH),
        "stopped_share": np.minimum(stopped, LAST_EPOCH) / LAST_EPOCH,
        **{f"{name}_{case}": fleet.last(name, case) for name in _JUDGED for case in LABELS},
    }


_JUDGED = ("train", "test", "accuracy")


def _recipe(patience: int | None) -> Recipe:
    return Recipe(
        network=mlp(64, 10),
        method=Method.ADAM,
        learning_rate=0.005,
        epochs=LAST_EPOCH,
        patience=patience,
    )


def _test_loss(ensemble: Ensemble) -> Tensor:
    assert ensemble.data.test is not None
    return ensemble.loss_on(ensemble.data.test)


def _test_accuracy(ensemble: Ensemble) -> Tensor:
    assert ensemble.data.test is not None
    return accuracy_on(ensemble, ensemble.data.test)


def _three_sets(settings: Settings, trial: Trial) -> Data:
    data = mislabelled_digits(
        trial.members,
        train=settings.examples,
        validation=VALIDATION_EXAMPLES + TEST_EXAMPLES,
        wrong=settings.wrong,
    )
    x, y = data.validation.x, data.validation.y
    test = Split(x[:, VALIDATION_EXAMPLES:], y[:, VALIDATION_EXAMPLES:])
    return Data(data.train, data.validation.first(VALIDATION_EXAMPLES), test)


def best_looks(losses: Array, patience: int) -> Array:
    """At which look each network was best before it stopped, ``(members,)``.

    Looks after that are left aside: a run that goes on on another device measures the weights that
    were kept anew, and may find them better by a last digit.

    Args:
        losses: ``(members, looks)``.
        patience: Looks without improvement after which a network stops.
    """
    lowest = np.minimum.accumulate(np.nan_to_num(losses, nan=np.inf), axis=1)
    before = np.pad(lowest[:, :-1], ((0, 0), (1, 0)), constant_values=np.inf)
    looks = np.arange(losses.shape[1])
    best = np.maximum.accumulate(np.where(lowest < before, looks, 0), axis=1)
    has_stopped = looks - best >= patience
    end = np.where(has_stopped.any(axis=1), has_stopped.argmax(axis=1), looks[-1])
    return np.take_along_axis(best, end[:, None], axis=1)[:, 0].astype(np.float64)


def _draw(fleet: Fleet) -> tuple[Picture, ...]:
    return tuple(
        curve(plot, case, label, fleet.epochs(case), fleet.history(plot, case))
        for plot in ("test", "accuracy", "train")
        for case, label in LABELS.items()
    )


def criterion(measures: Measures) -> Met:
    """Stopping early ends with at most 80 % of the test loss that going on ends with."""
    return measures["test_stopped"] <= BETTER * measures["test_going_on"]


def _outcome(measures: Measures) -> str:
    ratio = median_ratio(measures, "test_stopped", "test_going_on")
    if ratio <= VISIBLE:
        return "stopped"
    return "going_on" if ratio >= 1 / VISIBLE else "same"


EXPERIMENT = Experiment(
    name="early_stopping",
    theme=Theme.GENERALISATION,
    title=Words("L’arrêt précoce", "Early stopping"),
    question=Words(
        "Faut-il s’arrêter dès que la perte de validation ne baisse plus ?",
        "Should one stop as soon as the validation loss no longer falls?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "Sur un troisième jeu de données, jamais consulté, qui a la plus petite perte ?",
                "On a third set of data, never looked at, which has the smaller loss?",
            ),
            (
                ("stopped", Words("le réseau arrêté tôt", "the network stopped early")),
                ("same", Words("aucun des deux nettement", "neither of them clearly")),
                ("going_on", Words("celui qui va jusqu’au bout", "the one that goes on")),
            ),
            _outcome,
        ),
        NumberGuess(
            Words(
                "À quelle époque, sur 300, le réseau arrêté tôt a-t-il sa plus basse perte de "
                "validation ?",
                "At which epoch of 300 has the network stopped early its lowest validation loss?",
            ),
            "best_epoch",
            low=1,
            high=300,
            is_log=True,
        ),
        CurveGuess(
            Words(
                "Tracez la perte de test du réseau qui va jusqu’au bout.",
                "Draw the test loss of the network that goes on.",
            ),
            "test",
            "going_on",
        ),
    ),
    claim=Words(
        "Sur 150 chiffres dont un cinquième sont mal étiquetés, s’arrêter tôt laisse une perte de "
        "test inférieure d’au moins 20 % à celle qu’on obtient en allant jusqu’au bout.",
        "On 150 digits of which a fifth carry a wrong label, stopping early leaves a test loss at "
        "least 20% lower than going on to the end.",
    ),
    shows=Words(
        "Le réseau arrêté tôt garde ses poids de l’époque {kept_epoch:d} et a fait "
        "{stopped_share:%} du travail. Perte de test : {test_stopped:.2f}, contre "
        "{test_going_on:.2f} au bout des 300 époques ; chiffres reconnus : {accuracy_stopped:%} "
        "contre {accuracy_going_on:%}. Perte d’entraînement : {train_stopped:.2f} contre "
        "{train_going_on:.3}.",
        "The network stopped early keeps its weights of epoch {kept_epoch:d} and has done "
        "{stopped_share:%} of the work. Test loss: {test_stopped:.2f}, against "
        "{test_going_on:.2f} after all 300 epochs; digits recognised: {accuracy_stopped:%} "
        "against {accuracy_going_on:%}. Training loss: {train_stopped:.2f} against "
        "{train_going_on:.3}.",
    ),
    limits=Words(
        "Avec des étiquettes toutes justes, on surapprend à peine ces chiffres, et l’arrêt "
        "précoce n’apporte presque rien. Il faut garder des exemples pour la validation, dont le "
        "réseau ne peut plus apprendre ; et comme elle a servi à choisir le moment, elle ne peut "
        "plus juger impartialement : d’où le jeu de test.",
        "With all labels right, these digits are hardly overfitted and early stopping brings next "
        "to nothing. Examples must be kept for validation, which cannot be learnt from any more; "
        "and as it chose the moment, it is no impartial judge any more: hence the test set.",
    ),
    plots=(
        loss_plot("test", Words("Perte de test", "Test loss")),
        Plot("accuracy", Words("Exactitude de test", "Test accuracy"), EPOCH, ACCURACY),
        loss_plot("train", Words("Perte d’entraînement", "Training loss")),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("sans étiquette fausse", "no wrong label"), {"wrong": 0.0}),
        Preset(Words("patience minimale", "least patience"), {"patience": 1}),
    ),
    facts=("OPT-20", "TOR-17", "REG-02", "REG-03", "REG-05"),
)
