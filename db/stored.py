"""Stored rows, as an import looks at them: `db.statements.course` reads these columns."""

from typing import NamedTuple


class StoredDeck(NamedTuple):
    """A deck's row."""

    id: int
    uid: str
    title: str
    position: int
    text: str


class StoredNote(NamedTuple):
    """What an import looks at of a note's row."""

    id: int
    uid: str
    deck_id: int
    kind: str
    front: str
    back: str
    extra: str
    tags: str
    facts: str
    experiment: str
    delivered_hash: str
    delivered_experiment: str
    is_retired: int


class StoredCard(NamedTuple):
    """What an import looks at of a card's row."""

    id: int
    note_id: int
    ordinal: int
    deck_id: int
    position: int
    is_question: int
    is_retired: int
