"""Compiled from `db/statements/today.py` by `make sql`: change that, not this."""

from db.statement import Statement

PER_DECK = Statement(
    "SELECT deck_id, count(*), total(stability >= ?), total(stability < ?) FROM cards WHERE "
    "is_retired = 0 AND (state > 0 OR is_question = 0) GROUP BY deck_id",
    "mature",
    "mature",
)
PER_TAG = Statement(
    "SELECT count(*), total(stability >= ?), total(stability < ?) FROM tags CROSS JOIN "
    "note_tags ON tag_id = tags.id CROSS JOIN cards ON cards.note_id = note_tags.note_id "
    "WHERE name = ? AND is_retired = 0 AND (state > 0 OR is_question = 0)",
    "mature",
    "mature",
    "tag",
)
PER_DAY = Statement(
    "SELECT day, count(*) FROM reviews WHERE day BETWEEN ? AND ? GROUP BY day",
    "first",
    "last",
)
CANCELLED_PER_DAY = Statement(
    "SELECT day, count(*) FROM review_cancellations CROSS JOIN reviews ON id = review_id "
    "WHERE day BETWEEN ? AND ? GROUP BY day",
    "first",
    "last",
)
STREAK = Statement(
    "WITH RECURSIVE run(last) AS (VALUES (?) UNION ALL SELECT last - 1 FROM run WHERE EXISTS "
    "(SELECT 1 FROM reviews WHERE day = last AND NOT EXISTS (SELECT 1 FROM "
    "review_cancellations c WHERE c.review_id = reviews.id))) SELECT ? - min(last) FROM run",
    "day",
    "day",
)
DONE = Statement(
    "SELECT grade, state_before, duration_ms FROM reviews WHERE day = ? AND NOT EXISTS "
    "(SELECT 1 FROM review_cancellations c WHERE c.review_id = reviews.id)",
    "day",
)
PACE = Statement(
    "SELECT state_before, duration_ms FROM reviews WHERE id > ? AND (state_before > 0 OR NOT "
    "EXISTS (SELECT 1 FROM cards WHERE cards.id = card_id AND is_question = 1)) ORDER BY id "
    "DESC LIMIT ?",
    "since",
    "most",
)
CANCELLATIONS = Statement(
    "SELECT count(*) FROM review_cancellations",
)
FORECAST = Statement(
    "SELECT due_day, count(*) FROM cards WHERE state = 2 AND is_suspended = 0 AND is_retired "
    "= 0 AND due_day BETWEEN ? AND ? GROUP BY due_day",
    "first",
    "last",
)
