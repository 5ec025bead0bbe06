"""What a learner does to a card, and the log of it: see `db.study` and `db.review_log`."""

from sqlalchemy import (
    bindparam,
    insert,
    literal_column,
    or_,
    select,
    update,
)

from db.quiz_tables import quiz_answers
from db.rows import CardState
from db.statements.parts import CARD, added, among, changed, fresh_id
from db.tables import IS_ACTIVE, cards, review_cancellations, reviews

_GRADED = (
    *("state", "step", "stability", "difficulty", "last_day"),
    *("due_day", "due_at", "reps", "lapses"),
)
SET_CARD = changed(cards, *_GRADED, "buried_until", "is_suspended", "flag")
SET_GRADED_CARD = changed(cards, *_GRADED).where(cards.c.reps == bindparam("reps_read"))
CARDS = select(*CARD).where(among(cards.c.id, "ids"))

_IS_STILL_NEW = cards.c.state == literal_column(str(int(CardState.NEW)))
SIBLINGS_TODAY = select(*CARD).where(
    IS_ACTIVE,
    cards.c.note_id == bindparam("note"),
    cards.c.id != bindparam("besides"),
    or_(_IS_STILL_NEW, cards.c.due_day <= bindparam("day")),
    or_(cards.c.buried_until.is_(None), cards.c.buried_until <= bindparam("day")),
)

_FRESH_ID = fresh_id(reviews)
_CONTENT = [column for column in reviews.c if column is not reviews.c.id]
_NAMES = [column.name for column in _CONTENT]
ADD_REVIEW = added(reviews, *_NAMES).values(id=_FRESH_ID)
ADD_REVIEW_AGAIN = insert(reviews).from_select(
    ["id", *_NAMES], select(_FRESH_ID, *_CONTENT).where(reviews.c.id == bindparam("again"))
)
MOVE_ANSWER = (  # to a question among the day's cards, which is done again with its review
    update(quiz_answers)
    .where(quiz_answers.c.review_id == bindparam("undone"))
    .values(review_id=bindparam("again"))
)
CANCEL_REVIEW = added(review_cancellations)
