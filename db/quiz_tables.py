"""The tables of quizzes: attempts, and the answers given in them or among the day's cards.

Ids are made as those of reviews (`db.ids`). An attempt may change while it is open, an answer until
it is locked; after that only the learner's grade of it and the review that came of the grade.
"""

from typing import Any

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    event,
    text,
)

from db.tables import metadata

IS_OPEN = text("state = 'open'")
HAS_REVIEW = text("review_id IS NOT NULL")

quiz_attempts = Table(
    "quiz_attempts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("started_at", Integer, nullable=False),
    Column("ended_at", Integer),
    Column("mode", Text, nullable=False),
    Column("state", Text, nullable=False, server_default=text("'open'")),
    Column("time_limit_s", Integer),
    Column("seed", Integer, nullable=False),
    Column("chosen", Text, nullable=False),  # JSON, as the app writes it
    Column("place", Integer, nullable=False, server_default=text("0")),  # the question shown
    CheckConstraint("mode IN ('practice', 'exam')", name="mode"),
    CheckConstraint("state IN ('open', 'finished', 'abandoned')", name="state"),
    CheckConstraint("(state = 'open') = (ended_at IS NULL)", name="ended"),
    CheckConstraint("time_limit_s > 0", name="time_limit"),
    Index("ix_quiz_attempts_open", "state", unique=True, sqlite_where=IS_OPEN),  # at most one
    sqlite_strict=True,
)

quiz_answers = Table(
    "quiz_answers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("attempt_id", ForeignKey("quiz_attempts.id")),  # none among the day's cards
    Column("place", Integer),  # in the attempt, from 0
    Column("card_id", ForeignKey("cards.id"), nullable=False),
    Column("body_hash", Text, nullable=False, server_default=text("''")),  # of what was answered
    Column("response", Text),  # JSON
    Column("certainty", Integer),
    Column("score", REAL),  # by the question's rule
    Column("spent_ms", Integer, nullable=False, server_default=text("0")),
    Column("is_flagged", Integer, nullable=False, server_default=text("0")),
    Column("locked_at", Integer),
    Column("self_grade", Integer),
    Column("review_id", ForeignKey("reviews.id")),
    CheckConstraint("(attempt_id IS NULL) = (place IS NULL)", name="place"),
    CheckConstraint("certainty BETWEEN 1 AND 3", name="certainty"),
    CheckConstraint("score BETWEEN 0 AND 1", name="score"),
    CheckConstraint("spent_ms >= 0", name="spent"),
    CheckConstraint("is_flagged IN (0, 1)", name="is_flagged"),
    CheckConstraint("self_grade BETWEEN 0 AND 2", name="self_grade"),
    CheckConstraint("(self_grade IS NULL) = (review_id IS NULL)", name="review"),
    CheckConstraint("locked_at IS NOT NULL OR self_grade IS NULL", name="graded"),
    CheckConstraint("locked_at IS NOT NULL OR attempt_id IS NOT NULL", name="locked"),
    Index(None, "attempt_id", "place", unique=True),
    Index(None, "card_id", "locked_at"),
    Index("ix_quiz_answers_review_id", "review_id", sqlite_where=HAS_REVIEW),
    sqlite_strict=True,
)


def _keep_what_is_over(table: Table, connection: Connection, **_options: Any) -> None:
    """Nothing is deleted, and what has ended or is locked stays as it is."""
    later = ("self_grade", "review_id")
    fixed = ", ".join(column.name for column in table.c if column.name not in later)
    is_over = "OLD.state <> 'open'" if table is quiz_attempts else "OLD.locked_at IS NOT NULL"
    for verb, when in (
        ("update", f"UPDATE OF {fixed} ON {table.name} WHEN {is_over}"),
        ("delete", f"DELETE ON {table.name}"),
    ):
        connection.exec_driver_sql(
            f"CREATE TRIGGER tr_{table.name}_{verb} BEFORE {when}"
            f" BEGIN SELECT RAISE(ABORT, '{table.name} stay what they were'); END"
        )


for _table in (quiz_attempts, quiz_answers):
    event.listen(_table, "after_create", _keep_what_is_over)
