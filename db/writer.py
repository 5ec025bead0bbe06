"""The one connection that writes, kept open so that its page cache stays warm.

SQLite throws a connection's cache away after every commit of another, so the next card is best read
where the last review was written.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from db.driver import Connection


class Writer:
    """Writes for any thread, one transaction at a time; the others wait their turn.

    Args:
        path: The file.
        another: Gives a connection for reading.
    """

    def __init__(
        self, path: Path, another: Callable[[], AbstractContextManager[Connection]]
    ) -> None:
        self._path = path
        self._another = another
        self._lock = threading.RLock()
        self._kept: Connection | None = None

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """One durable transaction: committed at the end of the block, undone by an exception."""
        with self._lock:
            connection = self._connection()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                connection.roll_back()
                raise

    @contextmanager
    def glance(self) -> Iterator[Connection]:
        """For one SELECT, on its own: here when nobody writes, else on another connection."""
        if not self._lock.acquire(blocking=False):
            with self._another() as connection:
                yield connection
            return
        try:
            yield self._connection()
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
            self._kept = Connection(self._path)
        return self._kept
