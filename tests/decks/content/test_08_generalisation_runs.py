"""The runs of chapter 8: what its experiments show is what its notes say."""

from collections.abc import Callable

import numpy as np
import pytest

from sim.declaration import Measures
from tests.decks.content.runs import came_true, carried, ran
from tests.decks.content.test_08_generalisation import NOTES, QUESTIONS
from tests.sim.measured import measured, median

MEMBERS = 4

MORE = {"sans-bruit": 8, "dropout-sans-faute": 16}  # About two in three; a median near its bound

PLAIN = ("overfitting", MEMBERS)


def climb(measures: Measures) -> float:
    """Validation loss at the end, over its minimum."""
    return float(np.median(measures["validation_last"] / measures["validation_best"]))


def climbs_later_and_less(found: Measures) -> bool:
    fewer = measured(*PLAIN)
    is_later = median(found, "best_epoch") > median(fewer, "best_epoch")
    return is_later and 1.2 < climb(found) < climb(fewer)


def closes_from_both_ends(found: Measures) -> bool:
    fewer = measured("capacity", MEMBERS)
    losses = [median(found, f"{part}_large") for part in ("train", "validation")]
    before = [median(fewer, f"{part}_large") for part in ("train", "validation")]
    led = [median(m, "validation_large") - median(m, "validation_middle") for m in (fewer, found)]
    return before[0] < losses[0] and before[1] > losses[1] and led[1] < led[0] / 2


def between(found: Measures) -> bool:
    full = measured("dropout", MEMBERS)
    return median(full, "last_with") < median(found, "last_with") < median(full, "last_without")


def half_of_what_many_bring(found: Measures) -> bool:
    many = median(measured("augmentation", MEMBERS), "moved_augmented")
    few = median(found, "moved_augmented")
    return many > 0.78 and 0.4 < few < 0.65 and few > median(found, "moved_plain") + 0.1


SHOWN: dict[str, Callable[[Measures], bool]] = {
    "deux-unites": lambda m: climb(m) < 1.2 and median(m, "train_last") > 0.25,
    "plus-de-points": climbs_later_and_less,
    "sans-bruit": lambda m: float((m["validation_last"] <= m["validation_best"]).mean()) > 0.5,
    "exactitude-discrete": lambda m: (
        climb(m) > 3 and 0.01 < median(m, "accuracy_best") - median(m, "accuracy_last") < 0.1
    ),
    "capacite-cent-points": closes_from_both_ends,
    "quantite": lambda m: (
        median(m, "accuracy_60") - median(m, "accuracy_20")
        > median(m, "accuracy_most") - median(m, "accuracy_200")
        > 0
    ),
    "l2-ecrasante": lambda m: (
        median(m, "loss_l2") > 1.3 * median(m, "loss_none")
        and m["zeros_l2"].max() == 0
        and 0.2 < median(m, "norm_l2") / median(m, "norm_none") < 0.4
    ),
    "l1-sgd": lambda m: (
        median(m, "zeros_l1_proximal") >= 4 and m["zeros_l1_subgradient"].max() == 0
    ),
    "l1-ecrasante": lambda m: (
        18 <= median(m, "zeros_l1_proximal") <= 19
        and median(m, "loss_l1_proximal") > median(m, "loss_none")
    ),
    "l1-toutes-utiles": lambda m: (
        1 <= median(m, "zeros_l1_proximal") <= 2
        and median(m, "loss_l1_proximal") > median(m, "loss_none")
    ),
    "dropout-retarde": lambda m: (
        median(m, "best_epoch_with") > median(m, "best_epoch_without")
        and 1.05 * median(m, "best_with") < median(m, "last_with") < median(m, "last_without")
    ),
    "dropout-ecrasant": lambda m: (
        median(m, "best_with") > 1.3 * median(m, "best_without")
        and median(m, "last_with") < 1.1 * median(m, "best_with")
        and median(m, "train_with") > 0.5
    ),
    "dropout-leger": between,
    "dropout-sans-faute": lambda m: (
        0.8 < median(m, "last_with") / median(m, "last_without") < 1.2
        and median(m, "best_epoch_with") > median(m, "best_epoch_without")
    ),
    "augmentation-vingt": half_of_what_many_bring,
    "l2-dix-pas": lambda m: m["left_sgd_l2"][0] == pytest.approx(0.9**10),
    "elastic-zeros": lambda m: (
        12 <= median(m, "zeros_elastic") <= 16
        and median(m, "norm_elastic") < median(m, "norm_l1_proximal")
    ),
    "dropout-moyenne": lambda m: 10 * median(m, "left_bare") == pytest.approx(8, abs=0.1),
    "dropout-pas-morte": lambda m: bool((m["gradient_out"] == 0).all()),
    "inverse-code": lambda m: 10 * median(m, "left_inverted") == pytest.approx(10, abs=0.1),
    "poids-partages": lambda m: 0.5 < median(m, "accuracy_thinned") < median(m, "accuracy_with"),
    "dropout-foret": lambda m: median(m, "accuracy_crowd") > median(m, "accuracy_thinned") + 0.1,
    "ecretage-intrus": lambda m: bool((m["lost_plain"] == 1).all()),
}


# What the experiment asks first, where a card asks nothing else: it must say what the card says.
OUTCOMES = {
    "deux-unites": "flat",
    "sans-bruit": "falls",
    "capacite-cent-points": "middle",
    "quantite": "first",
    "l1-sgd": "thresholding",
    "dropout-retarde": "delayed",
    "dropout-ecrasant": "abolished",
    "dropout-leger": "delayed",
    "dropout-sans-faute": "same",
    "ecretage-intrus": "lost",
}


def test_every_outcome_to_predict_is_checked() -> None:
    assert set(OUTCOMES) == {id_ for id_, its in carried(NOTES).items() if "guess" not in its}


# A question that carries an experiment is decided by that of a card, whose truth is checked here.
AS_CARD = {
    "q-exactitude": "exactitude-discrete",
    "q-deux-unites": "deux-unites",
    "q-l2-zeros": "l2-ecrasante",
    "q-zeros-exacts": "l1-sgd",
    "q-dropout-neuf": "dropout-ecrasant",
}


def test_a_question_carries_an_experiment_that_is_checked() -> None:
    asked = carried(QUESTIONS)
    for id_, name in (("q-decalages", "augmentation"), ("q-arret-gain", "early_stopping")):
        assert asked.pop(id_) == {"name": name}, "as `sim` declares it"
    assert asked.pop("q-exemples") == {"name": "data_amount", "guess": "curve"}
    assert asked == {id_: NOTES[card].meta["experiment"] for id_, card in AS_CARD.items()}


@pytest.mark.course
def test_early_stopping_leaves_the_smaller_test_loss() -> None:
    """« q-arret-gain »."""
    assert came_true(QUESTIONS["q-arret-gain"], MEMBERS) == "stopped"


@pytest.mark.course
def test_more_examples_narrow_the_gap_from_below() -> None:
    """« q-exemples »: the network stays right on what it learns from."""
    found = measured("data_amount", MEMBERS)
    first, last = median(found, "accuracy_20"), median(found, "accuracy_most")
    assert first + median(found, "gap_least") > 0.95
    assert last + median(found, "gap_most") > 0.95
    assert median(found, "gap_most") < median(found, "gap_least") / 2
    assert last > first + 0.2


@pytest.mark.course
def test_shifts_are_learnt_from_shifts_alone() -> None:
    """« q-decalages »: far better on shifted digits, a little worse on centred ones."""
    found = measured("augmentation", MEMBERS)
    assert came_true(QUESTIONS["q-decalages"], MEMBERS) == "far_better"
    assert 0 < median(found, "centred_plain") - median(found, "centred_augmented") < 0.15


def test_every_experiment_of_the_chapter_is_checked() -> None:
    assert set(SHOWN) == set(carried(NOTES))


@pytest.mark.course
@pytest.mark.parametrize("id_", SHOWN)
def test_an_experiment_shows_what_its_card_says(id_: str) -> None:
    members = MORE.get(id_, MEMBERS)
    assert SHOWN[id_](ran(NOTES[id_], members))
    if id_ in OUTCOMES:
        assert came_true(NOTES[id_], members) == OUTCOMES[id_]


@pytest.mark.course
def test_a_network_that_follows_the_rule_is_more_often_right_on_new_examples() -> None:
    found = measured("data_amount", MEMBERS, wrong=0.33)
    assert median(found, "gap_most") < -0.1, "exactitude-renversee"
