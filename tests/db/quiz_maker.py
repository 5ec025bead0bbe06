"""Chapters with questions, and quizzes on them, whose contents do not matter unless given."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from db.collection import Collection
from db.quiz_rows import Answer, Attempt, QuestionFacts, QuizAnswer, QuizMode
from db.rows import CardRow
from db.settings import StudySettings
from decks.kinds import NoteKind
from decks.model import Chapter, Note, Section
from decks.questions.responses import Certainty, SelfGrade
from tests.db.chapters import note

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TODAY = NOW.toordinal()
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
SETTINGS = StudySettings(time_zone="UTC", fuzz=False)


def question(name: str, kind: NoteKind = NoteKind.CHOICE, **given: Any) -> Note:
    """A question; its body is read by nobody here."""
    return note(name, kind, **{"back": "- [x] oui\n- [ ] non"} | given)


def course() -> Chapter:
    """Cards 1 (ACT-1) and 2 (ACT-2), both of one note, 3 (OPT-1); questions 4 to 8."""
    first = (
        note("relu", facts=("ACT-1", "ACT-9")),
        note("both", NoteKind.BOTH, facts=("ACT-2",)),
        question("q1", facts=("ACT-1", "ACT-2"), tags=("relu",)),
        question("q2", NoteKind.CHOICES, facts=("ACT-2",)),
        question("q3", NoteKind.NUMBER, tags=("calcul", "relu")),
    )
    second = (note("sgd", facts=("OPT-1",)), question("q4", NoteKind.OPEN, facts=("OPT-1",)))
    sections = (Section("un", "Un", notes=first), Section("deux", "Deux", notes=second))
    return Chapter("intro", "Introduction", 1, sections=sections)


@contextmanager
def opened(path: Path) -> Iterator[Collection]:
    """A collection with the `course`; the same again when it is there."""
    collection = Collection.open(path, clock=lambda: NOW)
    try:
        collection.save_settings(SETTINGS)
        collection.apply_import(course())
        yield collection
    finally:
        collection.close()


def facts_of(collection: Collection, card_id: int) -> QuestionFacts:
    """How a question did; nothing where it was never answered."""
    found = (asked.facts for asked in collection.quizzes.questions() if asked.card_id == card_id)
    return next(found, QuestionFacts())


def card_of(collection: Collection, name: str) -> CardRow:
    """The first card of a note, as stored."""
    for view in collection.find_cards():
        if view.note.uid == f"intro/{name}":
            return view.card
    raise KeyError(name)


def started(collection: Collection, *names: str, **given: Any) -> Attempt:
    """An attempt at these questions."""
    cards = [card_of(collection, name).id for name in names]
    usual: dict[str, Any] = {"mode": QuizMode.PRACTICE, "seed": 7}
    return collection.quizzes.start(cards, given.pop("now", NOW), **usual | given)


def answered(
    collection: Collection,
    attempt: Attempt,
    place: int,
    grade: SelfGrade | None,
    *,
    certainty: Certainty | None = Certainty.SURE,
    score: float | None = None,
    response: str = "[0]",
    now: datetime = NOW,
    spent_ms: int = 5000,
) -> QuizAnswer:
    """Answer for good and grade."""
    answer = Answer(response, certainty, score)
    return collection.quizzes.lock(
        attempt.row.id, place, answer, now, spent_ms=spent_ms, self_grade=grade
    )
