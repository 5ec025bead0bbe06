"""What screens ask about cards: one card with its words, and lists of cards."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select, text

from db.prepared import Prepared
from db.records import CARD_COLUMNS, card_of
from db.rows import CardView, DeckRow, NoteRow
from db.tables import IS_FLAGGED, IS_SUSPENDED, cards, decks, notes
from decks.model import NoteKind

DeckPaths = dict[int, tuple[str, ...]]
"""Titles from the top deck down, by deck id."""

_NOTE_COLUMNS = (
    notes.c.id,
    notes.c.uid,
    notes.c.kind,
    notes.c.front,
    notes.c.back,
    notes.c.extra,
    notes.c.tags,
    notes.c.facts,
    notes.c.experiment,
)
_CARD_WITH_NOTE = select(*CARD_COLUMNS, *_NOTE_COLUMNS).join_from(cards, notes)


_ONE_CARD = Prepared(_CARD_WITH_NOTE.where(cards.c.id == bindparam("of")))


def deck_rows(connection: Connection) -> list[DeckRow]:
    """Every deck, by position among its sisters."""
    wanted = select(
        decks.c.id, decks.c.parent_id, decks.c.uid, decks.c.title, decks.c.position
    ).order_by(decks.c.position, decks.c.id)
    return [DeckRow(*row) for row in connection.execute(wanted)]


def deck_paths(connection: Connection) -> DeckPaths:
    """Where each deck stands in the tree."""
    by_id = {deck.id: deck for deck in deck_rows(connection)}

    def path_of(deck: DeckRow) -> tuple[str, ...]:
        above = () if deck.parent_id is None else path_of(by_id[deck.parent_id])
        return (*above, deck.title)

    return {deck.id: path_of(deck) for deck in by_id.values()}


def card_view(connection: Connection, card_id: int, paths: DeckPaths) -> CardView:
    """One card with its words.

    Raises:
        KeyError: If there is no such card.
    """
    rows = _ONE_CARD.rows(connection, {"of": card_id})
    if not rows:
        raise KeyError(card_id)
    return _view_of(rows[0], paths)


def find_cards(
    connection: Connection,
    paths: DeckPaths,
    *,
    suspended: bool = False,
    flag: int | None = None,
    limit: int = 200,
) -> list[CardView]:
    """Cards in teaching order.

    Args:
        connection: In a transaction.
        paths: Of all decks.
        suspended: Only those that are.
        flag: Only those with this flag, from 1.
        limit: Not more than so many.
    """
    chosen = select(cards.c.id).where(text("is_retired = 0"))
    if suspended:
        chosen = chosen.where(IS_SUSPENDED)
    if flag is not None:
        chosen = chosen.where(IS_FLAGGED, cards.c.flag == flag)
    in_order = (cards.c.position, cards.c.ordinal)
    chosen = chosen.order_by(*in_order).limit(limit)
    wanted = _CARD_WITH_NOTE.where(cards.c.id.in_(chosen)).order_by(*in_order)
    return [_view_of(row, paths) for row in connection.execute(wanted)]


def note_of(row: Sequence[Any]) -> NoteRow:
    """A note from its columns: id, uid, kind, front, back, extra, tags, facts, experiment.

    Raises:
        ValueError: If the file is damaged there.
    """
    return NoteRow(
        row[0],
        row[1],
        NoteKind(row[2]),
        row[3],
        row[4],
        row[5],
        _words(row[6]),
        _words(row[7]),
        row[8],
    )


def _view_of(row: Sequence[Any], paths: DeckPaths) -> CardView:
    card = card_of(row)
    return CardView(card, note_of(row[len(CARD_COLUMNS) :]), paths[card.deck_id])


def _words(text_list: str) -> tuple[str, ...]:
    return tuple(json.loads(text_list))


def deck_and_below(connection: Connection, deck_id: int) -> list[int]:
    """The ids of a deck and of all decks below it."""
    ids = [deck_id]
    for above in ids:  # grows while it is walked
        ids += connection.execute(select(decks.c.id).where(decks.c.parent_id == above)).scalars()
    return ids
