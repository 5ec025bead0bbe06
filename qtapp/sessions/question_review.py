"""A question among the day's cards: it is answered, told, and graded by its learner."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from db.quiz_marks import review_grade
from db.rows import Grade
from decks.kinds import NoteKind
from decks.questions.responses import Certainty, Response, SelfGrade
from qtapp.sessions.question_reading import answer_of, read_question, told
from qtapp.sessions.question_state import QuestionState, blank_response
from qtapp.sessions.review import ReviewSession
from qtapp.sessions.review_state import CardFace, Phase, ReviewState
from qtapp.sessions.stopwatch import Stopwatch


class QuestionReview(QObject):
    """Follows the review from card to card.

    Signals:
        changed: A `QuestionState`; without a face while the card shown is no question.
    """

    changed = Signal(object)

    def __init__(
        self, review: ReviewSession, stopwatch: Stopwatch, parent: QObject | None = None
    ) -> None:
        """Follow a review, whose `stopwatch` tells how long a card was looked at."""
        super().__init__(parent)
        self._review = review
        self._stopwatch = stopwatch
        self._serial = 0
        self._texts: tuple[str, ...] = ()
        self.state = QuestionState()

    @Slot(object)
    def follow(self, review: ReviewState) -> None:
        """A card is shown anew, or none is; or its answer is taken back."""
        if review.face is None:
            self._leave()
        elif (review.serial, _texts(review.face)) != (self._serial, self._texts):
            self._serial, self._texts = review.serial, _texts(review.face)
            self._meet(review)
        elif review.phase is Phase.QUESTION and self.state.is_answered:
            self._meet(review)

    def _leave(self) -> None:
        self._serial = 0
        if self.state.face is not None:
            self._become(replace(self.state, face=None))

    def _meet(self, review: ReviewState) -> None:
        note, card = self._review.note(), self._review.card
        if note is None or card is None or not NoteKind(note.kind).is_question:
            self._leave()
            self._serial = review.serial
            return
        path = review.face.deck_path if review.face is not None else ()
        face = read_question(note, path, seed=card.id + review.serial)
        self._become(self.state.asking(face))

    @Slot(object)
    def respond(self, response: Response | None) -> None:
        """Answer so, for now."""
        self._change(response=response)

    @Slot(object)
    def be(self, certainty: Certainty) -> None:
        """Be so sure."""
        self._change(certainty=certainty)

    def _change(self, **changes: Any) -> None:
        if not self.state.is_answered:
            self._become(replace(self.state, **changes))

    @Slot()
    def answer_blank(self) -> None:
        """Say that one does not know."""
        if (face := self.state.face) is not None:
            self._change(response=blank_response(face))
            self.answer()

    @Slot()
    def answer(self) -> None:
        """Let the answer stand: it is told to be right or wrong."""
        if self.state.is_answerable:
            self._become(told(self.state))
            self._review.reveal()

    @Slot(object)
    def grade(self, grade: SelfGrade) -> None:
        """Say how right it was: the card is graded so, and the next one comes."""
        if not self.state.is_answered:
            return
        answer, duration = answer_of(self.state), self._stopwatch.elapsed_ms()
        self._review.do(
            lambda collection, card, now: collection.quizzes.grade_card(
                card, answer, grade, now, duration_ms=duration
            )
        )

    def card_grade(self, grade: SelfGrade) -> Grade:
        """What a learner's grade means for the card: never Easy."""
        return review_grade(grade, answer_of(self.state).certainty)

    def _become(self, state: QuestionState) -> None:
        self.state = state
        self.changed.emit(state)


def _texts(face: CardFace) -> tuple[str, ...]:
    """What an edited note changes, and a flag does not."""
    return face.heading, face.question, face.answer, face.extra
