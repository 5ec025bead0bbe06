"""SQL on the way from one card to the next: compiled once, then run by the driver itself."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ClauseElement, Connection
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.compiler import SQLCompiler

from db.driver import execute, path_of
from db.faults import faults_told

Row = tuple[Any, ...]


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
        return execute(connection, self._sql, [row[name] for name in self._names])

    def rows(self, connection: Connection, values: Mapping[str, Any]) -> list[Row]:
        """Execute a SELECT, as `run` does, and take all that it finds."""
        cursor = self.run(connection, values)
        with faults_told(path_of(connection)):
            return cursor.fetchall()

    def run_many(self, connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
        """Execute it for each row."""
        for values in rows:
            self.run(connection, values)
