"""Markdown as cards use it, read into tokens; and what can be told of a text without drawing it.

The dialect is the course's own, `decks.markdown`. It is loaded (22 ms) when the first text with any
markup is read: half of the course's questions have none, and the first card need not wait.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from decks.spaces import in_one_line
from qtapp.cardtext.formula import Formula

if TYPE_CHECKING:
    from markdown_it.token import Token

_MATH = {"math_inline": False, "math_inline_double": True, "math_block": True}
_BLOCK_ENDS = {"paragraph_close", "heading_close", "tr_close", "fence", "code_block", "hr"}

# One line that starts with a letter and has no character that could mean anything to Markdown.
_PLAIN = re.compile(
    r"[^\W\d_](?:[^\W_]|[ ,;:?!’«»()….%/=+'\"—–\u00a0\u202f-])*(?<![ \u00a0\u202f])"
)


# A line that may be a heading, or the rule below one.
_HEADING = re.compile(r"^[ >\t0-9.*+-]*(?:#|={1,}\s*$|-{1,}\s*$)", re.MULTILINE)


class PlainToken(NamedTuple):
    """A token of a text without markup: what drawing looks at, as markdown-it would have it."""

    type: str
    content: str = ""
    nesting: int = 0
    children: tuple[Any, ...] | None = None
    hidden: bool = False


def parsed(text: str) -> "list[Token]":
    """Block tokens, as markdown-it makes them; inline ones are their children."""
    if _PLAIN.fullmatch(text):
        return cast("list[Token]", _paragraph(text))
    from decks.markdown import text_parser  # late on purpose, see above

    return text_parser().parse(text)


def _paragraph(text: str) -> list[PlainToken]:
    words = PlainToken("text", text)
    return [
        PlainToken("paragraph_open", nesting=1),
        PlainToken("inline", text, children=(words,)),
        PlainToken("paragraph_close", nesting=-1),
    ]


def formulas(text: str) -> list[Formula]:
    """Every formula of a text, in order, each once."""
    if "$" not in text:
        return []
    found = (formula_of(token) for token in _flat(parsed(text)))
    return list(dict.fromkeys(formula for formula in found if formula is not None))


def formula_of(token: "Token") -> Formula | None:
    """The formula that a token is, if it is one."""
    if token.type not in _MATH:
        return None
    return Formula(token.content.strip(), _MATH[token.type])


def plain_text(text: str, *, formula: "Callable[[str], str]" = str.strip) -> str:
    """What a text says, for a screen reader or a list: images as their words.

    Args:
        text: Markdown.
        formula: What becomes of LaTeX; it stays by default.
    """
    parts = [_plain(token, formula) for token in _flat(parsed(text))]
    lines = "".join(parts).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def headings(text: str, *, formula: "Callable[[str], str]" = str.strip) -> list[tuple[int, str]]:
    """The headings of a text, in order: the level of each, from 1, and what it says.

    Args:
        text: Markdown.
        formula: What becomes of LaTeX; it stays by default.
    """
    if not _HEADING.search(text):
        return []
    tokens = parsed(text)
    return [
        (int(token.tag[1:]), _said(inline, formula))
        for token, inline in pairwise(tokens)
        if token.type == "heading_open"
    ]


def _said(inline: "Token", formula: "Callable[[str], str]") -> str:
    return in_one_line("".join(_plain(token, formula) for token in inline.children or ()))


def code_blocks(text: str) -> list[tuple[str, str]]:
    """The blocks of code of a text, each with its language ("" for none)."""
    if "```" not in text and "~~~" not in text:
        return []
    return [
        (token.content.rstrip("\n"), language_of(token.info))
        for token in parsed(text)
        if token.type == "fence"
    ]


def language_of(info: str) -> str:
    """The language that a fence names, its first word."""
    return info.split()[0] if info.split() else ""


def _flat(tokens: "Sequence[Token]") -> "Iterator[Token]":
    for token in tokens:
        if token.type == "inline":
            yield from token.children or ()
        else:
            yield token


def _plain(token: "Token", formula: "Callable[[str], str]" = str.strip) -> str:
    if token.type in _MATH:
        return f"\n{formula(token.content)}\n" if _MATH[token.type] else formula(token.content)
    if token.type in {"softbreak", "th_close", "td_close"}:
        return " "
    if token.type == "hardbreak":
        return "\n"
    if token.type in _BLOCK_ENDS:
        return f"{token.content}\n"
    return token.content if token.type != "inline" else ""
