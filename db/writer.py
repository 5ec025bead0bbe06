"""The one connection that writes, kept open so that its page cache stays warm.

SQLite throws a connection's cache away after every commit of another, so the next card is best read
where the last review was written. Transactions go past SQLAlchemy's own: 35 µs each.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from db.driver import execute


class Writer:
    """Writes for any thread, one transaction at a time; the others wait their turn.

    Args:
        engine: Of connections that begin nothing by themselves.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = threading.RLock()
        self._kept: Connection | None = None

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """One durable transaction: committed at the end of the block, undone by an exception."""
        with self._lock:
            connection = self._connection()
            execute(connection, "BEGIN IMMEDIATE")
            try:
                yield connection
                execute(connection, "COMMIT")
            except BaseException:
                _roll_back(connection)
                raise
            finally:
                connection.rollback()  # only SQLAlchemy's idea of a transaction is still open

    @contextmanager
    def glance(self) -> Iterator[Connection]:
        """For one SELECT, on its own: here when nobody writes, else on another connection."""
        if not self._lock.acquire(blocking=False):
            with self._engine.connect() as connection:
                yield connection
            return
        try:
            connection = self._connection()
            try:
                yield connection
            finally:
                connection.rollback()
        finally:
            self._lock.release()

    def close(self) -> None:
        """Close the connection, once the last transaction is over."""
        with self._lock:
            if self._kept is not None:
                self._kept.close()
                self._kept = None

    def _connection(self) -> Connection:
        if self._kept is None:
            self._kept = self._engine.connect()
        return self._kept


def _roll_back(connection: Connection) -> None:
    """Some faults, such as a full disk, have made SQLite roll back already."""
    driver = connection.connection.driver_connection
    assert driver is not None
    if driver.in_transaction:
        execute(connection, "ROLLBACK")
