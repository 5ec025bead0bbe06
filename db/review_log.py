"""The log of reviews, which is only ever added to: an undone review gets a cancellation."""

from datetime import datetime, timedelta
from typing import Any

from db.calendar import LearnerCalendar
from db.driver import Connection
from db.ids import fresh
from db.records import to_ms
from db.rows import CardRow, Grade, Outcome, Scale
from db.scheduling import recall
from db.sql import review as sql
from db.statement import Statement

LONGEST_ANSWER_MS = 10 * 60 * 1000
"""A card left open for longer was left alone: the log keeps no more than this."""

_MINUTE = timedelta(minutes=1)


def add_review(
    connection: Connection,
    card: CardRow,
    outcome: Outcome,
    now: datetime,
    *,
    calendar: LearnerCalendar,
    grade: Grade,
    raw: int,
    scale: Scale,
    duration_ms: int,
) -> int:
    """Log a review.

    Args:
        connection: In a write transaction.
        card: Before the grade.
        outcome: Of the grade.
        now: Aware.
        calendar: The learner's.
        grade: What the answer was worth.
        raw: The button pressed, from 1, on its own scale.
        scale: Which buttons there were.
        duration_ms: From question to grade; at most `LONGEST_ANSWER_MS` are kept.

    Returns:
        The review's id.
    """
    answer = {
        "grade": int(grade),
        "raw": raw,
        "scale": scale.value,
        "duration_ms": min(max(0, duration_ms), LONGEST_ANSWER_MS),
    }
    return _add(connection, sql.ADD_REVIEW, answer | _content(card, outcome, now, calendar), now)


def add_review_again(connection: Connection, review_id: int, now: datetime) -> int:
    """Log an undone review anew, with the time, state and answer it had; its new id."""
    again = _add(connection, sql.ADD_REVIEW_AGAIN, {"again": review_id}, now)
    sql.MOVE_ANSWER.run(connection, undone=review_id, again=again)
    return again


def cancel_review(connection: Connection, review_id: int, now: datetime) -> None:
    """Log that a review was undone."""
    sql.CANCEL_REVIEW.run(connection, review_id=review_id, at=to_ms(now))


def _add(
    connection: Connection, statement: Statement, values: dict[str, Any], now: datetime
) -> int:
    return statement.run(connection, **values, **fresh(to_ms(now))).lastrowid or 0


def _content(
    card: CardRow, outcome: Outcome, now: datetime, calendar: LearnerCalendar
) -> dict[str, Any]:
    before, after = card.memory, outcome.memory
    day = after.last_day or calendar.day_of(now)
    return {
        "card_id": card.id,
        "at": to_ms(now),
        "day": day,
        "zone_offset_min": (now.astimezone(calendar.zone).utcoffset() or timedelta()) // _MINUTE,
        "recall": recall(before, day),
        "state_before": int(before.state),
        "step_before": before.step,
        "stability_before": before.stability,
        "difficulty_before": before.difficulty,
        "last_day_before": before.last_day,
        "due_day_before": card.due_day,
        "due_at_before": None if card.due_at is None else to_ms(card.due_at),
        "state_after": int(after.state),
        "step_after": after.step,
        "stability_after": after.stability,
        "difficulty_after": after.difficulty,
        "due_day_after": outcome.due_day,
        "due_at_after": None if outcome.due_at is None else to_ms(outcome.due_at),
    }
