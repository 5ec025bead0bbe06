"""Compiled from `db/statements/cards.py` by `make sql`: change that, not this."""

from db.statement import Statement

CARD_WITH_NOTE = Statement(
    "SELECT cards.id, cards.note_id, cards.deck_id, cards.ordinal, cards.position, "
    "cards.state, cards.step, cards.stability, cards.difficulty, cards.last_day, "
    "cards.due_day, cards.due_at, cards.reps, cards.lapses, cards.is_suspended, "
    "cards.buried_until, cards.flag, cards.is_question, notes.id AS id_1, notes.uid, "
    "notes.kind, notes.front, notes.back, notes.extra, notes.tags, notes.facts, "
    "notes.experiment FROM cards JOIN notes ON notes.id = cards.note_id",
)
ONE_CARD = Statement(
    "SELECT cards.id, cards.note_id, cards.deck_id, cards.ordinal, cards.position, "
    "cards.state, cards.step, cards.stability, cards.difficulty, cards.last_day, "
    "cards.due_day, cards.due_at, cards.reps, cards.lapses, cards.is_suspended, "
    "cards.buried_until, cards.flag, cards.is_question, notes.id AS id_1, notes.uid, "
    "notes.kind, notes.front, notes.back, notes.extra, notes.tags, notes.facts, "
    "notes.experiment FROM cards JOIN notes ON notes.id = cards.note_id WHERE cards.id = ?",
    "of",
)
DECKS = Statement(
    "SELECT decks.id, decks.parent_id, decks.uid, decks.title, decks.position, decks.text != "
    "'' AS anon_1 FROM decks ORDER BY decks.position, decks.id",
)
DECK = Statement(
    "SELECT decks.id, decks.parent_id, decks.uid, decks.title, decks.position FROM decks "
    "WHERE decks.id = ?",
    "of",
)
TEXTS = Statement(
    "SELECT decks.id, decks.title, decks.text FROM decks WHERE decks.id = ? OR "
    "decks.parent_id = ? ORDER BY decks.parent_id IS NOT NULL, decks.position, decks.id",
    "of",
    "of",
)
DECKS_BELOW = Statement(
    "SELECT decks.id FROM decks WHERE decks.parent_id IN (SELECT anon_1.value FROM "
    "json_each(?) AS anon_1)",
    "above",
)
ALL_CARDS = Statement(
    "SELECT cards.id, cards.note_id, cards.deck_id, cards.ordinal, cards.position, "
    "cards.state, cards.step, cards.stability, cards.difficulty, cards.last_day, "
    "cards.due_day, cards.due_at, cards.reps, cards.lapses, cards.is_suspended, "
    "cards.buried_until, cards.flag, cards.is_question, notes.id AS id_1, notes.uid, "
    "notes.kind, notes.front, notes.back, notes.extra, notes.tags, notes.facts, "
    "notes.experiment FROM cards JOIN notes ON notes.id = cards.note_id WHERE cards.id IN "
    "(SELECT cards.id FROM cards WHERE is_retired = 0 ORDER BY cards.position, cards.ordinal "
    "LIMIT ? OFFSET 0) ORDER BY cards.position, cards.ordinal",
    "limit",
)
SUSPENDED_CARDS = Statement(
    "SELECT cards.id, cards.note_id, cards.deck_id, cards.ordinal, cards.position, "
    "cards.state, cards.step, cards.stability, cards.difficulty, cards.last_day, "
    "cards.due_day, cards.due_at, cards.reps, cards.lapses, cards.is_suspended, "
    "cards.buried_until, cards.flag, cards.is_question, notes.id AS id_1, notes.uid, "
    "notes.kind, notes.front, notes.back, notes.extra, notes.tags, notes.facts, "
    "notes.experiment FROM cards JOIN notes ON notes.id = cards.note_id WHERE cards.id IN "
    "(SELECT cards.id FROM cards WHERE is_retired = 0 AND is_suspended = 1 AND is_retired = 0 "
    "ORDER BY cards.position, cards.ordinal LIMIT ? OFFSET 0) ORDER BY cards.position, "
    "cards.ordinal",
    "limit",
)
FLAGGED_CARDS = Statement(
    "SELECT cards.id, cards.note_id, cards.deck_id, cards.ordinal, cards.position, "
    "cards.state, cards.step, cards.stability, cards.difficulty, cards.last_day, "
    "cards.due_day, cards.due_at, cards.reps, cards.lapses, cards.is_suspended, "
    "cards.buried_until, cards.flag, cards.is_question, notes.id AS id_1, notes.uid, "
    "notes.kind, notes.front, notes.back, notes.extra, notes.tags, notes.facts, "
    "notes.experiment FROM cards JOIN notes ON notes.id = cards.note_id WHERE cards.id IN "
    "(SELECT cards.id FROM cards WHERE is_retired = 0 AND flag > 0 AND is_retired = 0 AND "
    "cards.flag = ? ORDER BY cards.position, cards.ordinal LIMIT ? OFFSET 0) ORDER BY "
    "cards.position, cards.ordinal",
    "flag",
    "limit",
)
SUSPENDED_FLAGGED_CARDS = Statement(
    "SELECT cards.id, cards.note_id, cards.deck_id, cards.ordinal, cards.position, "
    "cards.state, cards.step, cards.stability, cards.difficulty, cards.last_day, "
    "cards.due_day, cards.due_at, cards.reps, cards.lapses, cards.is_suspended, "
    "cards.buried_until, cards.flag, cards.is_question, notes.id AS id_1, notes.uid, "
    "notes.kind, notes.front, notes.back, notes.extra, notes.tags, notes.facts, "
    "notes.experiment FROM cards JOIN notes ON notes.id = cards.note_id WHERE cards.id IN "
    "(SELECT cards.id FROM cards WHERE is_retired = 0 AND is_suspended = 1 AND is_retired = 0 "
    "AND flag > 0 AND is_retired = 0 AND cards.flag = ? ORDER BY cards.position, "
    "cards.ordinal LIMIT ? OFFSET 0) ORDER BY cards.position, cards.ordinal",
    "flag",
    "limit",
)
