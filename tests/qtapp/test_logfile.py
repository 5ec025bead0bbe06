import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from qtapp import logfile


@pytest.fixture(autouse=True)
def root_logger_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    logfile.stop()
    root.handlers[:] = handlers
    root.setLevel(level)


def test_what_happens_is_written_down(tmp_path: Path) -> None:
    path = logfile.start(tmp_path / "log")
    logging.getLogger("epoque").warning("l’été")
    logfile.stop()
    assert path is not None
    assert path.read_text(encoding="utf-8").endswith("WARNING epoque: l’été\n")


def test_the_log_does_not_grow_for_ever(tmp_path: Path) -> None:
    logfile.start(tmp_path)
    for _ in range(4000):
        logging.getLogger("epoque").info("x" * 1000)
    logfile.stop()
    sizes = [path.stat().st_size for path in tmp_path.iterdir()]
    assert len(sizes) == 4
    assert max(sizes) <= 512 * 1024


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    assert logfile.start(blocked) is None
    logging.getLogger("epoque").warning("still here")
