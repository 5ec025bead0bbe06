"""What the limits of a day hold back: see `db.day_limits`."""

from sqlalchemy import text

from db.tables import IS_DUE_LEARNING, IS_DUE_REVIEW, IS_NEW

_IS_HERE = "(buried_until IS NULL OR buried_until <= :day)"
_IN_LEARNING = f"SELECT note_id FROM cards WHERE {IS_DUE_LEARNING} AND {_IS_HERE}"
_REVIEWS = f"FROM cards WHERE {IS_DUE_REVIEW} AND due_day <= :day AND {_IS_HERE}"
_NEW = f"FROM cards WHERE {IS_NEW} AND {_IS_HERE}"

COUNT_REVIEWS = text(f"SELECT count(*) {_REVIEWS}")
COUNT_NEW = text(f"SELECT count(*) {_NEW}")
# Of siblings only one is asked: the one in learning, else the one to review, else a new one.
COUNT_REVIEWED_NOTES = text(
    f"SELECT count(DISTINCT note_id) {_REVIEWS} AND note_id NOT IN ({_IN_LEARNING})"
)
COUNT_NEW_NOTES = text(
    f"SELECT count(DISTINCT note_id) {_NEW} AND note_id NOT IN ({_IN_LEARNING})"
    f" AND note_id NOT IN (SELECT note_id {_REVIEWS})"
)
