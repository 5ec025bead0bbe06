"""Attempts and answers as the collection stores them, and as `db.quiz_rows` shows them."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from db.driver import Connection
from db.quiz_marks import worth
from db.quiz_rows import Answer, Attempt, AttemptRow, AttemptState, QuizAnswer, QuizMode
from db.quiz_stored import StoredAnswer, StoredAttempt
from db.records import from_ms
from db.sql import quizzes as sql
from decks.questions.marking import certainty_mark
from decks.questions.responses import Certainty, SelfGrade


def answer_of(stored: StoredAnswer) -> Answer:
    """What was answered."""
    certainty = None if stored.certainty is None else Certainty(stored.certainty)
    return Answer(stored.response, certainty, stored.score)


def columns_of(answer: Answer, body_hash: str, spent_ms: int) -> dict[str, Any]:
    """The columns of what was answered, to a body of this hash."""
    return {
        "body_hash": body_hash,
        "response": answer.response,
        "certainty": None if answer.certainty is None else int(answer.certainty),
        "score": answer.score,
        "spent_ms": max(0, spent_ms),
    }


def body_hashes(connection: Connection, card_ids: Collection[int]) -> dict[int, str]:
    """What tells the present body of each question from any other, by its card."""
    rows = sql.BODIES.rows(connection, ids=json.dumps(list(card_ids)))
    return {card_id: body_hash(kind, back) for card_id, kind, back in rows}


def quiz_answer_of(stored: StoredAnswer, body_hash: str) -> QuizAnswer:
    """One question of an attempt, whose body has this hash now."""
    return QuizAnswer(
        place=stored.place or 0,
        card_id=stored.card_id,
        answer=answer_of(stored),
        spent_ms=stored.spent_ms,
        is_flagged=bool(stored.is_flagged),
        locked_at=None if stored.locked_at is None else from_ms(stored.locked_at),
        self_grade=grade_of(stored),
        is_outdated=stored.body_hash not in ("", body_hash),
    )


def grade_of(stored: StoredAnswer) -> SelfGrade | None:
    """What the learner said it is worth."""
    return None if stored.self_grade is None else SelfGrade(stored.self_grade)


def whole_attempt(connection: Connection, stored: StoredAttempt) -> Attempt:
    """An attempt with its answers, in the order asked."""
    answers = _answers_in(connection, [stored.id])[stored.id]
    hashes = body_hashes(connection, {answer.card_id for answer in answers})
    return Attempt(
        attempt_row(stored, answers),
        tuple(quiz_answer_of(answer, hashes[answer.card_id]) for answer in answers),
    )


def attempt_rows(connection: Connection, found: Sequence[StoredAttempt]) -> Iterable[AttemptRow]:
    """Attempts with the sums of their answers."""
    answers = _answers_in(connection, [stored.id for stored in found])
    return (attempt_row(stored, answers[stored.id]) for stored in found)


def attempt_row(stored: StoredAttempt, answers: Sequence[StoredAnswer]) -> AttemptRow:
    """An attempt; only locked answers count for its score."""
    locked = [answer for answer in answers if answer.locked_at is not None]
    return AttemptRow(
        id=stored.id,
        started_at=from_ms(stored.started_at),
        ended_at=None if stored.ended_at is None else from_ms(stored.ended_at),
        mode=QuizMode(stored.mode),
        state=AttemptState(stored.state),
        time_limit_s=stored.time_limit_s,
        seed=stored.seed,
        chosen=stored.chosen,
        place=stored.place,
        questions=len(answers),
        answered=sum(answer.response is not None for answer in answers),
        graded=sum(answer.self_grade is not None for answer in answers),
        score=sum(worth(answer.score, grade_of(answer)) for answer in locked),
        certainty_mark=sum(_mark(answer) for answer in locked),
        spent_ms=sum(answer.spent_ms for answer in answers),
    )


def _mark(stored: StoredAnswer) -> float:
    grade = grade_of(stored)
    if grade is None or stored.certainty is None:
        return 0.0
    return certainty_mark(worth(stored.score, grade), Certainty(stored.certainty))


def _answers_in(
    connection: Connection, attempt_ids: Sequence[int]
) -> defaultdict[int, list[StoredAnswer]]:
    found: defaultdict[int, list[StoredAnswer]] = defaultdict(list)
    for row in sql.ANSWERS.rows(connection, attempts=json.dumps(attempt_ids)):
        answer = StoredAnswer._make(row)
        found[answer.attempt_id or 0].append(answer)
    return found


def body_hash(kind: str, back: str) -> str:
    """What tells this body of a question from any other."""
    return hashlib.blake2b(f"{kind}\0{back}".encode(), digest_size=8).hexdigest()
