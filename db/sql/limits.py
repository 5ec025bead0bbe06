"""Compiled from `db/statements/limits.py` by `make sql`: change that, not this."""

from db.statement import Statement

COUNT_REVIEWS = Statement(
    "SELECT count(*) FROM cards WHERE state = 2 AND is_suspended = 0 AND is_retired = 0 AND "
    "due_day <= ? AND (buried_until IS NULL OR buried_until <= ?)",
    "day",
    "day",
)
COUNT_NEW = Statement(
    "SELECT count(*) FROM cards WHERE state = 0 AND is_question = 0 AND is_suspended = 0 AND "
    "is_retired = 0 AND (buried_until IS NULL OR buried_until <= ?)",
    "day",
)
COUNT_REVIEWED_NOTES = Statement(
    "SELECT count(DISTINCT note_id) FROM cards WHERE state = 2 AND is_suspended = 0 AND "
    "is_retired = 0 AND due_day <= ? AND (buried_until IS NULL OR buried_until <= ?) AND "
    "note_id NOT IN (SELECT note_id FROM cards WHERE state IN (1, 3) AND is_suspended = 0 AND "
    "is_retired = 0 AND (buried_until IS NULL OR buried_until <= ?))",
    "day",
    "day",
    "day",
)
COUNT_NEW_NOTES = Statement(
    "SELECT count(DISTINCT note_id) FROM cards WHERE state = 0 AND is_question = 0 AND "
    "is_suspended = 0 AND is_retired = 0 AND (buried_until IS NULL OR buried_until <= ?) AND "
    "note_id NOT IN (SELECT note_id FROM cards WHERE state IN (1, 3) AND is_suspended = 0 AND "
    "is_retired = 0 AND (buried_until IS NULL OR buried_until <= ?)) AND note_id NOT IN "
    "(SELECT note_id FROM cards WHERE state = 2 AND is_suspended = 0 AND is_retired = 0 AND "
    "due_day <= ? AND (buried_until IS NULL OR buried_until <= ?))",
    "day",
    "day",
    "day",
    "day",
)
