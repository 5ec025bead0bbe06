"""One grade: the card's new schedule and its line in the log, in the caller's transaction."""

from collections.abc import Iterable
from datetime import datetime

from db.calendar import LearnerCalendar
from db.driver import Connection
from db.records import card_of, schedule_of
from db.review_log import add_review
from db.rows import CardRow, CardState, Change, ChangeKind, Grade, Outcome, Scale
from db.scheduling import review, seed_of
from db.settings import StudySettings
from db.sql import review as sql


def grade_in(
    connection: Connection,
    card: CardRow,
    grade: Grade,
    now: datetime,
    *,
    calendar: LearnerCalendar,
    settings: StudySettings,
    duration_ms: int,
    raw: int,
    scale: Scale,
) -> Change:
    """Schedule a card, log the review, and bury its siblings if so set.

    Args:
        connection: In a write transaction.
        card: As last read.
        grade: What the answer was worth.
        now: Aware.
        calendar: The learner's.
        settings: The learner's.
        duration_ms: From question to grade; the log keeps at most ten minutes.
        raw: The button pressed, from 1, on its own scale.
        scale: Which buttons there were.

    Raises:
        ValueError: If the card was graded since it was read.
    """
    outcome = review(
        card.memory, grade, now, calendar=calendar, settings=settings, seed=seed_of(card)
    )
    after = _graded(card, grade, outcome)
    day = after.memory.last_day or calendar.day_of(now)
    _set_graded_card(connection, card, after)
    siblings = _siblings_today(connection, card, day) if settings.bury_siblings else ()
    buried = tuple(row._replace(buried_until=day + 1) for row in siblings)
    set_cards(connection, buried)
    review_id = add_review(
        connection,
        card,
        outcome,
        now,
        calendar=calendar,
        grade=grade,
        raw=raw,
        scale=scale,
        duration_ms=duration_ms,
    )
    return Change(ChangeKind.GRADE, (card, *siblings), (after, *buried), review_id=review_id)


def set_cards(connection: Connection, rows: Iterable[CardRow]) -> None:
    """Give cards the schedules of these rows."""
    sql.SET_CARD.run_many(connection, (schedule_of(row) | {"of": row.id} for row in rows))


def _graded(card: CardRow, grade: Grade, outcome: Outcome) -> CardRow:
    return card._replace(
        memory=outcome.memory,
        due_day=outcome.due_day,
        due_at=outcome.due_at,
        reps=card.reps + 1,
        lapses=card.lapses + is_lapse(card.memory.state, grade),
    )


def is_lapse(state: CardState, grade: Grade) -> bool:
    """Whether a known card was forgotten."""
    return state is CardState.REVIEW and grade is Grade.AGAIN


def _siblings_today(connection: Connection, card: CardRow, day: int) -> tuple[CardRow, ...]:
    """Other cards of the note that would come today: new ones, and reviews that are due."""
    found = sql.SIBLINGS_TODAY.rows(connection, note=card.note_id, besides=card.id, day=day)
    return tuple(map(card_of, found))


def _set_graded_card(connection: Connection, card: CardRow, after: CardRow) -> None:
    values = schedule_of(after) | {"of": card.id, "reps_read": card.reps}
    if sql.SET_GRADED_CARD.run(connection, **values).rowcount != 1:
        raise ValueError(f"card {card.id} was graded since it was read (at {card.reps} reviews)")
