"""What is selected in a text, as Markdown again: formulas, code, lists and tables come whole.

The source cannot simply be cut: a selection ends wherever the reader let go, within emphasis or a
list. So the document tells, which knows of each run of characters how it was written.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextTable

from decks.escape import escape_inline, escape_line
from qtapp.cardtext.document import LINE_SEPARATOR, WORD_JOINER, CardDocument
from qtapp.cardtext.formats import (
    BULLET,
    DECORATION,
    LANGUAGE,
    MARK,
    MARKDOWN,
    MARKUP,
    QUOTES,
    Decoration,
)
from qtapp.cardtext.objects import IS_STRUT, tail_of

_INDENT = "   "  # of a list in a list: enough for "1. ", and not too much for "- "
_BAR = re.compile(r"(?<!\\)\|")


class _Part(NamedTuple):
    """A block or a table; list items are `depth` deep, from 1 (0 outside of lists)."""

    text: str
    depth: int = 0


class _Run(NamedTuple):
    """Characters that are written alike: `markdown` instead of `text`, if any."""

    text: str
    markup: str
    markdown: str


def markdown_between(document: CardDocument, start: int, end: int) -> str:
    """What stands between two positions, as Markdown that shows the same.

    A formula, an image or code in a line of which a part is selected comes whole, and so do the
    rows of a table. Addresses of links are left out.
    """
    parts = list(_parts(document, start, end))
    least = min((part.depth for part in parts if part.depth), default=0)
    text = ""
    for before, part in zip([None, *parts], parts, strict=False):
        between = "\n" if before is not None and before.depth and part.depth else "\n\n"
        depth = max(0, part.depth - least)
        text += (between if text else "") + _indented(part.text, _INDENT * depth)
    return text


def _indented(text: str, indent: str) -> str:
    return "\n".join(f"{indent}{line}" if line else line for line in text.split("\n"))


def _parts(document: CardDocument, start: int, end: int) -> Iterator[_Part]:
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        table = _table_around(block)
        if table is not None:
            yield _Part(_table(table, start, end))
            block = document.findBlock(table.lastPosition() + 1)
            continue
        if part := _part(block, start, end):
            yield part
        block = block.next()


def _table_around(block: QTextBlock) -> QTextTable | None:
    return QTextCursor(block).currentTable()  # None outside of tables, whatever its type says


def _part(block: QTextBlock, start: int, end: int) -> _Part | None:
    looks = block.blockFormat()
    is_whole = start <= block.position()
    if looks.intProperty(DECORATION) == Decoration.RULE:
        return _Part("---")
    if looks.intProperty(DECORATION) == Decoration.CODE:
        first, last = start - block.position(), end - block.position()
        text = _quoted(_code(block, max(0, first), last), looks.intProperty(QUOTES))
    else:
        level = looks.headingLevel() if is_whole else 0
        text = _inline(_runs(block, start, end), is_heading=bool(looks.headingLevel()))
        text = _quoted(f"{'#' * level} {text}" if level else text, looks.intProperty(QUOTES))
    if not text.strip():
        return None
    mark = str(looks.property(MARK) or "") if is_whole else ""
    if mark:
        sign = "-" if mark == BULLET else mark
        text = f"{sign} {text}".replace("\n", "\n" + " " * (len(sign) + 1))
    elif looks.indent() and is_whole:
        text = _indented(text, _INDENT)
    return _Part(text, looks.indent() if is_whole else 0)


def _quoted(text: str, quotes: int) -> str:
    return "\n".join("> " * quotes + line for line in text.split("\n"))


def _code(block: QTextBlock, first: int, last: int) -> str:
    text = block.text()[first:last].replace(LINE_SEPARATOR, "\n").strip("\n")
    longest = max((len(run) for run in re.findall("`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{block.blockFormat().property(LANGUAGE) or ''}\n{text}\n{fence}"


def _runs(block: QTextBlock, start: int, end: int) -> Iterator[_Run]:
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        iterator += 1
        at, looks = fragment.position(), fragment.charFormat()
        if at >= end or at + fragment.length() <= start or looks.boolProperty(IS_STRUT):
            continue
        first, last = max(start, at) - at, min(end - at, fragment.length())
        text = fragment.text()[first:last].replace(WORD_JOINER, "")
        yield from _run(text, looks)


def _run(text: str, looks: QTextCharFormat) -> Iterator[_Run]:
    markup = str(looks.property(MARKUP) or "")
    yield _Run(text, markup, str(looks.property(MARKDOWN) or ""))
    if tail := tail_of(looks):
        yield _Run(tail, markup, "")


def _inline(runs: Iterator[_Run], *, is_heading: bool = False) -> str:
    text = ""
    for markup, group in groupby(runs, key=lambda run: "" if is_heading else run.markup):
        said = "".join(map(_said, group))
        bare = said.strip()
        if not markup or not bare:
            text += said
            continue
        left, _, right = said.partition(bare)
        text += f"{left}{markup}{bare}{markup[::-1]}{right}"
    return _begun(text.strip(" \n"))


def _said(run: _Run) -> str:
    return run.markdown or escape_inline(run.text).replace(LINE_SEPARATOR, "\\\n")


def _begun(text: str) -> str:
    """A paragraph's first word must not open a list, a quote or a heading."""
    first = re.match(r"\S*\s?", text)
    plain = first[0] if first else ""
    if not plain.strip() or plain != escape_inline(plain):
        return text
    return escape_line(plain.strip()) + text[len(plain.rstrip()) :]


def _table(table: QTextTable, start: int, end: int) -> str:
    """The rows that the selection touches, below the first row."""
    touched = [
        row
        for row in range(table.rows())
        if table.cellAt(row, 0).firstPosition() < end
        and table.cellAt(row, table.columns() - 1).lastPosition() >= start
    ]
    rows = sorted({0, *touched})
    lines = [" | ".join(_cell(table, row, n) for n in range(table.columns())) for row in rows]
    lines.insert(1, " | ".join(["---"] * table.columns()))
    return "\n".join(f"| {line} |" for line in lines)


def _cell(table: QTextTable, row: int, column: int) -> str:
    cell = table.cellAt(row, column)
    block = cell.firstCursorPosition().block()
    text = _inline(_runs(block, cell.firstPosition(), cell.lastPosition()))
    return _BAR.sub(r"\\|", text.replace("\\\n", " "))
