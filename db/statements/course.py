"""What a chapter brings, and what a learner edits: see `db.import_plan` and its neighbours."""

from typing import Any

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from db.statements.parts import CARD, NOTE, added, below, changed
from db.stored import StoredCard, StoredDeck, StoredNote
from db.tables import cards, decks, media, note_facts, note_tags, notes, tags

STORED_DECKS = select(*(decks.c[name] for name in StoredDeck._fields)).where(
    (decks.c.uid == bindparam("uid")) | below(decks.c.uid)
)
STORED_NOTES = select(*(notes.c[name] for name in StoredNote._fields)).where(below(notes.c.uid))
STORED_CARDS = select(*(cards.c[name] for name in StoredCard._fields)).where(below(cards.c.uid))
DOCUMENTS = (
    select(decks.c.uid)
    .where(decks.c.parent_id.is_(None))
    .where(decks.c.title == bindparam("title"))
    .where(decks.c.uid.between(bindparam("first"), bindparam("last")))
    .order_by(decks.c.position)
)
LAST_RANK = select(func.max(decks.c.position)).where(decks.c.parent_id.is_(None))

LAST_DECK = select(func.max(decks.c.id))
ADD_DECK = added(decks)
SET_DECK = changed(decks, "title", "position", "text")

_OF_COURSE = (
    *("deck_id", "kind", "front", "back", "extra", "tags", "facts", "experiment"),
    *("delivered_hash", "delivered_experiment", "is_retired", "modified_at"),
)
LAST_NOTE = select(func.max(notes.c.id))
ADD_NOTE = added(notes)
SET_NOTE = changed(notes, *_OF_COURSE)
RETIRE_NOTE = changed(notes, "is_retired")
ADD_CARD = added(cards, "uid", "note_id", "deck_id", "ordinal", "position", "is_question")
SET_CARD = changed(cards, "deck_id", "position", "is_question", "is_retired")
RETIRE_CARD = changed(cards, "is_retired")

WORDS = select(*NOTE).where(notes.c.id == bindparam("of"))
SET_WORDS = changed(notes, "front", "back", "extra", "tags", "experiment", "modified_at")
CARDS_OF_NOTE = select(*CARD, cards.c.is_retired).where(cards.c.note_id == bindparam("of"))

TAGS = select(tags.c.name, tags.c.id)
ADD_TAG = added(tags, "name")
UNTAG_NOTE = delete(note_tags).where(note_tags.c.note_id == bindparam("note_id"))
TAG_NOTE = added(note_tags)
FORGET_FACTS = delete(note_facts).where(note_facts.c.note_id == bindparam("note_id"))
ADD_FACT = added(note_facts)

PICTURES = select(media.c.path, media.c.sha256).where(below(media.c.path))
_PICTURE: dict[str, Any] = {
    name: bindparam(name) for name in ("path", "sha256", "size", "added_at")
}
_PUT = insert(media).values(_PICTURE)
PUT_PICTURE = _PUT.on_conflict_do_update(
    index_elements=[media.c.path],
    set_={name: _PUT.excluded[name] for name in _PICTURE if name != "path"},
)
