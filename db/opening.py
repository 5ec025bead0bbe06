"""Open a collection: made if missing, refused if it is not ours, brought to today if behind.

The file is looked at before SQLite is let near it, so that what is not ours is never touched.
"""

import os
from datetime import datetime, timedelta
from pathlib import Path

from db.backup import back_up
from db.checking import doubting
from db.creation import APPLICATION_ID, REVISION, create_collection
from db.driver import Connection
from db.engine import Store, connect
from db.errors import (
    CorruptedCollectionError,
    NewerCollectionError,
    NotACollectionError,
    UnwritableCollectionError,
)
from db.ids import moment_of
from db.records import from_ms
from db.rows import Notice, NoticeKind
from db.sql import columns, memory, schema

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"
_COLUMNS = "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c"
_CLOCK_TOLERANCE = timedelta(hours=1)


def open_store(path: Path, *, now: datetime) -> tuple[Store, tuple[Notice, ...]]:
    """Open a collection that this process holds the lock of.

    Args:
        path: The file, absolute; its folder exists.
        now: Names the backup, and is compared with the newest review.

    Returns:
        The store, and what to tell the learner.

    Raises:
        CollectionError: One of `db.errors`; the file is as it was.
    """
    if _is_missing(path):
        create_collection(path)
    _check_header(path)
    if not os.access(path, os.W_OK):
        raise UnwritableCollectionError(path)
    store = connect(path)
    try:
        with doubting(store):
            return store, (*_bring_to_today(store, now), *_check_clock(store, now))
    except BaseException:
        store.close()
        raise


def make_folder(path: Path) -> None:
    """Make the folder that a collection goes into.

    Raises:
        UnwritableCollectionError: If it cannot be made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableCollectionError(path, str(error)) from error


def _is_missing(path: Path) -> bool:
    try:
        return not path.exists() or path.stat().st_size == 0
    except OSError as error:
        raise UnwritableCollectionError(path, str(error)) from error


def _check_header(path: Path) -> None:
    """SQLite's magic string and our application id, which every collection has from birth."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except IsADirectoryError as error:
        raise NotACollectionError(path, str(error)) from error
    except OSError as error:
        raise UnwritableCollectionError(path, str(error)) from error
    if not header.startswith(_MAGIC):
        raise NotACollectionError(path, f"starts with {header[:16]!r}")
    if len(header) < _HEADER_BYTES:
        raise CorruptedCollectionError(path, f"cut after {len(header)} bytes")
    if _number(header, 68) != APPLICATION_ID:
        raise NotACollectionError(path, "a database of another application")
    if _is_cut(path, header):
        raise CorruptedCollectionError(path, "shorter than its header says")


def _is_cut(path: Path, header: bytes) -> bool:
    """Whether bytes are missing at the end; SQLite itself takes half a page for a whole one.

    With a WAL beside it, the file may lawfully be short. https://www.sqlite.org/fileformat2.html
    """
    wal = path.with_name(path.name + "-wal")
    if wal.exists() and wal.stat().st_size:
        return False
    page_bytes = int.from_bytes(header[16:18], "big")
    is_count_valid = _number(header, 24) == _number(header, 92)
    return is_count_valid and path.stat().st_size < _number(header, 28) * page_bytes


def _number(header: bytes, at: int) -> int:
    return int.from_bytes(header[at : at + 4], "big")


def _bring_to_today(store: Store, now: datetime) -> tuple[Notice, ...]:
    with store.writer.begin() as connection:  # a writer, to learn now that nothing can be written
        revision = _revision(connection, store.path)
        if revision == REVISION:
            _check_tables(connection, store.path)
            return ()
    if revision > REVISION:
        raise NewerCollectionError(store.path, f"format {revision}, this is {REVISION}")
    from db.upgrade import upgrade  # late on purpose: Alembic takes longer than all of opening

    backup = back_up(store.path, now=now, revision=revision)
    upgrade(store.path)
    return (Notice(NoticeKind.MIGRATED, str(backup)),)


def _revision(connection: Connection, path: Path) -> str:
    if "alembic_version" not in _tables(connection):
        raise NotACollectionError(path, "its format is not stated")
    revision = schema.FORMAT.value(connection)
    if not isinstance(revision, str) or not (revision.isdecimal() and len(revision) == 4):
        raise NotACollectionError(path, f"its format is {revision!r}")
    return revision


def _check_tables(connection: Connection, path: Path) -> None:
    if missing := columns.COLUMNS.keys() - _tables(connection):
        raise NotACollectionError(path, f"without {', '.join(sorted(missing))}")
    ours = {(table, column) for table, names in columns.COLUMNS.items() for column in names}
    if missing_columns := ours - set(connection.rows(_COLUMNS)):
        raise CorruptedCollectionError(path, f"without {sorted(missing_columns)}")


def _tables(connection: Connection) -> set[str]:
    return {row[0] for row in connection.rows(_TABLES)}


def _check_clock(store: Store, now: datetime) -> tuple[Notice, ...]:
    with store.reader.begin() as connection:
        newest = memory.NEWEST_REVIEW.value(connection)
    if newest is None:
        return ()
    at = from_ms(moment_of(newest))
    behind = at - now > _CLOCK_TOLERANCE
    return (Notice(NoticeKind.CLOCK_BEHIND, at.isoformat()),) if behind else ()
