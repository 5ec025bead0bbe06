"""The runs of chapter 9: what its experiments show is what its notes say."""

import math
from collections.abc import Callable

import pytest

from sim.declaration import Measures
from sim.pictures import Curve
from tests.decks.content.arithmetic.initialisation import RELU_KEEPS, xavier
from tests.decks.content.runs import carried, ran
from tests.decks.content.test_09_stabilite import NOTES, QUESTIONS, WIDTH
from tests.sim.measured import finished, measured, median


def is_near(found: float, expected: float, *, times: float = 2) -> bool:
    """Within so many times, either way."""
    return expected / times < found < expected * times


def is_no_better_than_chance(accuracy: float) -> bool:
    """Among ten digits."""
    return accuracy < 0.2


# What each card with an experiment says that it shows, beyond what the experiment itself claims.
SHOWN: dict[str, Callable[[Measures], bool]] = {
    "signal-et-poids": lambda m: is_near(median(m, "ratio_chosen"), RELU_KEEPS ** (9 / 2)),
    "defaut-pytorch": lambda m: 2_000 < 1 / median(m, "ratio_chosen") < 10_000,
    "sigmoide-he": lambda m: median(m, "ratio_chosen") < (0.25 * math.sqrt(2)) ** 9,
    "deux-sigmoides": lambda m: 3.9 < 1 / median(m, "ratio_chosen") < 5.1,
    "leaky-trente": lambda m: (
        is_near(median(m, "ratio_chosen"), median(m, "ratio_relu"))
        and 0.1 < median(m, "ratio_chosen") < 10
    ),
    "poids-egaux": lambda m: (
        median(m, "difference_constant") < 1e-4 and median(m, "difference_random") > 0.5
    ),
    "xavier-relu": lambda m: is_near(median(m, "ratio_chosen"), 1e-3),
    "he-relu": lambda m: is_near(median(m, "ratio_chosen"), 1),
    "init-un-dixieme": lambda m: is_near(1 / median(m, "ratio_chosen"), 50_000),
    "init-trois-couches": lambda m: is_near(median(m, "ratio_chosen"), 1 / 3, times=1.2),
    "init-lineaire": lambda m: is_near(median(m, "ratio_chosen"), 50_000),
    "bn-taux-un": lambda m: (
        is_no_better_than_chance(median(m, "accuracy_plain"))
        and median(m, "accuracy_normed") == pytest.approx(0.9, abs=0.05)
    ),
    "bn-taux-prudent": lambda m: (
        0.65 < median(m, "accuracy_plain") < 0.85
        and 0.05 < median(m, "accuracy_normed") - median(m, "accuracy_plain") < 0.2
    ),
    "bn-taux-dix": lambda m: (
        is_no_better_than_chance(median(m, "accuracy_normed")) and median(m, "largest_normed") == 3
    ),
    "ln-taux-un": lambda m: median(m, "accuracy_normed") < 0.35,
    "residuelle-dix": lambda m: (
        median(m, "accuracy_plain") < 0.25
        and median(m, "accuracy_residual") > 0.7
        and median(m, "gain") > 50
    ),
    "residuelle-seize": lambda m: (
        1e-6 < median(m, "ratio_plain") < 1e-5
        and is_near(median(m, "ratio_residual"), 1 / 4, times=1.5)
    ),
    "residuelle-deux": lambda m: (
        is_near(median(m, "ratio_plain"), 1, times=1.3)
        and is_near(median(m, "ratio_residual"), 1, times=1.3)
        and median(m, "accuracy_residual") > median(m, "accuracy_plain") + 0.1
    ),
    "residuelle-he": lambda m: (
        median(m, "accuracy_residual") < median(m, "accuracy_plain") - 0.1
        and is_near(median(m, "ratio_plain"), 1)
    ),
    "profondeur-huit": lambda m: 0.85 < median(m, "train_plain") < median(m, "train_shallow"),
    "profondeur-raccourcis": lambda m: (
        median(m, "train_shortcuts") > 0.8
        and is_near(median(m, "train_plain"), 1 / 3, times=1.5)  # « profondeur-huit » says so too
        and median(m, "train_shallow") > 0.9
    ),
    "rnn-explose": lambda m: (
        bool((m["lost_plain"] == 1).all())
        and median(m, "loss_clipped") < median(m, "loss_start") / 4
        and is_near(median(m, "gradient_start"), 8, times=1.3)
    ),
    "seuil-trop-haut": lambda m: (
        median(m, "loss_clipped") > 1_000 and is_near(median(m, "gradient_start"), 8, times=1.3)
    ),
    "seuil-plus-bas": lambda m: (
        median(m, "loss_clipped") < median(measured("clipping", MEMBERS), "loss_clipped") / 2
    ),
    "seuil-minuscule": lambda m: (
        bool((m["lost_plain"] == 0).all())
        and median(m, "loss_clipped")
        > 5 * median(measured("clipping", MEMBERS, scale=0.9), "loss_clipped")
    ),
    "explosion-petit-taux": lambda m: (
        bool((m["lost_plain"] == 0).all()) and median(m, "gradient_start") > 5
    ),
    "explosion-longueur": lambda m: (
        is_near(median(m, "gradient_start"), 26, times=1.3)
        and is_near(median(measured("clipping", MEMBERS), "gradient_start"), 8, times=1.3)
    ),
    "saturation-poids": lambda m: 0.6 < median(m, "saturated") < 0.8,
    "xavier-loi": lambda m: is_near(median(m, "ratio_uniform"), median(m, "ratio_xavier")),
    "xavier-soixante-quatre": lambda m: (
        median(m, "deviation_xavier") == pytest.approx(math.sqrt(xavier(WIDTH, WIDTH)), rel=0.02)
    ),
    "bn-depart": lambda m: bool((abs(m["deviation_start"] - 1) < 1e-3).all()),
    "bn-calcul": lambda m: bool((abs(m["column_first"] + 1.5 / math.sqrt(1.25)) < 1e-4).all()),
    "bn-colonnes": lambda m: bool((abs(m["batch_first"] + 1) < 1e-4).all()),
    "ln-calcul": lambda m: bool((abs(m["layer_last"] - 1 / math.sqrt(2 / 3)) < 1e-4).all()),
    "bn-zero-un": lambda m: median(m, "deviation_end") > 1.01 and median(m, "mean_end") > 0.05,
    "bn-biais": lambda m: bool((m["bias_share"] < 1e-5).all()),
    "bn-mobile-lots": lambda m: median(m, "early_batch") > median(m, "early_running") + 0.1,
    "donnees-conditionnement": lambda m: 1 <= m["steps_gd"][0] < 10,
    "identite-facile": lambda m: bool((abs(m["added"] - 0.5) < 0.1).all()),
    "ecretage-tard": lambda m: bool((m["lost_plain"] == 1).all()),
}


MEMBERS = 4


def is_long(id_: str) -> bool:
    """Whether a card's experiment trains networks; others only start them."""
    return NOTES[id_].meta["experiment"]["name"] not in ("vanishing_gradient", "initialisation")


def test_every_experiment_is_asked_what_its_card_says() -> None:
    assert set(carried(NOTES)) == set(SHOWN)


@pytest.mark.parametrize(
    "id_", [pytest.param(id_, marks=[pytest.mark.course] * is_long(id_)) for id_ in SHOWN]
)
def test_an_experiment_shows_what_its_card_says(id_: str) -> None:
    assert SHOWN[id_](ran(NOTES[id_], MEMBERS))


def test_gradients_of_weights_stay_flat_where_the_signal_fades() -> None:
    """« signal-et-poids » is told by the second plot."""
    asked = NOTES["signal-et-poids"].meta["experiment"]
    _, pictures = finished(asked["name"], MEMBERS, **asked["settings"])
    (weights,) = (
        picture.mean
        for picture in pictures
        if isinstance(picture, Curve) and (picture.plot, picture.key) == ("weights", "chosen")
    )
    assert max(weights) < 2 * min(weights)


# A question that carries an experiment is decided by that of a card, whose truth is checked here.
AS_CARD = {
    "q-sigmoide-he": "sigmoide-he",
    "q-xavier-relu": "xavier-relu",
    "q-defaut-torch": "defaut-pytorch",
    "q-bn-taux": "bn-taux-un",
    "q-raccourcis-gain": "residuelle-dix",
    "q-residuel-he": "residuelle-he",
    "q-seuil-haut": "seuil-trop-haut",
}


def test_a_question_carries_an_experiment_that_is_checked() -> None:
    assert carried(QUESTIONS) == {
        id_: NOTES[card].meta["experiment"] for id_, card in AS_CARD.items()
    }
