"""Quizzes: which questions there are, attempts at them, what they feed, and what they tell.

How a question is marked and shown is not known here. The learner's grade of an answer reviews the
question's card in the same transaction (`db.quiz_grading`).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime

from db.calendar import LearnerCalendar
from db.engine import Store
from db.quiz_pool import QuizPool
from db.quiz_rows import (
    Answer,
    Attempt,
    AttemptRow,
    ExportRow,
    QuestionFacts,
    QuizAnswer,
    QuizMode,
    QuizReport,
)
from db.rows import CardRow, Change, Grade, Scale
from db.settings import StudySettings
from decks.questions.responses import SelfGrade


class Quizzes:
    """Questions and attempts; any thread may use it, as the `Collection` that it belongs to.

    What is written is on the disk when the method returns. Every method may raise a
    `CollectionError`: nothing was changed then.

    Grades given here change cards that a day's queue may hold and that an undo stack may know:
    after an attempt, make the queue anew and clear the stack, as after an import. In the attempt
    itself a grade is taken back by giving another (`set_self_grade`).
    """

    def __init__(
        self,
        store: Store,
        *,
        study: Callable[[], tuple[LearnerCalendar, StudySettings]],
    ) -> None:
        raise NotImplementedError

    # Before

    def pool(self) -> QuizPool:
        """All questions that may be asked, in teaching order; choosing among them needs no SQL."""
        raise NotImplementedError

    def start(
        self,
        card_ids: Sequence[int],
        now: datetime,
        *,
        mode: QuizMode,
        seed: int,
        time_limit_s: int | None = None,
        chosen: str = "{}",
    ) -> Attempt:
        """Begin an attempt at these questions, in this order.

        Args:
            card_ids: One at least, none twice, all of questions.
            now: Aware.
            mode: Practice or exam.
            seed: For shuffling options; kept, so that they stand the same after a crash.
            time_limit_s: More than 0, or None for none.
            chosen: JSON that the app wants to keep: what was chosen.

        Raises:
            ValueError: If another attempt is open, or an argument makes no sense.
        """
        raise NotImplementedError

    # During

    def current(self) -> Attempt | None:
        """The attempt in progress, as it was last saved; None if there is none."""
        raise NotImplementedError

    def go_to(self, attempt_id: int, place: int) -> None:
        """Remember which question is shown.

        Raises:
            ValueError: If the attempt is not open or has no such place.
        """
        raise NotImplementedError

    def save_answer(
        self,
        attempt_id: int,
        place: int,
        answer: Answer,
        *,
        spent_ms: int,
        is_flagged: bool = False,
    ) -> QuizAnswer:
        """Save what is answered so far, in place of what was saved before.

        Args:
            attempt_id: The open attempt.
            place: Of the question, from 0.
            answer: As it stands, finished or not.
            spent_ms: On this question, all visits together.
            is_flagged: Whether to come back to it.

        Raises:
            ValueError: If it is locked, the attempt is not open or has no such place, or the
                response is no JSON.
        """
        raise NotImplementedError

    def lock(
        self,
        attempt_id: int,
        place: int,
        answer: Answer,
        now: datetime,
        *,
        spent_ms: int,
        is_flagged: bool = False,
        self_grade: SelfGrade | None = None,
    ) -> QuizAnswer:
        """Save an answer for good, before feedback is shown; in an exam `finish` locks them all.

        Args:
            attempt_id: The open attempt.
            place: Of the question, from 0.
            answer: The learner's last word.
            now: Aware.
            spent_ms: As for `save_answer`.
            is_flagged: As for `save_answer`.
            self_grade: What it is worth, if that is already known: its card is reviewed at once.

        Raises:
            ValueError: As `save_answer`.
        """
        raise NotImplementedError

    def set_self_grade(
        self, attempt_id: int, place: int, grade: SelfGrade, now: datetime
    ) -> QuizAnswer:
        """Say what a locked answer is worth, during the attempt or at any time after it.

        The first time its card is reviewed: wrong or partly is Again, right but a guess is Hard,
        right is Good. When the grade changes later, that review is cancelled and made anew, from
        the state before and at the moment of the first; but if the card was reviewed since, only
        the grade in the attempt changes.

        Raises:
            ValueError: If it is not locked, or there is no such place.
        """
        raise NotImplementedError

    def finish(
        self, attempt_id: int, now: datetime, *, self_grades: Mapping[int, SelfGrade] | None = None
    ) -> Attempt:
        """End an attempt: lock what is not locked yet, and grade what is given, all at once.

        Args:
            attempt_id: The open attempt.
            now: Aware.
            self_grades: By place; those not named keep what they have. They can be changed later.

        Raises:
            ValueError: If it is not open, or has no such place.
        """
        raise NotImplementedError

    def abandon(self, attempt_id: int, now: datetime) -> None:
        """End an attempt as it is: its drafts stay drafts, and count for nothing.

        Raises:
            ValueError: If it is not open.
        """
        raise NotImplementedError

    # Among the day's cards

    def grade_card(
        self,
        card: CardRow,
        grade: Grade,
        now: datetime,
        answer: Answer,
        self_grade: SelfGrade | None = None,
        *,
        duration_ms: int,
        raw: int,
        scale: Scale,
    ) -> Change:
        """Grade a question among the day's cards, and keep what was answered, in one transaction.

        The rest is as in `Collection.grade`: the change can be undone, and then the answer counts
        for nothing until it is done again. `db.quiz_marks.review_grade` tells the grade.

        Raises:
            ValueError: If the card was graded since it was read, or the response is no JSON.
        """
        raise NotImplementedError

    def related_cards(self, card_id: int) -> tuple[CardRow, ...]:
        """Cards, no questions, that teach a fact of this question, in teaching order.

        Suspended ones are left out. `DayQueue.offer` puts them at the front of today's queue.
        """
        raise NotImplementedError

    # Afterwards

    def attempts(self, limit: int = 50, before: int | None = None) -> tuple[AttemptRow, ...]:
        """Attempts, newest first.

        Args:
            limit: Not more than so many.
            before: Only those older than this one: the id of the last of the page before.
        """
        raise NotImplementedError

    def attempt(self, attempt_id: int) -> Attempt:
        """One attempt, with its answers in the order asked; see `db.quiz_marks.errors_first`.

        Raises:
            KeyError: If there is no such attempt.
        """
        raise NotImplementedError

    def report(self) -> QuizReport:
        """How certain and how right the learner was: over time, by chapter and by fact."""
        raise NotImplementedError

    def question_facts(self, card_id: int) -> QuestionFacts:
        """How a question was answered so far."""
        raise NotImplementedError

    def export_rows(self) -> Iterator[ExportRow]:
        """Every locked answer, oldest first; `db.quiz_csv` writes them to a file."""
        raise NotImplementedError
