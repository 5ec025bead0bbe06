"""What a text of a course may hold: formulas that close, images at home, deletions that work."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from decks.deletions import Deletion, deletion_number, deletions_in
from decks.faces import HIDDEN, SHOWN, without_deletions
from decks.markdown import with_dialect
from decks.media import image_source, safe_path
from decks.problems import Problems
from decks.rules import Rule

_DOUBTFUL = re.compile(r"[$\]]|<!--")  # a text without these has nothing to check
_BRACKET = re.compile(r"\[|\](\(#[0-9])?")
_ITEM = re.compile(r"<!--\s*(?:section|card|question)\s*:.*-->")
_NO_DELETION = "a cloze note's body: kind: cloze, above the answer line"


def check_text(text: str, line: int, problems: Problems, *, is_cloze_body: bool = False) -> None:
    """Check one text.

    Args:
        text: Markdown.
        line: Of its first line in the file, from 1.
        problems: Takes what is wrong.
        is_cloze_body: Whether it is the text that holds deletions.
    """
    if not is_cloze_body and not _DOUBTFUL.search(text):
        return
    tokens = _checker().parse(text)
    for token, at in _leaves(tokens):
        _check_leaf(token, line + at, problems)
    for token in tokens:
        _check_brackets(token, line, problems)
    deletions = deletions_in(text, tokens)
    if is_cloze_body:
        _check_deletions(text, deletions, line, problems)
        if deletions and _stream(tokens) != _stream(_checker().parse(without_deletions(text))):
            problems.add(line, Rule.DELETION_GLUED, text, _APART)
        return
    for deletion in deletions:
        found = text[deletion.start : deletion.end]
        problems.add(line + deletion.line, Rule.DELETION_MISPLACED, found, _NO_DELETION)


_APART = "deletions that read the same without their link: whole emphasis and formulas, set apart"


def check_question(text: str, line: int, problems: Problems) -> None:
    """Check a heading that asks: it must read as a line of text, not as a list or a quote."""
    if not is_question(text):
        problems.add(line, Rule.QUESTION_NOT_A_LINE, text, r"a backslash before its sign: \-, 1\.")
    check_text(text, line, problems)


def is_question(text: str) -> bool:
    """Whether a text can be a heading: one line that would not start a list, quote or code."""
    tokens = _blocks().parse(text)
    if [token.type for token in tokens] == ["math_block"]:
        return "\n" not in text and text == text.strip()
    is_paragraph = len(tokens) == 3 and tokens[0].type == "paragraph_open"
    return is_paragraph and "\n" not in text and tokens[1].content == text


def plain_title(text: str, line: int, problems: Problems) -> str:
    """The text of a title's Markdown, which has no formula, code, link or emphasis."""
    leaves = _checker().parseInline(text)[0].children or []
    if any(leaf.type not in ("text", "text_special") for leaf in leaves):
        problems.add(line, Rule.TITLE_NOT_PLAIN, text, "plain text: lists of decks show it")
    return "".join(leaf.content for leaf in leaves)


def _leaves(tokens: Iterable[Token]) -> Iterator[tuple[Token, int]]:
    """Inline tokens, each with its line from 0."""
    for token in tokens:
        line = token.map[0] if token.map else 0
        for child in token.children or ():
            yield child, line
            line += child.type in ("softbreak", "hardbreak")
            line += child.content.count("\n")


def _check_leaf(token: Token, line: int, problems: Problems) -> None:
    if token.type == "image":
        source = image_source(token)
        if safe_path(source) is None:
            problems.add(line, Rule.IMAGE_PATH, source, "a path in the chapter's folder")
    elif token.type == "link_open":
        if token.attrs["href"] in (HIDDEN, SHOWN):
            problems.add(line, Rule.LINK_RESERVED, str(token.attrs["href"]), "a number, such as #1")
    elif token.type == "text":
        for test, rule, expected in _IN_TEXT:
            if test(token.content):
                problems.add(line, rule, token.content, expected)


_IN_TEXT: tuple[tuple[Callable[[str], object], Rule, str], ...] = (
    (
        re.compile(r"\$").search,
        Rule.DOLLAR_STRAY,
        r"a pair around a formula, without blanks inside it, or \$ for a dollar",
    ),
    (_ITEM.search, Rule.COMMENT_MISPLACED, "the comment on the line right below its heading"),
)


def _check_brackets(inline: Token, line: int, problems: Problems) -> None:
    """Find what was meant as a deletion, and is text to Markdown: ``[a [b](#2)](#1)``."""
    depth = 0
    for token in inline.children or ():
        for bracket in _BRACKET.finditer(token.content) if token.type == "text" else ():
            depth += 1 if bracket[0] == "[" else -1
            if bracket[1] and depth >= 0:
                at = line + (inline.map[0] if inline.map else 0)
                problems.add(at, Rule.DELETION_MALFORMED, inline.content, _WHOLE)
            depth = max(depth, 0)


_WHOLE = '[hidden](#1 "hint"), not nested'


def _check_deletions(
    text: str, deletions: tuple[Deletion, ...], line: int, problems: Problems
) -> None:
    if not deletions:
        problems.add(line, Rule.DELETION_MISSING, text, "at least one [hidden](#1)")
        return
    for deletion in deletions:
        if not text[deletion.label_start : deletion.label_end].strip():
            found = text[deletion.start : deletion.end]
            problems.add(line + deletion.line, Rule.DELETION_EMPTY, found, "a text between [ and ]")
    numbers = sorted({d.number for d in deletions})
    if numbers != list(range(1, len(numbers) + 1)):
        found = ", ".join(map(str, numbers))
        problems.add(line, Rule.DELETION_NUMBERS, found, "numbers from 1 without a gap")


def _stream(tokens: Iterable[Token]) -> list[tuple[str, ...]]:
    """What is drawn, without deletion links: the same before and after they are resolved."""
    stream: list[tuple[str, ...]] = []
    open_links: list[bool] = []
    for token in _flat(tokens):
        if token.type == "link_open":
            open_links.append(deletion_number(token) is not None)
        is_dropped = token.type in ("link_open", "link_close") and open_links[-1]
        if token.type == "link_close":
            open_links.pop()
        if is_dropped or token.type == "inline":
            continue
        kind = "text" if token.type == "text_special" else token.type
        if kind == "text" and stream and stream[-1][0] == "text":
            stream[-1] = ("text", stream[-1][1] + token.content)
        elif kind != "text":
            stream.append((kind, token.content, token.info, str(token.attrs)))
        elif token.content:
            stream.append(("text", token.content))
    return stream


def _flat(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.children or () if token.type == "inline" else ()


class _Checker(MarkdownIt):
    """Takes every address for a link, so that refused ones are reported instead of shown."""

    def validateLink(self, url: str) -> bool:  # noqa: N802
        return True


@cache
def _checker() -> MarkdownIt:
    parser = with_dialect(_Checker("commonmark", {"html": False}))
    parser.core.ruler.disable("text_join")  # keeps \$ apart from a bare $
    return parser


@cache
def _blocks() -> MarkdownIt:
    """The same without what stands inside a line, which takes half the time."""
    parser = with_dialect(_Checker("commonmark", {"html": False}))
    parser.core.ruler.disable("inline")
    return parser
