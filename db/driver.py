"""Straight to the driver: SQLAlchemy takes 15 µs a statement and 40 µs a result, SQLite 5 µs."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection

from db.faults import fault_of


def execute(connection: Connection, sql: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
    """Run one statement on a connection's own driver.

    Raises:
        CollectionError: If the disk or the file is at fault.
    """
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    try:
        return driver.execute(sql, values)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        if fault := fault_of(path_of(connection), error):
            raise fault from error
        raise


def path_of(connection: Connection) -> Path:
    """The file that a connection is to."""
    return Path(connection.engine.url.database or "")


def file_uri(path: PurePath) -> str:
    """The URI by which SQLite opens an absolute path and makes no file by the way.

    Not `as_uri`: of a network share on Windows it makes a host, which SQLite refuses.
    """
    name = path.as_posix()
    return f"file://{quote(name if name.startswith('/') else '/' + name, safe='/:')}?mode=rw"
