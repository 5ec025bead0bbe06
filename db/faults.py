"""What SQLite says when the disk or the file is at fault, as the errors of `db.errors`.

Anything it does not know is our own bug and passes unchanged.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.errors import (
    CollectionError,
    CollectionInUseError,
    CorruptedCollectionError,
    DiskFullError,
    UnwritableCollectionError,
)

_BY_CODE: dict[int, type[CollectionError]] = {
    sqlite3.SQLITE_BUSY: CollectionInUseError,
    sqlite3.SQLITE_CORRUPT: CorruptedCollectionError,
    sqlite3.SQLITE_NOTADB: CorruptedCollectionError,
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_READONLY: UnwritableCollectionError,
    sqlite3.SQLITE_CANTOPEN: UnwritableCollectionError,
    sqlite3.SQLITE_PERM: UnwritableCollectionError,
    sqlite3.SQLITE_IOERR: UnwritableCollectionError,
    # Of the input-output errors, these two say more: the index of the WAL found no room, and a
    # page is not all there.
    sqlite3.SQLITE_IOERR_SHMSIZE: DiskFullError,
    sqlite3.SQLITE_IOERR_SHORT_READ: CorruptedCollectionError,
}


def fault_of(path: Path, error: BaseException | None) -> CollectionError | None:
    """The known trouble behind an error of `sqlite3`, or None.

    Args:
        path: The collection's file, for the message.
        error: As raised by the driver.
    """
    if _is_no_text(error):
        return CorruptedCollectionError(path, str(error))
    if not isinstance(error, sqlite3.Error):
        return None
    code = getattr(error, "sqlite_errorcode", None)  # absent when SQLite was never asked
    if code is None:
        return None
    kind = _BY_CODE.get(code) or _BY_CODE.get(code & 0xFF)
    return kind(path, str(error)) if kind else None


@contextmanager
def faults_told(path: Path) -> Iterator[None]:
    """Inside, errors of the driver become those of `db.errors` where the disk or file is at fault.

    Args:
        path: The collection's file, for the message.
    """
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        if fault := fault_of(path, error):
            raise fault from error
        raise


def _is_no_text(error: BaseException | None) -> bool:
    """Whether the driver met bytes that are no UTF-8: in a value, or in a message of SQLite.

    All we write is UTF-8, so they are damage; SQLite does not look at them and has no code for it.
    """
    if isinstance(error, sqlite3.OperationalError):
        return str(error).startswith("Could not decode to UTF-8")
    return isinstance(error, UnicodeDecodeError)
