"""What the pages say exists: files, commands, keys of the house; and what they must not say."""

import os
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.decks.content.typography import typography_faults

ROOT = Path(__file__).resolve().parent.parent
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)\s]*)?\)")
QUOTED_PATH = re.compile(
    r"`((?:decks|db|sim|qtapp|tests|tools|docs|bench)/[\w./-]*|[\w-]+\.(?:md|toml|txt|py))`"
)
MAKE = re.compile(r"\bmake ((?:[a-z0-9]+\b ?)+)")
TARGETS = set(re.findall(r"^([a-z][a-z0-9 ]*):", (ROOT / "Makefile").read_text(), re.MULTILINE))
WORDS = {word for line in TARGETS for word in line.split()}


def _id(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def _commands(text: str) -> list[tuple[str, str]]:
    """Code blocks and `inline code`: where a reader finds what to type."""
    return re.findall(r"^```[a-z]*\n(.*?)^```|`([^`\n]+)`", text, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=_id)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"^````?.*?^````?$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    inside = [link for link in LINK.findall(text) if not re.match(r"[a-z]+:", link)]
    assert [link for link in inside if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=_id)
def test_files_that_are_named_exist(page: Path) -> None:
    named = QUOTED_PATH.findall(page.read_text(encoding="utf-8"))
    assert [name for name in named if not (_exists(name) or (page.parent / name).exists())] == []


def _exists(name: str) -> bool:
    return (ROOT / name).exists() or name == "NNNN.md" or "NN" in name


@pytest.mark.parametrize("page", PAGES, ids=_id)
def test_make_commands_are_targets(page: Path) -> None:
    code = "\n".join(a or b for a, b in _commands(page.read_text(encoding="utf-8")))
    typed = [words.split()[0] for words in MAKE.findall(code)]
    assert set(typed) <= WORDS


def test_the_readme_shows_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make run" in readme
    assert "make test" in readme


def test_the_french_page_is_typeset_as_the_course_is() -> None:
    text = (ROOT / "README.fr.md").read_text(encoding="utf-8")
    said = text.replace("![", "[").replace("3.11 à 3.14", "")  # an image, Python's own numbers
    assert typography_faults(said) == []


def test_no_file_knows_this_machine() -> None:
    """Paths of one machine and hosts of registries work for one person only."""
    machine = ("/" + "work/", "/" + "root/", "/" + "tmp/")
    hosts = ("py" + "pi.org", "python" + "hosted.org", "deb." + "debian.org", "npm" + "js.org")
    texts = {path.relative_to(ROOT).as_posix(): _text(path) for path in _files()}
    assert [
        f"{name}: {word}"
        for name, text in texts.items()
        for word in (*machine, *hosts)
        if word in text
    ] == []


def _files() -> Iterator[Path]:
    """Every file but git's own and what .gitignore names; a machine may have no git."""
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    unseen = [".git", *(pattern.rstrip("/") for pattern in ignored)]
    for folder, subfolders, names in os.walk(ROOT):
        subfolders[:] = [name for name in subfolders if not _matches(name, unseen)]
        yield from (Path(folder, name) for name in names if not _matches(name, unseen))


def _matches(name: str, patterns: list[str]) -> bool:
    return any(fnmatch(name, pattern) for pattern in patterns)


def _text(path: Path) -> str:
    if not path.is_file() or path.suffix in (".png", ".qm"):
        return ""
    return path.read_text(encoding="utf-8", errors="ignore")
