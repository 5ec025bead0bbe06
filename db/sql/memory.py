"""Compiled from `db/statements/memory.py` by `make sql`: change that, not this."""

from db.statement import Statement

SETTINGS = Statement(
    'SELECT settings."key", settings.value FROM settings',
)
PUT_SETTING = Statement(
    'INSERT INTO settings ("key", value) VALUES (?, ?) ON CONFLICT ("key") DO UPDATE SET '
    "value = excluded.value",
    "key",
    "value",
)
STATE = Statement(
    'SELECT state.value FROM state WHERE state."key" = ?',
    "key",
)
PUT_STATE = Statement(
    'INSERT INTO state ("key", value) VALUES (?, ?) ON CONFLICT ("key") DO UPDATE SET value = '
    "excluded.value",
    "key",
    "value",
)
NEWEST_REVIEW = Statement(
    "SELECT max(reviews.id) AS max_1 FROM reviews",
)
