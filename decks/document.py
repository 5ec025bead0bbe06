"""Course documents in Markdown, such as a lecturer's notes, become chapters to read.

A document is told from a chapter file by what only a chapter file has: a comment that makes a
section, a card or a question of a heading. Whoever wrote one of those meant a chapter, and is told
what is wrong with it, however broken its front matter is; so is whoever wrote both ``id`` and
``chapter`` in the front matter. Whoever wrote none of it has written a document, and front matter
that means nothing to us (a blog's, a lecture tool's) is no mistake: only its title is read.

Quiz questions in GIFT have headings too, to Markdown: the feedback ``# Right!`` on a line of its
own. It stands between braces; outside of them GIFT wants a backslash before ``#`` and ``=``. So a
heading that is left once what stands in braces is taken out is a document's. Of files whose name
says that they are something else (``.py``, ``.csv``…), where ``#`` begins a comment, none is one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from decks.document_names import chapter_id, section_ids
from decks.markdown import text_parser, with_dialect
from decks.metadata import read_mapping
from decks.model import Chapter, Section
from decks.names import is_title
from decks.outline import BYTE_ORDER_MARK, split_lines
from decks.problems import Problems

SUFFIXES = (".md", ".markdown", ".txt", ".text")
LARGEST = 2_000_000
"""Characters; the longest handbook that we met has 150,000."""

_HEADING_LINE = re.compile(r"^ {0,3}(?:#{1,6}[ \t]+\S|={2,}[ \t]*$)", re.MULTILINE)
_BRACES = re.compile(r"(?<!\\)\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading outside of lists and quotes; lines are from 0, `end` is the one after it."""

    level: int
    title: str
    line: int
    end: int


def is_document(text: str, path: Path) -> bool:
    """Whether a text that is no chapter file is a document: it has a heading, and a text."""
    if path.suffix.lower() not in SUFFIXES or not _HEADING_LINE.search(_BRACES.sub("", text)):
        return False
    tokens = _parser().parse("\n".join(_lines(text)[:_GLANCE]))
    kinds = {token.type for token in tokens if token.level == 0 and token.nesting >= 0}
    return "heading_open" in kinds and bool(kinds - _NO_TEXT)


_GLANCE = 2000  # lines: enough to know, however long the document is
_NO_TEXT = {"heading_open", "inline", "hr", "front_matter"}


def read_document(text: str, name: str, problems: Problems) -> Chapter:
    """Read a document.

    Its title is the one of its front matter, else the heading at its top (or the only ``#``), else
    `name`. It is known again by that title and `name`. Each heading of the highest level opens a
    section; those below it stay in the section's text.

    Args:
        text: Markdown, with any line ends.
        name: Of the file, without its ending.
        problems: Takes front matter that cannot be read; the rest is read all the same.
    """
    lines = _lines(text)
    tokens = _parser().parse("\n".join(lines))
    headings = _headings(tokens)
    start = next((t.map[1] for t in tokens if t.type == "front_matter" and t.map), 0)
    title = _front_matter_title(lines[:start], problems)
    top = _title_heading(headings, lines[start:], start, title)
    title = title or (top.title if top else "") or " ".join(name.split()) or "Document"
    rest = [heading for heading in headings if heading is not top]
    level = min((heading.level for heading in rest), default=0)
    sections = [heading for heading in rest if heading.level == level]
    end = sections[0].line if sections else len(lines)
    opening = [range(start, end)] if top is None else [range(start, top.line), range(top.end, end)]
    return Chapter(
        id=chapter_id(title, name),
        title=title,
        text="\n\n".join(filter(None, (_text(lines, part) for part in opening))),
        sections=_sections(sections, lines),
        source="\n".join(lines[:end]),
    )


def _sections(headings: Sequence[_Heading], lines: Sequence[str]) -> tuple[Section, ...]:
    ends = [*(heading.line for heading in headings[1:]), len(lines)]
    names = section_ids([heading.title for heading in headings])
    return tuple(
        Section(
            id=name,
            title=heading.title,
            text=_text(lines, range(heading.end, end)),
            source="\n".join(lines[heading.line : end]),
            line=heading.line + 1,
        )
        for heading, end, name in zip(headings, ends, names, strict=False)
    )


def _title_heading(
    headings: Sequence[_Heading], lines: Sequence[str], start: int, title: str
) -> _Heading | None:
    """The heading that says the document's title."""
    tops = [heading for heading in headings if heading.level == 1]
    if not tops or (title and tops[0].title != title):
        return None
    is_first = not any(line.strip() for line in lines[: tops[0].line - start])
    return tops[0] if is_first or len(tops) == 1 else None


def _front_matter_title(lines: Sequence[str], problems: Problems) -> str:
    if not lines:
        return ""
    mapping = read_mapping("\n".join(lines[1:-1]), 2, problems)
    entry = (mapping or {}).get("title")
    value = entry.value if entry is not None else ""
    title = " ".join(str(value).split()) if isinstance(value, str | int | float) else ""
    return title if is_title(title) else ""


def _headings(tokens: Sequence[Token]) -> list[_Heading]:
    return [
        _Heading(int(token.tag[1:]), title, *token.map)
        for token, inline in pairwise(tokens)
        if token.type == "heading_open" and token.level == 0 and token.map is not None
        if (title := _plain(inline.content))
    ]


def _plain(text: str) -> str:
    """What a heading says, without emphasis and addresses."""
    leaves = text_parser().parseInline(text)[0].children or []
    said = (" " if leaf.type.endswith("break") else leaf.content for leaf in leaves)
    return " ".join("".join(said).split())


def _lines(text: str) -> list[str]:
    bare = text.removeprefix(BYTE_ORDER_MARK)
    return [line.rstrip("\r\n") for line in split_lines(bare)]


def _text(lines: Sequence[str], part: range) -> str:
    return "\n".join(lines[part.start : part.stop]).strip("\n").rstrip()


@cache
def _parser() -> MarkdownIt:
    """The dialect of texts, with front matter, without what stands inside a line."""
    parser = with_dialect(MarkdownIt("commonmark", {"html": False})).use(front_matter_plugin)
    parser.core.ruler.disable(["inline", "text_join"])
    return parser
