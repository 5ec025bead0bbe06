"""What every test gets: no screen, folders of its own, and a broom that names what it leaves."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import leftovers

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"  # Qt warns about any other encoding, and a warning fails a test
# As `sim.machine.prepare` has it. MKL reads it at its first product, which may be in any test file.
os.environ["MKL_CBWR"] = "AUTO"

USER_FOLDERS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home for this test alone, so that none reads or writes the learner's own collection."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in USER_FOLDERS:
        monkeypatch.setenv(name, str(home / name.lower()))
    return home


@pytest.fixture(autouse=True)
def nothing_left_behind(own_folders: Path) -> Iterator[None]:
    """Fail a test that leaves a thread, a child process or a window, and say how to mend it.

    It asks for `own_folders` only to be torn down before it, after every fixture of the test.
    """
    before = leftovers.alive_now()
    yield
    if complaints := leftovers.complaints(before):
        pytest.fail("This test left something behind:\n- " + "\n- ".join(complaints), pytrace=False)
