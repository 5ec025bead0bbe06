"""SQLAlchemy's statements on the app's connections: tests write and read what no page asks for."""

from collections import namedtuple
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ClauseElement
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.compiler import SQLCompiler

from db.driver import Connection

Values = Mapping[str, Any]


def run(
    connection: Connection, statement: ClauseElement, values: Values | Sequence[Values] = ()
) -> list[Any]:
    """Execute a statement, for one row of values or for several.

    Returns:
        What it finds, as named tuples.
    """
    rows: list[Values] = [values] if isinstance(values, Mapping) else [*values] or [{}]
    found: list[Any] = []
    for row in rows:
        compiled = statement.compile(dialect=sqlite.dialect(), column_keys=list(row) or None)
        assert isinstance(compiled, SQLCompiler)
        given = compiled.construct_params(dict(row))
        cursor = connection.execute(str(compiled), [given[n] for n in compiled.positiontup or ()])
        if cursor.description:
            kind = namedtuple("Row", [name for name, *_ in cursor.description], rename=True)  # type: ignore[misc]
            found += map(kind._make, cursor.fetchall())
    return found


def column(connection: Connection, statement: ClauseElement) -> list[Any]:
    """The first column of what a SELECT finds."""
    return [row[0] for row in run(connection, statement)]
