"""The full check of a collection, for the learner who asks: it takes seconds, so opening does not.

SQLite keeps no checksums: a changed letter inside a text is not seen, a broken page or index is.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from db.engine import Store
from db.errors import CorruptedCollectionError

_FIRST_PROBLEMS = 20
_NONSENSE = (sqlite3.Error, LookupError, TypeError, ValueError)
_NO_LISTS = "SELECT id FROM notes WHERE NOT (json_valid(tags) AND json_valid(facts)) LIMIT 1"


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
        problems += [f"note {row[0]} has no list" for row in connection.rows(_NO_LISTS)]
    if problems:
        raise CorruptedCollectionError(store.path, "; ".join(problems))


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
