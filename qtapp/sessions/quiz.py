"""Taking a quiz, and looking at it again: every answer is on the disk before the next question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from db.quiz_rows import Attempt
from decks.questions.responses import Certainty, Response, SelfGrade
from qtapp.sessions.desk import Desk
from qtapp.sessions.question_reading import answer_of, draft_of, told
from qtapp.sessions.question_state import blank_response
from qtapp.sessions.quiz_clock import QuizClock
from qtapp.sessions.quiz_faces import QuizFaces
from qtapp.sessions.quiz_state import QuizOrder, QuizPhase, QuizState, suggested_grades
from qtapp.sessions.told_trouble import told_by

if TYPE_CHECKING:
    from db.quizzes import Quizzes

PAUSE_MS = 400
"""A draft is saved after so long without a change."""


class QuizSession(QObject):
    """One attempt at a time: in practice each answer is told at once, in an exam all at the end.

    Signals:
        changed: A `QuizState`.
        ticked: Seconds left of a timed attempt.
        cards_changed: Grades were given: the day's queue is not what it was.
        upcoming: Markdown texts of the questions that may be shown next, to render ahead.
        trouble: A `CollectionError`; what was answered is still shown.
    """

    changed = Signal(object)
    ticked = Signal(int)
    cards_changed = Signal()
    upcoming = Signal(object)
    trouble = Signal(object)

    def __init__(
        self,
        desk: Desk,
        parent: QObject | None = None,
        *,
        seconds: Callable[[], float] = monotonic,
    ) -> None:
        """Sit down without a quiz; `seconds` is a clock that never goes back."""
        super().__init__(parent)
        self._desk = desk
        self._quizzes: Quizzes = desk.collection.quizzes
        self._faces = QuizFaces(desk.collection)
        self._clock = QuizClock(self, seconds=seconds)
        self._clock.struck.connect(self.look_at_clock)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.save)
        self.state = QuizState()

    # Beginning

    @Slot(object)
    def start(self, order: QuizOrder) -> None:
        """Begin an attempt."""
        with told_by(self.trouble):
            attempt = self._quizzes.start(
                *(order.card_ids, self._desk.now()),
                mode=order.mode,
                seed=order.seed,
                time_limit_s=order.time_limit_s,
                chosen=order.chosen,
            )
            self._take(attempt)

    def resume(self) -> bool:
        """Go on with the attempt that is open, where it was left; tell whether there is one."""
        with told_by(self.trouble):
            attempt = self._quizzes.current()
            if attempt is not None:
                self._take(attempt)
                return True
        return False

    def _take(self, attempt: Attempt) -> None:
        self.state = self._faces.laid_out(self.state, attempt, QuizPhase.TAKING)
        self._clock.strike(attempt.row.time_limit_s is not None)
        self.upcoming.emit(self._faces.texts_from(attempt.row.place))
        self._show(attempt.row.place)

    def review(self, attempt_id: int) -> None:
        """Look at an attempt that is over, errors made with certainty first."""
        with told_by(self.trouble):
            self._look_at(self._quizzes.attempt(attempt_id))

    def _look_at(self, attempt: Attempt) -> None:
        self._clock.strike(False)
        self._pause.stop()
        self._become(self._faces.laid_out(self.state, attempt, QuizPhase.SUMMARY))

    # Going from one question to another

    @Slot(int)
    def go_to_place(self, place: int) -> None:
        """Show the question of that place in the attempt."""
        if place in self.state.order:
            self._go(self.state.order.index(place))

    @Slot()
    def next(self) -> None:
        """The question after this one; after the last, all at a glance."""
        if self.state.at + 1 < len(self.state.order):
            self._go(self.state.at + 1)
        else:
            self.look_over()

    @Slot()
    def back(self) -> None:
        """The question before this one."""
        if self.state.at > 0:
            self._go(self.state.at - 1)

    @Slot()
    def look_over(self) -> None:
        """All questions at a glance."""
        self.save()
        self._become(self.state.at_a_glance())

    def _go(self, at: int) -> None:
        self.save()
        if self.state.attempt is not None:
            with told_by(self.trouble):
                if self.state.is_open:
                    self._quizzes.go_to(self.state.attempt.id, self.state.order[at])
                self._show(at)

    def _show(self, at: int) -> None:
        state = self._faces.shown(self.state, at)
        self._clock.begin_question(state.given.spent_ms)
        if state.question.is_answered:
            self._clock.pause()
        self._become(state)

    # Answering

    @Slot(object)
    def respond(self, response: Response | None) -> None:
        """Answer so, for now."""
        self._draft(response=response)

    @Slot(object)
    def be(self, certainty: Certainty) -> None:
        """Be so sure."""
        self._draft(certainty=certainty)

    def _draft(self, **changes: Any) -> None:
        if self.state.is_being_answered:
            self._pause.start()
            question = replace(self.state.question, **changes)
            self._become(replace(self.state, question=question))

    @Slot()
    def flag(self) -> None:
        """Come back to this question, or no more."""
        state = self.state
        if state.is_being_answered:
            self._become(state.with_flag_turned())
            self.save()

    @Slot()
    def save(self, *, is_given: bool = False) -> None:
        """What is answered so far, and the time it took, are on the disk."""
        self._pause.stop()
        attempt, state = self.state.attempt, self.state
        if attempt is None or not state.is_timed:
            return
        answer = draft_of(state.question, state.given.answer, is_given=is_given)
        with told_by(self.trouble):
            saved = self._quizzes.save_answer(
                *(attempt.id, state.place, answer),
                spent_ms=self._clock.spent_ms(),
                is_flagged=state.is_flagged,
            )
            self.state = state.with_answer(saved)

    @Slot()
    def answer_blank(self) -> None:
        """Say that one does not know."""
        if (face := self.state.question.face) is not None:
            self._draft(response=blank_response(face))
            self.answer()

    @Slot()
    def answer(self) -> None:
        """Let the answer stand: it is told at once in practice, and at the end in an exam."""
        if not self.state.is_being_answered or not self.state.question.is_answerable:
            return
        if self.state.is_exam:
            self.save(is_given=True)
            self.next()
        else:
            self._lock()

    def _lock(self) -> None:
        attempt, state = self.state.attempt, self.state
        if attempt is None:
            return
        self._pause.stop()
        with told_by(self.trouble):
            locked = self._quizzes.lock(
                *(attempt.id, state.place, answer_of(state.question), self._desk.now()),
                spent_ms=self._clock.spent_ms(),
                is_flagged=state.is_flagged,
            )
            self._clock.pause()
            self._become(replace(state.with_answer(locked), question=told(state.question)))

    @Slot(object)
    def grade(self, grade: SelfGrade) -> None:
        """Say how right the answer is, and go on; it can be said anew later."""
        attempt, state = self.state.attempt, self.state
        if attempt is None or not state.question.is_answered:
            return
        with told_by(self.trouble):
            if grade is not state.question.grade:
                now = self._desk.now()
                graded = self._quizzes.set_self_grade(attempt.id, state.place, grade, now)
                row = self._quizzes.attempt(attempt.id).row  # the score follows the grades
                self.state = replace(state.with_answer(graded), attempt=row)
                self.cards_changed.emit()
            self._go_on()

    def _go_on(self) -> None:
        following = self.state.next_unsettled()
        if self.state.is_over:
            self.next()
        elif following is None:
            self.finish()
        else:
            self._go(following)

    # The end

    @Slot()
    def finish(self) -> None:
        """End the attempt: what the rule can grade is graded so, until the learner says else."""
        self.save()
        if not self.state.is_open or self.state.attempt is None:
            return
        grades = suggested_grades(self.state.answers)
        with told_by(self.trouble):
            now = self._desk.now()
            ended = self._quizzes.finish(self.state.attempt.id, now, self_grades=grades)
            self.cards_changed.emit()
            self._look_at(ended)

    @Slot()
    def abandon(self) -> None:
        """End the attempt as it is; what was graded stays graded."""
        if self.state.is_open and self.state.attempt is not None:
            with told_by(self.trouble):
                self._quizzes.abandon(self.state.attempt.id, self._desk.now())
                self.state = replace(self.state, phase=QuizPhase.SUMMARY)  # nothing to save
                self.leave()

    @Slot()
    def leave(self) -> None:
        """Put the quiz away; an open one waits, as it is, until it is resumed."""
        self.save()
        self._clock.strike(False)
        self._become(QuizState(question=self.state.question))

    @Slot(bool)
    def attend(self, is_attending: bool) -> None:
        """The learner looks at the page, or elsewhere; in an exam the clock runs on."""
        if not self.state.is_exam and self.state.is_being_answered:
            self._clock.attend(is_attending)

    @Slot()
    def look_at_clock(self) -> None:
        """Tell the time that is left; at none the attempt ends."""
        left = self._clock.left_s(self.state)
        if left is None:
            self._clock.strike(False)
        elif left > 0:
            self.ticked.emit(left)
        else:
            self.finish()

    def _become(self, state: QuizState) -> None:
        self.state = replace(state, time_left_s=self._clock.left_s(state))
        self.changed.emit(self.state)
