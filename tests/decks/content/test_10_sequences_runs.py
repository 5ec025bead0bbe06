"""The runs of chapter 10: what its experiments show is what its notes say."""

from collections.abc import Callable

import pytest

from sim.declaration import Measures
from sim.problems.remembering import recalled
from tests.decks.content.runs import carried, ran
from tests.decks.content.test_10_sequences import H1, H2, NOTES, QUESTIONS
from tests.sim.measured import median, outcome

# A question that carries an experiment is decided by that of a card, whose truth is checked here.
AS_CARD = {
    "q-cinq-pas": "explosion-rnn",
    "q-poids-sages": "poids-sages",
    "q-biais-oubli": "bit-lstm-ferme",
}


def test_a_question_carries_an_experiment_that_is_checked() -> None:
    assert carried(QUESTIONS) == {
        id_: NOTES[card].meta["experiment"] for id_, card in AS_CARD.items()
    }


SHOWN: dict[str, Callable[[Measures], bool]] = {
    "bit-rnn": lambda m: (
        abs(median(m, "accuracy_rnn") - 0.5) < 0.1 and median(m, "trace_rnn") < 1e-9
    ),
    "bit-court": lambda m: (
        median(m, "accuracy_rnn") > 0.95 and 1e-4 < median(m, "trace_rnn") < 1e-2
    ),
    "bit-lstm": lambda m: median(m, "accuracy_chosen") > 0.98 and median(m, "trace_chosen") > 0.1,
    "bit-lstm-ferme": lambda m: abs(median(m, "accuracy_chosen") - 0.5) < 0.1,
    "explosion-rnn": lambda m: m["share_lost"][0] > 0.8,
    "poids-sages": lambda m: m["share_lost"][0] == 0,
    "exemple-h1": lambda m: median(m, "state_1") == pytest.approx(H1),
    "exemple-h2": lambda m: median(m, "state_2") == pytest.approx(H2),
    "remise-a-zero-code": lambda m: round(median(m, "state_3"), 3) == 0.1,
    "recurrence-poids": lambda m: outcome("scalar_rnn", m) == "rises",
    "exemple-oubli": lambda m: median(m, "last") == pytest.approx(0.391, abs=5e-4),
    "produit-09": lambda m: median(m, "gradient_linear") == pytest.approx(0.9**100),
    "produit-11": lambda m: median(m, "gradient_linear") == pytest.approx(1.1**100),
    "raccourci-pile": lambda m: (
        outcome("residual", m) == "better" and 1 / 2_000 < median(m, "ratio_plain") < 1 / 500
    ),
    "gru-portes-liees": lambda m: (
        outcome("gru_vs_lstm", m) == "lost" and recalled(m, "lstm") == "kept"
    ),
}


def test_every_experiment_is_asked_what_its_card_says() -> None:
    assert set(carried(NOTES)) == set(SHOWN)


@pytest.mark.course
@pytest.mark.parametrize("id_", SHOWN)
def test_an_experiment_shows_what_its_card_says(id_: str) -> None:
    assert SHOWN[id_](ran(NOTES[id_], 4))


@pytest.mark.course
@pytest.mark.parametrize("tamed", [{"learning_rate": 0.1}, {"scale": 0.9}])
def test_an_explosion_needs_both_the_weights_and_the_rate(tamed: dict[str, float]) -> None:
    assert ran(NOTES["explosion-rnn"], 4, **tamed)["share_lost"][0] == 0
