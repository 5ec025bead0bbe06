"""The runs of chapter 2: what its experiments show is what its notes say."""

import math

import pytest

from sim.declaration import Measures
from tests.decks.content.arithmetic.activations import relu, sigmoid
from tests.decks.content.runs import came_true, carried, names_carried, ran
from tests.decks.content.test_02_neurone import NOTES, QUESTIONS, RAISED, Z
from tests.sim.measured import measured, median, outcome, share_met

EXPERIMENTS = {
    *("backprop_by_hand", "batch_cost", "capacity", "decision_boundary", "four_pixels"),
    *("house_price", "linear_collapse", "perceptron", "scalar_rnn", "templates", "xor"),
}


def test_the_experiments_of_the_chapter_are_shown() -> None:
    assert names_carried(NOTES) == EXPERIMENTS


OUTCOMES = {
    "q-perceptron-xor": "turns",
    "q-xor-tirages": "none",
    "q-frontiere-deux-plis": "few",
    "q-dense-vingt": "linear",
}


@pytest.mark.parametrize(
    "id_",
    [
        pytest.param(id_, marks=[pytest.mark.course] * (id_ != "q-perceptron-xor"))
        for id_ in OUTCOMES
    ],
)
def test_the_experiment_of_a_question_ends_as_its_answer_says(id_: str) -> None:
    assert came_true(QUESTIONS[id_]) == OUTCOMES[id_]


def test_the_other_experiments_of_questions_are_those_of_cards() -> None:
    cards = list(carried(NOTES).values())
    others = {id_ for id_, asked in carried(QUESTIONS).items() if asked not in cards}
    assert others - set(OUTCOMES) == {"q-perceptron-ou"}
    assert measured("perceptron", 1, problem="or")["corrections"][0] == 1


def shown(id_: str, *, members: int = 8) -> Measures:
    """What the experiment of a card measures with the card's settings."""
    return ran(NOTES[id_], members)


def test_the_runs_of_the_small_network_give_what_their_cards_answer() -> None:
    moved = shown("matrice-deplacer", members=1)
    assert moved["moved_o1"][0] > 0.05, "la première, seule"
    assert moved["moved_o2"][0] == 0
    assert median(shown("avant-biais-cache", members=1), "a_o1") == pytest.approx(sigmoid(RAISED))


@pytest.mark.course
def test_what_is_kept_doubles_with_the_batch() -> None:
    assert median(shown("formes-lot-double", members=1), "doubling") == pytest.approx(2, rel=0.01)


@pytest.mark.course
@pytest.mark.parametrize("id_", ["frontiere-cercles", "frontiere-fermer"])
def test_neither_a_line_nor_two_units_enclose_a_disc(id_: str) -> None:
    assert median(shown(id_), "accuracy_line") < 0.6, "à peine mieux que le hasard"
    assert median(shown(id_), "accuracy_chosen") < 0.85
    closed = measured("decision_boundary", 8, data="circles", hidden_layers=1, width=8)
    assert median(closed, "accuracy_chosen") > 0.95


@pytest.mark.course
def test_hidden_layers_help_with_houses_unless_there_are_only_twenty() -> None:
    near_ocean, everywhere = shown("interaction-piscine"), shown("interaction-courbure")
    assert median(near_ocean, "pool_near_linear") == pytest.approx(
        median(near_ocean, "pool_far_linear"), abs=0.01
    )
    assert median(near_ocean, "pool_near_hidden") > median(near_ocean, "pool_far_hidden") + 50
    gain = median(everywhere, "error_hidden") / median(everywhere, "error_linear")
    assert 0.8 < gain < 1, "un peu"
    few = shown("dense-vingt-maisons")
    assert (few["error_linear"] < few["error_hidden"]).mean() > 0.5, "le plus souvent"


@pytest.mark.course
def test_xor_needs_a_slope_and_some_luck_with_two_units() -> None:
    signs = shown("xor-signe")
    assert signs["share_solved"][0] == 0
    assert signs["loss_chosen"] == pytest.approx(math.log(2), abs=1e-3), "la sortie n’en tire rien"
    assert 0 < shown("xor-deux-unites")["share_solved"][0] < 1


@pytest.mark.course
def test_either_way_round_a_pattern_takes_a_hidden_layer() -> None:
    assert median(shown("quatre-lineaire"), "accuracy_chosen") == pytest.approx(0.25, abs=0.08)
    assert median(shown("quatre-polarite"), "accuracy_chosen") > 0.95


NAMED = {
    "perceptron-cout-nul": "idle",
    "perceptron-sgd": "same",
    "recurrent-calcul": "falls",
    "profondeur-sans-largeur": "few",
    "cible-lunes": "most",
    "hyper-validation": "middle",
}


@pytest.mark.course
@pytest.mark.parametrize("id_", NAMED)
def test_what_a_card_asks_to_predict_ends_as_its_answer_says(id_: str) -> None:
    assert came_true(NOTES[id_]) == NAMED[id_]


@pytest.mark.course
def test_one_wide_layer_follows_the_spirals() -> None:
    wide = measured("decision_boundary", 8, hidden_layers=1, width=48)
    assert outcome("decision_boundary", wide) == "most"


@pytest.mark.course
def test_the_numbers_that_cards_ask_for_are_those_of_their_answers() -> None:
    assert shown("neurone-somme-calcul")["sum"][0] == pytest.approx(Z)
    assert shown("neurone-activation-calcul")["answer"][0] == pytest.approx(sigmoid(Z))
    assert shown("neurone-biais-relu")["answer"][0] == pytest.approx(relu(Z + 1.6))
    assert set(shown("pixels-compte")["images"]) == {8}
    assert shown("poids-signe")["w1"][0] < 0
    assert shown("perceptron-et-droite")["score"][0] == 1


@pytest.mark.course
def test_the_other_experiments_show_what_their_cards_say() -> None:
    assert share_met("templates") == share_met("linear_collapse", 4) == 1
    assert share_met("capacity") >= 0.75
    assert shown("perceptron-et", members=1)["corrections"][0] == 3
    assert shown("perceptron-taux", members=1)["corrections"][0] == 3
    assert shown("perceptron-strict", members=1)["corrections"][0] == 0
    assert shown("perceptron-xor", members=1)["last_round"][0] == 4
    assert measured("four_pixels", 8)["sigmoid"][0] == pytest.approx(sigmoid(Z))
