"""Any file that a learner may import becomes a chapter; the format is told by its content."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from decks.document import LARGEST, is_document, read_document
from decks.errors import DeckError, Problem
from decks.export_notes import export_chapter
from decks.files import read_text
from decks.gift.chapter import gift_chapter
from decks.gift.reader import is_gift, read_gift
from decks.media import media_paths
from decks.model import Chapter
from decks.mojibake import Mending, mended
from decks.numbered_export import is_numbered_export, parse_export
from decks.outline import BYTE_ORDER_MARK
from decks.pictures import with_pictures
from decks.problems import Problems, shortened
from decks.read import parse_chapter
from decks.rules import Rule

__all__ = ["Source", "SourceFormat", "media_paths", "read_source"]


class SourceFormat(StrEnum):
    """The formats that can be imported."""

    CHAPTER = "chapter"
    NUMBERED_EXPORT = "numbered-export"
    GIFT = "gift"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Source:
    """What a file holds.

    Attributes:
        chapter: With at least one note, but for a document, which has texts alone.
        warnings: What was doubtful or left out, by line; for a chapter file the images that
            cannot be had, as its other problems are errors.
        format: How it was written.
    """

    chapter: Chapter
    warnings: tuple[Problem, ...]
    format: SourceFormat


def read_source(path: Path) -> Source:
    """Read a file to import.

    Raises:
        DeckError: If it cannot be read, is of no known format or holds nothing to learn.
    """
    text = read_text(path)
    source = _parse(text, path)
    if not any(source.chapter.notes()) and source.format is not SourceFormat.DOCUMENT:
        problem = Problem(0, Rule.CARDS_MISSING, "no card", "at least one card")
        raise DeckError(path, (problem, *source.warnings))
    return source


def _parse(text: str, path: Path) -> Source:
    problems = Problems()
    if _is_chapter(text):
        chapter = with_pictures(parse_chapter(text, path), path, problems)
        return Source(chapter, problems.in_order(), SourceFormat.CHAPTER)
    if is_numbered_export(text):
        return _numbered_export(text, path, problems)
    if is_document(text, path):
        return _document(text, path, problems)
    if is_gift(text):
        title = " ".join(path.stem.split()) or "GIFT"
        chapter = gift_chapter(read_gift(text, problems), title, problems)
        return Source(chapter, problems.in_order(), SourceFormat.GIFT)
    raise DeckError(path, (Problem(0, Rule.FORMAT_UNKNOWN, shortened(text), _KNOWN),))


def _numbered_export(text: str, path: Path, problems: Problems) -> Source:
    export = parse_export(text, problems)
    if not export.title:
        problems.add(1, Rule.TITLE_MISSING, "", "the deck's title on the first line")
        export = replace(export, title=path.stem)
    chapter = export_chapter(export, problems)
    return Source(chapter, problems.in_order(), SourceFormat.NUMBERED_EXPORT)


def _document(text: str, path: Path, problems: Problems) -> Source:
    if len(text) > LARGEST:
        problem = Problem(
            0, Rule.FILE_TOO_LARGE, _megabytes(len(text)), f"at most {_megabytes(LARGEST)}"
        )
        raise DeckError(path, (problem,))
    mending = mended(text)
    if mending is not None:
        text = mending.text
        problems.add(mending.line, Rule.TEXT_MENDED, mending.before, _told(mending))
    chapter = with_pictures(read_document(text, path.stem, problems), path, problems)
    return Source(chapter, problems.in_order(), SourceFormat.DOCUMENT)


def _megabytes(characters: int) -> str:
    return f"{characters / 1e6:.0f} MB"


def _told(mending: Mending) -> str:
    read_as = mending.read_as or "another encoding"
    return f"{mending.after}, mended (UTF-8 had been read as {read_as})"


def _is_chapter(text: str) -> bool:
    """Whether it has what only a chapter file has; `decks.document` says why."""
    has_comment = _ITEM_COMMENT.search(text) is not None
    if text.removeprefix(BYTE_ORDER_MARK).startswith("---"):
        return has_comment or _is_named_as_chapter(text)
    return has_comment and _ITEM_COMMENT.search(_FENCED.sub("", text)) is not None


def _is_named_as_chapter(text: str) -> bool:
    head = _RULE_LINE.split(text.removeprefix(BYTE_ORDER_MARK), maxsplit=2)
    return len(head) > 1 and {"id", "chapter"} <= set(_KEY.findall(head[1]))


_ITEM_COMMENT = re.compile(r"<!--\s*(?:section|card|question)\s*:")
_FENCED = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?^ {0,3}\1[`~]*[ \t]*$", re.MULTILINE | re.DOTALL)
_RULE_LINE = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)
_KEY = re.compile(r"^([a-z]+):", re.MULTILINE)
_KNOWN = (
    "a chapter (YAML between two lines ---, then notes with <!-- card: … -->), an export of"
    " numbered cards (a line such as 1, then Q, the question, A and the answer), quiz questions"
    " in GIFT (a text, then its answers in braces) or a document in Markdown (.md or .txt, with"
    " # headings and a text)"
)
