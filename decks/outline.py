"""The skeleton of a chapter file: headings, their comments and the lines between them.

Markdown decides what a heading or an answer line is, so that code and formulas may hold anything.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from decks.markdown import with_dialect
from decks.problems import Problems
from decks.rules import Rule

BYTE_ORDER_MARK = "\ufeff"
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")  # as CommonMark ends lines
_STRUCTURE = ("h1", "h2", "h3")
_LONGEST_COMMENT = 12_000  # characters: a file full of open comments is not searched to its end


@dataclass(frozen=True, slots=True)
class Comment:
    """What stands between ``<!--`` and ``-->``; lines are from 0, `end` is the one after it."""

    text: str
    line: int
    end: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3, with the comment on the line below it; lines are from 0."""

    level: int
    text: str
    line: int
    comment: Comment | None = None

    @property
    def end(self) -> int:
        """The line after it and its comment."""
        return self.comment.end if self.comment else self.line + 1


@dataclass
class Outline:
    """A file cut into lines, with what structures it.

    Attributes:
        raw: Lines with their ends (and a byte-order mark): joined, they are the file.
        lines: The same without.
        front_matter: The lines between the ``---``, or None.
        headings: In order.
        answer_lines: Every ``---`` that is a thematic break outside of lists and quotes.
    """

    raw: list[str]
    lines: list[str]
    front_matter: range | None = None
    headings: list[Heading] = field(default_factory=list)
    answer_lines: list[int] = field(default_factory=list)

    def source(self, lines: range) -> str:
        """These lines, byte for byte."""
        return "".join(self.raw[lines.start : lines.stop])

    def text(self, lines: range) -> tuple[str, int]:
        """These lines without the blank ones at both ends, and where they start (from 0)."""
        first, last = lines.start, lines.stop
        while first < last and is_blank(self.lines[first]):
            first += 1
        while first < last and is_blank(self.lines[last - 1]):
            last -= 1
        return "\n".join(self.lines[first:last]), first


def is_blank(line: str) -> bool:
    """Whether Markdown takes a line for blank."""
    return not line.strip(" \t")


def split_lines(text: str) -> list[str]:
    """The lines of a text with their ends, LF, CRLF or CR."""
    return _LINE.findall(text)


def outline(text: str, problems: Problems) -> Outline:
    """Cut a chapter file; what breaks its structure is added to `problems`."""
    raw = split_lines(text)
    lines = [line.rstrip("\r\n") for line in raw]
    if lines:
        lines[0] = lines[0].removeprefix(BYTE_ORDER_MARK)
    result = Outline(raw, lines)
    tokens = _parser().parse("\n".join(lines))
    for index, token in enumerate(tokens):
        if token.type == "fence":
            _check_fence(token, lines, problems)
        elif token.level == 0:
            _place(tokens, index, result, problems)
    return result


def _place(tokens: list[Token], index: int, result: Outline, problems: Problems) -> None:
    token = tokens[index]
    if token.map is None:
        return
    line, end = token.map
    if token.type == "front_matter":
        result.front_matter = range(line + 1, end - 1)
    elif token.type == "hr" and result.lines[line].strip(" \t") == "---":
        result.answer_lines.append(line)
    elif token.type == "heading_open" and token.markup in ("=", "-"):
        problems.add(
            end,
            Rule.HEADING_UNDERLINED,
            result.lines[end - 1],
            "headings that start with #, or a blank line above ---",
        )
    elif token.type == "heading_open" and token.tag in _STRUCTURE:
        after = tokens[index + 3] if index + 3 < len(tokens) else None
        comment = None
        if after is not None and after.type == "item_comment" and after.map is not None:
            comment = Comment(after.content, *after.map)
            _check_comment(comment, after.info, problems)
        heading = Heading(len(token.markup), tokens[index + 1].content, line, comment)
        result.headings.append(heading)


def _check_comment(comment: Comment, tail: str, problems: Problems) -> None:
    if tail:
        problems.add(comment.end, Rule.COMMENT_NOT_ALONE, tail, "nothing after -->")


def _check_fence(token: Token, lines: list[str], problems: Problems) -> None:
    assert token.map is not None  # block tokens that hold lines always have one
    start, end = token.map
    last = lines[end - 1].strip(" \t" if token.level == 0 else " \t>")
    closes = end - start > 1 and not last.strip(token.markup[0]) and len(last) >= len(token.markup)
    if not closes:
        problems.add(
            start + 1, Rule.FENCE_UNCLOSED, lines[start], f"{token.markup} on a line after the code"
        )


@cache
def _parser() -> MarkdownIt:
    """The dialect of texts, with front matter and comments, without what stands inside a line."""
    parser = with_dialect(MarkdownIt("commonmark", {"html": False})).use(front_matter_plugin)
    parser.block.ruler.before("table", "item_comment", _item_comment)
    parser.core.ruler.disable(["inline", "text_join"])
    return parser


def _item_comment(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """``<!-- … -->`` on the line right below ``##`` or ``###``; anywhere else it is text."""
    if silent or state.level or not state.tokens or state.tokens[-1].type != "heading_close":
        return False
    heading = state.tokens[-3]
    if heading.tag not in ("h2", "h3") or heading.map != [start_line - 1, start_line]:
        return False
    start = state.bMarks[start_line] + state.tShift[start_line]
    if state.sCount[start_line] > 3 or not state.src.startswith("<!--", start):
        return False
    close = state.src.find("-->", start + 4, start + _LONGEST_COMMENT)
    if close < 0 or state.src.find("<!--", start + 4, close) >= 0:
        return False  # left open: else it would swallow the next note
    line = start_line + state.src.count("\n", start, close)
    token = state.push("item_comment", "", 0)
    token.content = state.src[start + 4 : close]
    token.info = state.src[close + 3 : state.eMarks[line]].strip()
    token.map = [start_line, line + 1]
    state.line = line + 1
    return True
