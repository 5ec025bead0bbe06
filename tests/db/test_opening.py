import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.collection import Collection
from db.creation import REVISION
from db.errors import (
    CollectionError,
    CorruptedCollectionError,
    NewerCollectionError,
    NotACollectionError,
    UnwritableCollectionError,
)
from db.rows import Grade, Notice, NoticeKind, Scale
from tests.db.chapters import chapter_of, note

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def opened(path: Path, now: datetime = NOW) -> Collection:
    return Collection.open(path, clock=lambda: now)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a collection with a card is, closed."""
    path = tmp_path / "a.sqlite3"
    with closing(opened(path)) as collection:
        collection.apply_import(chapter_of(*(note(f"n{n}", back="x" * 999) for n in range(99))))
    return path


def refusal(path: Path) -> CollectionError:
    """What opening raises; the file, and all beside it but the lock, stay as they were."""
    before = contents(path.parent)
    with pytest.raises(CollectionError) as caught:
        opened(path)
    assert contents(path.parent) == before
    return caught.value


def contents(folder: Path) -> dict[str, bytes]:
    files = [file for file in folder.iterdir() if file.is_file() and file.suffix != ".lock"]
    return {file.name: file.read_bytes() for file in files}


def test_a_missing_collection_is_made_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "not" / "yet" / "there.sqlite3"
    with closing(opened(path)) as collection:
        assert collection.notices == ()
        assert collection.path == path
        collection.check()


def test_an_empty_file_becomes_a_collection(tmp_path: Path) -> None:
    path = tmp_path / "empty.sqlite3"
    path.touch()
    with closing(opened(path)) as collection:
        assert collection.find_cards() == []


def test_what_was_written_is_there_again(path: Path) -> None:
    with closing(opened(path)) as collection:
        assert len(collection.find_cards()) == 99
        assert collection.notices == ()


@pytest.mark.parametrize(
    "foreign", [b"\0", b"Cher journal, aujourd'hui\n" * 999, b"\x89PNG\r\n\x1a\n", os.urandom(9999)]
)
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, foreign: bytes) -> None:
    path = tmp_path / "a.sqlite3"
    path.write_bytes(foreign)
    assert type(refusal(path)) is NotACollectionError


def test_a_database_of_another_application_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite3"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE moz_places (url TEXT)")
        database.execute("PRAGMA application_id = 1")
    assert type(refusal(path)) is NotACollectionError


def test_a_folder_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "folder.sqlite3"
    path.mkdir()
    assert type(refusal(path)) is NotACollectionError


@pytest.mark.parametrize(
    ("damage", "kind"),
    [
        ("UPDATE alembic_version SET version_num = '9999'", NewerCollectionError),
        ("UPDATE alembic_version SET version_num = 'abc'", NotACollectionError),
        ("DELETE FROM alembic_version", NotACollectionError),
        ("DROP TABLE alembic_version", NotACollectionError),
        ("DROP TABLE media", NotACollectionError),
    ],
)
def test_another_format_is_refused(path: Path, damage: str, kind: type[CollectionError]) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(damage)
    assert type(refusal(path)) is kind


@pytest.mark.parametrize("bytes_left", [16, 99, 100, 4096, 40_000, -4096, -1])
def test_a_file_cut_short_is_damaged(path: Path, bytes_left: int) -> None:
    path.write_bytes(path.read_bytes()[:bytes_left])
    assert type(refusal(path)) is CorruptedCollectionError


def test_a_broken_schema_is_damage(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xff" * 900 + whole[1000:])
    assert type(refusal(path)) is CorruptedCollectionError


def test_a_damaged_page_is_found_when_it_is_read_and_by_the_check(path: Path) -> None:
    """Opening reads no more than it must, so damage in the middle shows later, by name."""
    whole = path.read_bytes()
    pages = [whole[at : at + 4096] for at in range(0, len(whole), 4096)]
    spoilt = [b"\xff" * 8 + page[8:] if b"x" * 999 in page else page for page in pages]
    path.write_bytes(b"".join(spoilt))
    with closing(opened(path)) as collection:
        with pytest.raises(CorruptedCollectionError):
            collection.find_cards()
        with pytest.raises(CorruptedCollectionError):
            collection.check()


def test_a_row_that_refers_to_nothing_is_found_by_the_check(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE cards SET note_id = 12345 WHERE id = 1")
    problem = "cards 1 refers to a missing row of notes"
    with (
        closing(opened(path)) as collection,
        pytest.raises(CorruptedCollectionError, match=problem),
    ):
        collection.check()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(UnwritableCollectionError):
        opened(tmp_path / "file" / "a.sqlite3")


def test_a_file_that_may_not_be_written_is_said(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the system answers an ordinary user; root, who may run this, is never refused."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert type(refusal(path)) is UnwritableCollectionError


def test_the_wal_of_a_deleted_collection_is_set_aside(path: Path) -> None:
    """SQLite would replay it into the new one."""
    with closing(opened(path)) as collection:
        collection.set_state("of", "the old one")
        wal = path.with_name("a.sqlite3-wal").read_bytes()
    path.unlink()
    path.with_name("a.sqlite3-wal").write_bytes(wal)
    with closing(opened(path)) as collection:
        assert collection.state("of") is None
        collection.check()
    assert path.with_name("a.sqlite3-wal.lost").read_bytes() == wal


def test_a_half_made_collection_is_no_hindrance(tmp_path: Path) -> None:
    """Left by a process killed while it made one: it worked under another name."""
    (tmp_path / "a.sqlite3.new").write_bytes(b"half")
    with closing(opened(tmp_path / "a.sqlite3")):
        pass
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.sqlite3", "a.sqlite3.lock"]


@pytest.mark.parametrize(("minutes", "is_told"), [(59, False), (61, True), (365 * 24 * 60, True)])
def test_a_clock_set_back_is_told(path: Path, minutes: int, is_told: bool) -> None:
    with closing(opened(path)) as collection:
        card = collection.find_cards()[0].card
        collection.grade(card, Grade.GOOD, NOW, duration_ms=1, raw=3, scale=Scale.FOUR)
    with closing(opened(path, NOW - timedelta(minutes=minutes))) as collection:
        told = (Notice(NoticeKind.CLOCK_BEHIND, NOW.isoformat()),)
        assert collection.notices == (told if is_told else ())


def test_damaged_settings_leave_nothing_open(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(*_: object) -> None:
        raise CorruptedCollectionError(path)

    with monkeypatch.context() as patch:
        patch.setattr("db.collection.load_settings", damaged)
        assert type(refusal(path)) is CorruptedCollectionError
    opened(path).close()


def test_a_refused_collection_can_be_opened_once_it_is_mended(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:5000])
    refusal(path)
    path.write_bytes(whole)
    with closing(opened(path)) as collection:
        assert len(collection.find_cards()) == 99


def test_the_format_is_a_number_that_grows() -> None:
    """Newer and older are told apart by comparing it."""
    assert REVISION.isdecimal()
    assert len(REVISION) == 4
