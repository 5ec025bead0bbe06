"""A learner changes the words of a note; its cards follow, and keep their schedules."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from db.delivery import as_json
from db.errors import NoCardsError
from db.queries import note_of
from db.records import CARD_COLUMNS, card_of, to_ms
from db.rows import CardRow, NoteRow
from db.tables import cards, notes
from db.tagging import put_tags
from decks.faces import ordinals
from decks.model import NoteKind

_OF = notes.c
_NOTE = select(
    *(_OF.id, _OF.uid, _OF.kind, _OF.front, _OF.back),
    *(_OF.extra, _OF.tags, _OF.facts, _OF.experiment),
).where(_OF.id == bindparam("of"))
_CARDS = select(*CARD_COLUMNS, cards.c.is_retired).where(cards.c.note_id == bindparam("of"))
_SET_RETIRED = update(cards).where(cards.c.id == bindparam("of"))

Cards = tuple[CardRow, ...]


def read_note(connection: Connection, note_id: int) -> NoteRow:
    """A note as stored.

    Raises:
        KeyError: If there is no such note.
    """
    row = connection.execute(_NOTE, {"of": note_id}).fetchone()
    if row is None:
        raise KeyError(note_id)
    return note_of(row)


def put_words(connection: Connection, note: NoteRow, now: datetime) -> tuple[Cards, Cards]:
    """Store a note's front, back, extra and tags.

    A cloze note may get other cards by it: new ones are added, those that its text has no more are
    put aside, and come back with their schedule if it has them again.

    Args:
        connection: In a write transaction.
        note: As it should be; its kind never changes.
        now: When it is modified.

    Returns:
        Its cards before and after.

    Raises:
        NoCardsError: If the note would have none.
    """
    wanted = ordinals(NoteKind(note.kind), note.back)
    if not wanted:
        raise NoCardsError(note.id)
    words = {"front": note.front, "back": note.back, "extra": note.extra}
    words |= {"tags": as_json(note.tags)}
    connection.execute(
        update(notes).where(notes.c.id == note.id).values(**words, modified_at=to_ms(now))
    )
    put_tags(connection, {note.id: note.tags})
    return _put_cards(connection, note, wanted)


def _put_cards(
    connection: Connection, note: NoteRow, wanted: tuple[int, ...]
) -> tuple[Cards, Cards]:
    stored = connection.execute(_CARDS, {"of": note.id}).fetchall()
    changed = [row for row in stored if bool(row.is_retired) == (row.ordinal in wanted)]
    for row in changed:
        is_retired = int(row.ordinal not in wanted)
        connection.execute(_SET_RETIRED, {"of": row.id, "is_retired": is_retired})
    for ordinal in sorted(set(wanted) - {row.ordinal for row in stored}):
        _add_card(connection, note, ordinal, like=stored[0])
    after = connection.execute(_CARDS, {"of": note.id}).fetchall()
    return _present(stored), _present(after)


def _add_card(connection: Connection, note: NoteRow, ordinal: int, *, like: Any) -> None:
    place = {"deck_id": like.deck_id, "position": like.position, "ordinal": ordinal}
    connection.execute(insert(cards).values(**place, note_id=note.id, uid=f"{note.uid}#{ordinal}"))


def _present(rows: Sequence[Any]) -> Cards:
    return tuple(card_of(row) for row in rows if not row.is_retired)
