"""What screens ask about cards: one card with its words, and lists of cards."""

import json
from collections.abc import Sequence
from typing import Any

from db.driver import Connection
from db.records import CARD_COLUMNS, card_of
from db.rows import CardView, DeckRow, NoteRow
from db.sql import cards as sql
from decks.kinds import NoteKind

DeckPaths = dict[int, tuple[str, ...]]
"""Titles from the top deck down, by deck id."""


def deck_rows(connection: Connection) -> list[DeckRow]:
    """Every deck, by position among its sisters."""
    return [DeckRow._make((*row[:5], bool(row[5]))) for row in sql.DECKS.rows(connection)]


def deck_row(connection: Connection, deck_id: int) -> DeckRow:
    """One deck, as it lies in the tree (whether it has a text is not looked up).

    Raises:
        KeyError: If there is no such deck.
    """
    rows = sql.DECK.rows(connection, of=deck_id)
    if not rows:
        raise KeyError(deck_id)
    return DeckRow(*rows[0])


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
    rows = sql.ONE_CARD.rows(connection, of=card_id)
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
    if flag is None:
        wanted = sql.SUSPENDED_CARDS if suspended else sql.ALL_CARDS
    else:
        wanted = sql.SUSPENDED_FLAGGED_CARDS if suspended else sql.FLAGGED_CARDS
    return [_view_of(row, paths) for row in wanted.rows(connection, flag=flag, limit=limit)]


def note_of(row: Sequence[Any]) -> NoteRow:
    """A note from a row that starts with `NOTE_COLUMNS`, in their order.

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
    ids = level = [deck_id]
    while level := sql.DECKS_BELOW.column(connection, above=json.dumps(level)):
        ids = ids + level
    return ids
