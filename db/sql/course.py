"""Compiled from `db/statements/course.py` by `make sql`: change that, not this."""

from db.statement import Statement

STORED_DECKS = Statement(
    "SELECT decks.id, decks.uid, decks.title, decks.position, decks.text FROM decks WHERE "
    "decks.uid = ? OR decks.uid BETWEEN ? AND ?",
    "uid",
    "first",
    "last",
)
STORED_NOTES = Statement(
    "SELECT notes.id, notes.uid, notes.deck_id, notes.kind, notes.front, notes.back, "
    "notes.extra, notes.tags, notes.facts, notes.experiment, notes.delivered_hash, "
    "notes.delivered_experiment, notes.is_retired FROM notes WHERE notes.uid BETWEEN ? AND ?",
    "first",
    "last",
)
STORED_CARDS = Statement(
    "SELECT cards.id, cards.note_id, cards.ordinal, cards.deck_id, cards.position, "
    "cards.is_question, cards.is_retired FROM cards WHERE cards.uid BETWEEN ? AND ?",
    "first",
    "last",
)
DOCUMENTS = Statement(
    "SELECT decks.uid FROM decks WHERE decks.parent_id IS NULL AND decks.title = ? AND "
    "decks.uid BETWEEN ? AND ? ORDER BY decks.position",
    "title",
    "first",
    "last",
)
LAST_RANK = Statement(
    "SELECT max(decks.position) AS max_1 FROM decks WHERE decks.parent_id IS NULL",
)
LAST_DECK = Statement(
    "SELECT max(decks.id) AS max_1 FROM decks",
)
ADD_DECK = Statement(
    "INSERT INTO decks (id, uid, parent_id, title, position, text) VALUES (?, ?, ?, ?, ?, ?)",
    "id",
    "uid",
    "parent_id",
    "title",
    "position",
    "text",
)
SET_DECK = Statement(
    "UPDATE decks SET title=?, position=?, text=? WHERE decks.id = ?",
    "title",
    "position",
    "text",
    "of",
)
LAST_NOTE = Statement(
    "SELECT max(notes.id) AS max_1 FROM notes",
)
ADD_NOTE = Statement(
    "INSERT INTO notes (id, uid, deck_id, kind, front, back, extra, tags, facts, experiment, "
    "delivered_hash, is_retired, created_at, modified_at, delivered_experiment) VALUES (?, ?, "
    "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "id",
    "uid",
    "deck_id",
    "kind",
    "front",
    "back",
    "extra",
    "tags",
    "facts",
    "experiment",
    "delivered_hash",
    "is_retired",
    "created_at",
    "modified_at",
    "delivered_experiment",
)
SET_NOTE = Statement(
    "UPDATE notes SET deck_id=?, kind=?, front=?, back=?, extra=?, tags=?, facts=?, "
    "experiment=?, delivered_hash=?, is_retired=?, modified_at=?, delivered_experiment=? "
    "WHERE notes.id = ?",
    "deck_id",
    "kind",
    "front",
    "back",
    "extra",
    "tags",
    "facts",
    "experiment",
    "delivered_hash",
    "is_retired",
    "modified_at",
    "delivered_experiment",
    "of",
)
RETIRE_NOTE = Statement(
    "UPDATE notes SET is_retired=? WHERE notes.id = ?",
    "is_retired",
    "of",
)
ADD_CARD = Statement(
    "INSERT INTO cards (uid, note_id, deck_id, ordinal, position, is_question) VALUES (?, ?, "
    "?, ?, ?, ?)",
    "uid",
    "note_id",
    "deck_id",
    "ordinal",
    "position",
    "is_question",
)
SET_CARD = Statement(
    "UPDATE cards SET deck_id=?, position=?, is_retired=?, is_question=? WHERE cards.id = ?",
    "deck_id",
    "position",
    "is_retired",
    "is_question",
    "of",
)
RETIRE_CARD = Statement(
    "UPDATE cards SET is_retired=? WHERE cards.id = ?",
    "is_retired",
    "of",
)
WORDS = Statement(
    "SELECT notes.id, notes.uid, notes.kind, notes.front, notes.back, notes.extra, "
    "notes.tags, notes.facts, notes.experiment FROM notes WHERE notes.id = ?",
    "of",
)
SET_WORDS = Statement(
    "UPDATE notes SET front=?, back=?, extra=?, tags=?, experiment=?, modified_at=? WHERE "
    "notes.id = ?",
    "front",
    "back",
    "extra",
    "tags",
    "experiment",
    "modified_at",
    "of",
)
CARDS_OF_NOTE = Statement(
    "SELECT cards.id, cards.note_id, cards.deck_id, cards.ordinal, cards.position, "
    "cards.state, cards.step, cards.stability, cards.difficulty, cards.last_day, "
    "cards.due_day, cards.due_at, cards.reps, cards.lapses, cards.is_suspended, "
    "cards.buried_until, cards.flag, cards.is_question, cards.is_retired FROM cards WHERE "
    "cards.note_id = ?",
    "of",
)
TAGS = Statement(
    "SELECT tags.name, tags.id FROM tags",
)
ADD_TAG = Statement(
    "INSERT INTO tags (name) VALUES (?)",
    "name",
)
UNTAG_NOTE = Statement(
    "DELETE FROM note_tags WHERE note_tags.note_id = ?",
    "note_id",
)
TAG_NOTE = Statement(
    "INSERT INTO note_tags (tag_id, note_id) VALUES (?, ?)",
    "tag_id",
    "note_id",
)
FORGET_FACTS = Statement(
    "DELETE FROM note_facts WHERE note_facts.note_id = ?",
    "note_id",
)
ADD_FACT = Statement(
    "INSERT INTO note_facts (fact, note_id) VALUES (?, ?)",
    "fact",
    "note_id",
)
PICTURES = Statement(
    "SELECT media.path, media.sha256 FROM media WHERE media.path BETWEEN ? AND ?",
    "first",
    "last",
)
PUT_PICTURE = Statement(
    "INSERT INTO media (path, sha256, size, added_at) VALUES (?, ?, ?, ?) ON CONFLICT (path) "
    "DO UPDATE SET sha256 = excluded.sha256, size = excluded.size, added_at = "
    "excluded.added_at",
    "path",
    "sha256",
    "size",
    "added_at",
)
