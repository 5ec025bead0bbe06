"""The shelf on a sound collection is tested with the review; here it meets a damaged one."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.collection import Collection
from db.errors import CorruptedCollectionError
from qtapp.sessions.shelf import Shelf
from tests.qtapp.course import Clock


def set_null(path: Path, column: str) -> None:
    """Make a value missing where the schema has NOT NULL, as a flipped bit would."""
    lift = "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE name = 'cards'"
    strict = f"{column} INTEGER NOT NULL"
    spoil(path, lift, (strict, f"{column} INTEGER"))
    spoil(path, f"UPDATE cards SET {column} = NULL WHERE id = 1")
    spoil(path, lift, (f"{column} INTEGER", strict))


def spoil(path: Path, sql: str, values: tuple[str, ...] = ()) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA writable_schema = ON")
        assert database.execute(sql, values).rowcount == 1


def test_a_card_that_cannot_be_is_damage(collection: Collection, clock: Clock) -> None:
    path = collection.path
    collection.close()
    set_null(path, "ordinal")
    with closing(Collection.open(path, clock=clock)) as reopened:
        card = reopened.day_queue(clock()).next(clock())
        assert card is not None
        shelf = Shelf(reopened)
        with pytest.raises(CorruptedCollectionError):
            shelf.face(card)
        with pytest.raises(CorruptedCollectionError):
            shelf.fetch([card.id])


def test_a_mistake_of_ours_is_no_damage(collection: Collection, clock: Clock) -> None:
    card = collection.day_queue(clock()).next(clock())
    assert card is not None
    with pytest.raises(ValueError, match="got 7"):
        Shelf(collection).face(card._replace(ordinal=7))
