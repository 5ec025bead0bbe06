import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.backup import back_up
from db.collection import Collection
from db.errors import CorruptedCollectionError, UnwritableCollectionError

NOW = datetime(2026, 12, 31, 23, 59, 58, tzinfo=UTC)


def test_it_holds_what_was_committed_a_moment_ago(tmp_path: Path) -> None:
    """Also what is still in the WAL, while the collection stays open."""
    path = tmp_path / "mine.sqlite3"
    with closing(Collection.open(path)) as collection:
        collection.set_state("just", "now")
        backup = back_up(path, now=NOW, revision="0002")
    assert backup == tmp_path / "backups" / "mine-20261231-235958-0002.sqlite3"
    with closing(Collection.open(backup)) as copy:
        assert copy.state("just") == "now"
        copy.check()


def test_a_damaged_collection_leaves_no_half_backup(tmp_path: Path) -> None:
    path = tmp_path / "mine.sqlite3"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE t (x)")
    path.write_bytes(path.read_bytes()[:4096])
    with pytest.raises(CorruptedCollectionError):
        back_up(path, now=NOW, revision="0002")
    assert list((tmp_path / "backups").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    path = tmp_path / "mine.sqlite3"
    Collection.open(path).close()
    (tmp_path / "backups").write_text("no folder")
    with pytest.raises(UnwritableCollectionError):
        back_up(path, now=NOW, revision="0002")
