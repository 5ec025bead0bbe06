from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.collection import Collection
from db.quiz_pool import QuizPool, draw
from db.quiz_rows import Answer, QuestionFilter, QuestionRow, Which
from db.rows import ChangeKind
from decks.kinds import NoteKind
from decks.questions.responses import SelfGrade
from tests.db.chapters import chapter_of, note
from tests.db.quiz_maker import DAY, NOW, answered, card_of, course, opened, question, started

WRONG, PARTLY, RIGHT = SelfGrade


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    with opened(tmp_path / "a.sqlite3") as collection:
        yield collection


def names(collection: Collection, wanted: QuestionFilter | None = None) -> list[str]:
    """Of the questions chosen."""
    uids = {view.card.id: view.note.uid for view in collection.find_cards()}
    chosen = collection.quizzes.pool().chosen(wanted or QuestionFilter())
    return [uids[question.card_id].removeprefix("intro/") for question in chosen]


def test_all_questions_are_there_in_teaching_order_and_no_cards(collection: Collection) -> None:
    assert names(collection) == ["q1", "q2", "q3", "q4"]


def test_a_question_tells_what_it_is_of(collection: Collection) -> None:
    first = collection.quizzes.pool().questions[0]
    card = card_of(collection, "q1")
    assert first == QuestionRow(
        *(card.id, card.note_id, card.deck_id, NoteKind.CHOICE),
        *(("relu",), ("ACT-1", "ACT-2")),
        last_grade=None,
    )
    assert first.is_new
    assert not first.is_missed


def test_decks_are_those_with_questions_and_those_above(collection: Collection) -> None:
    collection.apply_import(chapter_of(note("only-cards"), name="other", number=2))
    decks = collection.quizzes.pool().decks
    assert {deck.uid for deck in decks} == {"intro", "intro/un", "intro/deux"}


def test_a_chapter_stands_for_its_sections(collection: Collection) -> None:
    decks = {deck.uid: deck.id for deck in collection.quizzes.pool().decks}
    assert names(collection, QuestionFilter(frozenset({decks["intro"]}))) == (
        ["q1", "q2", "q3", "q4"]
    )
    assert names(collection, QuestionFilter(frozenset({decks["intro/deux"]}))) == ["q4"]


def test_tags_and_kinds_narrow_the_choice(collection: Collection) -> None:
    relu = QuestionFilter(tags=frozenset({"relu", "unheard-of"}))
    assert names(collection, relu) == ["q1", "q3"]
    assert names(collection, QuestionFilter(kinds=frozenset({NoteKind.OPEN}))) == ["q4"]
    both = QuestionFilter(tags=frozenset({"relu"}), kinds=frozenset({NoteKind.NUMBER}))
    assert names(collection, both) == ["q3"]
    pool = collection.quizzes.pool()
    assert pool.tags() == {"relu": 2, "calcul": 1}
    assert pool.kinds() == dict.fromkeys(
        (NoteKind.CHOICE, NoteKind.CHOICES, NoteKind.NUMBER, NoteKind.OPEN), 1
    )


def test_new_and_missed_questions_follow_the_latest_grade(collection: Collection) -> None:
    attempt = started(collection, "q1", "q2", "q3")
    for place, grade in enumerate((WRONG, PARTLY, RIGHT)):
        answered(collection, attempt, place, grade)
    assert names(collection, QuestionFilter(which=Which.NEW)) == ["q4"]
    assert names(collection, QuestionFilter(which=Which.MISSED)) == ["q1", "q2"]
    collection.quizzes.set_self_grade(attempt.row.id, 0, RIGHT, NOW)
    assert names(collection, QuestionFilter(which=Which.MISSED)) == ["q2"]


def test_the_latest_answer_is_the_one_given_last(collection: Collection) -> None:
    """Not the one whose attempt began last: an attempt may lie open for days."""
    attempt = started(collection, "q1")
    card = card_of(collection, "q1")
    collection.quizzes.grade_card(card, Answer(), WRONG, NOW + DAY, duration_ms=1)
    assert names(collection, QuestionFilter(which=Which.MISSED)) == ["q1"]
    answered(collection, attempt, 0, RIGHT, now=NOW + 2 * DAY)
    assert names(collection, QuestionFilter(which=Which.MISSED)) == []


def test_an_answer_without_a_grade_leaves_a_question_new(collection: Collection) -> None:
    answered(collection, started(collection, "q1"), 0, None)
    assert "q1" in names(collection, QuestionFilter(which=Which.NEW))


def test_questions_put_aside_or_gone_are_not_asked(collection: Collection) -> None:
    change = collection.suspend([card_of(collection, "q1").id], NOW)
    assert change.kind is ChangeKind.SUSPEND
    assert names(collection) == ["q2", "q3", "q4"]
    collection.apply_import(chapter_of(question("q2")), retire_missing=True)
    assert names(collection) == ["q2"]


def test_a_note_that_becomes_a_question_is_asked_by_quizzes(collection: Collection) -> None:
    collection.apply_import(chapter_of(question("relu"), note("q1")))
    assert names(collection) == ["relu", "q2", "q3", "q4"]
    collection.apply_import(course())
    assert names(collection) == ["q1", "q2", "q3", "q4"]


def test_the_same_seed_draws_the_same_questions(collection: Collection) -> None:
    questions = collection.quizzes.pool().questions
    assert draw(questions, 3, seed=5) == draw(questions, 3, seed=5)
    assert {draw(questions, 4, seed=seed) for seed in range(40)} != {draw(questions, 4, seed=5)}


@given(st.integers(0, 60), st.integers(-2, 80), st.integers())
def test_a_draw_has_as_many_as_asked_and_none_twice(there: int, n: int, seed: int) -> None:
    questions = [QuestionRow(i, i, 1, NoteKind.OPEN, (), ()) for i in range(there)]
    drawn = draw(questions, n, seed=seed)
    assert len(drawn) == len(set(drawn)) == max(0, min(n, there))
    assert set(drawn) <= set(range(there))


def test_an_empty_collection_has_an_empty_pool(tmp_path: Path) -> None:
    collection = Collection.open(tmp_path / "b.sqlite3", clock=lambda: NOW)
    assert collection.quizzes.pool() == QuizPool()
    collection.close()
