import pytest

from db.quiz_marks import (
    certainty_mark,
    errors_first,
    review_grade,
    suggested_grade,
    worth,
)
from db.quiz_rows import Answer, QuizAnswer
from db.rows import Grade
from decks.questions.responses import Certainty, SelfGrade

GUESS, LIKELY, SURE = Certainty
WRONG, PARTLY, RIGHT = SelfGrade


# Moodle's table, https://docs.moodle.org/en/Using_certainty-based_marking
@pytest.mark.parametrize(
    ("certainty", "right", "wrong"), [(GUESS, 1, 0), (LIKELY, 2, -2), (SURE, 3, -6)]
)
def test_marks_by_certainty_are_moodle_s(certainty: Certainty, right: int, wrong: int) -> None:
    assert certainty_mark(1.0, certainty) == right
    assert certainty_mark(0.0, certainty) == wrong


def test_a_partly_right_answer_gets_its_share_of_the_mark() -> None:
    """As in Moodle's `question_cbm::adjust_fraction`: only nothing at all is punished."""
    assert certainty_mark(0.5, SURE) == 1.5
    assert certainty_mark(0.25, LIKELY) == 0.5


@pytest.mark.parametrize(
    ("score", "grade"),
    [(None, None), (0.0, WRONG), (0.01, PARTLY), (0.99, PARTLY), (1.0, RIGHT), (1 / 3 * 3, RIGHT)],
)
def test_a_score_suggests_a_grade(score: float | None, grade: SelfGrade | None) -> None:
    assert suggested_grade(score) is grade


@pytest.mark.parametrize(
    ("score", "grade", "value"),
    [
        (0.25, None, 0.25),
        (0.25, PARTLY, 0.25),
        (0.25, RIGHT, 1.0),
        (0.25, WRONG, 0.0),
        (1.0, PARTLY, 0.5),
        (None, PARTLY, 0.5),
        (None, RIGHT, 1.0),
        (None, None, 0.0),
    ],
)
def test_the_learner_has_the_last_word_on_what_an_answer_is_worth(
    score: float | None, grade: SelfGrade | None, value: float
) -> None:
    assert worth(score, grade) == value


@pytest.mark.parametrize("certainty", [None, *Certainty])
def test_what_falls_short_comes_again(certainty: Certainty | None) -> None:
    assert review_grade(WRONG, certainty) is Grade.AGAIN
    assert review_grade(PARTLY, certainty) is Grade.AGAIN


def test_a_right_guess_is_hard_and_no_answer_easy() -> None:
    assert review_grade(RIGHT, GUESS) is Grade.HARD
    assert [review_grade(RIGHT, certainty) for certainty in (LIKELY, SURE, None)] == (
        [Grade.GOOD] * 3
    )


def test_errors_made_with_certainty_come_first() -> None:
    given = [
        (Certainty.SURE, RIGHT),
        (Certainty.GUESS, WRONG),
        (Certainty.SURE, PARTLY),
        (Certainty.SURE, WRONG),
        (Certainty.GUESS, RIGHT),
        (None, WRONG),
        (Certainty.LIKELY, WRONG),
    ]
    answers = [
        QuizAnswer(place, 1, Answer("[0]", certainty), self_grade=grade)
        for place, (certainty, grade) in enumerate(given)
    ]
    assert [answer.place for answer in errors_first(answers)] == [3, 2, 6, 1, 5, 4, 0]
