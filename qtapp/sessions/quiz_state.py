"""A quiz as the learner meets it, as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from db.quiz_rows import AttemptRow, QuizAnswer, QuizMode
from decks.questions.marking import suggested
from decks.questions.marks import Mark
from decks.questions.responses import SelfGrade
from qtapp.sessions.question_state import QuestionState


class QuizPhase(StrEnum):
    """Where the learner is."""

    IDLE = "idle"  # no quiz
    TAKING = "taking"
    OVERVIEW = "overview"  # all questions at a glance, before the end
    SUMMARY = "summary"  # the same, after it
    REVIEW = "review"  # one question after the other, after the end


@dataclass(frozen=True, slots=True)
class QuizOrder:
    """A quiz that is wanted; see `db.quizzes.Quizzes.start`.

    Attributes:
        card_ids: Of the questions, in the order to ask them.
        seed: For shuffling options.
        time_limit_s: Of the whole; None for none.
        chosen: JSON: how they were chosen.
    """

    card_ids: tuple[int, ...]
    mode: QuizMode
    seed: int
    time_limit_s: int | None = None
    chosen: str = "{}"


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
    def given(self) -> QuizAnswer:
        """What was answered to the question shown."""
        return self.answers[self.place]

    @property
    def is_exam(self) -> bool:
        """Whether feedback waits for the end."""
        return self.attempt is not None and self.attempt.mode is QuizMode.EXAM

    @property
    def is_open(self) -> bool:
        """Whether the attempt goes on."""
        return self.phase in (QuizPhase.TAKING, QuizPhase.OVERVIEW)

    @property
    def is_being_answered(self) -> bool:
        """Whether the answer to the question shown can still be changed."""
        return self.phase is QuizPhase.TAKING and not self.question.is_answered

    @property
    def is_timed(self) -> bool:
        """Whether time goes by for the question shown: at a glance an exam's clock runs on."""
        return self.is_being_answered or (self.is_exam and self.phase is QuizPhase.OVERVIEW)

    @property
    def is_over(self) -> bool:
        """Whether the attempt was ended."""
        return self.phase in (QuizPhase.SUMMARY, QuizPhase.REVIEW)

    @property
    def is_out_of_time(self) -> bool:
        """Whether all the time that an attempt had is spent."""
        attempt = self.attempt
        limit_s = None if attempt is None else attempt.time_limit_s
        return attempt is not None and limit_s is not None and attempt.spent_ms >= 1000 * limit_s

    @property
    def is_flagged(self) -> bool:
        """Whether the learner wants to come back to the question shown."""
        return bool(self.answers) and self.given.is_flagged

    def with_answer(self, answer: QuizAnswer) -> QuizState:
        """The same attempt, one of its answers standing otherwise."""
        answers = (*self.answers[: answer.place], answer, *self.answers[answer.place + 1 :])
        return replace(self, answers=answers)

    def with_flag_turned(self) -> QuizState:
        """The same, the question shown flagged, or no more."""
        given = self.given
        return self.with_answer(replace(given, is_flagged=not given.is_flagged))

    def at_a_glance(self) -> QuizState:
        """The same, all questions shown at once."""
        glances = {QuizPhase.TAKING: QuizPhase.OVERVIEW, QuizPhase.REVIEW: QuizPhase.SUMMARY}
        return replace(self, phase=glances.get(self.phase, self.phase))

    def next_unsettled(self) -> int | None:
        """The step of the next question of a practice that still needs something."""
        after = [*range(self.at + 1, len(self.order)), *range(self.at)]
        open_ones = (at for at in after if not self.answers[self.order[at]].is_locked)
        return next(open_ones, None)

    @property
    def answered(self) -> int:
        """How many questions have an answer."""
        return sum(is_settled(answer, is_exam=self.is_exam) for answer in self.answers)


def is_settled(answer: QuizAnswer, *, is_exam: bool) -> bool:
    """Whether a question needs nothing more: in practice a draft is no answer yet."""
    return answer.answer.response is not None if is_exam else answer.is_locked


def suggested_grades(answers: Sequence[QuizAnswer]) -> dict[int, SelfGrade]:
    """By place, the grades that the rule suggests of answers that have none of their learner."""
    return {
        given.place: grade
        for given in answers
        if given.self_grade is None and given.answer.response is not None
        if (grade := suggested(Mark(given.answer.score))) is not None
    }
