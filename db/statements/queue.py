"""The cards that a day can ask for, in the order in which the queue keeps them: `db.queue_rows`."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    TextClause,
    and_,
    bindparam,
    func,
    literal_column,
    or_,
    select,
)

from db.lanes import Shuffle
from db.statements.parts import CARD, among, first
from db.tables import (
    IS_DUE_LEARNING,
    IS_DUE_REVIEW,
    IS_NEW,
    cards,
    note_tags,
    review_cancellations,
    reviews,
    tags,
)

_IS_UNDONE = (
    select(literal_column("1")).where(review_cancellations.c.review_id == reviews.c.id).exists()
)
_IS_FIRST_ANSWER = and_(  # of a question, which takes no new card's place
    reviews.c.state_before == literal_column("0"),
    select(literal_column("1"))
    .where(cards.c.id == reviews.c.card_id, cards.c.is_question == literal_column("1"))
    .exists(),
)
DONE = (
    select(reviews.c.state_before, func.count())
    .where(reviews.c.day == bindparam("day"), ~_IS_UNDONE, ~_IS_FIRST_ANSWER)
    .group_by(reviews.c.state_before)
)

_IS_HERE = or_(cards.c.buried_until.is_(None), cards.c.buried_until <= bindparam("day"))
_IS_STUDIED = or_(bindparam("decks").is_(None), among(cards.c.deck_id, "decks"))
TAGGED = (
    select(note_tags.c.note_id).join_from(note_tags, tags).where(tags.c.name == bindparam("tag"))
)
_IS_TAGGED = or_(bindparam("tag").is_(None), cards.c.note_id.in_(TAGGED))


def _cards(condition: TextClause) -> Select[Any]:
    return select(*CARD).where(condition, _IS_HERE, _IS_STUDIED, _IS_TAGGED)


def shuffled() -> ColumnElement[int]:
    """What `Shuffle` makes of a card's id, with its `factor` and `shift`."""
    prime: ColumnElement[int] = literal_column(str(Shuffle.PRIME))
    x = (cards.c.id % prime * bindparam("factor") + bindparam("shift")) % prime
    return x * x % prime


LEARNING = _cards(IS_DUE_LEARNING)
_DUE = _cards(IS_DUE_REVIEW).where(cards.c.due_day <= bindparam("day"))
REVIEWS = first(_DUE.order_by(cards.c.due_day, shuffled(), cards.c.id))
DUE_SIBLINGS = _DUE.where(among(cards.c.note_id, "notes"))
NEW = first(_cards(IS_NEW).order_by(cards.c.position, cards.c.ordinal, cards.c.id))
