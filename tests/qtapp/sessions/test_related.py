"""Which cards are offered after a quiz: the closest to what was missed, and not too many."""

import pytest

from db.collection import Collection
from db.quiz_rows import QuizMode
from decks.kinds import NoteKind
from decks.model import Chapter, Note, Section
from decks.questions.responses import Certainty
from qtapp.sessions.desk import Desk
from qtapp.sessions.question_state import blank_response
from qtapp.sessions.quiz import QuizSession
from qtapp.sessions.quiz_state import QuizOrder
from qtapp.sessions.related import MOST, Related, related_cards
from tests.qtapp.course import Clock


def card(name: str, *facts: str, kind: NoteKind = NoteKind.BASIC) -> Note:
    return Note(name, kind, f"{name} ?", "Oui.", facts=facts)


def question(name: str, *facts: str) -> Note:
    return Note(name, NoteKind.CHOICE, f"{name} ?", "- [x] oui\n- [ ] non", facts=facts)


def missed(collection: Collection, clock: Clock, *notes: Note) -> Related:
    """What is offered to who knows no question of these notes."""
    section = Section("s", "S", notes=notes)
    collection.apply_import(Chapter("essai-2", "Essai", number=9, sections=(section,)))
    session = QuizSession(Desk(collection, now=clock))
    cards = tuple(q.card_id for q in collection.quizzes.pool().questions)
    session.start(QuizOrder(cards, QuizMode.PRACTICE, seed=1))
    for _ in cards:
        face = session.state.question.face
        assert face is not None
        session.respond(blank_response(face))
        session.be(Certainty.SURE)
        session.answer()
        assert session.state.question.suggestion is not None
        session.grade(session.state.question.suggestion)
    return related_cards(collection, session.state)


def names(collection: Collection, related: Related) -> list[str]:
    return [collection.card_view(c.id).note.uid.partition("/")[2] for c in related.cards]


@pytest.mark.usefixtures("qapp")
def test_those_that_teach_most_of_it_are_chosen(collection: Collection, clock: Clock) -> None:
    half = [card(f"half-{n:02}", "A") for n in range(2 * MOST)]
    whole = card("whole", "A", "B")
    related = missed(collection, clock, whole, *half, question("q", "A", "B"))
    assert (len(related.cards), related.found) == (MOST, 2 * MOST + 1)
    assert related.is_choice
    nearest = [f"half-{n:02}" for n in range(MOST + 1, 2 * MOST)]
    assert names(collection, related) == ["whole", *nearest]  # in the order of the course


@pytest.mark.usefixtures("qapp")
def test_every_missed_question_has_its_turn(collection: Collection, clock: Clock) -> None:
    many = [card(f"many-{n:02}", "A") for n in range(2 * MOST)]
    few = [card("few-1", "B"), card("few-2", "B")]
    related = missed(collection, clock, *many, question("qa", "A"), *few, question("qb", "B"))
    assert len(related.cards) == MOST
    assert names(collection, related)[-2:] == ["few-1", "few-2"]


@pytest.mark.usefixtures("qapp")
def test_a_note_is_asked_once_and_few_cards_are_all_offered(
    collection: Collection, clock: Clock
) -> None:
    related = missed(
        collection,
        clock,
        card("both", "A", kind=NoteKind.BOTH),
        card("one", "A"),
        question("q", "A"),
    )
    assert names(collection, related) == ["both", "one"]
    assert not related.is_choice
