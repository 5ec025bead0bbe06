"""The full check of a collection, for the learner who asks: it takes seconds, so opening does not.

SQLite keeps no checksums: a changed letter inside a text is not seen, a broken page or index is.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from db.driver import Connection
from db.engine import Store
from db.errors import CorruptedCollectionError

_FIRST_PROBLEMS = 20
_NONSENSE = (sqlite3.Error, LookupError, TypeError, ValueError)
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"
_JSON = (
    ("notes", "json_valid(tags) AND json_valid(facts)"),
    ("predictions", "json_valid(settings) AND json_valid(answer) AND json_valid(truth)"),
    ("runs", "json_valid(settings)"),
    ("quiz_attempts", "json_valid(chosen)"),
    ("quiz_answers", "response IS NULL OR json_valid(response)"),
)


def check_store(store: Store) -> None:
    """Read every page, compare every index with its table, and follow every reference.

    Raises:
        CorruptedCollectionError: With what was found.
    """
    with store.reader.begin() as connection:
        found = connection.rows(f"PRAGMA integrity_check({_FIRST_PROBLEMS})")
        problems = [row[0] for row in found if row[0] != "ok"]
        orphans = connection.rows("PRAGMA foreign_key_check")[:_FIRST_PROBLEMS]
        problems += [f"{row[0]} {row[1]} refers to a missing row of {row[2]}" for row in orphans]
        problems += _no_json(connection)
    if problems:
        raise CorruptedCollectionError(store.path, "; ".join(problems))


def _no_json(connection: Connection) -> Iterator[str]:
    """Texts that should be JSON; a collection that waits for its migration lacks some tables."""
    here = {row[0] for row in connection.rows(_TABLES)}
    for table, is_sound in _JSON:
        if table in here:
            bad = connection.rows(f"SELECT id FROM {table} WHERE NOT ({is_sound}) LIMIT 1")
            yield from (f"{table} {row[0]} is no JSON" for row in bad)


@contextmanager
def doubting(store: Store) -> Iterator[None]:
    """Inside, what makes no sense is damage if the full check finds any, else a mistake of ours.

    Raises:
        CorruptedCollectionError: Instead of an error that damage explains.
    """
    try:
        yield
    except _NONSENSE:
        check_store(store)
        raise
