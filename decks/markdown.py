"""The one Markdown dialect of every text: CommonMark, tables and LaTeX between dollars.

Raw HTML is text. Reading, checking and drawing share it, so that they always agree on what a text
means.
"""

from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, link
from mdit_py_plugins.dollarmath import dollarmath_plugin

SPAN = "span"  # key of link_open.meta: (start, label start, label end, end) in the inline content


@cache
def text_parser() -> MarkdownIt:
    """The parser of texts; formulas are ``math_inline``, ``math_inline_double``, ``math_block``."""
    return with_dialect(MarkdownIt("commonmark", {"html": False}))


def with_dialect(parser: MarkdownIt) -> MarkdownIt:
    """Teach the dialect to a parser that knows CommonMark without HTML."""
    parser.enable("table")
    # no blank line in $$…$$: one left open would swallow every note up to the next formula
    parser.use(
        dollarmath_plugin,
        allow_labels=False,
        allow_space=False,
        allow_blank_lines=False,
        double_inline=True,
    )
    parser.inline.ruler.at("link", _link_with_span)
    return parser


def _link_with_span(state: StateInline, silent: bool) -> bool:
    """markdown-it's own rule, which also notes where the link stands."""
    start, before = state.pos, len(state.tokens)
    label_end = -1
    if not silent and state.src[start] == "[":
        label_end = state.md.helpers.parseLinkLabel(state, start, True)
    if not link(state, silent):
        return False
    if not silent:
        opening = next(t for t in state.tokens[before:] if t.type == "link_open")
        meta: dict[str, Any] = opening.meta
        meta[SPAN] = (start, start + 1, label_end, state.pos)
    return True
