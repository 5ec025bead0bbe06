import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from db.collection import Collection
from db.errors import CollectionInUseError, UnwritableCollectionError
from db.lock import lock_collection

_HOLDER = """
import sys
from pathlib import Path
from db.collection import Collection
collection = Collection.open(Path(sys.argv[1]))
collection.set_state("holder", "was here")
print("open", flush=True)
sys.stdin.read()
collection.close()
"""


@contextmanager
def another_process(path: Path) -> Iterator[subprocess.Popen[str]]:
    """One that has the collection open, until its input ends."""
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER, path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield process


def test_a_collection_is_open_once_in_a_process(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite3"
    with closing(Collection.open(path)), pytest.raises(CollectionInUseError) as caught:
        Collection.open(path)
    assert caught.value.path == path


def test_a_link_to_a_collection_is_the_same_collection(tmp_path: Path) -> None:
    path, link = tmp_path / "a.sqlite3", tmp_path / "link.sqlite3"
    Collection.open(path).close()
    link.symlink_to(path)
    with closing(Collection.open(path)), pytest.raises(CollectionInUseError):
        Collection.open(link)


def test_it_can_be_closed_by_another_thread_and_twice(tmp_path: Path) -> None:
    """A background thread opens it, the window closes it."""
    path = tmp_path / "a.sqlite3"
    opened: list[Collection] = []
    thread = threading.Thread(target=lambda: opened.append(Collection.open(path)))
    thread.start()
    thread.join()
    opened[0].close()
    opened[0].close()
    Collection.open(path).close()


def test_a_refused_file_is_not_kept_locked(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite3"
    path.write_text("no collection")
    for _ in range(2):
        with pytest.raises(Exception, match="NotACollectionError"):
            Collection.open(path)


def test_a_lock_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.sqlite3.lock").mkdir()
    with pytest.raises(UnwritableCollectionError):
        lock_collection(tmp_path / "a.sqlite3")


@pytest.mark.slow
def test_a_second_process_is_told_that_it_is_open(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite3"
    with another_process(path) as process:
        with pytest.raises(CollectionInUseError):
            Collection.open(path)
        process.communicate("")
    with closing(Collection.open(path)) as collection:
        assert collection.state("holder") == "was here"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite3"
    with another_process(path) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
    with closing(Collection.open(path)) as collection:
        assert collection.state("holder") == "was here"
