"""A question's note, read into what is shown of it; an answer, marked and kept as text."""

from __future__ import annotations

from dataclasses import replace

from db.quiz_rows import Answer
from db.rows import NoteRow
from decks.kinds import NoteKind
from decks.questions.bodies import Body, Open
from decks.questions.fitting import fits
from decks.questions.marking import mark, suggested
from decks.questions.marks import Mark
from decks.questions.read_body import BodyError, body
from decks.questions.response_text import ResponseTextError, read_response, response_text
from decks.questions.responses import Certainty, Response
from decks.questions.shuffle import shuffled
from qtapp.sessions.question_state import (
    QuestionFace,
    QuestionState,
    blank_response,
    first_response,
)
from qtapp.sessions.shelf import split_question

_PATH_SEPARATOR = " › "


def read_question(note: NoteRow, deck_path: tuple[str, ...], *, seed: int) -> QuestionFace:
    """What to show of a question.

    A back that is no body, as an editor may leave it, is shown as the model answer.

    Args:
        note: Of the question.
        deck_path: Titles from the top of the tree.
        seed: Of the order on the screen.
    """
    kind, held = _body_of(NoteKind(note.kind), note.back)
    heading, prompt = split_question(note.front)
    where = _PATH_SEPARATOR.join(deck_path)
    return QuestionFace(
        note_uid=note.uid,
        kind=kind,
        heading=heading,
        prompt=prompt,
        body=held,
        positions=shuffled(held, seed),
        explanation=note.extra,
        source=" · ".join(filter(None, (where, ", ".join(note.facts)))),
        experiment=note.experiment,
    )


def _body_of(kind: NoteKind, back: str) -> tuple[NoteKind, Body]:
    try:
        return kind, body(kind, back)
    except BodyError:
        return NoteKind.OPEN, Open(back)


def answer_of(state: QuestionState) -> Answer:
    """What is answered, as it is kept."""
    if state.face is None or state.response is None:
        return Answer()
    certainty = state.certainty if state.is_certainty_asked else None
    score = mark(state.face.body, state.response).score
    return Answer(response_text(state.response), certainty, score)


def draft_of(state: QuestionState, before: Answer, *, is_given: bool) -> Answer:
    """What is kept of an answer that may still change.

    An order is always some order: who only looked at it has not answered.

    Args:
        state: The question.
        before: What was kept until now.
        is_given: Whether the learner said that the answer stands.
    """
    is_untouched = state.face is not None and state.response == first_response(state.face)
    return (
        Answer() if is_untouched and not is_given and before.response is None else answer_of(state)
    )


def with_answer(state: QuestionState, answer: Answer, *, is_outdated: bool) -> QuestionState:
    """A question with what was answered to it; an answer to another body is none."""
    face = state.face
    if face is None:
        return state
    kept = None if is_outdated else _kept(answer.response)
    is_fitting = kept is not None and fits(kept, face.body)
    response = kept if is_fitting else first_response(face)
    return replace(state, response=response, certainty=answer.certainty or Certainty.LIKELY)


def _kept(text: str | None) -> Response | None:
    try:
        return None if text is None else read_response(text)
    except ResponseTextError:  # of a later version, or damaged: the learner answers anew
        return None


def told(state: QuestionState, score: float | None = None) -> QuestionState:
    """The same question, its answer told to be right or wrong.

    Args:
        state: A question; nothing answered counts as not known.
        score: What the answer was worth when it was given; None asks the rule.
    """
    face = state.face
    if face is None:
        return state
    response = blank_response(face) if state.response is None else state.response
    given = Mark(score) if response is None else mark(face.body, response)
    return replace(
        state,
        response=response,
        is_answered=True,
        mark=given,
        suggestion=suggested(given),
    )
