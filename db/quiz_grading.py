"""The learner's grade of an answer reviews the question's card; another grade does so anew."""

import json
from typing import NamedTuple

from db.calendar import LearnerCalendar
from db.driver import Connection
from db.grading import grade_in, is_lapse, set_cards
from db.quiz_marks import review_grade
from db.quiz_stored import StoredAnswer
from db.records import card_of, from_ms
from db.review_log import cancel_review
from db.rows import CardRow, CardState, Change, Grade, Memory, Scale
from db.settings import StudySettings
from db.sql import quizzes as sql
from db.sql import review as review_sql
from decks.questions.responses import Certainty, SelfGrade


class Study(NamedTuple):
    """How the learner studies: which day it is, and by which settings."""

    calendar: LearnerCalendar
    settings: StudySettings


def grade_answer(
    connection: Connection, stored: StoredAnswer, grade: SelfGrade, now_ms: int, study: Study
) -> StoredAnswer:
    """Grade a locked answer.

    The first grade reviews the card now. A later one that leads to another review cancels that
    one and makes it anew, at its own moment and from the state before; unless the card was
    reviewed since, or that review was undone: then the schedule stays.

    Args:
        connection: In a write transaction.
        stored: The answer as it is.
        grade: What the learner says now.
        now_ms: When, in milliseconds since 1970.
        study: The learner's.

    Returns:
        The answer as it is after that.
    """
    certainty = None if stored.certainty is None else Certainty(stored.certainty)
    wanted = review_grade(grade, certainty)
    if stored.review_id is None or stored.self_grade is None:
        card = _card(connection, stored.card_id)
        review_id = review_card(connection, card, wanted, now_ms, stored.spent_ms, study).review_id
    elif review_grade(SelfGrade(stored.self_grade), certainty) is wanted:
        review_id = stored.review_id
    else:
        review_id = _review_anew(connection, stored, stored.review_id, wanted, now_ms, study)
    sql.GRADE_ANSWER.run(connection, of=stored.id, self_grade=int(grade), review_id=review_id)
    return stored._replace(self_grade=int(grade), review_id=review_id)


def review_card(
    connection: Connection, card: CardRow, grade: Grade, at_ms: int, spent_ms: int, study: Study
) -> Change:
    """Review the card of a question; the log takes it for one of the four buttons."""
    return grade_in(
        connection,
        card,
        grade,
        from_ms(at_ms),
        calendar=study.calendar,
        settings=study.settings,
        duration_ms=spent_ms,
        raw=int(grade),
        scale=Scale.FOUR,
    )


def _review_anew(
    connection: Connection,
    stored: StoredAnswer,
    review_id: int,
    grade: Grade,
    now_ms: int,
    study: Study,
) -> int | None:
    """Put another grade in the place of a review; the id of the one that holds now."""
    is_cancelled = sql.IS_CANCELLED.value(connection, of=review_id)
    later = sql.LATER_REVIEWS.value(connection, card_id=stored.card_id, of=review_id)
    if is_cancelled or later:
        return review_id
    at_ms, card = _before(connection, review_id)
    cancel_review(connection, review_id, from_ms(now_ms))
    set_cards(connection, [card])
    return review_card(connection, card, grade, at_ms, stored.spent_ms, study).review_id


def _before(connection: Connection, review_id: int) -> tuple[int, CardRow]:
    """When a card's latest review was made, and the card as it was just before."""
    (row,) = sql.REVIEW.rows(connection, of=review_id)
    card_id, at_ms, grade, state, step, stability, difficulty, last_day, due_day, due_at = row
    card = _card(connection, card_id)
    before = card._replace(
        memory=Memory(CardState(state), step, stability, difficulty, last_day),
        due_day=due_day,
        due_at=None if due_at is None else from_ms(due_at),
        reps=card.reps - 1,
        lapses=card.lapses - is_lapse(CardState(state), Grade(grade)),
    )
    return at_ms, before


def _card(connection: Connection, card_id: int) -> CardRow:
    (row,) = review_sql.CARDS.rows(connection, ids=json.dumps([card_id]))
    return card_of(row)
