"""The limits of one day: those of the settings, what was added for that day, what they hold back.

The learner may let more cards come today, as with Anki's "Increase today's limit": it lasts over a
restart, and the next learner's day knows nothing of it.
"""

from dataclasses import replace

from sqlalchemy import Connection, text

from db.rows import Counts
from db.settings import StudySettings
from db.small_state import load_state, save_state
from db.tables import IS_DUE_LEARNING, IS_DUE_REVIEW, IS_NEW

_KEY = "more-today"
_IS_HERE = "(buried_until IS NULL OR buried_until <= :day)"
_IN_LEARNING = f"SELECT note_id FROM cards WHERE {IS_DUE_LEARNING} AND {_IS_HERE}"
_REVIEWS = f"FROM cards WHERE {IS_DUE_REVIEW} AND due_day <= :day AND {_IS_HERE}"
_NEW = f"FROM cards WHERE {IS_NEW} AND {_IS_HERE}"
_COUNT_REVIEWS, _COUNT_NEW = text(f"SELECT count(*) {_REVIEWS}"), text(f"SELECT count(*) {_NEW}")
# Of siblings only one is asked: the one in learning, else the one to review, else a new one.
_COUNT_REVIEWED_NOTES = text(
    f"SELECT count(DISTINCT note_id) {_REVIEWS} AND note_id NOT IN ({_IN_LEARNING})"
)
_COUNT_NEW_NOTES = text(
    f"SELECT count(DISTINCT note_id) {_NEW} AND note_id NOT IN ({_IN_LEARNING})"
    f" AND note_id NOT IN (SELECT note_id {_REVIEWS})"
)


def limits_on(connection: Connection, day: int, settings: StudySettings) -> StudySettings:
    """The settings, with the limits that hold on a learner's day."""
    new, reviews = _added_on(connection, day)
    return replace(
        settings,
        new_per_day=settings.new_per_day + new,
        reviews_per_day=settings.reviews_per_day + reviews,
    )


def raise_limits(connection: Connection, day: int, *, new: int, reviews: int) -> None:
    """Let so many more cards come on a learner's day, on top of what was added before."""
    added_new, added_reviews = _added_on(connection, day)
    save_state(connection, _KEY, f"{day} {added_new + new} {added_reviews + reviews}")


def held_back(connection: Connection, day: int, todo: Counts, *, bury_siblings: bool) -> Counts:
    """Cards that could come today were it not for the limits.

    Args:
        connection: In a transaction.
        day: The learner's today.
        todo: What the day's queue still holds; a kind that it holds some of is not counted.
        bury_siblings: Whether only one card of a note is asked a day.

    Returns:
        New cards and reviews; cards in learning have no limit.
    """
    new, reviews = _COUNT_NEW, _COUNT_REVIEWS
    if bury_siblings:
        new, reviews = _COUNT_NEW_NOTES, _COUNT_REVIEWED_NOTES
    of_day = {"day": day}
    return Counts(
        new=0 if todo.new else connection.execute(new, of_day).scalar_one(),
        review=0 if todo.review else connection.execute(reviews, of_day).scalar_one(),
    )


def _added_on(connection: Connection, day: int) -> tuple[int, int]:
    """New cards and reviews that were added for a day; none for any other."""
    try:
        of_day, new, reviews = map(int, (load_state(connection, _KEY) or "").split())
    except ValueError:  # nothing was ever added, or the value is damaged
        return 0, 0
    return (new, reviews) if of_day == day else (0, 0)
