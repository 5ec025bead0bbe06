"""The cards that teach what a quiz has shown not to be known."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from db.quiz_rows import QuizAnswer
from decks.questions.responses import Certainty, SelfGrade
from qtapp.sessions.quiz_state import QuizState

if TYPE_CHECKING:
    from db.collection import Collection
    from db.rows import CardRow

MOST = 20
"""Who has just missed some questions wants to mend that, not to learn the chapter again."""


class Related(NamedTuple):
    """What to offer.

    Attributes:
        cards: In teaching order, so that what others build on comes first; `MOST` at most.
        found: How many notes teach what was missed, those left out with them.
    """

    cards: tuple[CardRow, ...] = ()
    found: int = 0

    @property
    def is_choice(self) -> bool:
        """Whether some were left out."""
        return self.found > len(self.cards)


def is_shaky(given: QuizAnswer) -> bool:
    """Whether an answer was wrong, partly right, or right by a guess."""
    is_right = given.self_grade is SelfGrade.RIGHT
    return given.self_grade is not None and (
        not is_right or given.answer.certainty is Certainty.GUESS
    )


def related_cards(collection: Collection, state: QuizState) -> Related:
    """Cards of the same inventory ids as the questions that were not known, one of each note.

    Every such question has its turn: the card closest to each, then the second closest. None
    before the attempt is over.

    Raises:
        CollectionError: They cannot be read.
    """
    if not state.is_over:
        return Related()
    shaky = (state.answers[place] for place in state.order if is_shaky(state.answers[place]))
    by_question = [collection.quizzes.related_cards(given.card_id) for given in shaky]
    by_note: dict[int, CardRow] = {}
    for turn in zip_longest(*by_question):
        for card in filter(None, turn):
            by_note.setdefault(card.note_id, card)
    chosen = sorted(list(by_note.values())[:MOST], key=_teaching_order)
    return Related(tuple(chosen), len(by_note))


def _teaching_order(card: CardRow) -> tuple[int, int, int]:
    return card.position, card.ordinal, card.id
