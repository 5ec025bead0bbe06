"""Compiled from `db/statements/queue.py` by `make sql`: change that, not this."""

from db.statement import Statement

DONE = Statement(
    "SELECT reviews.state_before, count(*) AS count_1 FROM reviews WHERE reviews.day = ? AND "
    "NOT (EXISTS (SELECT 1 FROM review_cancellations WHERE review_cancellations.review_id = "
    "reviews.id)) AND NOT (reviews.state_before = 0 AND (EXISTS (SELECT 1 FROM cards WHERE "
    "cards.id = reviews.card_id AND cards.is_question = 1))) GROUP BY reviews.state_before",
    "day",
)
TAGGED = Statement(
    "SELECT note_tags.note_id FROM note_tags JOIN tags ON tags.id = note_tags.tag_id WHERE "
    "tags.name = ?",
    "tag",
)
LEARNING = Statement(
    "SELECT cards.id, cards.note_id, cards.deck_id, cards.ordinal, cards.position, "
    "cards.state, cards.step, cards.stability, cards.difficulty, cards.last_day, "
    "cards.due_day, cards.due_at, cards.reps, cards.lapses, cards.is_suspended, "
    "cards.buried_until, cards.flag, cards.is_question FROM cards WHERE state IN (1, 3) AND "
    "is_suspended = 0 AND is_retired = 0 AND (cards.buried_until IS NULL OR "
    "cards.buried_until <= ?) AND (? IS NULL OR cards.deck_id IN (SELECT anon_1.value FROM "
    "json_each(?) AS anon_1)) AND (? IS NULL OR cards.note_id IN (SELECT note_tags.note_id "
    "FROM note_tags JOIN tags ON tags.id = note_tags.tag_id WHERE tags.name = ?))",
    "day",
    "decks",
    "decks",
    "tag",
    "tag",
)
REVIEWS = Statement(
    "SELECT cards.id, cards.note_id, cards.deck_id, cards.ordinal, cards.position, "
    "cards.state, cards.step, cards.stability, cards.difficulty, cards.last_day, "
    "cards.due_day, cards.due_at, cards.reps, cards.lapses, cards.is_suspended, "
    "cards.buried_until, cards.flag, cards.is_question FROM cards WHERE state = 2 AND "
    "is_suspended = 0 AND is_retired = 0 AND (cards.buried_until IS NULL OR "
    "cards.buried_until <= ?) AND (? IS NULL OR cards.deck_id IN (SELECT anon_1.value FROM "
    "json_each(?) AS anon_1)) AND (? IS NULL OR cards.note_id IN (SELECT note_tags.note_id "
    "FROM note_tags JOIN tags ON tags.id = note_tags.tag_id WHERE tags.name = ?)) AND "
    "cards.due_day <= ? ORDER BY cards.due_day, ((((cards.id % 2147483647) * ? + ?) % "
    "2147483647) * (((cards.id % 2147483647) * ? + ?) % 2147483647)) % 2147483647, cards.id "
    "LIMIT ? OFFSET 0",
    "day",
    "decks",
    "decks",
    "tag",
    "tag",
    "day",
    "factor",
    "shift",
    "factor",
    "shift",
    "limit",
)
DUE_SIBLINGS = Statement(
    "SELECT cards.id, cards.note_id, cards.deck_id, cards.ordinal, cards.position, "
    "cards.state, cards.step, cards.stability, cards.difficulty, cards.last_day, "
    "cards.due_day, cards.due_at, cards.reps, cards.lapses, cards.is_suspended, "
    "cards.buried_until, cards.flag, cards.is_question FROM cards WHERE state = 2 AND "
    "is_suspended = 0 AND is_retired = 0 AND (cards.buried_until IS NULL OR "
    "cards.buried_until <= ?) AND (? IS NULL OR cards.deck_id IN (SELECT anon_1.value FROM "
    "json_each(?) AS anon_1)) AND (? IS NULL OR cards.note_id IN (SELECT note_tags.note_id "
    "FROM note_tags JOIN tags ON tags.id = note_tags.tag_id WHERE tags.name = ?)) AND "
    "cards.due_day <= ? AND cards.note_id IN (SELECT anon_2.value FROM json_each(?) AS "
    "anon_2)",
    "day",
    "decks",
    "decks",
    "tag",
    "tag",
    "day",
    "notes",
)
NEW = Statement(
    "SELECT cards.id, cards.note_id, cards.deck_id, cards.ordinal, cards.position, "
    "cards.state, cards.step, cards.stability, cards.difficulty, cards.last_day, "
    "cards.due_day, cards.due_at, cards.reps, cards.lapses, cards.is_suspended, "
    "cards.buried_until, cards.flag, cards.is_question FROM cards WHERE state = 0 AND "
    "is_question = 0 AND is_suspended = 0 AND is_retired = 0 AND (cards.buried_until IS NULL "
    "OR cards.buried_until <= ?) AND (? IS NULL OR cards.deck_id IN (SELECT anon_1.value FROM "
    "json_each(?) AS anon_1)) AND (? IS NULL OR cards.note_id IN (SELECT note_tags.note_id "
    "FROM note_tags JOIN tags ON tags.id = note_tags.tag_id WHERE tags.name = ?)) ORDER BY "
    "cards.position, cards.ordinal, cards.id LIMIT ? OFFSET 0",
    "day",
    "decks",
    "decks",
    "tag",
    "tag",
    "limit",
)
