"""What a chapter must satisfy beyond its own file: its folder and the other chapters."""

import re
from collections.abc import Sequence
from pathlib import Path

from decks.errors import DeckError
from decks.model import Chapter
from decks.problems import Problems
from decks.rules import Rule

_FOLDER = re.compile(r"([0-9]+)-.+")


def check_course(chapters: Sequence[tuple[Path, Chapter]]) -> None:
    """Check that chapters have ids and numbers of their own, and stand in folders so numbered.

    Raises:
        DeckError: With the problems of the first file that has any.
    """
    ids: dict[str, Path] = {}
    numbers: dict[int, Path] = {}
    for path, chapter in chapters:
        problems = Problems()
        _check_number(path, chapter.number, problems)
        other = ids.setdefault(chapter.id, path)
        if other != path:
            problems.add(1, Rule.CHAPTER_ID_REPEATED, chapter.id, _not_as(other))
        other = numbers.setdefault(chapter.number, path)
        if other != path:
            problems.add(1, Rule.CHAPTER_NUMBER_REPEATED, str(chapter.number), _not_as(other))
        _raise(path, problems)


def _check_number(path: Path, number: int, problems: Problems) -> None:
    match = _FOLDER.fullmatch(path.parent.name)
    if match is None or int(match[1]) != number:
        found = f"chapter: {number} in {path.parent.name}"
        problems.add(1, Rule.CHAPTER_NUMBER_DIFFERENT, found, "the number its folder starts with")


def _not_as(other: Path) -> str:
    return f"one of its own: {other.parent.name} has this one"


def _raise(path: Path, problems: Problems) -> None:
    if problems.items:
        raise DeckError(path, problems.in_order())
