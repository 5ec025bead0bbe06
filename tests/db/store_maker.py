"""Collections with the cards that a test asks for, without a course."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import insert, select

from db.creation import create_collection
from db.engine import Store, connect
from db.records import CARD_COLUMNS, card_of, schedule_of
from db.rows import CardRow
from db.tables import cards, decks, notes
from tests.db.core import run


@contextmanager
def store_with(path: Path, rows: Iterable[CardRow] = ()) -> Iterator[Store]:
    """An open collection at `path` with these cards, and the notes and decks they need."""
    create_collection(path)
    store = connect(path)
    try:
        fill(store, list(rows))
        yield store
    finally:
        store.close()


def fill(store: Store, rows: list[CardRow]) -> None:
    """Add cards, notes and decks."""
    note_decks = {row.note_id: row.deck_id for row in rows}
    with store.writer.begin() as connection:
        for deck in sorted(set(note_decks.values())):
            run(
                connection,
                insert(decks).values(id=deck, uid=f"deck-{deck}", title=f"{deck}", position=deck),
            )
        if rows:
            run(
                connection,
                insert(notes),
                [
                    {"id": note, "uid": f"deck-{deck}/note-{note}", "deck_id": deck}
                    | {"kind": "basic", "front": f"Q{note}", "back": f"A{note}"}
                    | {"created_at": 0, "modified_at": 0}
                    for note, deck in note_decks.items()
                ],
            )
            run(connection, insert(cards), [_columns(row) for row in rows])


def _columns(row: CardRow) -> dict[str, object]:
    return {
        "id": row.id,
        "uid": f"deck-{row.deck_id}/note-{row.note_id}#{row.id}",
        "note_id": row.note_id,
        "deck_id": row.deck_id,
        "ordinal": row.ordinal,
        "position": row.position,
        **schedule_of(row),
    }


def stored(store: Store) -> dict[int, CardRow]:
    """Every card, as stored."""
    wanted = (cards.c[name] for name in CARD_COLUMNS)
    with store.reader.begin() as connection:
        return {row[0]: card_of(row) for row in run(connection, select(*wanted))}
