"""The questions of a collection in memory, and the choice of some of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from db.quiz_rows import QuestionFilter, QuestionRow, Which
from db.rows import DeckRow
from decks.kinds import NoteKind


@dataclass(frozen=True, slots=True)
class QuizPool:
    """All questions that may be asked.

    Attributes:
        questions: In teaching order.
        decks: Those that hold questions and those above them, by position among their sisters.
    """

    questions: tuple[QuestionRow, ...] = ()
    decks: tuple[DeckRow, ...] = ()

    def chosen(self, wanted: QuestionFilter) -> tuple[QuestionRow, ...]:
        """The questions that pass a filter, in teaching order."""
        decks = _with_children(self.decks, wanted.deck_ids)
        return tuple(q for q in self.questions if _passes(q, wanted, decks))

    def tags(self) -> Counter[str]:
        """Tags, and how many questions have each."""
        return Counter(tag for question in self.questions for tag in question.tags)

    def kinds(self) -> Counter[NoteKind]:
        """Kinds, and how many questions are of each."""
        return Counter(question.kind for question in self.questions)


def draw(questions: Sequence[QuestionRow], n: int, *, seed: int) -> tuple[int, ...]:
    """The cards of `n` questions drawn at random, in random order; of all if there are fewer.

    The same questions and seed give the same draw.
    """
    cards = [question.card_id for question in questions]
    return tuple(Random(seed).sample(cards, min(max(n, 0), len(cards))))


def _passes(question: QuestionRow, wanted: QuestionFilter, decks: frozenset[int]) -> bool:
    return (
        (not wanted.deck_ids or question.deck_id in decks)
        and (not wanted.tags or not wanted.tags.isdisjoint(question.tags))
        and (not wanted.kinds or question.kind in wanted.kinds)
        and (wanted.which is not Which.NEW or question.is_new)
        and (wanted.which is not Which.MISSED or question.is_missed)
    )


def _with_children(decks: Iterable[DeckRow], deck_ids: frozenset[int]) -> frozenset[int]:
    below: defaultdict[int | None, list[int]] = defaultdict(list)
    for deck in decks:
        below[deck.parent_id].append(deck.id)
    found: set[int] = set()
    level = set(deck_ids)
    while level:
        found |= level
        level = {child for deck_id in level for child in below[deck_id]} - found
    return frozenset(found)
