import subprocess
import sys
from pathlib import Path

import pytest

from decks.bundled import course_digest
from tests.the_course import the_course

ROOT = Path(__file__).resolve().parents[2]


def make(folder: Path) -> Path:
    (folder / "01-a").mkdir(parents=True)
    (folder / "01-a" / "chapter.md").write_bytes(b"un")
    (folder / "01-a" / "a.png").write_bytes(b"deux")
    return folder


def test_the_bundled_course_can_be_read() -> None:
    assert the_course()[0].number == 1


def test_a_digest_depends_on_names_and_bytes_only(tmp_path: Path) -> None:
    one, two = make(tmp_path / "one"), make(tmp_path / "two")
    assert course_digest(one) == course_digest(two)
    (two / "01-a" / ".DS_Store").write_bytes(b"x")
    assert course_digest(one) == course_digest(two)


def test_any_change_changes_the_digest(tmp_path: Path) -> None:
    folder = make(tmp_path / "one")
    seen = {course_digest(folder)}
    (folder / "01-a" / "chapter.md").write_bytes(b"un.")
    seen.add(course_digest(folder))
    (folder / "01-a" / "a.png").rename(folder / "01-a" / "b.png")
    seen.add(course_digest(folder))
    (folder / "01-a" / "b.png").unlink()
    seen.add(course_digest(folder))
    assert len(seen) == 4


@pytest.mark.parametrize("module", ["model", "errors", "rules", "bundled"])
def test_what_the_window_needs_loads_no_parser(module: str) -> None:
    code = (
        f"import sys, decks.{module}; "
        "print([m for m in ('markdown_it', 'mdit_py_plugins', 'yaml') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
