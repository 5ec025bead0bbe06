"""What every test gets: no screen, folders of its own, and a broom that names what it leaves."""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tests import leftovers

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"  # Qt warns about any other encoding, and a warning fails a test
# As `sim.machine.prepare` has it. MKL reads it at its first product, which may be in any test file.
os.environ["MKL_CBWR"] = "AUTO"

USER_FOLDERS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")


MARKS = ("slow", "alone", "course")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Where tests of a mark are asked for, do not load the files that have none of them."""
    asked = [mark for mark in MARKS if re.search(rf"(?<!not ){mark}", config.option.markexpr)]
    if not asked or collection_path.is_dir() or not collection_path.name.startswith("test_"):
        return None
    text = collection_path.read_text(encoding="utf-8")
    return None if any(f"mark.{mark}" in text for mark in asked) else True


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long ones first: at the end, the other of two workers would wait for one of them."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture
def first_chapter_alone(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """The app's own course is its first chapter: a new collection is there ten times sooner."""
    from decks import bundled

    course = tmp_path_factory.mktemp("course")
    chapter = next(
        path for path in bundled.bundled_course().iterdir() if path.name.startswith("01-")
    )
    shutil.copytree(chapter, course / chapter.name)
    monkeypatch.setattr(bundled, "bundled_course", lambda: course)
    return course


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One folder after the other. `mktemp` would look through all of them for each new one."""
    folder = tmp_path_factory.mktemp("homes")

    def one_more() -> Iterator[Path]:
        for number in count():
            home = folder / str(number)
            home.mkdir()
            yield home

    return one_more()


@pytest.fixture(autouse=True)
def own_folders(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home for this test alone, so that none reads or writes the learner's own collection."""
    home = next(homes)
    monkeypatch.setenv("HOME", str(home))
    for name in USER_FOLDERS:
        monkeypatch.setenv(name, str(home / name.lower()))
    return home


@pytest.fixture(autouse=True)
def tiny_numbers() -> Iterator[None]:
    """Give them back after a test that has run an experiment: Hypothesis refuses to do without."""
    yield
    if (torch := sys.modules.get("torch")) is not None:
        torch.set_flush_denormal(False)


@pytest.fixture(autouse=True)
def nothing_left_behind(own_folders: Path) -> Iterator[None]:
    """Fail a test that leaves a thread, a child process or a window, and say how to mend it.

    It asks for `own_folders` only to be torn down before it, after every fixture of the test.
    """
    before = leftovers.alive_now()
    yield
    if complaints := leftovers.complaints(before):
        pytest.fail("This test left something behind:\n- " + "\n- ".join(complaints), pytrace=False)
