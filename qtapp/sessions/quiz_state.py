"""A quiz as the learner meets it, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from db.quiz_rows import AttemptRow, QuizAnswer, QuizMode
from qtapp.sessions.question_state import QuestionState


class QuizPhase(StrEnum):
    """Where the learner is."""

    IDLE = "idle"  # no quiz
    TAKING = "taking"
    OVERVIEW = "overview"  # all questions at a glance, before the end
    SUMMARY = "summary"  # the same, after it
    REVIEW = "review"  # one question after the other, after the end


@dataclass(frozen=True, slots=True)
class QuizState:
    """Everything that is shown of an attempt.

    Attributes:
        attempt: Which; None while there is none.
        answers: Of all questions in the order asked, as they stand.
        headings: What each question asks, in one paragraph of Markdown; the same order.
        order: Places in the order gone through: as asked, or errors first.
        at: Which of `order` is shown.
        question: The one shown.
        time_left_s: Of a timed attempt; None of others.
    """

    phase: QuizPhase = QuizPhase.IDLE
    attempt: AttemptRow | None = None
    answers: tuple[QuizAnswer, ...] = ()
    headings: tuple[str, ...] = ()
    order: tuple[int, ...] = ()
    at: int = 0
    question: QuestionState = field(default_factory=QuestionState)
    time_left_s: int | None = None

    @property
    def place(self) -> int:
        """Of the question shown, in the attempt."""
        return self.order[self.at] if self.order else 0

    @property
    def is_exam(self) -> bool:
        """Whether feedback waits for the end."""
        return self.attempt is not None and self.attempt.mode is QuizMode.EXAM

    @property
    def is_over(self) -> bool:
        """Whether the attempt was ended."""
        return self.phase in (QuizPhase.SUMMARY, QuizPhase.REVIEW)

    @property
    def is_flagged(self) -> bool:
        """Whether the learner wants to come back to the question shown."""
        return bool(self.answers) and self.answers[self.place].is_flagged

    @property
    def answered(self) -> int:
        """How many questions have an answer."""
        return sum(is_settled(answer, is_exam=self.is_exam) for answer in self.answers)


def is_settled(answer: QuizAnswer, *, is_exam: bool) -> bool:
    """Whether a question needs nothing more: in practice a draft is no answer yet."""
    return answer.answer.response is not None if is_exam else answer.is_locked
