"""Images of a chapter: which ones its texts name, and which paths stay inside its folder."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from markdown_it.token import Token

from decks.markdown import text_parser
from decks.model import Chapter


def media_paths(chapter: Chapter) -> tuple[PurePosixPath, ...]:
    """The images that a chapter's texts show, relative to its file, each once.

    Unsafe paths are left out: they are never opened.
    """
    sources = (src for text in _texts(chapter) if "![" in text for src in _sources(text))
    paths = (safe_path(src) for src in sources)
    return tuple(dict.fromkeys(path for path in paths if path is not None))


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


def _texts(chapter: Chapter) -> Iterator[str]:
    yield chapter.text
    for section in chapter.sections:
        yield section.text
        for note in section.notes:
            yield from (note.front, note.back, note.extra)
