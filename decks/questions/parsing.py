"""The dialect's parser as bodies want it, and the few things they all ask of its tokens."""

from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from decks.markdown import with_dialect

_PLAIN = ("text", "text_special")


@cache
def parser() -> MarkdownIt:
    r"""The dialect, with ``\|`` kept apart from a bare ``|``."""
    dialect = with_dialect(MarkdownIt("commonmark", {"html": False}))
    dialect.core.ruler.disable("text_join")
    return dialect


@cache
def block_parser() -> MarkdownIt:
    """The same without what stands inside a line, which takes half the time."""
    dialect = with_dialect(MarkdownIt("commonmark", {"html": False}))
    dialect.core.ruler.disable("inline")
    return dialect


def lines_of(token: Token) -> range:
    """The lines of a block, from 0."""
    assert token.map is not None  # blocks have one
    return range(*token.map)


def inside(tokens: Sequence[Token], block: Token) -> Iterator[Token]:
    """The tokens of a top-level block, without its own."""
    start = next(i for i, token in enumerate(tokens) if token is block)
    for token in tokens[start + 1 :]:
        if token.level == 0:
            return
        yield token


def items(tokens: Sequence[Token], block: Token) -> list[list[Token]]:
    """The items of a top-level list: its ``list_item_open``, then the tokens inside."""
    found: list[list[Token]] = []
    for token in inside(tokens, block):
        if token.type == "list_item_open" and token.level == 1:
            found.append([token])
        elif token.level > 1:
            found[-1].append(token)
    return found


def only_line(item: Sequence[Token]) -> Token | None:
    """The inline token of an item that is one paragraph of one line; None for any other."""
    types = [token.type for token in item[1:]]
    if types != ["paragraph_open", "inline", "paragraph_close"] or "\n" in item[2].content:
        return None
    return item[2]


def plain_text(inline: Token) -> str | None:
    """What an inline token says, if it is text alone: no formula, code, emphasis, link, picture."""
    leaves = inline.children or []
    if any(leaf.type not in _PLAIN for leaf in leaves):
        return None
    return "".join(leaf.content for leaf in leaves)


def without_blank_ends(lines: Sequence[str]) -> str:
    """Lines as a text, without the blank ones at both ends."""
    first, last = 0, len(lines)
    while first < last and not lines[first].strip(" \t"):
        first += 1
    while first < last and not lines[last - 1].strip(" \t"):
        last -= 1
    return "\n".join(lines[first:last])


def dedented(line: str, columns: int) -> str:
    """A line without its first columns of indentation, or as many as it has."""
    bare = line.lstrip(" \t")
    return line[: len(line) - len(bare)].expandtabs(4)[columns:] + bare
