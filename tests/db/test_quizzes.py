"""Attempts: begun, saved at each step, found again, ended."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from db.collection import Collection
from db.errors import CorruptedCollectionError
from db.quiz_rows import Answer, AttemptState, QuizMode
from decks.questions.responses import Certainty, SelfGrade
from tests.db.chapters import chapter_of, note
from tests.db.quiz_maker import DAY, MINUTE, NOW, answered, card_of, opened, question, started

RIGHT = SelfGrade.RIGHT
DRAFT = Answer('{"options": [1]}', Certainty.LIKELY, 0.5)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.sqlite3"


@pytest.fixture
def collection(path: Path) -> Iterator[Collection]:
    with opened(path) as collection:
        yield collection


def test_an_attempt_asks_what_was_chosen_in_that_order(collection: Collection) -> None:
    attempt = started(
        collection, "q3", "q1", mode=QuizMode.EXAM, time_limit_s=600, chosen='{"n": 2}'
    )
    assert [a.card_id for a in attempt.answers] == [
        card_of(collection, name).id for name in ("q3", "q1")
    ]
    assert [a.place for a in attempt.answers] == [0, 1]
    row = attempt.row
    assert (row.mode, row.state, row.time_limit_s, row.seed, row.chosen) == (
        *(QuizMode.EXAM, AttemptState.OPEN, 600, 7, '{"n": 2}'),
    )
    assert (row.started_at, row.ended_at, row.place, row.questions) == (NOW, None, 0, 2)


def test_everything_is_there_when_the_collection_is_opened_again(path: Path) -> None:
    with opened(path) as collection:
        attempt_id = started(collection, "q1", "q2", "q3", mode=QuizMode.EXAM).row.id
        saved = collection.quizzes.save_answer(attempt_id, 1, DRAFT, spent_ms=1234, is_flagged=True)
        collection.quizzes.go_to(attempt_id, 2)
        before = collection.quizzes.current()
    with opened(path) as collection:
        found = collection.quizzes.current()
    assert found == before
    assert found is not None
    assert found.row.place == 2
    assert found.answers[1] == saved
    assert (saved.answer, saved.spent_ms, saved.is_flagged) == (DRAFT, 1234, True)
    assert not saved.is_locked
    assert (found.row.answered, found.row.spent_ms) == (1, 1234)


def test_a_draft_can_change_and_be_taken_back(collection: Collection) -> None:
    attempt = started(collection, "q1")
    quizzes = collection.quizzes
    quizzes.save_answer(attempt.row.id, 0, DRAFT, spent_ms=1)
    quizzes.save_answer(attempt.row.id, 0, Answer(), spent_ms=2)
    found = quizzes.attempt(attempt.row.id)
    assert found.answers[0].answer == Answer()
    assert (found.row.answered, found.row.spent_ms) == (0, 2)


def test_a_locked_answer_stays(collection: Collection) -> None:
    attempt = started(collection, "q1", "q2")
    locked = collection.quizzes.lock(attempt.row.id, 0, DRAFT, NOW + MINUTE, spent_ms=9)
    assert (locked.locked_at, locked.answer, locked.self_grade) == (NOW + MINUTE, DRAFT, None)
    with pytest.raises(ValueError, match="locked"):
        collection.quizzes.save_answer(attempt.row.id, 0, Answer("[]"), spent_ms=1)
    with pytest.raises(ValueError, match="locked"):
        collection.quizzes.lock(attempt.row.id, 0, Answer("[]"), NOW, spent_ms=1)
    assert collection.quizzes.attempt(attempt.row.id).answers[0] == locked


def test_an_exam_is_locked_at_its_end(collection: Collection) -> None:
    attempt = started(collection, "q1", "q2", mode=QuizMode.EXAM)
    quizzes = collection.quizzes
    quizzes.save_answer(attempt.row.id, 0, DRAFT, spent_ms=1)
    ended = quizzes.finish(attempt.row.id, NOW + MINUTE, self_grades={0: SelfGrade.PARTLY})
    assert [a.locked_at for a in ended.answers] == [NOW + MINUTE] * 2
    assert [a.answer for a in ended.answers] == [DRAFT, Answer()]
    assert [a.self_grade for a in ended.answers] == [SelfGrade.PARTLY, None]
    assert (ended.row.state, ended.row.ended_at) == (AttemptState.FINISHED, NOW + MINUTE)
    assert quizzes.current() is None
    assert quizzes.attempt(attempt.row.id) == ended


def test_an_attempt_can_be_given_up(collection: Collection) -> None:
    attempt = started(collection, "q1", "q2")
    locked = answered(collection, attempt, 0, RIGHT)
    collection.quizzes.save_answer(attempt.row.id, 1, DRAFT, spent_ms=1)
    collection.quizzes.abandon(attempt.row.id, NOW + MINUTE)
    left = collection.quizzes.attempt(attempt.row.id)
    assert left.row.state is AttemptState.ABANDONED
    assert left.answers[0] == locked
    assert not left.answers[1].is_locked
    assert left.row.score == 1.0
    assert collection.quizzes.current() is None
    assert started(collection, "q1").row.id > attempt.row.id


def test_one_attempt_at_a_time(collection: Collection) -> None:
    attempt = started(collection, "q1")
    with pytest.raises(ValueError, match="open"):
        started(collection, "q2")
    assert collection.quizzes.current() == attempt


def test_the_file_itself_allows_no_second_one(collection: Collection) -> None:
    started(collection, "q1")
    with (
        pytest.raises(sqlite3.IntegrityError, match=r"quiz_attempts\.state"),
        collection._store.writer.begin() as connection,
    ):
        connection.execute(
            "INSERT INTO quiz_attempts (id, started_at, mode, seed, chosen)"
            " VALUES (1, 1, 'exam', 1, '{}')"
        )


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ("DELETE FROM quiz_attempts", "quiz_attempts stay"),
        ("DELETE FROM quiz_answers", "quiz_answers stay"),
        ("UPDATE quiz_attempts SET place = 0", "quiz_attempts stay"),
        ("UPDATE quiz_answers SET response = '[]'", "quiz_answers stay"),
    ],
)
def test_nothing_that_is_over_can_be_changed(
    collection: Collection, change: str, what: str
) -> None:
    attempt = started(collection, "q1")
    collection.quizzes.finish(attempt.row.id, NOW)
    with (
        pytest.raises(sqlite3.IntegrityError, match=what),
        collection._store.writer.begin() as connection,
    ):
        connection.execute(change)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (lambda c: started(c), "none twice"),
        (lambda c: started(c, "q2", "q2"), "none twice"),
        (lambda c: started(c, "q2", "relu"), "not all are questions"),
        (lambda c: c.quizzes.start([99], NOW, mode=QuizMode.EXAM, seed=1), "not all"),
        (lambda c: started(c, "q2", time_limit_s=0), "no time"),
        (lambda c: started(c, "q2", chosen="{"), "Expecting"),
    ],
)
def test_an_attempt_that_makes_no_sense_is_not_begun(
    collection: Collection, wrong: Callable[[Collection], Any], why: str
) -> None:
    with pytest.raises(ValueError, match=why):
        wrong(collection)
    assert collection.quizzes.current() is None
    assert collection.quizzes.attempts() == ()


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (lambda q, i: q.save_answer(i, 1, DRAFT, spent_ms=1), "no place 1"),
        (lambda q, i: q.save_answer(i + 1, 0, DRAFT, spent_ms=1), "not open"),
        (lambda q, i: q.save_answer(i, 0, Answer("NaN"), spent_ms=1), "no JSON"),
        (lambda q, i: q.save_answer(i, 0, Answer("[0]", score=1.5), spent_ms=1), "score"),
        (lambda q, i: q.lock(i, 0, Answer("["), NOW, spent_ms=1), "Expecting"),
        (lambda q, i: q.go_to(i, 1), "no place 1"),
        (lambda q, i: q.go_to(i + 1, 0), "not open"),
        (lambda q, i: q.set_self_grade(i, 0, RIGHT, NOW), "not locked"),
        (lambda q, i: q.finish(i + 1, NOW), "not open"),
        (lambda q, i: q.finish(i, NOW, self_grades={0: RIGHT, 5: RIGHT}), "no place 5"),
        (lambda q, i: q.abandon(i + 1, NOW), "not open"),
    ],
)
def test_what_makes_no_sense_changes_nothing(
    collection: Collection, wrong: Callable[[Any, int], Any], why: str
) -> None:
    attempt = started(collection, "q1")
    with pytest.raises(ValueError, match=why):
        wrong(collection.quizzes, attempt.row.id)
    assert collection.quizzes.current() == attempt
    assert card_of(collection, "q1").reps == 0


def test_a_closed_attempt_takes_no_answer(collection: Collection) -> None:
    attempt = started(collection, "q1")
    collection.quizzes.abandon(attempt.row.id, NOW)
    with pytest.raises(ValueError, match="not open"):
        collection.quizzes.save_answer(attempt.row.id, 0, DRAFT, spent_ms=1)


def test_an_answer_to_a_body_that_changed_since_says_so(collection: Collection) -> None:
    attempt = started(collection, "q1", "q2")
    collection.quizzes.save_answer(attempt.row.id, 0, DRAFT, spent_ms=1)
    collection.apply_import(chapter_of(question("q1", back="- [ ] non\n- [x] oui")))
    current = collection.quizzes.current()
    assert current is not None
    assert [a.is_outdated for a in current.answers] == [True, False]
    assert not collection.quizzes.save_answer(attempt.row.id, 0, DRAFT, spent_ms=1).is_outdated
    current = collection.quizzes.current()
    assert current is not None
    assert not current.answers[0].is_outdated


def test_a_question_that_left_the_course_can_still_be_answered(collection: Collection) -> None:
    attempt = started(collection, "q1")
    collection.apply_import(chapter_of(note("relu")), retire_missing=True)
    assert collection.quizzes.current() == attempt
    assert answered(collection, attempt, 0, RIGHT).self_grade is RIGHT


def test_attempts_come_newest_first_with_their_sums(collection: Collection) -> None:
    made = []
    for n in range(3):
        attempt = started(collection, "q1", "q2", now=NOW + n * DAY)
        answered(collection, attempt, 0, RIGHT, certainty=Certainty.LIKELY, score=1.0)
        answered(collection, attempt, 1, SelfGrade.WRONG, score=0.0, spent_ms=2500)
        made.append(collection.quizzes.finish(attempt.row.id, NOW + n * DAY + MINUTE).row)
    assert collection.quizzes.attempts() == tuple(made[::-1])
    assert collection.quizzes.attempts(2) == (made[2], made[1])
    assert collection.quizzes.attempts(2, before=made[1].id) == (made[0],)
    row = made[0]
    assert (row.questions, row.answered, row.graded) == (2, 2, 2)
    assert (row.score, row.certainty_mark, row.spent_ms) == (1.0, 2.0 - 6.0, 7500)


def test_there_is_no_attempt_of_that_name(collection: Collection) -> None:
    with pytest.raises(KeyError):
        collection.quizzes.attempt(5)


def test_a_clock_set_back_changes_no_order(collection: Collection) -> None:
    first = started(collection, "q1").row.id
    collection.quizzes.abandon(first, NOW)
    second = started(collection, "q1", now=NOW - 9 * DAY).row.id
    assert [row.id for row in collection.quizzes.attempts()] == [second, first]


def test_the_full_check_sees_a_response_that_is_no_json(collection: Collection) -> None:
    started(collection, "q1")
    collection.check()
    with collection._store.writer.begin() as connection:
        connection.execute("UPDATE quiz_answers SET response = '[0'")
    with pytest.raises(CorruptedCollectionError, match="quiz_answers"):
        collection.check()
