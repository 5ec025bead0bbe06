"""A learner makes a note: its name, its cards, and their place before those of the course."""

from collections.abc import Sequence
from datetime import datetime

from db.driver import Connection
from db.errors import NoCardsError
from db.ids import review_id
from db.note_editing import Cards, read_note
from db.queries import deck_row
from db.records import as_json, card_of, to_ms
from db.rows import NoteRow
from db.sql import course as sql
from db.tagging import put_tags
from decks.faces import ordinals
from decks.kinds import NoteKind

LAST_POSITION = 999_999
"""The course's first chapter begins behind it (`db.import_plan`)."""


def add_note(
    connection: Connection,
    deck_id: int,
    *,
    kind: NoteKind,
    front: str,
    back: str,
    extra: str,
    tags: Sequence[str],
    now: datetime,
) -> tuple[NoteRow, Cards]:
    """Add a note to a deck.

    Its uid starts with that of the deck's chapter, where the images lie that it may show, and has
    a name that no course gives. Nothing was delivered of it, so no import changes it or puts it
    aside. Its cards come before the course's new ones, in the order in which they were made: they
    are what the learner chose to remember.

    Args:
        connection: In a write transaction.
        deck_id: Where it goes.
        kind: Of the note.
        front: Markdown, as in `decks.model.Note`.
        back: Likewise.
        extra: Likewise.
        tags: Words to find it by.
        now: When it is made.

    Returns:
        The note and its cards.

    Raises:
        KeyError: If there is no such deck.
        NoCardsError: If its words give no card.
    """
    chapter = deck_row(connection, deck_id).uid.partition("/")[0]
    note_id = (sql.LAST_NOTE.value(connection) or 0) + 1
    wanted = ordinals(kind, back)
    if not wanted:
        raise NoCardsError(note_id)
    uid = f"{chapter}/own-{review_id(to_ms(now)):x}"
    sql.ADD_NOTE.run(
        connection,
        id=note_id,
        uid=uid,
        deck_id=deck_id,
        kind=kind.value,
        front=front,
        back=back,
        extra=extra,
        tags=as_json(tags),
        facts="[]",
        experiment="",
        delivered_hash="",
        delivered_experiment="",
        is_retired=0,
        created_at=to_ms(now),
        modified_at=to_ms(now),
    )
    put_tags(connection, {note_id: tags})
    place = {"note_id": note_id, "deck_id": deck_id, "position": min(note_id, LAST_POSITION)}
    place["is_question"] = int(kind.is_question)
    added = [place | {"ordinal": n, "uid": f"{uid}#{n}"} for n in wanted]
    sql.ADD_CARD.run_many(connection, added)
    return read_note(connection, note_id), cards_of(connection, note_id)


def put_aside(connection: Connection, note_id: int, *, is_retired: bool) -> None:
    """Take a note back with all its cards, or bring it back; nothing of it is lost.

    Args:
        connection: In a write transaction.
        note_id: Of a note that `add_note` made.
        is_retired: Whether it goes or comes.
    """
    sql.RETIRE_NOTE.run(connection, of=note_id, is_retired=int(is_retired))
    rows = [
        {"of": row[0], "is_retired": int(is_retired)}
        for row in sql.CARDS_OF_NOTE.rows(connection, of=note_id)
    ]
    sql.RETIRE_CARD.run_many(connection, rows)


def cards_of(connection: Connection, note_id: int) -> Cards:
    """The cards of a note that was just made, in order."""
    return tuple(map(card_of, sql.CARDS_OF_NOTE.rows(connection, of=note_id)))
