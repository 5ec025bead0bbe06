"""One writer: whoever holds the file beside the collection.

The system's own lock, as the `filelock` package takes it, without the 20 ms that loading it takes.
"""

import os
import sys
from pathlib import Path

from db.errors import CollectionInUseError, UnwritableCollectionError

if sys.platform == "win32":
    import msvcrt

    def _take(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """Held until released, or until the process ends, however it ends.

    Args:
        file: Open and locked.
    """

    def __init__(self, file: int) -> None:
        self._file: int | None = file

    def release(self) -> None:
        """Give it back, from any thread; twice does no harm."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


def lock_collection(path: Path) -> Lock:
    """Take the collection for this process, at once or not at all; the file stays.

    Args:
        path: The collection's file; its folder exists.

    Raises:
        CollectionInUseError: If another process (or this one) has it.
        UnwritableCollectionError: If no file can be made beside the collection.
    """
    try:
        file = os.open(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise UnwritableCollectionError(path, str(error)) from error
    try:
        _take(file)
    except OSError as error:
        os.close(file)
        if isinstance(error, BlockingIOError | PermissionError):  # PermissionError: Windows
            raise CollectionInUseError(path) from None
        raise UnwritableCollectionError(path, str(error)) from error
    return Lock(file)
