"""What a chapter must satisfy beyond its own text: the files around it and the other chapters."""

import re
from collections.abc import Sequence
from pathlib import Path

from decks.errors import DeckError
from decks.media import media_paths
from decks.model import Chapter
from decks.problems import Problems
from decks.rules import Rule

_FOLDER = re.compile(r"([0-9]+)-.+")


def check_images(path: Path, chapter: Chapter) -> None:
    """Check that the images of the chapter at `path` are files in its folder.

    Raises:
        DeckError: With a problem for each image that is not.
    """
    problems = Problems()
    folder = path.parent.resolve()
    for image in media_paths(chapter):
        target = (folder / image).resolve()  # a link may lead out of the folder
        if not (target.is_relative_to(folder) and target.is_file()):
            problems.add(0, Rule.IMAGE_MISSING, str(image), "a file in the chapter's folder")
    _raise(path, problems)


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
