"""A long text cut between its blocks, so that the window never waits for all of it."""

from collections.abc import Iterator, Sequence

LONGEST = 1000
"""Characters of a piece: code, the slowest there is to write, takes 6 ms for a thousand."""


def pieces(text: str) -> tuple[str, ...]:
    """The text in pieces that draw the same below each other.

    They end before a heading where one stands in the second half of the room, else before another
    block or an item of a list; a block that is longer is a piece of its own.

    Args:
        text: Markdown. Addresses that it defines for its links are known to every piece.
    """
    if len(text) <= LONGEST:
        return (text,)
    from decks.markdown import text_parser  # late on purpose: short texts do without

    env: dict[str, dict[str, dict[str, str]]] = {}
    starts = {
        token.map[0]: token.type == "heading_open"
        for token in reversed(text_parser().parse(text, env))
        if token.map and (token.level == 0 or (token.type, token.level) == ("list_item_open", 1))
    }
    known = env.get("references", {}).items()
    defined = "\n".join(f"[{label}]: <{address['href']}>" for label, address in known)
    cut = _cut(text.split("\n"), dict(sorted(starts.items())))
    return tuple("\n\n".join(filter(None, (piece, defined))) for piece in cut)


def _cut(lines: Sequence[str], starts: dict[int, bool]) -> Iterator[str]:
    """Cut at some of the lines where something starts: whether that is a heading is their value."""
    ends = [*list(starts)[1:], len(lines)]
    piece: list[str] = []
    size = 0
    for (start, is_heading), end in zip(starts.items(), ends, strict=True):
        block = lines[0 if start == next(iter(starts)) else start : end]
        length = sum(map(len, block)) + len(block)
        if piece and (size + length > LONGEST or (is_heading and size > LONGEST / 2)):
            yield "\n".join(piece).strip("\n")
            piece, size = [], 0
        piece += block
        size += length
    yield "\n".join(piece).strip("\n")
