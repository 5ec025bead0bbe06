"""A new collection, with today's schema at once: no migration runs, and no SQLAlchemy either."""

from contextlib import suppress
from pathlib import Path

from db.engine import connect
from db.errors import UnwritableCollectionError
from db.sql import schema

REVISION = "0004"
"""Of the schema in `db.tables`: the latest migration."""

APPLICATION_ID = int.from_bytes(b"EPOQ", "big")


def create_collection(path: Path) -> None:
    """Make an empty collection where there is no file, or an empty one.

    It is made under another name first, so that it is there complete or not at all.

    Raises:
        CollectionError: If there is no room or no right to.
    """
    unfinished = path.with_name(path.name + ".new")
    try:
        _discard(unfinished)
        unfinished.touch()
        _fill(unfinished)
        _set_aside_wal_of(path)
        unfinished.replace(path)
    except OSError as error:
        raise UnwritableCollectionError(path, str(error)) from error
    finally:
        with suppress(OSError):
            _discard(unfinished)


def _fill(path: Path) -> None:
    store = connect(path)
    try:
        with store.writer.begin() as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            for statement in schema.CREATE:
                connection.execute(statement)
            schema.SET_FORMAT.run(connection, version_num=REVISION)
    finally:
        store.close()


def _discard(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _set_aside_wal_of(path: Path) -> None:
    """SQLite would replay the WAL of a collection that was deleted into the new one."""
    wal = path.with_name(path.name + "-wal")
    if wal.exists():
        wal.replace(path.with_name(path.name + "-wal.lost"))
    path.with_name(path.name + "-shm").unlink(missing_ok=True)
