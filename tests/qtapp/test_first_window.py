"""What the first window costs: looked at in interpreters that have loaded nothing yet."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = (
    *("torch", "matplotlib", "sqlalchemy", "alembic", "sqlite3", "fsrs"),
    *("markdown_it", "yaml", "pygments", "ziamath", "logging.handlers"),
)

WATCH = """
import json, sys
asked = []
class Watch:
    def find_spec(self, name, path=None, target=None):
        asked.append(name)
        return None
sys.meta_path.insert(0, Watch())
"""


def asked_for(program: str) -> list[str]:
    """Every module that a program tries to import, the missing ones included."""
    ended = subprocess.run(
        [sys.executable, "-c", f"{WATCH}\n{program}\nprint(json.dumps(asked))"],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    names = json.loads(ended.stdout.splitlines()[-1])
    assert isinstance(names, list)
    return names


def heavy(names: list[str]) -> list[str]:
    return [n for n in names if any(n == h or n.startswith(f"{h}.") for h in HEAVY)]


def test_the_watch_sees_what_is_imported() -> None:
    assert (
        heavy(asked_for("import sqlite3\ntry:\n    import torch\nexcept ImportError: pass")) != []
    )


@pytest.mark.parametrize("module", ["qtapp.window", "qtapp.start", "main"])
def test_the_window_s_modules_ask_for_nothing_heavy(module: str) -> None:
    assert heavy(asked_for(f"import {module}")) == []


SHOW_THE_WINDOW = """
from pathlib import Path
from PySide6 import QtCore
from qtapp import folders, start
start.Starter._go_on = lambda self: QtCore.QCoreApplication.quit()
places = folders.under(Path({home!r}))
start.start(start.Start(places, places.collection))
"""


def test_the_window_is_drawn_without_anything_heavy(tmp_path: Path) -> None:
    assert heavy(asked_for(SHOW_THE_WINDOW.format(home=str(tmp_path)))) == []


def test_the_window_is_drawn_without_qt_s_enums(tmp_path: Path) -> None:
    """PySide makes all 140 at once, 14 ms, when `Qt` is first named or a pen is made."""
    program = SHOW_THE_WINDOW.format(home=str(tmp_path))
    assert "not made" in asked_for(
        f"{program}\nasked = ['made' if 'Qt' in vars(QtCore) else 'not made']"
    )


def test_the_window_is_drawn_before_anything_is_opened(tmp_path: Path) -> None:
    asked_for(SHOW_THE_WINDOW.format(home=str(tmp_path)))
    assert not (tmp_path / "data").exists()


def test_importing_a_file_needs_no_qt(tmp_path: Path) -> None:
    course = ROOT / "decks" / "content" / "01-introduction" / "chapter.md"
    program = (
        "import main\n"
        f"code = main.main(['--collection', {str(tmp_path / 'c.epoque')!r}, 'import',"
        f" {str(course)!r}])\n"
        "assert code == 0"
    )
    asked = asked_for(program)
    assert [name for name in asked if name.startswith(("PySide6", "shiboken6"))] == []
    assert "sqlite3" in asked
