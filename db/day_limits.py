"""The limits of one day: those of the settings, what was added for that day, what they hold back.

The learner may let more cards come today, as with Anki's "Increase today's limit": it lasts over a
restart, and the next learner's day knows nothing of it.
"""

from db.driver import Connection
from db.rows import Counts
from db.settings import StudySettings
from db.small_state import load_state, save_state
from db.sql import limits as sql

_KEY = "more-today"


def limits_on(connection: Connection, day: int, settings: StudySettings) -> StudySettings:
    """The settings, with the limits that hold on a learner's day."""
    new, reviews = _added_on(connection, day)
    return settings._replace(
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
    new, reviews = sql.COUNT_NEW, sql.COUNT_REVIEWS
    if bury_siblings:
        new, reviews = sql.COUNT_NEW_NOTES, sql.COUNT_REVIEWED_NOTES
    return Counts(
        new=0 if todo.new else new.value(connection, day=day),
        review=0 if todo.review else reviews.value(connection, day=day),
    )


def _added_on(connection: Connection, day: int) -> tuple[int, int]:
    """New cards and reviews that were added for a day; none for any other."""
    try:
        of_day, new, reviews = map(int, (load_state(connection, _KEY) or "").split())
    except ValueError:  # nothing was ever added, or the value is damaged
        return 0, 0
    return (new, reviews) if of_day == day else (0, 0)
