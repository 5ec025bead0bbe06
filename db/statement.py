"""SQL that was written with SQLAlchemy in `db/statements/` and compiled beforehand, into `db/sql/`.

SQLAlchemy is the place where statements are written, checked against the tables and migrated, and
the app runs without it: it takes 150 ms to load, 15 µs a statement and 40 µs a result.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from db.driver import Connection, Row


class Statement:
    """One statement, for the driver itself.

    Attributes:
        sql: With a question mark for each value.
        names: What the values are called, in the order of the marks.
    """

    __slots__ = ("names", "sql")

    def __init__(self, sql: str, *names: str) -> None:
        self.sql = sql
        self.names = names

    def run(self, connection: Connection, **values: Any) -> sqlite3.Cursor:
        """Execute it; values it has no use for are left aside.

        Raises:
            KeyError: If a value is missing.
            CollectionError: If the disk or the file is at fault.
        """
        return connection.execute(self.sql, self._row(values))

    def rows(self, connection: Connection, **values: Any) -> list[Row]:
        """Execute a SELECT, as `run` does, and take all that it finds."""
        return connection.rows(self.sql, self._row(values))

    def value(self, connection: Connection, **values: Any) -> Any:
        """The first column of the first row that a SELECT finds; None if it finds none."""
        found = self.rows(connection, **values)
        return found[0][0] if found else None

    def column(self, connection: Connection, **values: Any) -> list[Any]:
        """The first column of all rows that a SELECT finds."""
        return [row[0] for row in self.rows(connection, **values)]

    def run_many(self, connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
        """Execute it for each row of values."""
        connection.execute_many(self.sql, map(self._row, rows))

    def _row(self, values: Mapping[str, Any]) -> list[Any]:
        return [values[name] for name in self.names]
