"""The cards that teach what a quiz has shown not to be known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.quiz_rows import QuizAnswer
from decks.questions.responses import Certainty, SelfGrade
from qtapp.sessions.quiz_state import QuizState

if TYPE_CHECKING:
    from db.collection import Collection
    from db.rows import CardRow


def is_shaky(given: QuizAnswer) -> bool:
    """Whether an answer was wrong, partly right, or right by a guess."""
    is_right = given.self_grade is SelfGrade.RIGHT
    return given.self_grade is not None and (
        not is_right or given.answer.certainty is Certainty.GUESS
    )


def related_cards(collection: Collection, state: QuizState) -> tuple[CardRow, ...]:
    """Cards of the same inventory ids as the questions that were not known, each once.

    None before the attempt is over.

    Raises:
        CollectionError: They cannot be read.
    """
    if not state.is_over:
        return ()
    shaky = (state.answers[place] for place in state.order if is_shaky(state.answers[place]))
    quizzes = collection.quizzes
    found = (card for given in shaky for card in quizzes.related_cards(given.card_id))
    return tuple({card.id: card for card in found}.values())
