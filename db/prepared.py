"""SQL that is on the way from one card to the next: compiled once, then run by the driver itself.

SQLAlchemy's way to the driver costs 15 µs a statement and 40 µs a result, when SQLite takes 5 µs.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import ClauseElement, Connection
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.compiler import SQLCompiler

from db.faults import fault_of


class Prepared:
    """A statement whose values need no conversion.

    Args:
        statement: An INSERT, UPDATE or SELECT, built with SQLAlchemy Core.
        columns: The columns that an INSERT or UPDATE sets, besides those it has a value for.
    """

    def __init__(self, statement: ClauseElement, columns: tuple[str, ...] = ()) -> None:
        compiled = statement.compile(dialect=sqlite.dialect(), column_keys=list(columns) or None)
        assert isinstance(compiled, SQLCompiler)
        self._sql = str(compiled)
        self._names = tuple(compiled.positiontup or ())
        self._given = {n: bind.value for n, bind in compiled.binds.items() if not bind.required}

    def run(self, connection: Connection, values: Mapping[str, Any]) -> sqlite3.Cursor:
        """Execute it; values it has no use for are left aside.

        Args:
            connection: In a transaction.
            values: By the names of parameters and columns.

        Raises:
            KeyError: If a value is missing.
            CollectionError: If the disk or the file is at fault.
        """
        row = {**self._given, **values}
        try:
            return _driver(connection).execute(self._sql, [row[name] for name in self._names])
        except sqlite3.Error as error:
            if fault := fault_of(Path(connection.engine.url.database or ""), error):
                raise fault from error
            raise

    def run_many(self, connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
        """Execute it for each row."""
        for values in rows:
            self.run(connection, values)


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver
