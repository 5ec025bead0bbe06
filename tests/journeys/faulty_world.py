"""What goes wrong around the app: other processes, full and locked disks, files that resist."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from db.collection import Collection

ROOT = Path(__file__).parents[2]
_HOLD = """
import sys
from pathlib import Path
from db.collection import Collection
collection = Collection.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
collection.close()
"""


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, but the lock that each opening leaves."""
    files = (file for file in folder.rglob("*") if file.is_file() and file.suffix != ".lock")
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}


def rows(path: Path, table: str = "reviews") -> list[tuple[object, ...]]:
    """All that a table holds, read beside the app."""
    with closing(sqlite3.connect(path)) as database:
        return database.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()


@contextmanager
def held_by_another_process(path: Path) -> Iterator[None]:
    """A collection that is open in another process until the block ends."""
    command = [sys.executable, "-c", _HOLD, str(path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        yield
        holder.communicate()


@contextmanager
def disk_of(folder: Path, size: str) -> Iterator[None]:
    """A disk of this size at an empty folder. Only root can: for others the test is skipped."""
    folder.mkdir(parents=True, exist_ok=True)
    _mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
    try:
        yield
    finally:
        _unmount(folder)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nothing in a folder can be written: by its rights, or by a mount for root, who has all."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        folder.chmod(0o500)
        yield
        folder.chmod(0o700)
        return
    _mount("--bind", str(folder), str(folder))
    try:
        _mount("-o", "remount,bind,ro", str(folder))
        yield
    finally:
        _unmount(folder)


def _mount(*words: str) -> None:
    mount = shutil.which("mount")
    if mount is None or subprocess.run([mount, *words], capture_output=True).returncode:
        pytest.skip("only root, and not in every container, can mount a disk")


def _unmount(folder: Path) -> None:
    subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def full_disk(folder: Path) -> Iterator[None]:
    """Not a byte is left on the disk of a folder made by `disk_of`."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12, 1):
            try:
                while file.write(b"x" * size) == size:
                    pass
            except OSError:
                continue
    try:
        yield
    finally:
        filler.unlink()


@contextmanager
def no_more_pages(collection: Collection) -> Iterator[None]:
    """SQLite says "disk full" at this number of pages: for those who cannot mount a disk.

    Pages that have room are still filled.
    """
    with collection._store.writer.glance() as connection:
        pages = connection.rows("PRAGMA page_count")[0][0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
    yield
    with collection._store.writer.glance() as connection:
        connection.execute("PRAGMA max_page_count = 1000000")


@contextmanager
def refused_writes(largest_bytes: int) -> Iterator[None]:
    """The system refuses to write beyond so many bytes of any file: an input-output error."""
    import resource  # in here: Windows has none

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest_bytes, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
