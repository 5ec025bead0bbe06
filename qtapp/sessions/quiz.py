"""Taking a quiz, and looking at it again: every answer is on the disk before the next question."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from db.errors import CollectionError
from db.quiz_marks import errors_first, suggested_grade
from db.quiz_rows import Attempt, AttemptState, QuizMode
from decks.questions.responses import Certainty, Response, SelfGrade
from qtapp.sessions.desk import Desk
from qtapp.sessions.question_reading import answer_of, read_question, told, with_answer
from qtapp.sessions.question_state import QuestionFace, QuestionState, blank_response
from qtapp.sessions.quiz_state import QuizPhase, QuizState, is_settled
from qtapp.sessions.stopwatch import Stopwatch

PAUSE_MS = 400
"""A draft is saved after so long without a change."""

_TICK_MS = 1000
_LONGEST_MS = 24 * 3600 * 1000
_OPEN = (QuizPhase.TAKING, QuizPhase.OVERVIEW)


class QuizSession(QObject):
    """One attempt at a time: in practice each answer is told at once, in an exam all at the end.

    Signals:
        changed: A `QuizState`.
        ticked: Seconds left of a timed attempt.
        cards_changed: Grades were given: the day's queue is not what it was.
        trouble: A `CollectionError`; what was answered is still shown.
    """

    changed = Signal(object)
    ticked = Signal(int)
    cards_changed = Signal()
    trouble = Signal(object)

    def __init__(
        self,
        desk: Desk,
        parent: QObject | None = None,
        *,
        seconds: Callable[[], float] = monotonic,
    ) -> None:
        """Sit down without a quiz.

        Args:
            desk: Holds the collection.
            parent: Of the session.
            seconds: A clock that never goes back.
        """
        super().__init__(parent)
        self._desk = desk
        self._faces: dict[int, QuestionFace] = {}
        self._spent_before = 0
        self._stopwatch = Stopwatch(seconds=seconds, max_ms=_LONGEST_MS)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.save)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self.look_at_clock)
        self.state = QuizState()

    # Beginning

    def start(
        self,
        card_ids: Sequence[int],
        *,
        mode: QuizMode,
        seed: int,
        time_limit_s: int | None = None,
        chosen: str = "{}",
    ) -> None:
        """Begin an attempt at these questions; see `db.quizzes.Quizzes.start`."""
        with self._reporting():
            quizzes, now = self._desk.collection.quizzes, self._desk.now()
            attempt = quizzes.start(
                card_ids, now, mode=mode, seed=seed, time_limit_s=time_limit_s, chosen=chosen
            )
            self._take(attempt)

    def resume(self) -> bool:
        """Go on with the attempt that is open, where it was left; tell whether there is one."""
        with self._reporting():
            attempt = self._desk.collection.quizzes.current()
            if attempt is not None:
                self._take(attempt)
                return True
        return False

    def review(self, attempt_id: int) -> None:
        """Look at an attempt that is over: first all of it, errors made with certainty on top."""
        with self._reporting():
            self._look_at(self._desk.collection.quizzes.attempt(attempt_id))

    def _take(self, attempt: Attempt) -> None:
        self._lay_out(attempt, QuizPhase.TAKING, tuple(range(len(attempt.answers))))
        if attempt.row.time_limit_s is not None:
            self._tick.start()
        self._show(attempt.row.place)

    def _look_at(self, attempt: Attempt) -> None:
        self._tick.stop()
        self._pause.stop()
        order = tuple(answer.place for answer in errors_first(attempt.answers))
        self._lay_out(attempt, QuizPhase.SUMMARY, order)
        self._become(self.state)

    def _lay_out(self, attempt: Attempt, phase: QuizPhase, order: tuple[int, ...]) -> None:
        seed, collection = attempt.row.seed, self._desk.collection
        self._faces = {
            answer.place: read_question(
                collection.card_view(answer.card_id), seed=f"{seed}/{answer.card_id}"
            )
            for answer in attempt.answers
        }
        self.state = QuizState(
            phase=phase,
            attempt=attempt.row,
            answers=attempt.answers,
            headings=tuple(face.heading or face.prompt for face in self._faces.values()),
            order=order,
            question=self.state.question,
        )

    # Going from one question to another

    def _show(self, at: int) -> None:
        """Show a question of the order; its clock begins to run."""
        state = replace(self.state, at=at)
        if state.phase in (QuizPhase.OVERVIEW, QuizPhase.SUMMARY):
            after = QuizPhase.REVIEW if state.is_over else QuizPhase.TAKING
            state = replace(state, phase=after)
        given = state.answers[state.place]
        question = state.question.asking(self._faces[state.place])
        question = with_answer(question, given.answer, is_outdated=given.is_outdated)
        if given.is_locked:
            question = replace(told(question, given.answer.score), grade=given.self_grade)
        self._spent_before = given.spent_ms
        self._stopwatch.restart()
        self._become(replace(state, question=question))

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
        if self.state.phase is QuizPhase.TAKING:
            self.save()
            self._become(replace(self.state, phase=QuizPhase.OVERVIEW))
        elif self.state.phase is QuizPhase.REVIEW:
            self._become(replace(self.state, phase=QuizPhase.SUMMARY))

    def _go(self, at: int) -> None:
        if self.state.phase is QuizPhase.TAKING:
            self.save()
        attempt = self.state.attempt
        if attempt is None:
            return
        with self._reporting():
            if self.state.phase in _OPEN:
                self._desk.collection.quizzes.go_to(attempt.id, self.state.order[at])
            self._show(at)

    # Answering

    @property
    def _is_being_answered(self) -> bool:
        return self.state.phase is QuizPhase.TAKING and not self.state.question.is_answered

    @Slot(object)
    def respond(self, response: Response | None) -> None:
        """Answer so, for now."""
        if self._is_being_answered:
            self._draft(replace(self.state.question, response=response))

    @Slot(object)
    def be(self, certainty: Certainty) -> None:
        """Be so sure."""
        if self._is_being_answered:
            self._draft(replace(self.state.question, certainty=certainty))

    @Slot()
    def flag(self) -> None:
        """Come back to this question, or no more."""
        if self.state.phase is QuizPhase.TAKING:
            answers = list(self.state.answers)
            given = answers[self.state.place]
            answers[self.state.place] = replace(given, is_flagged=not given.is_flagged)
            self._become(replace(self.state, answers=tuple(answers)))
            self.save()

    def _draft(self, question: QuestionState) -> None:
        self._pause.start()
        self._become(replace(self.state, question=question))

    @Slot()
    def save(self) -> None:
        """What is answered so far, and the time it took, are on the disk."""
        self._pause.stop()
        attempt, state = self.state.attempt, self.state
        if attempt is None or not self._is_being_answered:
            return
        with self._reporting():
            saved = self._desk.collection.quizzes.save_answer(
                *(attempt.id, state.place, answer_of(state.question)),
                spent_ms=self._spent_ms(),
                is_flagged=state.is_flagged,
            )
            self._put(saved.place, saved)

    @Slot()
    def answer_blank(self) -> None:
        """Say that one does not know."""
        face = self.state.question.face
        if face is not None and self._is_being_answered:
            blank = replace(self.state.question, response=blank_response(face))
            self.state = replace(self.state, question=blank)
            self.answer()

    @Slot()
    def answer(self) -> None:
        """Let the answer stand: it is told at once in practice, and at the end in an exam."""
        if not self._is_being_answered or not self.state.question.is_answerable:
            return
        if self.state.is_exam:
            self.next()
        else:
            self._lock()

    def _lock(self) -> None:
        attempt, state = self.state.attempt, self.state
        if attempt is None:
            return
        self._pause.stop()
        given = answer_of(state.question)
        with self._reporting():
            locked = self._desk.collection.quizzes.lock(
                *(attempt.id, state.place, given, self._desk.now()),
                spent_ms=self._spent_ms(),
                is_flagged=state.is_flagged,
            )
            self._stopwatch.pause()
            self._put(locked.place, locked)
            self._become(replace(self.state, question=told(state.question)))

    # Grading oneself

    @Slot(object)
    def grade(self, grade: SelfGrade) -> None:
        """Say how right the answer is, and go on; it can be said anew later."""
        attempt, state = self.state.attempt, self.state
        if attempt is None or not state.question.is_answered:
            return
        with self._reporting():
            if grade is not state.question.grade:
                now = self._desk.now()
                graded = self._desk.collection.quizzes.set_self_grade(
                    attempt.id, state.place, grade, now
                )
                self._put(graded.place, graded)
                self.cards_changed.emit()
            self._go_on()

    def _go_on(self) -> None:
        """After a grade: the next question that is not settled; when over, the next one."""
        state = self.state
        if state.is_over:
            self._refresh_row()
            self.next()
            return
        after = [*range(state.at + 1, len(state.order)), *range(state.at)]
        unsettled = (at for at in after if not is_settled(state.answers[at], is_exam=False))
        following = next(unsettled, None)
        self.finish() if following is None else self._go(following)

    def _refresh_row(self) -> None:
        """The score follows the grades."""
        if self.state.attempt is not None:
            row = self._desk.collection.quizzes.attempt(self.state.attempt.id).row
            self.state = replace(self.state, attempt=row)

    # The end

    @Slot()
    def finish(self) -> None:
        """End the attempt: what the rule can grade is graded so, until the learner says else."""
        if self.state.phase in _OPEN and self.state.attempt is not None:
            self.save()
            grades = {
                answer.place: grade
                for answer in self.state.answers
                if answer.self_grade is None and answer.answer.response is not None
                if (grade := suggested_grade(answer.answer.score)) is not None
            }
            with self._reporting():
                quizzes, now = self._desk.collection.quizzes, self._desk.now()
                ended = quizzes.finish(self.state.attempt.id, now, self_grades=grades)
                self.cards_changed.emit()
                self._look_at(ended)

    @Slot()
    def abandon(self) -> None:
        """End the attempt without a word; what was graded stays graded."""
        if self.state.phase in _OPEN and self.state.attempt is not None:
            with self._reporting():
                now = self._desk.now()
                self._desk.collection.quizzes.abandon(self.state.attempt.id, now)
                self.leave()

    @Slot()
    def leave(self) -> None:
        """Put the quiz away; an open one waits, as it is, until it is resumed."""
        self.save()
        self._tick.stop()
        self._become(QuizState(question=self.state.question))

    # The clock

    @Slot(bool)
    def attend(self, is_attending: bool) -> None:
        """The learner looks at the page, or elsewhere; in an exam the clock runs on."""
        if not self.state.is_exam and self._is_being_answered:
            self._stopwatch.attend(is_attending)

    @Slot()
    def look_at_clock(self) -> None:
        """Tell the time that is left; at none the attempt ends."""
        left = self._time_left_s()
        if left is None or self.state.phase not in _OPEN:
            self._tick.stop()
        elif left > 0:
            self.ticked.emit(left)
        else:
            self.finish()

    def _spent_ms(self) -> int:
        return self._spent_before + self._stopwatch.elapsed_ms()

    def _time_left_s(self) -> int | None:
        attempt, state = self.state.attempt, self.state
        if attempt is None or attempt.time_limit_s is None:
            return None
        others = sum(a.spent_ms for a in state.answers if a.place != state.place)
        return max(0, attempt.time_limit_s - (others + self._spent_ms()) // 1000)

    # Inside

    def _put(self, place: int, answer: object) -> None:
        answers = list(self.state.answers)
        answers[place] = answer  # type: ignore[call-overload]
        self.state = replace(self.state, answers=tuple(answers))

    def _become(self, state: QuizState) -> None:
        self.state = state
        if state.phase in _OPEN:
            self.state = replace(state, time_left_s=self._time_left_s())
        self.changed.emit(self.state)

    @contextmanager
    def _reporting(self) -> Iterator[None]:
        try:
            yield
        except CollectionError as error:
            self.trouble.emit(error)
