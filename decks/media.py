"""Images of a chapter: which ones its texts name, and which paths stay inside its folder."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote

from markdown_it.token import Token

from decks.markdown import text_parser
from decks.model import Chapter

_LINE_END = re.compile(r"\r\n|\r|\n")


def media_paths(chapter: Chapter) -> tuple[PurePosixPath, ...]:
    """The images that a chapter's texts show, relative to its file, each once.

    Unsafe paths are left out: they are never opened.
    """
    return tuple(media_lines(chapter))


def media_lines(chapter: Chapter) -> dict[PurePosixPath, int]:
    """The same, each with the line of the file where it comes first (0 when there is no file)."""
    lines: dict[PurePosixPath, int] = {}
    for item in _items(chapter):
        for src in (src for text in item.texts if "![" in text for src in _sources(text)):
            path = safe_path(src)
            if path is not None and path not in lines:
                lines[path] = item.line_of(path)
    return lines


def safe_path(source: str) -> PurePosixPath | None:
    """The path that an image's address names; None unless it is relative and without ``..``.

    Args:
        source: As in Markdown, percent-encoded or not.
    """
    text = unquote(source)
    path = PurePosixPath(text)
    is_safe = (
        path.parts
        and not path.is_absolute()
        and ".." not in path.parts
        and not any(c in text for c in ':\\?#*"<>|')  # also names that Windows has no room for
        and text.isprintable()
    )
    return path if is_safe else None


def image_source(token: Token) -> str:
    """The address of an ``image`` token."""
    return str(token.attrs.get("src", ""))


def _sources(text: str) -> Iterator[str]:
    for token in text_parser().parse(text):
        for child in token.children or ():
            if child.type == "image":
                yield image_source(child)


@dataclass(frozen=True, slots=True)
class _Item:
    """Texts that stand together in the file, and the lines they were read from."""

    source: str
    line: int
    texts: tuple[str, ...]

    def line_of(self, path: PurePosixPath) -> int:
        """The first line that names an image; the item's own when its address is written oddly."""
        lines = _LINE_END.split(self.source)
        found = (n for n, line in enumerate(lines) if str(path) in unquote(line))
        return self.line + next(found, 0)


def _items(chapter: Chapter) -> Iterator[_Item]:
    yield _Item(chapter.source, int(bool(chapter.source)), (chapter.text,))
    for section in chapter.sections:
        yield _Item(section.source, section.line, (section.text,))
        for note in section.notes:
            yield _Item(note.source, note.line, (note.front, note.back, note.extra))
