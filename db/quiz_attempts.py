"""What a learner does in a quiz: one function, one durable transaction, as in `db.study`."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from db.checking import doubting
from db.driver import Connection
from db.engine import Store
from db.ids import fresh
from db.json_text import sound
from db.quiz_answers import body_hashes, columns_of, quiz_answer_of, whole_attempt
from db.quiz_grading import Study, grade_answer, review_card
from db.quiz_marks import review_grade
from db.quiz_rows import Answer, Attempt, AttemptState, QuizAnswer, QuizMode
from db.quiz_stored import StoredAnswer, StoredAttempt
from db.records import to_ms
from db.rows import CardRow, Change
from db.sql import quizzes as sql
from decks.questions.responses import SelfGrade


def start(
    store: Store,
    card_ids: Sequence[int],
    now: datetime,
    *,
    mode: QuizMode,
    seed: int,
    time_limit_s: int | None,
    chosen: str,
) -> Attempt:
    """Begin an attempt; see `Quizzes.start`."""
    if not card_ids or len(set(card_ids)) < len(card_ids):
        raise ValueError(f"expected questions, none twice, got {list(card_ids)}")
    if time_limit_s is not None and time_limit_s <= 0:
        raise ValueError(f"no time: {time_limit_s} s")
    at = to_ms(now)
    row = {"started_at": at, "mode": mode.value, "time_limit_s": time_limit_s}
    row |= {"seed": seed, "chosen": sound(chosen)}
    with doubting(store), store.writer.begin() as connection:
        if sql.OPEN_ATTEMPT.rows(connection):
            raise ValueError("another attempt is open")
        if sql.FOUND_QUESTIONS.value(connection, ids=json.dumps(list(card_ids))) < len(card_ids):
            raise ValueError(f"not all are questions: {list(card_ids)}")
        attempt_id = sql.ADD_ATTEMPT.run(connection, **row, **fresh(at)).lastrowid or 0
        sql.ADD_QUESTION.run_many(
            connection,
            (
                {"attempt_id": attempt_id, "place": place, "card_id": card_id} | fresh(at)
                for place, card_id in enumerate(card_ids)
            ),
        )
        return whole_attempt(connection, _open(connection, attempt_id))


def go_to(store: Store, attempt_id: int, place: int) -> None:
    """Remember the question shown; see `Quizzes.go_to`."""
    with doubting(store), store.writer.begin() as connection:
        _open(connection, attempt_id)
        _answer(connection, attempt_id, place)
        sql.GO_TO.run(connection, of=attempt_id, place=place)


def save(
    store: Store,
    attempt_id: int,
    place: int,
    answer: Answer,
    *,
    spent_ms: int,
    is_flagged: bool,
) -> QuizAnswer:
    """Save a draft; see `Quizzes.save_answer`."""
    _check(answer)
    with doubting(store), store.writer.begin() as connection:
        stored = _saved(
            connection, attempt_id, place, answer, spent_ms=spent_ms, is_flagged=is_flagged
        )
    return quiz_answer_of(stored, stored.body_hash)


def lock(
    store: Store,
    attempt_id: int,
    place: int,
    answer: Answer,
    now: datetime,
    study: Study,
    *,
    spent_ms: int,
    is_flagged: bool,
    self_grade: SelfGrade | None,
) -> QuizAnswer:
    """Save an answer for good, and perhaps grade it; see `Quizzes.lock`."""
    _check(answer)
    at = to_ms(now)
    with doubting(store), store.writer.begin() as connection:
        stored = _saved(
            connection,
            *(attempt_id, place, answer),
            spent_ms=spent_ms,
            is_flagged=is_flagged,
            locked_at=at,
        )
        if self_grade is not None:
            stored = grade_answer(connection, stored, self_grade, at, study)
    return quiz_answer_of(stored, stored.body_hash)


def set_self_grade(
    store: Store, attempt_id: int, place: int, grade: SelfGrade, now: datetime, study: Study
) -> QuizAnswer:
    """Grade a locked answer, for the first time or anew; see `Quizzes.set_self_grade`."""
    with doubting(store), store.writer.begin() as connection:
        stored = _answer(connection, attempt_id, place)
        if stored.locked_at is None:
            raise ValueError(f"the answer at place {place} is not locked")
        stored = grade_answer(connection, stored, grade, to_ms(now), study)
        hashes = body_hashes(connection, [stored.card_id])
    return quiz_answer_of(stored, hashes[stored.card_id])


def end(
    store: Store,
    attempt_id: int,
    now: datetime,
    study: Study,
    *,
    state: AttemptState,
    self_grades: Mapping[int, SelfGrade],
) -> Attempt:
    """End an attempt; see `Quizzes.finish` and `Quizzes.abandon`."""
    at = to_ms(now)
    with doubting(store), store.writer.begin() as connection:
        _open(connection, attempt_id)
        if state is AttemptState.FINISHED:
            sql.LOCK_ANSWERS.run(connection, of=attempt_id, locked_at=at)
        sql.END_ATTEMPT.run(connection, of=attempt_id, state=state.value, ended_at=at)
        for place, grade in sorted(self_grades.items()):
            grade_answer(connection, _answer(connection, attempt_id, place), grade, at, study)
        (row,) = sql.ATTEMPT.rows(connection, of=attempt_id)
        return whole_attempt(connection, StoredAttempt._make(row))


def grade_card(
    store: Store,
    card: CardRow,
    answer: Answer,
    self_grade: SelfGrade,
    now: datetime,
    study: Study,
    *,
    duration_ms: int,
) -> Change:
    """Grade a question among the day's cards, and keep the answer; see `Quizzes.grade_card`."""
    _check(answer)
    at = to_ms(now)
    grade = review_grade(self_grade, answer.certainty)
    with doubting(store), store.writer.begin() as connection:
        change = review_card(connection, card, grade, at, duration_ms, study)
        body_hash = body_hashes(connection, [card.id])[card.id]
        sql.ADD_DAY_S_ANSWER.run(
            connection,
            **columns_of(answer, body_hash, duration_ms),
            **fresh(at),
            card_id=card.id,
            locked_at=at,
            self_grade=int(self_grade),
            review_id=change.review_id,
        )
    return change


def _saved(
    connection: Connection,
    attempt_id: int,
    place: int,
    answer: Answer,
    *,
    spent_ms: int,
    is_flagged: bool,
    locked_at: int | None = None,
) -> StoredAnswer:
    _open(connection, attempt_id)
    stored = _answer(connection, attempt_id, place)
    if stored.locked_at is not None:
        raise ValueError(f"the answer at place {place} is locked")
    body_hash = body_hashes(connection, [stored.card_id])[stored.card_id]
    values = columns_of(answer, body_hash, spent_ms)
    values |= {"is_flagged": int(is_flagged), "locked_at": locked_at}
    sql.SAVE_ANSWER.run(connection, of=stored.id, **values)
    return stored._replace(**values)


def _open(connection: Connection, attempt_id: int) -> StoredAttempt:
    found = [StoredAttempt._make(row) for row in sql.OPEN_ATTEMPT.rows(connection)]
    if [attempt.id for attempt in found] != [attempt_id]:
        raise ValueError(f"attempt {attempt_id} is not open")
    return found[0]


def _answer(connection: Connection, attempt_id: int, place: int) -> StoredAnswer:
    found = sql.ANSWER.rows(connection, attempt=attempt_id, place=place)
    if not found:
        raise ValueError(f"attempt {attempt_id} has no place {place}")
    return StoredAnswer._make(found[0])


def _check(answer: Answer) -> None:
    if answer.response is not None:
        sound(answer.response)
    if answer.score is not None and not 0 <= answer.score <= 1:
        raise ValueError(f"expected a score of 0 to 1, got {answer.score}")
