"""The cards and questions of the course name experiments that exist, with settings they take.

`decks` knows nothing of `sim`, so nobody but a test can tell.
"""

import pytest

from decks.model import Note
from sim.contents import OptionsGuess, entries, entry
from sim.declaration import CurveGuess, NumberGuess
from tests.the_course import the_course

NOTES = [
    note for chapter in the_course() for note in chapter.notes() if note.experiment is not None
]


def test_some_cards_carry_an_experiment() -> None:
    assert len(NOTES) >= 20


@pytest.mark.parametrize("note", NOTES, ids=[note.id for note in NOTES])
def test_its_experiment_can_be_run_as_the_card_asks(note: Note) -> None:
    assert note.experiment is not None
    entry(note.experiment.name).checked(dict(note.experiment.settings))


KINDS = {OptionsGuess: "outcome", NumberGuess: "number", CurveGuess: "curve"}


@pytest.mark.parametrize("note", NOTES, ids=[note.id for note in NOTES])
def test_its_experiment_asks_for_what_the_card_wants_predicted(note: Note) -> None:
    assert note.experiment is not None
    if note.experiment.guess:
        asked = [guess.name or KINDS[type(guess)] for guess in entry(note.experiment.name).guesses]
        assert note.experiment.guess in asked


def test_every_guess_with_a_name_is_asked_by_a_card() -> None:
    """Nobody else would ask it."""
    asked = {
        (note.experiment.name, note.experiment.guess)
        for note in NOTES
        if note.experiment is not None
    }
    named = {(name, guess.name) for name, e in entries().items() for guess in e.guesses}
    assert {pair for pair in named if pair[1]} - asked == set()
