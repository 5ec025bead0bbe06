"""The runs of chapter 5: what its experiments show is what its notes say."""

import pytest

from sim.catalogue import experiment
from sim.declaration import ChoiceGuess, NumberGuess
from tests.decks.content.figures import fr, tex
from tests.decks.content.runs import KINDS, carried, names_carried, ran
from tests.decks.content.test_05_retropropagation import CHAPTER, NOTES
from tests.sim.measured import median


def test_the_experiments_of_the_chapter_are_shown() -> None:
    assert names_carried(NOTES) == {"backprop_by_hand", "batch_cost", "vanishing_gradient"}


# The number that the run gives, as the card writes it: its decimals, and whether in a formula.
ASKED_NUMBERS = {
    "aller-zh1": 4,
    "aller-ah1": 4,
    "aller-zo1": 3,
    "aller-erreur": 4,
    "chaine-w5": 4,
    "da-o2": 4,
    "delta-o1": 4,
    "delta-o2": 4,
    "pas-w5": 4,
    "pas-w8": 4,
    "q-pas-w6": 3,
    "retour-h1": 4,
    "q-delta-h2": 5,
    "pas-w1": 5,
    "q-gradient-b1": 4,
    "difference-b2": 4,
    "tanh-222": 3,
    "tanh-w5": 3,
    "role-sans-biais": 4,
    "gradient-w2": 5,
    "mat-dz-222": 4,
    "bce-222": 4,
    "bce-da-222": 2,
    "mat-lot-222": 4,
    "mat-da-222": 4,
    "module-222": 3,
    "lineaire-222": 4,
}

ASKED_OUTCOMES = {
    "q-delta-sature": "smaller",
    "anciens-poids-222": "old",
    "chaine-coupee": "up",
    "cent-pas": "all",
    "gradient-perime": "turned",
    "mat-moyenne": "same",
    "difference-ecart": "tiny",
}

ALL_NOTES = NOTES | CHAPTER.questions


def truth(id_: str) -> float | str:
    """What the run that a note asks for answers to the note's own guess."""
    asked = ALL_NOTES[id_].meta["experiment"]
    found = ran(ALL_NOTES[id_], 1)
    guess = next(g for g in experiment(asked["name"]).guesses if g.name == asked["guess"])
    if isinstance(guess, NumberGuess):
        value = median(found, guess.measure)
        assert guess.low <= value <= guess.high
        return value
    assert isinstance(guess, ChoiceGuess)
    return guess.truth(found)


@pytest.mark.parametrize("id_", ASKED_NUMBERS)
def test_a_card_answers_with_the_number_that_its_run_gives(id_: str) -> None:
    value = truth(id_)
    assert isinstance(value, float)
    written = {f(abs(value), ASKED_NUMBERS[id_]) for f in (fr, tex)}
    text = ALL_NOTES[id_].body
    assert any(number in text for number in written)


@pytest.mark.parametrize("id_", ASKED_OUTCOMES)
def test_a_card_answers_with_the_outcome_that_its_run_gives(id_: str) -> None:
    assert truth(id_) == ASKED_OUTCOMES[id_]


def test_the_other_guesses_are_told_in_words() -> None:
    assert truth("rapport-w1-w2") == pytest.approx(2), "le double"
    assert truth("compensation-222") == pytest.approx(0, abs=1e-5), "à peu près 0"
    assert truth("aller-part") == pytest.approx(0.15, abs=0.005)
    told = {"rapport-w1-w2", "compensation-222", "aller-part", *ASKED_NUMBERS, *ASKED_OUTCOMES}
    named = {
        id_
        for id_, asked in carried(ALL_NOTES).items()
        if asked.get("guess", "number") not in KINDS
    }
    assert named == told
