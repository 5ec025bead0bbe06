"""Where a cloze text hides something: links to a number, found in the parsed Markdown.

Code, formulas and escaped brackets are what Markdown says they are, so nothing in them is taken for
a deletion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from markdown_it.token import Token

_NUMBER = re.compile(r"#([0-9]{1,6})")
_CELL = re.compile(r"(?:[^|]|(?<=\\)\|)+")  # a row splits at | unless a backslash stands before it


class Deletion(NamedTuple):
    """One ``[hidden](#1 "hint")`` of a text.

    Attributes:
        number: What hides together, from 1 when it is right.
        hint: Plain text, "" for none.
        start: Where the whole link starts in the text.
        label_start: Where what it hides starts.
        label_end: Where that ends.
        end: Where the link ends.
        line: Of its paragraph or table row, from 0.
    """

    number: int
    hint: str
    start: int
    label_start: int
    label_end: int
    end: int
    line: int


def find_deletions(text: str) -> tuple[Deletion, ...]:
    """All deletions of a Markdown text, in order."""
    if "#" not in text:
        return ()
    from decks.markdown import text_parser  # late on purpose: most texts hide nothing

    return deletions_in(text, text_parser().parse(text))


def deletions_in(text: str, tokens: Sequence[Token]) -> tuple[Deletion, ...]:
    """The same, for a text that the dialect's parser has parsed already."""
    return tuple(_all_deletions(text.split("\n"), tokens))


def deletion_number(token: Token) -> int | None:
    """The number of a deletion's ``link_open``; None for any other token."""
    if token.type != "link_open":
        return None
    match = _NUMBER.fullmatch(str(token.attrs["href"]))
    return int(match[1]) if match else None


def _all_deletions(lines: Sequence[str], tokens: Sequence[Token]) -> Iterator[Deletion]:
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    row, row_at = -1, 0  # the table row being read, and where its next cell starts
    for opening, inline in pairwise(tokens):
        links = [t for t in inline.children or () if deletion_number(t) is not None]
        if not links or inline.map is None:
            continue
        line = inline.map[0]
        if opening.type in ("th_open", "td_open"):
            places, row_at = _places_in_row(
                inline.content, lines[line], row_at if line == row else 0
            )
            places, row = [starts[line] + p for p in places], line
        else:
            rows = slice(line, line + inline.content.count("\n") + 1)
            places = _places(inline.content, lines[rows], starts[rows])
        yield from (_deletion(link, places, line) for link in links)


def _deletion(link: Token, places: Sequence[int], line: int) -> Deletion:
    from decks.markdown import SPAN  # as above

    start, _, label_end, end = link.meta[SPAN]
    return Deletion(
        number=deletion_number(link) or 0,
        hint=str(link.attrs.get("title", "")),
        start=places[start],
        label_start=places[start] + 1,
        label_end=places[label_end],
        end=places[end - 1] + 1,
        line=line,
    )


def _places(content: str, lines: Sequence[str], starts: Sequence[int]) -> list[int]:
    """Where each character of an inline content stands in the text.

    Markdown takes marks of quotes and lists and indentation off the left of each line, and blanks
    off both ends of the content.
    """
    places: list[int] = []
    for row, line, start in zip(content.split("\n"), lines, starts, strict=False):
        bare = row.lstrip(" \t")  # a tab may have become spaces
        at = start + line.rfind(bare) - (len(row) - len(bare))
        places += range(at, at + len(row) + 1)
    return places


def _places_in_row(content: str, line: str, at: int) -> tuple[list[int], int]:
    """The same in the first cell from `at` on that holds `content`, and where that cell ends."""
    for cell in _CELL.finditer(line, at):
        kept = [i for i in range(*cell.span()) if line[i : i + 2] != r"\|"]
        shown = "".join(line[i] for i in kept).rstrip(" \t")
        is_it = shown.lstrip(" \t") == content or (cell.start() == 0 and shown.endswith(content))
        if is_it:
            return kept[len(shown) - len(content) : len(shown)], cell.end()
    raise AssertionError(f"the parser made {content!r} of no cell of {line!r}")
