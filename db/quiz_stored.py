"""Stored rows of quizzes: `db.statements.quizzes` reads these columns."""

from typing import NamedTuple


class StoredAttempt(NamedTuple):
    """An attempt's row."""

    id: int
    started_at: int
    ended_at: int | None
    mode: str
    state: str
    time_limit_s: int | None
    seed: int
    chosen: str
    place: int


class StoredAnswer(NamedTuple):
    """An answer's row."""

    id: int
    attempt_id: int | None
    place: int | None
    card_id: int
    body_hash: str
    response: str | None
    certainty: int | None
    score: float | None
    spent_ms: int
    is_flagged: int
    locked_at: int | None
    self_grade: int | None
    review_id: int | None
