"""What an answer's grade does to its card, and what another grade does later."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.calendar import LearnerCalendar
from db.collection import Collection
from db.quiz_rows import Answer, Attempt, QuizMode
from db.rows import CardRow, CardState, Grade, Scale
from db.scheduling import review, seed_of
from decks.questions.responses import Certainty, SelfGrade
from tests.db.quiz_maker import (
    DAY,
    MINUTE,
    NOW,
    SETTINGS,
    answered,
    card_of,
    facts_of,
    opened,
    started,
)
from tests.journeys.audit import Auditor

GUESS, LIKELY, SURE = Certainty
WRONG, PARTLY, RIGHT = SelfGrade


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    with opened(tmp_path / "a.sqlite3") as collection:
        yield collection


def log(collection: Collection) -> list[tuple[int, int, bool]]:
    """Card, grade, and whether it holds, of each review."""
    with collection._store.reader.begin() as connection:
        rows = connection.rows(
            "SELECT card_id, grade, id NOT IN (SELECT review_id FROM review_cancellations)"
            " FROM reviews ORDER BY id"
        )
    return [(card, grade, bool(holds)) for card, grade, holds in rows]


def reviewed(collection: Collection, card: CardRow, grade: Grade) -> CardRow:
    """The card as FSRS leaves it when graded at `NOW`."""
    calendar = collection.calendar()
    outcome = review(
        card.memory, grade, NOW, calendar=calendar, settings=SETTINGS, seed=seed_of(card)
    )
    return card._replace(
        memory=outcome.memory, due_day=outcome.due_day, due_at=outcome.due_at, reps=card.reps + 1
    )


@pytest.mark.parametrize(
    ("grade", "certainty", "button"),
    [
        (WRONG, SURE, Grade.AGAIN),
        (PARTLY, SURE, Grade.AGAIN),
        (RIGHT, GUESS, Grade.HARD),
        (RIGHT, SURE, Grade.GOOD),
        (RIGHT, None, Grade.GOOD),
    ],
)
def test_a_grade_reviews_the_card(
    collection: Collection, grade: SelfGrade, certainty: Certainty | None, button: Grade
) -> None:
    card = card_of(collection, "q1")
    attempt = started(collection, "q1")
    answered(collection, attempt, 0, grade, certainty=certainty)
    assert card_of(collection, "q1") == reviewed(collection, card, button)
    assert log(collection) == [(card.id, button, True)]


def test_the_log_has_the_time_spent(collection: Collection) -> None:
    answered(collection, started(collection, "q1"), 0, RIGHT, spent_ms=8765)
    with collection._store.reader.begin() as connection:
        assert connection.rows("SELECT duration_ms, raw, scale FROM reviews") == [
            (8765, int(Grade.GOOD), "four")
        ]


def test_an_answer_without_a_grade_reviews_nothing(collection: Collection) -> None:
    attempt = started(collection, "q1")
    answered(collection, attempt, 0, None)
    assert log(collection) == []
    collection.quizzes.set_self_grade(attempt.row.id, 0, RIGHT, NOW)
    assert len(log(collection)) == 1


def test_an_exam_feeds_nothing_before_its_end(collection: Collection) -> None:
    attempt = started(collection, "q1", "q2", mode=QuizMode.EXAM)
    collection.quizzes.save_answer(attempt.row.id, 0, Answer("[0]", GUESS, 1.0), spent_ms=1)
    assert log(collection) == []
    collection.quizzes.finish(attempt.row.id, NOW, self_grades={0: RIGHT, 1: WRONG})
    cards = [answer.card_id for answer in attempt.answers]
    assert log(collection) == [(cards[0], Grade.HARD, True), (cards[1], Grade.AGAIN, True)]


def test_another_grade_makes_the_review_anew(collection: Collection) -> None:
    card = card_of(collection, "q1")
    attempt = started(collection, "q1")
    answered(collection, attempt, 0, WRONG)
    collection.quizzes.finish(attempt.row.id, NOW)
    graded = collection.quizzes.set_self_grade(attempt.row.id, 0, RIGHT, NOW + 2 * DAY)
    assert graded.self_grade is RIGHT
    assert card_of(collection, "q1") == reviewed(collection, card, Grade.GOOD)
    assert log(collection) == [(card.id, Grade.AGAIN, False), (card.id, Grade.GOOD, True)]


def test_a_lapse_that_was_none_is_taken_back(collection: Collection) -> None:
    card = card_of(collection, "q1")
    for day in range(3):  # two learning steps, then a review
        card = card_of(collection, "q1")
        collection.grade(card, Grade.GOOD, NOW + day * DAY, duration_ms=1, raw=3, scale=Scale.FOUR)
    before = card_of(collection, "q1")
    assert before.memory.state is CardState.REVIEW
    attempt = started(collection, "q1", now=NOW + 9 * DAY)
    answered(collection, attempt, 0, WRONG, now=NOW + 9 * DAY)
    assert card_of(collection, "q1").lapses == 1
    collection.quizzes.set_self_grade(attempt.row.id, 0, RIGHT, NOW + 9 * DAY)
    after = card_of(collection, "q1")
    assert (after.lapses, after.reps) == (0, before.reps + 1)
    collection.quizzes.set_self_grade(attempt.row.id, 0, PARTLY, NOW + 9 * DAY)
    assert card_of(collection, "q1").lapses == 1


def test_grades_that_mean_the_same_keep_the_review(collection: Collection) -> None:
    attempt = started(collection, "q1")
    answered(collection, attempt, 0, WRONG)
    before = log(collection)
    graded = collection.quizzes.set_self_grade(attempt.row.id, 0, PARTLY, NOW + MINUTE)
    assert graded.self_grade is PARTLY
    assert log(collection) == before


def test_a_card_reviewed_since_keeps_its_schedule(collection: Collection) -> None:
    attempt = started(collection, "q1")
    answered(collection, attempt, 0, WRONG)
    card = card_of(collection, "q1")
    collection.grade(card, Grade.GOOD, NOW + DAY, duration_ms=1, raw=3, scale=Scale.FOUR)
    later, before = card_of(collection, "q1"), log(collection)
    graded = collection.quizzes.set_self_grade(attempt.row.id, 0, RIGHT, NOW + 2 * DAY)
    assert graded.self_grade is RIGHT
    assert card_of(collection, "q1") == later
    assert log(collection) == before


def test_a_later_review_that_was_undone_is_none(collection: Collection) -> None:
    card = card_of(collection, "q1")
    attempt = started(collection, "q1")
    answered(collection, attempt, 0, WRONG)
    change = collection.grade(
        card_of(collection, "q1"), Grade.GOOD, NOW + DAY, duration_ms=1, raw=3, scale=Scale.FOUR
    )
    collection.undo(change, NOW + DAY)
    collection.quizzes.set_self_grade(attempt.row.id, 0, RIGHT, NOW + DAY)
    assert card_of(collection, "q1") == reviewed(collection, card, Grade.GOOD)


def test_a_flag_and_a_suspension_survive_another_grade(collection: Collection) -> None:
    attempt = started(collection, "q1")
    answered(collection, attempt, 0, WRONG)
    card_id = attempt.answers[0].card_id
    collection.set_flag(card_id, 3)
    collection.suspend([card_id], NOW)
    collection.quizzes.set_self_grade(attempt.row.id, 0, RIGHT, NOW)
    after = card_of(collection, "q1")
    assert (after.flag, after.is_suspended) == (3, True)


def test_a_grade_that_cannot_be_saved_changes_nothing(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Answer, grade and review go together."""
    attempt = started(collection, "q1")

    def full(*_: object, **_options: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr("db.grading.add_review", full)
    with pytest.raises(OSError, match="no room"):
        answered(collection, attempt, 0, RIGHT)
    monkeypatch.undo()
    assert collection.quizzes.current() == attempt
    assert card_of(collection, "q1").reps == 0


class TestAmongTheDayS:
    """Questions that come back among the day's cards."""

    def test_the_answer_is_kept_with_the_review(self, collection: Collection) -> None:
        card = card_of(collection, "q1")
        change = collection.quizzes.grade_card(
            card, Answer("[1]", GUESS, 1.0), RIGHT, NOW, duration_ms=4000
        )
        assert change.cards_after == (reviewed(collection, card, Grade.HARD),)
        facts = facts_of(collection, card.id)
        assert (facts.answers, facts.facility, facts.median_s) == (1, 1.0, 4.0)

    def test_an_undone_answer_counts_for_nothing_until_it_is_done_again(
        self, collection: Collection
    ) -> None:
        card = card_of(collection, "q1")
        change = collection.quizzes.grade_card(card, Answer("[1]"), WRONG, NOW, duration_ms=1)
        collection.undo(change, NOW)
        assert card_of(collection, "q1") == card
        assert facts_of(collection, card.id).answers == 0
        assert collection.quizzes.pool().questions[0].is_new
        again = collection.redo(change, NOW)
        assert facts_of(collection, card.id).answers == 1
        assert collection.quizzes.pool().questions[0].is_missed
        collection.undo(again, NOW)
        assert facts_of(collection, card.id).answers == 0

    def test_a_card_graded_since_it_was_read_is_refused(self, collection: Collection) -> None:
        card = card_of(collection, "q1")
        collection.quizzes.grade_card(card, Answer("[1]"), WRONG, NOW, duration_ms=1)
        with pytest.raises(ValueError, match="graded since"):
            collection.quizzes.grade_card(card, Answer("[1]"), RIGHT, NOW, duration_ms=1)
        assert len(log(collection)) == 1


steps = st.lists(
    st.tuples(
        st.sampled_from(["answer"] * 3 + ["regrade"] * 3 + ["day"]),
        st.integers(0, 3),
        st.sampled_from(SelfGrade),
        st.sampled_from([None, *Certainty]),
        st.integers(0, 3 * 24 * 60),
    ),
    max_size=12,
)


@given(steps)
@settings(max_examples=25, deadline=None)
def test_the_log_always_explains_the_schedule(
    steps: list[tuple[str, int, SelfGrade, Certainty | None, int]],
) -> None:
    """Whatever is graded and graded anew, replaying the reviews that hold gives each card."""
    names = ("q1", "q2", "q3", "q4")
    with TemporaryDirectory() as folder, opened(Path(folder) / "a.sqlite3") as collection:
        auditor = Auditor(collection.path, LearnerCalendar(NOW.tzinfo, 4), SETTINGS)
        now, kept = NOW, dict[int, Attempt]()
        for what, which, grade, certainty, minutes in steps:
            now += minutes * MINUTE
            if what == "answer":
                kept[which] = started(collection, names[which], now=now)
                answered(collection, kept[which], 0, grade, certainty=certainty, now=now)
                collection.quizzes.finish(kept[which].row.id, now)
            elif what == "day":
                card = card_of(collection, names[which])
                collection.quizzes.grade_card(
                    card, Answer("[0]", certainty), grade, now, duration_ms=1
                )
            elif which in kept:
                collection.quizzes.set_self_grade(kept[which].row.id, 0, grade, now)
                found = collection.quizzes.attempt(kept[which].row.id).answers[0]
                assert found.self_grade is grade
        complaints = [line for line in auditor.check([]) if line.startswith("card")]
        assert complaints == []
