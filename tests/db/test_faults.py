import os
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.collection import Collection
from db.errors import (
    CollectionError,
    CollectionInUseError,
    CorruptedCollectionError,
    DiskFullError,
    UnwritableCollectionError,
)
from db.experiment_rows import PredictionRow, RunRow
from db.faults import fault_of
from tests.db.chapters import chapter_of, note
from tests.db.experiment_maker import predict, run

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
PATH = Path("a.sqlite3")
MUCH = chapter_of(*(note(f"n{n}", back="x" * 2000) for n in range(2000)))
LITTLE = chapter_of(note("one"))


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, DiskFullError),
        (sqlite3.SQLITE_CORRUPT, CorruptedCollectionError),
        (sqlite3.SQLITE_CORRUPT_INDEX, CorruptedCollectionError),
        (sqlite3.SQLITE_NOTADB, CorruptedCollectionError),
        (sqlite3.SQLITE_READONLY_DIRECTORY, UnwritableCollectionError),
        (sqlite3.SQLITE_CANTOPEN, UnwritableCollectionError),
        (sqlite3.SQLITE_IOERR_FSYNC, UnwritableCollectionError),
        (sqlite3.SQLITE_IOERR_SHMSIZE, DiskFullError),
        (sqlite3.SQLITE_IOERR_SHORT_READ, CorruptedCollectionError),
        (sqlite3.SQLITE_BUSY, CollectionInUseError),
    ],
)
def test_what_sqlite_says_becomes_known_trouble(code: int, kind: type[CollectionError]) -> None:
    error = sqlite3.OperationalError("said")
    error.sqlite_errorcode = code
    fault = fault_of(PATH, error)
    assert type(fault) is kind
    assert (fault.path, fault.detail) == (PATH, "said")


def test_our_own_mistakes_pass_unchanged() -> None:
    with closing(sqlite3.connect(":memory:")) as database, pytest.raises(sqlite3.Error) as caught:
        database.execute("SELECT nonsense")
    assert fault_of(PATH, caught.value) is None
    assert fault_of(PATH, ValueError()) is None


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    with closing(Collection.open(tmp_path / "a.sqlite3", clock=lambda: NOW)) as collection:
        yield collection


def test_a_full_disk_loses_nothing_and_work_goes_on(collection: Collection) -> None:
    collection.apply_import(LITTLE)
    with _no_more_pages(collection), pytest.raises(DiskFullError):
        collection.apply_import(MUCH)
    assert collection.preview_import(LITTLE).unchanged == 1
    assert collection.apply_import(MUCH).new == 2000
    collection.check()


@pytest.mark.parametrize("record", [predict, run])
def test_a_full_disk_logs_no_half_experiment(
    collection: Collection, record: Callable[..., PredictionRow | RunRow]
) -> None:
    collection.apply_import(LITTLE)
    kept = record(collection)
    long = {"note" if record is run else "experiment": "é" * 5000}
    with _no_more_pages(collection), pytest.raises(DiskFullError):
        record(collection, **long)
    log = collection.experiments
    assert (*log.predictions(1), *log.runs()) == (kept,)
    again = record(collection, **long)
    assert (*log.predictions(1), *log.runs()) == (again, kept)
    collection.check()


@contextmanager
def _no_more_pages(collection: Collection) -> Iterator[None]:
    """SQLite says "disk full" at this number of pages. The limit is each connection's own."""
    with collection._store.writer.glance() as connection:
        pages = connection.rows("PRAGMA page_count")[0][0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
    yield
    with collection._store.writer.glance() as connection:
        connection.execute("PRAGMA max_page_count = 1000000")


@contextmanager
def _mounted(folder: Path, size: str) -> Iterator[None]:
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("only root can mount a small disk")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


@pytest.mark.slow
def test_a_really_full_disk_loses_nothing(tmp_path: Path) -> None:
    with _mounted(tmp_path, "2m"):
        with closing(Collection.open(tmp_path / "a.sqlite3", clock=lambda: NOW)) as collection:
            collection.apply_import(LITTLE)
            with pytest.raises(DiskFullError):
                collection.apply_import(MUCH)
            assert collection.preview_import(LITTLE).unchanged == 1
            collection.set_state("still", "works")
            collection.check()
        with closing(Collection.open(tmp_path / "a.sqlite3", clock=lambda: NOW)) as collection:
            assert collection.state("still") == "works"


@pytest.mark.slow
def test_no_room_for_a_new_collection(tmp_path: Path) -> None:
    with _mounted(tmp_path, "64k"):
        with pytest.raises(DiskFullError):
            Collection.open(tmp_path / "a.sqlite3", clock=lambda: NOW)
        assert [path.name for path in tmp_path.iterdir()] == ["a.sqlite3.lock"]


@pytest.mark.slow
def test_a_read_only_disk_is_said_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite3"
    with _mounted(tmp_path, "4m"):
        Collection.open(path, clock=lambda: NOW).close()
        subprocess.run(["mount", "-o", "remount,ro", tmp_path], check=True)
        before = path.read_bytes()
        with pytest.raises(UnwritableCollectionError):
            Collection.open(path, clock=lambda: NOW)
        assert path.read_bytes() == before


@pytest.mark.parametrize("closed", ["folder", "file"])
def test_what_may_not_be_written_is_said_at_once(tmp_path: Path, closed: str) -> None:
    path = tmp_path / "a.sqlite3"
    Collection.open(path, clock=lambda: NOW).close()
    target, mode = (tmp_path, 0o500) if closed == "folder" else (path, 0o400)
    (tmp_path / "a.sqlite3.lock").unlink()
    target.chmod(mode)
    if os.access(target, os.W_OK):
        pytest.skip("root may write everywhere")
    try:
        with pytest.raises(UnwritableCollectionError):
            Collection.open(path, clock=lambda: NOW)
    finally:
        tmp_path.chmod(0o700)
