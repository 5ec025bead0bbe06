"""Questions among the day's cards: never introduced by a day, asked by it once a quiz did."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.collection import Collection
from db.queue_rows import done_on
from db.rows import CardState, Counts, TodayFacts
from decks.questions.responses import SelfGrade
from tests.db.chapters import chapter_of
from tests.db.queue_maker import graded, new_card, queue
from tests.db.quiz_maker import (
    DAY,
    MINUTE,
    NOW,
    SETTINGS,
    TODAY,
    answered,
    card_of,
    opened,
    question,
    started,
)

WRONG, PARTLY, RIGHT = SelfGrade
CARDS = 4  # of the course, without its questions


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    with opened(tmp_path / "a.sqlite3") as collection:
        yield collection


def facts(collection: Collection) -> TodayFacts:
    return collection.today(collection.day_queue(NOW).todo(), NOW)


def test_a_day_introduces_no_question(collection: Collection) -> None:
    collection.save_settings(SETTINGS._replace(bury_siblings=False))
    queue = collection.day_queue(NOW)
    assert queue.counts() == Counts(new=CARDS)
    questions = {q.card_id for q in collection.quizzes.pool().questions}
    assert len(queue.upcoming(99)) == CARDS
    assert questions.isdisjoint(queue.upcoming(99))


def test_an_answered_question_comes_back_among_the_day_s_cards(collection: Collection) -> None:
    card = card_of(collection, "q1")
    attempt = started(collection, "q1")
    answered(collection, attempt, 0, WRONG)
    soon = NOW + 2 * MINUTE
    queue = collection.day_queue(soon)
    assert queue.counts().learning == 1
    found = queue.next(soon)
    assert found is not None
    assert (found.id, found.is_question) == (card.id, True)


def test_an_undone_first_answer_leaves_the_queue_without_it(collection: Collection) -> None:
    answered(collection, started(collection, "q1"), 0, WRONG)
    later = NOW + 2 * MINUTE
    queue = collection.day_queue(later)
    before = new_card(4)._replace(is_question=True)
    card = queue.next(later)
    assert card is not None
    queue.revert(graded(before._replace(id=card.id, note_id=card.note_id), card), later)
    assert queue.counts() == Counts(new=3)
    assert queue.next(later) != card


def test_the_first_answer_takes_no_new_card_s_place(collection: Collection) -> None:
    collection.save_settings(SETTINGS._replace(new_per_day=2))
    attempt = started(collection, "q1", "q2")
    for place in (0, 1):
        answered(collection, attempt, place, RIGHT)
    assert collection.day_queue(NOW).counts().new == 2
    with collection._store.reader.begin() as connection:
        assert done_on(connection, TODAY).new == 0


def test_nor_does_it_in_a_queue_at_hand() -> None:
    question_card = new_card(9)._replace(is_question=True)
    after = question_card._replace(
        memory=question_card.memory._replace(
            state=CardState.LEARNING, step=0, stability=1.0, difficulty=5.0, last_day=TODAY
        ),
        due_at=NOW,
    )
    day = queue([new_card(1), new_card(2)], SETTINGS._replace(new_per_day=1), now=NOW)
    change = graded(question_card, after)._replace(cards_after=(after,))
    day.apply(change, NOW)
    assert day.counts().new == 1


def test_a_later_answer_counts_as_any_review(collection: Collection) -> None:
    attempt = started(collection, "q1")
    answered(collection, attempt, 0, RIGHT)
    collection.quizzes.finish(attempt.row.id, NOW)
    for day in (1, 2):
        attempt = started(collection, "q1", now=NOW + day * DAY)
        answered(collection, attempt, 0, RIGHT, now=NOW + day * DAY)
        collection.quizzes.finish(attempt.row.id, NOW + day * DAY)
    with collection._store.reader.begin() as connection:
        assert done_on(connection, TODAY + 2).reviews == 1


def test_today_counts_no_question_that_was_never_answered(collection: Collection) -> None:
    assert [line.cards for line in facts(collection).decks] == [CARDS, 3, 1]
    answered(collection, started(collection, "q1"), 0, RIGHT)
    told = facts(collection)
    assert [line.cards for line in told.decks] == [CARDS + 1, 4, 1]
    assert [line.young for line in told.decks] == [1, 1, 0]
    assert (told.done_today, told.seconds_today, told.streak_days) == (1, 5.0, 1)


def test_a_chapter_of_questions_alone_is_no_line_of_today(collection: Collection) -> None:
    collection.apply_import(chapter_of(question("x"), name="alone", number=2))
    assert {line.deck.uid for line in facts(collection).decks} == (
        {"intro", "intro/un", "intro/deux"}
    )


def test_the_pace_of_new_cards_knows_no_quiz(collection: Collection) -> None:
    before = facts(collection).minutes_expected
    attempt = started(collection, "q1", "q2")
    for place in (0, 1):
        answered(collection, attempt, place, RIGHT, spent_ms=200_000)
    told = facts(collection)
    learning = told.counts.learning
    assert learning == 2
    assert told.minutes_expected == pytest.approx(before + learning * 8.0 / 60)


def test_the_limits_hold_no_question_back(collection: Collection) -> None:
    collection.save_settings(SETTINGS._replace(new_per_day=0, bury_siblings=False))
    assert facts(collection).held_back == Counts(new=CARDS)


def test_cards_of_the_same_facts_are_found_the_closest_first(collection: Collection) -> None:
    def related(name: str) -> list[int]:
        found = collection.quizzes.related_cards(card_of(collection, name).id)
        return [card.id for card in found]

    relu, both, sgd = (card_of(collection, name) for name in ("relu", "both", "sgd"))
    both_ways = [c.card.id for c in collection.find_cards() if c.card.note_id == both.note_id]
    assert related("q1") == [*both_ways, relu.id]  # as many facts each; `both` stands nearer
    assert related("q2") == both_ways
    assert related("q3") == []
    assert related("q4") == [sgd.id]
    collection.suspend([relu.id], NOW)
    assert related("q1") == both_ways


def test_facts_follow_the_course(collection: Collection) -> None:
    collection.apply_import(chapter_of(question("q4", facts=("ACT-9",))))
    found = collection.quizzes.related_cards(card_of(collection, "q4").id)
    assert [card.id for card in found] == [card_of(collection, "relu").id]
    with collection._store.reader.begin() as connection:
        listed = connection.rows("SELECT fact, note_id FROM note_facts")
        told = connection.rows("SELECT facts, id FROM notes")
    assert set(listed) == {(fact, note) for facts, note in told for fact in json.loads(facts)}
