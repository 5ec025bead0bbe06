"""One writer: whoever holds the file beside the collection."""

from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from db.errors import CollectionInUseError, UnwritableCollectionError


def lock_collection(path: Path) -> BaseFileLock:
    """Take the collection for this process, at once or not at all.

    The system frees the lock when the process ends, however it ends. The file stays.

    Args:
        path: The collection's file; its folder exists.

    Returns:
        The lock; `release()` gives it back, from any thread.

    Raises:
        CollectionInUseError: If another process (or this one) has it.
        UnwritableCollectionError: If no file can be made beside the collection.
    """
    lock = FileLock(path.with_name(path.name + ".lock"), timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise CollectionInUseError(path) from None
    except OSError as error:
        raise UnwritableCollectionError(path, str(error)) from error
    return lock
