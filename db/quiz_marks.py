"""What a learner's answer counts: for the score, by certainty, and for its card's schedule."""

from collections.abc import Iterable

from db.quiz_rows import Answer, QuizAnswer
from db.rows import Grade
from decks.questions.responses import Certainty, SelfGrade

_WORTH = {SelfGrade.WRONG: 0.0, SelfGrade.PARTLY: 0.5, SelfGrade.RIGHT: 1.0}
_IF_WRONG = {Certainty.GUESS: 0, Certainty.LIKELY: -2, Certainty.SURE: -6}
_NOTHING = 0.00000005  # Moodle's


def suggested_grade(score: float | None) -> SelfGrade | None:
    """The grade that a score suggests: 1 is right, 0 wrong, between is partly; None if unknown."""
    if score is None:
        return None
    if score >= 1 - _NOTHING:
        return SelfGrade.RIGHT
    return SelfGrade.WRONG if score <= _NOTHING else SelfGrade.PARTLY


def worth(score: float | None, grade: SelfGrade | None) -> float:
    """What an answer counts in the plain score, 0 to 1.

    The rule's score as long as the learner agrees with the grade it suggests; otherwise 0, a half
    or 1, as the learner says. Nothing is worth 0.
    """
    if grade is None or grade is suggested_grade(score):
        return score or 0.0
    return _WORTH[grade]


def certainty_mark(worth: float, certainty: Certainty) -> float:
    """Moodle's certainty-based mark: 1, 2 or 3 times the worth; of nothing 0, -2 or -6.

    Source: `question_cbm::adjust_fraction` of Moodle, after Gardner-Medwin;
    https://docs.moodle.org/en/Using_certainty-based_marking.
    """
    return worth * int(certainty) if worth > _NOTHING else float(_IF_WRONG[certainty])


def review_grade(grade: SelfGrade, certainty: Certainty | None) -> Grade:
    """What reviewing the question's card is worth: never Easy, for an answer may be recognised."""
    if grade is not SelfGrade.RIGHT:
        return Grade.AGAIN
    return Grade.HARD if certainty is Certainty.GUESS else Grade.GOOD


def errors_first(answers: Iterable[QuizAnswer]) -> list[QuizAnswer]:
    """The order of a review: errors, the surest first, then the rest, the least sure first."""
    return sorted(answers, key=_lesson)


def _lesson(answer: QuizAnswer) -> tuple[bool, int, float, int]:
    value = _value(answer.answer, answer.self_grade)
    is_right = suggested_grade(value) is SelfGrade.RIGHT
    sure = int(answer.answer.certainty or 0)
    return is_right, sure if is_right else -sure, value, answer.place


def _value(answer: Answer, grade: SelfGrade | None) -> float:
    return worth(answer.score, grade)
