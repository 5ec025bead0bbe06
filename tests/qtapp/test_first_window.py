"""What the first window and card cost: looked at in interpreters that have loaded nothing yet."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bench.make_collection import make_collection
from db.collection import Collection
from qtapp.opening import bring_course_to_date

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


def lines_of(program: str) -> list[str]:
    """What a program prints; `asked` are the modules that it tried to import so far."""
    ended = subprocess.run(
        [sys.executable, "-c", f"{WATCH}\n{program}"],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return ended.stdout.splitlines()


def asked_for(program: str) -> list[str]:
    """Every module that a program tries to import, the missing ones included."""
    names = json.loads(lines_of(f"{program}\nprint(json.dumps(asked))")[-1])
    assert isinstance(names, list)
    return names


def heavy(names: list[str], kinds: tuple[str, ...] = HEAVY) -> list[str]:
    return [n for n in names if any(n == h or n.startswith(f"{h}.") for h in kinds)]


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


NOT_FOR_A_CARD = (
    *("torch", "matplotlib", "sqlalchemy", "alembic", "markdown_it", "mdit_py_plugins", "yaml"),
    *("pygments", "ziamath", "filelock", "asyncio", "importlib.metadata", "logging.handlers"),
    *("decks.model", "db.today", "db.delivery", "qtapp.sentences", "qtapp.pages.today"),
)
SHOW_THE_CARD = """
import builtins
import main
from PySide6 import QtCore, QtWidgets
from qtapp import shell
class Watched(shell.Shell):
    def _sit_down(self, opened):
        super()._sit_down(opened)
        self.sitting.review_page.question_painted.connect(tell)
def tell():
    made = {{name for of in (QtCore, QtWidgets) for name in vars(of)}}
    print(json.dumps([asked, sorted(made), builtins.__import__ is not builtins.__orig_import__]))
    QtCore.QCoreApplication.quit()
shell.Shell = Watched
main.main(["--profile-folder", {home!r}, "--collection", {collection!r}, "--review"])
"""


@pytest.fixture(scope="module")
def at_the_first_card(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], set[str], bool]:
    """Modules asked for until then; names made of QtCore and QtWidgets; if imports are hooked."""
    home = tmp_path_factory.mktemp("first card")
    file = home / "c.epoque"
    make_collection(file, cards=100, reviews=2000, now=datetime.now(UTC))
    with closing(sqlite3.connect(file)) as database, database:  # a plain question comes first
        database.execute(
            "UPDATE cards SET is_suspended = 1"
            " WHERE note_id IN (SELECT id FROM notes WHERE kind <> 'basic')"
        )
    with closing(Collection.open(file)) as collection:  # the course is imported at the first start
        bring_course_to_date(collection)
    lines = lines_of(SHOW_THE_CARD.format(home=str(home), collection=str(file)))
    asked, made, is_hooked = json.loads(next(line for line in lines if line.startswith("[[")))
    return asked, set(made), is_hooked


def test_a_first_card_loads_nothing_that_it_does_not_show(
    at_the_first_card: tuple[list[str], set[str], bool],
) -> None:
    asked, _, _ = at_the_first_card
    assert "db.collection" in asked
    assert heavy(asked, NOT_FOR_A_CARD) == []


def test_a_first_card_makes_no_class_of_qt_that_it_does_not_need(
    at_the_first_card: tuple[list[str], set[str], bool],
) -> None:
    """Each brings its enums: `QStyle` 6 ms, all kinds of widgets together 8."""
    _, made, _ = at_the_first_card
    assert "Qt" in made
    assert made & {"QStyle", "QTableView", "QWizard", "QCalendarWidget"} == set()


def test_modules_are_loaded_without_pyside_reading_their_sources(
    at_the_first_card: tuple[list[str], set[str], bool],
) -> None:
    _, _, is_hooked = at_the_first_card
    assert not is_hooked


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
