"""Where a question's body starts: the first block of its kind's syntax."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from markdown_it.token import Token

from decks.kinds import NoteKind
from decks.questions.parsing import block_parser, inside, items, lines_of, without_blank_ends

BOX = re.compile(r"\[[ xX]\](?:\s|$)")
TRUTHS = {"Vrai": True, "Faux": False, "True": True, "False": False}
_EQUALS = re.compile(r"=(?!=)")
WHOLE = (NoteKind.GAPS, NoteKind.OPEN)  # kinds whose body is all below the heading


BODY_MARK = "<!-- body -->"  # parts a question from a body that would start in it


class Split(NamedTuple):
    """A text cut in two; `line` is where the body starts, from 0."""

    question: str
    body: str
    line: int


@lru_cache(maxsize=4)  # a reader asks once for the texts, and once to check them
def split(kind: NoteKind, text: str) -> Split:
    """Cut what stands under a question's heading into what asks and its body ("" for none)."""
    if kind in WHOLE:
        return Split("", text, 0)
    tokens = block_parser().parse(text)
    mark, block = _marked(kind, tokens) or (None, body_block(kind, tokens))
    if block is None:
        return Split(text, "", 0)
    lines, start = text.split("\n"), lines_of(block).start
    end = lines_of(mark or block).start
    return Split(without_blank_ends(lines[:end]), "\n".join(lines[start:]), start)


def joined(kind: NoteKind, question: str, body: str) -> str:
    """What stands under a heading, such that `split` gives both parts back."""
    plain = "\n\n".join(filter(None, (question, body)))
    if kind in WHOLE or split(kind, plain)[:2] == (question, body):
        return plain
    return f"{question}\n\n{BODY_MARK}\n\n{body}"


def _marked(kind: NoteKind, tokens: Sequence[Token]) -> tuple[Token, Token] | None:
    """The last comment that a body follows at once, and that body's block."""
    blocks = [token for token in tokens if token.level == 0 and token.nesting >= 0]
    for mark, block in reversed(list(pairwise(blocks))):
        if _paragraph(tokens, mark) == BODY_MARK and _BLOCKS[kind](tokens, block):
            return mark, block
    return None


def body_block(kind: NoteKind, tokens: Sequence[Token]) -> Token | None:
    """The first top-level block that a body of this kind may be; None without one."""
    is_body = _BLOCKS[kind]
    found = (token for token in tokens if token.level == 0 and is_body(tokens, token))
    return next(found, None)


def _is_task_list(tokens: Sequence[Token], token: Token) -> bool:
    return _is_list(tokens, token) and any(
        len(item) > 2 and item[2].type == "inline" and BOX.match(item[2].content)
        for item in items(tokens, token)
    )


def _is_list(_tokens: Sequence[Token], token: Token) -> bool:
    return token.type == "bullet_list_open" and token.markup == "-"


def _is_numbered_list(_tokens: Sequence[Token], token: Token) -> bool:
    return token.type == "ordered_list_open" and token.markup == "."


def _is_word(tokens: Sequence[Token], token: Token) -> bool:
    return _paragraph(tokens, token) in TRUTHS


def _is_number(tokens: Sequence[Token], token: Token) -> bool:
    return _EQUALS.match(_paragraph(tokens, token)) is not None


def _paragraph(tokens: Sequence[Token], token: Token) -> str:
    return next(inside(tokens, token)).content if token.type == "paragraph_open" else ""


def _is_two_columns(tokens: Sequence[Token], token: Token) -> bool:
    if token.type != "table_open":
        return False
    return sum(cell.type == "th_open" for cell in inside(tokens, token)) == 2


_BLOCKS: dict[NoteKind, Callable[[Sequence[Token], Token], bool]] = {
    NoteKind.CHOICE: _is_task_list,
    NoteKind.CHOICES: _is_task_list,
    NoteKind.TRUTH: _is_word,
    NoteKind.NUMBER: _is_number,
    NoteKind.SHORT: _is_list,
    NoteKind.ORDER: _is_numbered_list,
    NoteKind.MATCH: _is_two_columns,
}
