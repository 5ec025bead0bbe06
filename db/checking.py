"""The full check of a collection, for the learner who asks: it takes seconds, so opening does not.

SQLite keeps no checksums: a changed letter inside a text is not seen, a broken page or index is.
"""

from db.engine import Store
from db.errors import CorruptedCollectionError

_FIRST_PROBLEMS = 20


def check_store(store: Store) -> None:
    """Read every page, compare every index with its table, and follow every reference.

    Raises:
        CorruptedCollectionError: With what was found.
    """
    with store.reader.begin() as connection:
        found = connection.exec_driver_sql(f"PRAGMA integrity_check({_FIRST_PROBLEMS})").all()
        problems = [row[0] for row in found if row[0] != "ok"]
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(_FIRST_PROBLEMS)
        problems += [f"{row[0]} {row[1]} refers to a missing row of {row[2]}" for row in orphans]
    if problems:
        raise CorruptedCollectionError(store.path, "; ".join(problems))
