"""One SQLite file, open: a connection that writes, and as many as needed that read.

A writer's transaction is `BEGIN IMMEDIATE`, so that it waits at its start and cannot fail half way
because someone else wrote first.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from db.driver import Connection
from db.writer import Writer


class Reader:
    """Reads for any thread, each in a transaction on a connection of its own, kept for the next.

    Args:
        path: The file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._free: list[Connection] = []
        self._is_closed = False

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """One state of the file throughout the block."""
        with self.connection() as connection:
            connection.execute("BEGIN")
            yield connection

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A connection that nobody else uses meanwhile; no transaction is left behind."""
        with self._lock:
            connection = self._free.pop() if self._free else None
        connection = connection or Connection(self._path)
        is_usable = False
        try:
            yield connection
        finally:
            try:
                connection.roll_back()
                is_usable = True
            finally:
                self._put_back(connection, is_usable=is_usable)

    def close(self) -> None:
        """Close the connections; one in use is closed after its block."""
        with self._lock:
            self._is_closed = True
            for connection in self._free:
                connection.close()
            self._free.clear()

    def _put_back(self, connection: Connection, *, is_usable: bool) -> None:
        with self._lock:
            if is_usable and not self._is_closed:
                self._free.append(connection)
            else:
                connection.close()


class Store(NamedTuple):
    """One SQLite file, open.

    Attributes:
        path: The file.
        reader: `with store.reader.begin() as connection` sees one state of the file throughout.
        writer: `with store.writer.begin() as connection` is one durable transaction, and
            `with store.writer.glance() as connection` is for one SELECT.
    """

    path: Path
    reader: Reader
    writer: Writer

    def close(self) -> None:
        """Close every connection; the last one folds the WAL into the file."""
        self.writer.close()
        self.reader.close()


def connect(path: Path) -> Store:
    """A store on an existing file; nothing is read before the first transaction.

    Raises:
        CollectionError: From any use of the store, where the disk or the file is at fault.
    """
    reader = Reader(path)
    return Store(path, reader, Writer(path, reader.connection))
