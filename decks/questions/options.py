"""A choice read from its task list: right and wrong options, each with its feedback in a quote."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from decks.questions.alike import check_alike
from decks.questions.bodies import Choice, Option
from decks.questions.parsing import block_parser, dedented, lines_of, parser, without_blank_ends
from decks.questions.source import BodySource
from decks.rules import Rule

_TASK = re.compile(r"(?P<start> {0,3}- {1,4})\[(?P<mark>[ xX])\](?:[ \t]+(?P<text>.*))?")
_QUOTE = re.compile(r" {0,3}> ?(?P<text>.*)")
_EXPECTED = "- [x] a right option, - [ ] a wrong one"


class _Found(NamedTuple):
    option: Option
    line: int


def read_choice(source: BodySource, *, is_single: bool) -> Choice:
    """Read a task list; `is_single` says whether exactly one option is right."""
    starts = [lines_of(item[0]).start for item in source.items]
    ends = [*starts[1:], lines_of(source.block).stop]
    found = [
        _Found(option, source.line + start)
        for start, end in zip(starts, ends, strict=True)
        if (option := _option(source, start, end)) is not None
    ]
    _check(found, source, is_single=is_single)
    return Choice(tuple(option for option, _ in found), is_single)


def _check(found: Sequence[_Found], source: BodySource, *, is_single: bool) -> None:
    texts = [(option.text, at) for option, at in found]
    if len(found) < 2:
        told = texts[0][0] if texts else ""
        source.report(source.start, Rule.OPTIONS_TOO_FEW, told, "two options at least")
    check_alike(texts, Rule.OPTION_REPEATED, source.problems)
    right = [(option.text, at) for option, at in found if option.is_right]
    if not right:
        expected = "- [x] before a right option"
        source.report(source.start, Rule.RIGHT_OPTION_MISSING, "[ ]", expected)
    for text, at in right[1:] if is_single else ():
        source.report(at, Rule.RIGHT_OPTION_REPEATED, text, "one [x], or kind: choices")


def _option(source: BodySource, start: int, end: int) -> Option | None:
    """The option on these lines of the text."""
    lines = source.lines[start:end]
    task = _TASK.fullmatch(lines[0])
    width = len(task["start"]) if task else 0
    first = task["text"] or "" if task else ""
    content = [first, *(dedented(text, width) for text in lines[1:])]
    quote, feedback = _feedback(content, source, start)
    text = without_blank_ends(content[:quote])
    if task is None or not text:
        source.report(source.line + start, Rule.OPTION_MALFORMED, lines[0], _EXPECTED)
        return None
    return Option(text, task["mark"] != " ", feedback, is_italic(text))


def _feedback(lines: Sequence[str], source: BodySource, start: int) -> tuple[int, str]:
    """Where the quotes that end an option start in its lines, and what they say."""
    if not any(_QUOTE.match(line) for line in lines):
        return len(lines), ""
    tokens = block_parser().parse("\n".join(lines))
    blocks = [token for token in tokens if token.level == 0 and token.map]
    first = next((i for i, t in enumerate(blocks) if t.type == "blockquote_open"), len(blocks))
    for block in blocks[first:]:
        if block.type != "blockquote_open":
            at = lines_of(block).start
            line = source.line + start + at
            source.report(line, Rule.OPTION_MALFORMED, lines[at], "the quote at the end")
    quotes = [lines_of(quote) for quote in blocks[first:]]
    texts = (_unquoted(lines[quote.start : quote.stop]) for quote in quotes)
    return quotes[0].start if quotes else len(lines), "\n\n".join(filter(None, texts))


def _unquoted(lines: Sequence[str]) -> str:
    """What a block quote holds; a line without ``>`` goes on in its paragraph."""
    quoted = (_QUOTE.fullmatch(line) for line in lines)
    return without_blank_ends(
        [mark["text"] if mark else line for mark, line in zip(quoted, lines, strict=True)]
    )


def is_italic(text: str) -> bool:
    """Whether a text is one paragraph, wholly in italics."""
    if not text.startswith(("*", "_")):
        return False
    tokens = parser().parse(text)
    if [token.type for token in tokens] != ["paragraph_open", "inline", "paragraph_close"]:
        return False
    leaves = [leaf for leaf in tokens[1].children or () if leaf.type != "text" or leaf.content]
    outer = [leaf.type for leaf in leaves if leaf.level == 0]
    return outer == ["em_open", "em_close"]
