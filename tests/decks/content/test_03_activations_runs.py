"""The runs of chapter 3: what its experiments show is what its notes say."""

import math
from collections.abc import Callable

import numpy as np
import pytest

from sim.declaration import Measures
from tests.decks.content.arithmetic.activations import LEAK, sigmoid_slope, softmax, tanh_slope
from tests.decks.content.runs import came_true, carried, ran
from tests.decks.content.test_03_activations import EXP, NOTES, PROBABILITIES, QUESTIONS
from tests.sim.measured import measured, median, outcome

# What each card with an experiment says that it shows, beyond what the experiment itself claims.
SHOWN: dict[str, Callable[[Measures], bool]] = {
    "spirales-etroites": lambda m: median(m, "accuracy_relu") < median(m, "accuracy_one") + 0.15,
    "derivee-deux-calculs": lambda m: (
        median(m, "slope_o1") == pytest.approx(EXP / (1 + EXP) ** 2)
        and median(m, "a_o1") == pytest.approx(1 / (1 + EXP))
    ),
    "sigmoide-jamais-nulle": lambda m: median(m, "zeros") == 0,
    "sigmoide-trente": lambda m: median(m, "ratio_chosen") < sigmoid_slope(0) ** 29,
    "tanh-trente": lambda m: (
        0.1 < median(m, "ratio_chosen") < 1 / 3 and median(m, "ratio_sigmoid") < 1e-15
    ),
    "tanh-bornee": lambda m: 0.9 < median(m, "ratio_chosen") < 1.2,
    "relu-explosion": lambda m: 13 < math.log10(median(m, "ratio_chosen")) < 15,
    "relu-sigmoide-spirales": lambda m: 0.65 < median(m, "accuracy_chosen") < 0.85,
    "morte-proportion": lambda m: (
        median(m, "dead_chosen") < 0.1
        and median(m, "accuracy_chosen") > 0.9
        and abs(median(m, "dead_chosen") - median(m, "dead_gentle")) < 0.05
        and median(measured("dead_relu", MEMBERS), "dead_chosen") > 0.75
    ),
    "zeros-biais": lambda m: median(m, "zeros") > 0.95 and median(m, "zeros_last") > 0.99,
    "zeros-leaky": lambda m: median(m, "zeros") < 0.001,
    "creuse-place": lambda m: (
        median(m, "bytes_ratio") == pytest.approx(1.5, abs=0.01) and median(m, "break_even") < 1 / 3
    ),
    "elu-eteinte": lambda m: median(m, "dead_chosen") > 0.95,
    "leaky-taux": lambda m: (
        median(m, "accuracy_chosen") < 0.2
        and 0.25 <= (m["accuracy_chosen"] == 0).mean() <= 0.75
        and median(measured("dead_relu", MEMBERS), "accuracy_chosen") < 0.2
        and median(m, "accuracy_gentle") > 0.9
        and bool(np.isfinite(m["accuracy_chosen"]).all())
    ),
    "swish-signal": lambda m: median(m, "ratio_chosen") < 0.1 and 0.5 < median(m, "ratio_relu") < 2,
    "non-monotone-converge": lambda m: median(m, "accuracy_chosen") > 0.95,
    "leaky-max": lambda m: median(m, "answer") == pytest.approx(-0.03),
    "elu-calcul": lambda m: median(m, "answer") == pytest.approx(math.exp(-1) - 1),
    "sigmoide-pente-deux": lambda m: median(m, "slope") == pytest.approx(sigmoid_slope(2)),
    "tanh-sature-vite": lambda m: (
        median(m, "slope") == pytest.approx(tanh_slope(5))
        and outcome("one_unit", m, "flatter") == "tanh"
    ),
    "relu-signal": lambda m: outcome("one_unit", m) == "all",
    "leaky-signal": lambda m: median(m, "back") == pytest.approx(5 * LEAK),
    "pentes-moins-deux": lambda m: outcome("one_unit", m, "steepest") == "elu",
    "prelu-apprise": lambda m: (
        outcome("dead_relu", m, "slope") == "larger" and (m["slope"] > 1).mean() >= 0.25
    ),
    "softmax-arrondi": lambda m: median(m, "share_first") == pytest.approx(PROBABILITIES[0]),
    "softmax-constante": lambda m: median(m, "share_first") == pytest.approx(PROBABILITIES[0]),
    "softmax-jamais-nulle": lambda m: (
        median(m, "share_first") == pytest.approx(softmax(0, 1, 0.1)[0])
    ),
}

MEMBERS = 4

LONG = {
    *("spirales-etroites", "relu-sigmoide-spirales", "morte-proportion", "elu-eteinte"),
    *("leaky-taux", "non-monotone-converge", "leaky-max", "elu-calcul", "prelu-apprise"),
    *("softmax-arrondi", "softmax-constante", "softmax-jamais-nulle"),
}


def test_every_experiment_is_asked_what_its_card_says() -> None:
    assert set(carried(NOTES)) == set(SHOWN)


@pytest.mark.parametrize(
    "id_", [pytest.param(id_, marks=[pytest.mark.course] * (id_ in LONG)) for id_ in SHOWN]
)
def test_an_experiment_shows_what_its_card_says(id_: str) -> None:
    assert SHOWN[id_](ran(NOTES[id_], MEMBERS))


OUTCOMES = {
    "q-role-sortie": "same",
    "q-sigmoide-dix": "weaker",
    "q-relu-explosion": "grows",
    "q-zeros-part": "half",
    "q-elu-guerir": "many",
    "q-swish-spirales": "most",
}

QUICK = {"q-sigmoide-dix", "q-relu-explosion", "q-zeros-part"}


@pytest.mark.parametrize(
    "id_", [pytest.param(id_, marks=[pytest.mark.course] * (id_ not in QUICK)) for id_ in OUTCOMES]
)
def test_the_experiment_of_a_question_ends_as_its_answer_says(id_: str) -> None:
    assert came_true(QUESTIONS[id_], MEMBERS) == OUTCOMES[id_]


def test_every_experiment_of_a_question_has_its_outcome_checked() -> None:
    assert set(carried(QUESTIONS)) == set(OUTCOMES)
