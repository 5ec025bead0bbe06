"""What an answer counts once its learner graded it: for the score, and for its card's schedule."""

from collections.abc import Iterable

from db.quiz_rows import QuizAnswer
from db.rows import Grade
from decks.questions.marking import suggested
from decks.questions.marks import Mark
from decks.questions.responses import Certainty, SelfGrade

_WORTH = {SelfGrade.WRONG: 0.0, SelfGrade.PARTLY: 0.5, SelfGrade.RIGHT: 1.0}


def worth(score: float | None, grade: SelfGrade | None) -> float:
    """What an answer counts in the plain score, 0 to 1.

    The rule's score as long as the learner agrees with the grade it suggests; otherwise 0, a half
    or 1, as the learner says. Nothing is worth 0.
    """
    if grade is None or grade is suggested(Mark(score)):
        return score or 0.0
    return _WORTH[grade]


def review_grade(grade: SelfGrade, certainty: Certainty | None) -> Grade:
    """What reviewing the question's card is worth: never Easy, for an answer may be recognised."""
    if grade is not SelfGrade.RIGHT:
        return Grade.AGAIN
    return Grade.HARD if certainty is Certainty.GUESS else Grade.GOOD


def errors_first(answers: Iterable[QuizAnswer]) -> list[QuizAnswer]:
    """The order of a review: errors, the surest first, then the rest, the least sure first."""
    return sorted(answers, key=_lesson)


def _lesson(answer: QuizAnswer) -> tuple[bool, int, float, int]:
    value = worth(answer.answer.score, answer.self_grade)
    is_right = suggested(Mark(value)) is SelfGrade.RIGHT
    sure = int(answer.answer.certainty or 0)
    return is_right, sure if is_right else -sure, value, answer.place
