"""Connections to a collection's file, by Python's own driver: SQLAlchemy takes 150 ms to load.

Python's driver starts transactions behind one's back; here it never does: `BEGIN` comes from us.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from db.faults import faults_told

Row = tuple[Any, ...]

# No mmap_size: a file cut short under a mapping kills the process instead of raising.
_PRAGMAS = (
    "busy_timeout = 10000",
    "journal_mode = WAL",
    "synchronous = FULL",
    "recursive_triggers = ON",  # else REPLACE deletes without asking the log's triggers
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "cache_size = -32768",  # 32 MiB a connection
    "journal_size_limit = 67108864",
    "temp_store = MEMORY",
)


class Connection:
    """One connection: durable commits, enforced keys, and errors of `db.errors`.

    Args:
        path: An existing file.
        enforce_keys: Off only for migrations, which rebuild tables.

    Attributes:
        path: The file.
        driver: The driver's own connection.

    Raises:
        CollectionError: Here and in every method, if the disk or the file is at fault.
    """

    def __init__(self, path: Path, *, enforce_keys: bool = True) -> None:
        self.path = path
        with faults_told(path):
            self.driver = sqlite3.connect(
                file_uri(path), uri=True, isolation_level=None, check_same_thread=False
            )
        try:
            for pragma in (*_PRAGMAS, f"foreign_keys = {'ON' if enforce_keys else 'OFF'}"):
                self.execute(f"PRAGMA {pragma}").close()
        except BaseException:
            self.driver.close()
            raise

    def execute(self, sql: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        """Run one statement."""
        with faults_told(self.path):
            return self.driver.execute(sql, values)

    def execute_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run an INSERT, UPDATE or DELETE for each row of values."""
        with faults_told(self.path):
            self.driver.executemany(sql, rows).close()

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All that a SELECT finds."""
        with faults_told(self.path):
            return self.driver.execute(sql, values).fetchall()

    def roll_back(self) -> None:
        """Undo what is not committed; some faults have made SQLite do so already."""
        if self.driver.in_transaction:
            self.execute("ROLLBACK")

    def close(self) -> None:
        """Let go of the file."""
        with faults_told(self.path):
            self.driver.close()


def file_uri(path: PurePath) -> str:
    """The URI by which SQLite opens an absolute path and makes no file by the way.

    Not `as_uri`: of a network share on Windows it makes a host, which SQLite refuses.
    """
    name = path.as_posix()
    return f"file://{quote(name if name.startswith('/') else '/' + name, safe='/:')}?mode=rw"
