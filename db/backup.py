"""A copy of the collection as it stands, made before anything changes its shape."""

import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from db.driver import file_uri
from db.errors import UnwritableCollectionError
from db.faults import fault_of


def back_up(path: Path, *, now: datetime, revision: str) -> Path:
    """Copy a collection to `backups/` beside it, whole or not at all.

    Args:
        path: The collection's file, which may be open.
        now: Goes into the name, in UTC.
        revision: Of the schema, goes into the name.

    Returns:
        The copy: `backups/NAME-YYYYmmdd-HHMMSS-REVISION.sqlite3`.

    Raises:
        CollectionError: If the disk is full, cannot be written, or the collection is damaged.
    """
    folder = path.parent / "backups"
    target = folder / f"{path.stem}-{now:%Y%m%d-%H%M%S}-{revision}.sqlite3"
    unfinished = target.with_suffix(".part")
    try:
        folder.mkdir(exist_ok=True)
        unfinished.unlink(missing_ok=True)
        _copy(path, unfinished)
        unfinished.replace(target)
    except OSError as error:
        raise UnwritableCollectionError(path, str(error)) from error
    except sqlite3.Error as error:
        if fault := fault_of(path, error):
            raise fault from error
        raise
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return target


def _copy(path: Path, target: Path) -> None:
    """SQLite's own backup: what was committed, the WAL included, in one consistent state."""
    with (
        closing(sqlite3.connect(file_uri(path), uri=True)) as source,
        closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy)
