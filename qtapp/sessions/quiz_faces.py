"""The questions of an attempt, read once: what each shows, and how it stands."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from db.quiz_marks import errors_first
from db.quiz_rows import Attempt
from qtapp.sessions.question_reading import read_question, told, with_answer
from qtapp.sessions.question_state import QuestionFace
from qtapp.sessions.quiz_state import QuizPhase, QuizState

if TYPE_CHECKING:
    from db.collection import Collection


class QuizFaces:
    """Makes states of an attempt and of the questions in it."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._faces: tuple[QuestionFace, ...] = ()
        self._texts: tuple[tuple[str, ...], ...] = ()

    def laid_out(self, before: QuizState, attempt: Attempt, phase: QuizPhase) -> QuizState:
        """All questions of an attempt at a glance: as asked, or errors first once it is over.

        Raises:
            CollectionError: One cannot be read.
        """
        seed, answers = attempt.row.seed, attempt.answers
        views = [self._collection.card_view(answer.card_id) for answer in answers]
        self._faces = tuple(
            read_question(view.note, view.deck_path, seed=seed + view.card.id) for view in views
        )
        self._texts = tuple((view.note.front, view.note.back, view.note.extra) for view in views)
        is_over = phase is QuizPhase.SUMMARY
        in_order = errors_first(answers) if is_over else answers
        return QuizState(
            phase=phase,
            attempt=attempt.row,
            answers=answers,
            headings=tuple(face.heading or face.prompt for face in self._faces),
            order=tuple(answer.place for answer in in_order),
            question=before.question,
        )

    def texts_from(self, place: int) -> tuple[str, ...]:
        """The Markdown of them all: of the one at that place, those after it, those before it."""
        return tuple(chain.from_iterable((*self._texts[place:], *self._texts[:place])))

    def shown(self, before: QuizState, at: int) -> QuizState:
        """One of them, with what was answered to it."""
        phase = QuizPhase.REVIEW if before.is_over else QuizPhase.TAKING
        state = replace(before, at=at, phase=phase)
        given = state.given
        question = state.question.asking(self._faces[state.place])
        question = with_answer(question, given.answer, is_outdated=given.is_outdated)
        if given.is_locked:
            question = replace(told(question, given.answer.score), grade=given.self_grade)
        return replace(state, question=question)
