"""A body being read: the block that holds it, in its text, and where faults are told."""

from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from decks.problems import Problems
from decks.questions.parsing import inside, items, lines_of
from decks.rules import Rule


@dataclass(frozen=True, slots=True)
class BodySource:
    """One top-level block of a text.

    Attributes:
        tokens: Of the whole text.
        block: Opens the block.
        lines: Of the whole text.
        line: Of the text's first line in its file, from 1.
        problems: Takes what is wrong.
    """

    tokens: Sequence[Token]
    block: Token
    lines: Sequence[str]
    line: int
    problems: Problems

    @property
    def inside(self) -> list[Token]:
        """The tokens in the block."""
        return list(inside(self.tokens, self.block))

    @property
    def items(self) -> list[list[Token]]:
        """The items of the block, a list."""
        return items(self.tokens, self.block)

    @property
    def start(self) -> int:
        """The line of the block in its file, from 1."""
        return self.line_of(self.block)

    def line_of(self, token: Token) -> int:
        """The line of a block inside in its file, from 1."""
        return self.line + lines_of(token).start

    def report(self, line: int, rule: Rule, found: str, expected: str) -> None:
        """Note what is wrong at a line of the file."""
        self.problems.add(line, rule, found, expected)
