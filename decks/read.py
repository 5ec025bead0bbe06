"""Chapter files become chapters; `docs/course-format.md` is the grammar."""

from pathlib import Path

from decks.chapter_reader import ChapterReader
from decks.check import check_course
from decks.errors import DeckError, Problem
from decks.files import read_text
from decks.model import Chapter
from decks.outline import outline
from decks.pictures import with_pictures
from decks.problems import Problems
from decks.rules import Rule

CHAPTER_FILE = "chapter.md"


def parse_chapter(text: str, path: Path) -> Chapter:
    """Read a chapter from its text.

    Args:
        text: Markdown, decoded; a byte-order mark and any line ends are kept in the sources.
        path: To name in errors.

    Raises:
        DeckError: With every problem found, by line.
    """
    problems = Problems()
    chapter = ChapterReader(outline(text, problems), problems).chapter()
    if problems.items:
        raise DeckError(path, problems.in_order())
    return chapter


def read_chapter(path: Path) -> Chapter:
    """Read a chapter file, whose images must lie beside it: for its author.

    Raises:
        DeckError: With every problem found, by line.
    """
    problems = Problems()
    chapter = with_pictures(parse_chapter(read_text(path), path), path, problems)
    if problems.items:
        raise DeckError(path, problems.in_order())
    return chapter


def read_course(folder: Path) -> tuple[Chapter, ...]:
    """Read every ``NN-name/chapter.md`` of a folder, in teaching order.

    Raises:
        DeckError: With the problems of the first file that has any.
    """
    chapters = [(path, read_course_file(path)) for path in course_files(folder)]
    check_course(chapters)
    return tuple(sorted((chapter for _, chapter in chapters), key=lambda c: c.number))


def course_files(folder: Path) -> list[Path]:
    """The chapter files of a course, in the order of their folders' names.

    Raises:
        DeckError: If there is none.
    """
    paths = sorted(folder.glob(f"*/{CHAPTER_FILE}"))
    if not paths:
        problem = Problem(0, Rule.COURSE_EMPTY, "no chapter", f"NN-name/{CHAPTER_FILE}")
        raise DeckError(folder, (problem,))
    return paths


def read_course_file(path: Path) -> Chapter:
    """Read a chapter without the images that cannot be had: a learner can do without them.

    Raises:
        DeckError: With every problem found, by line.
    """
    return with_pictures(parse_chapter(read_text(path), path), path, Problems())
