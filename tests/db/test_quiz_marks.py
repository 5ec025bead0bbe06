import pytest

from db.quiz_marks import errors_first, review_grade, worth
from db.quiz_rows import Answer, QuizAnswer
from db.rows import Grade
from decks.questions.responses import Certainty, SelfGrade

GUESS, LIKELY, SURE = Certainty
WRONG, PARTLY, RIGHT = SelfGrade


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
