"""The runs of chapter 4: what its experiments show is what its notes say."""

import pytest

from tests.decks.content.arithmetic.losses import bce, from_logits, steps_to
from tests.decks.content.runs import came_true, carried, names_carried, ran
from tests.decks.content.test_04_couts import LOGITS, NOTES, PROBABILITIES, QUESTIONS, W5_SLOPE
from tests.sim.measured import measured

EXPERIMENTS = {
    *("backprop_by_hand", "cross_entropy_vs_mse", "house_price", "learning_rate", "multi_label"),
}


def test_the_experiments_of_the_chapter_are_shown() -> None:
    assert names_carried(NOTES) == EXPERIMENTS


def test_half_the_rate_without_the_half_takes_the_step_that_its_card_says() -> None:
    found = ran(NOTES["mse-meme-pas"], 1)
    assert found["w5_after"][0] == pytest.approx(0.40 - 0.5 * W5_SLOPE, abs=1e-7)
    assert found["gradient_w5"][0] == pytest.approx(2 * W5_SLOPE, abs=1e-7)


def test_the_lone_neuron_of_the_experiment_takes_the_steps_counted_here() -> None:
    far = measured("cross_entropy_vs_mse", 1, start=-6.5)
    assert far["neuron_mse"][0] == steps_to(0.9, -6.5, is_squared=True)


OUTCOMES = {"q-mse-premier": "ce", "q-multi-paires": "sigmoids"}


@pytest.mark.course
@pytest.mark.parametrize("id_", OUTCOMES)
def test_the_experiment_of_a_question_ends_as_its_answer_says(id_: str) -> None:
    assert came_true(QUESTIONS[id_]) == OUTCOMES[id_]


@pytest.mark.course
@pytest.mark.parametrize(
    ("id_", "measure", "said"),
    [
        ("bce-hesitation", "neuron_cost", bce(0, 0.5)),
        ("ce-calcul", "loss_logits", from_logits(LOGITS, 0)),
        ("ce-classe-rare", "loss_logits", from_logits(LOGITS, 2)),
        ("logits-calcul", "loss_logits", from_logits((5, 1, 0.1), 2)),
        ("logits-gradient-calcul", "slope_right", PROBABILITIES[0] - 1),
        ("softmax-double-plancher", "loss_twice", from_logits((1, 0, 0), 0)),
    ],
)
def test_the_number_that_a_card_asks_for_is_that_of_its_answer(
    id_: str, measure: str, said: float
) -> None:
    assert ran(NOTES[id_], 2)[measure][0] == pytest.approx(said, abs=1e-4)


@pytest.mark.course
def test_no_network_beats_the_noise_of_prices() -> None:
    assert measured("house_price")["error_hidden"].min() > 14


def test_every_experiment_of_a_question_is_checked() -> None:
    assert set(carried(QUESTIONS)) == {*OUTCOMES, "q-mse-plancher", "q-mse-entre-deux"}
