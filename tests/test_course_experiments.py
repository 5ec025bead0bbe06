"""The cards and questions of the course name experiments that exist, with settings they take.

`decks` knows nothing of `sim`, so nobody but a test can tell.
"""

from pathlib import Path

from decks.model import ExperimentRef
from decks.read import parse_chapter
from sim.contents import OptionsGuess, entries, entry
from sim.declaration import CurveGuess, NumberGuess
from sim.errors import SimError
from tests.the_course import the_course

PAGE = Path(__file__).resolve().parent.parent / "docs" / "course-format.md"
NOTES = [
    note for chapter in the_course() for note in chapter.notes() if note.experiment is not None
]


def test_some_cards_carry_an_experiment() -> None:
    assert len(NOTES) >= 20


def test_every_experiment_can_be_run_as_its_card_asks() -> None:
    faults = {note.id: _fault(note.experiment) for note in NOTES if note.experiment is not None}
    assert {id_: fault for id_, fault in faults.items() if fault} == {}


def test_the_page_of_the_format_shows_what_can_be_run() -> None:
    """Whoever writes a card copies it from there."""
    example = PAGE.read_text(encoding="utf-8").split("````markdown\n")[1].partition("````")[0]
    notes = parse_chapter(example, PAGE).notes()
    assert [_fault(note.experiment) for note in notes if note.experiment is not None] == [""]


def test_what_cannot_be_run_is_seen() -> None:
    assert _fault(ExperimentRef("no_such_experiment"))
    assert _fault(ExperimentRef("dead_relu", (("no_such_setting", 1),)))
    assert _fault(ExperimentRef("dead_relu", (("learning_rate", "fast"),)))
    assert not _fault(ExperimentRef("dead_relu", (("learning_rate", 0.5),)))


def _fault(asked: ExperimentRef) -> str:
    try:
        entry(asked.name).checked(dict(asked.settings))
    except SimError as error:
        return repr(error)
    return ""


KINDS = {OptionsGuess: "outcome", NumberGuess: "number", CurveGuess: "curve"}


def test_every_experiment_asks_for_what_its_card_wants_predicted() -> None:
    unasked = {
        note.id: note.experiment.guess
        for note in NOTES
        if note.experiment is not None
        and note.experiment.guess
        and note.experiment.guess not in _asked(note.experiment.name)
    }
    assert unasked == {}


def _asked(name: str) -> set[str]:
    return {guess.name or KINDS[type(guess)] for guess in entry(name).guesses}


def test_every_guess_with_a_name_is_asked_by_a_card() -> None:
    """Nobody else would ask it."""
    asked = {
        (note.experiment.name, note.experiment.guess)
        for note in NOTES
        if note.experiment is not None
    }
    named = {(name, guess.name) for name, e in entries().items() for guess in e.guesses}
    assert {pair for pair in named if pair[1]} - asked == set()
