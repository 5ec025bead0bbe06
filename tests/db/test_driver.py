from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from db.backup import back_up
from db.collection import Collection
from db.driver import file_uri
from db.errors import DiskFullError

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/home/zoé/a b.sqlite3"), "file:///home/zo%C3%A9/a%20b.sqlite3?mode=rw"),
        (PureWindowsPath(r"C:\Users\Zoe\a.sqlite3"), "file:///C:/Users/Zoe/a.sqlite3?mode=rw"),
        (PureWindowsPath(r"\\server\home\a.sqlite3"), "file:////server/home/a.sqlite3?mode=rw"),
    ],
)
def test_paths_as_sqlite_wants_them(path: PurePosixPath | PureWindowsPath, uri: str) -> None:
    """As https://www.sqlite.org/uri.html tells, section 3.1."""
    assert file_uri(path) == uri


@pytest.mark.parametrize("name", ["a?mode=ro", "100% #1", "été & fils", "a+b", "%41"])
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    path = tmp_path / name / f"{name}.sqlite3"
    with closing(Collection.open(path)) as collection:
        collection.set_state("here", name)
        backup = back_up(path, now=NOW, revision="0002")
        with pytest.raises(DiskFullError) as caught, collection._store.writer.begin() as writer:  # noqa: PT012
            writer.execute("PRAGMA max_page_count = 1")
            writer.execute("INSERT INTO state VALUES ('x', hex(zeroblob(99999)))")
        assert caught.value.path == path
    with closing(Collection.open(backup)) as collection:
        assert collection.state("here") == name
    assert sorted(file.name for file in path.parent.iterdir()) == sorted(
        [path.name, f"{path.name}.lock", "backups"]
    )
