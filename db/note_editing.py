"""A learner changes a note's words or experiment; its cards follow, and keep their schedules."""

from collections.abc import Sequence
from datetime import datetime

from db.driver import Connection, Row
from db.errors import NoCardsError
from db.queries import note_of
from db.records import CARD_COLUMNS, as_json, card_of, to_ms
from db.rows import CardRow, NoteRow
from db.sql import course as sql
from db.tagging import put_tags
from decks.faces import ordinals
from decks.kinds import NoteKind

Cards = tuple[CardRow, ...]


def read_note(connection: Connection, note_id: int) -> NoteRow:
    """A note as stored.

    Raises:
        KeyError: If there is no such note.
    """
    rows = sql.WORDS.rows(connection, of=note_id)
    if not rows:
        raise KeyError(note_id)
    return note_of(rows[0])


def put_note(connection: Connection, note: NoteRow, now: datetime) -> tuple[Cards, Cards]:
    """Store a note's front, back, extra, tags and experiment.

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
    words |= {"tags": as_json(note.tags), "experiment": note.experiment}
    sql.SET_WORDS.run(connection, of=note.id, **words, modified_at=to_ms(now))
    put_tags(connection, {note.id: note.tags})
    return _put_cards(connection, note, wanted)


def _put_cards(
    connection: Connection, note: NoteRow, wanted: tuple[int, ...]
) -> tuple[Cards, Cards]:
    stored = sql.CARDS_OF_NOTE.rows(connection, of=note.id)
    known = {card_of(row).ordinal: row for row in stored}
    changed = [(n, row) for n, row in known.items() if _is_retired(row) == (n in wanted)]
    sql.RETIRE_CARD.run_many(
        connection, [{"of": row[0], "is_retired": int(n not in wanted)} for n, row in changed]
    )
    like = card_of(stored[0])
    place = {"note_id": note.id, "deck_id": like.deck_id, "position": like.position}
    place["is_question"] = int(like.is_question)
    sql.ADD_CARD.run_many(
        connection,
        [
            place | {"ordinal": n, "uid": f"{note.uid}#{n}"}
            for n in sorted(set(wanted) - known.keys())
        ],
    )
    return _present(stored), _present(sql.CARDS_OF_NOTE.rows(connection, of=note.id))


def _present(rows: Sequence[Row]) -> Cards:
    return tuple(card_of(row) for row in rows if not _is_retired(row))


def _is_retired(row: Row) -> bool:
    return bool(row[len(CARD_COLUMNS)])
