"""A list to which every check adds what it finds, so that an author sees all of it at once."""

from dataclasses import dataclass, field

from decks.errors import Problem
from decks.rules import Rule

_QUOTED = 60  # characters of what was found that a message can carry


@dataclass
class Problems:
    """Problems in the order found."""

    items: list[Problem] = field(default_factory=list)

    def add(self, line: int, rule: Rule, found: str, expected: str) -> None:
        """Note a problem at a line (from 1, 0 for the whole file)."""
        self.items.append(Problem(line, rule, shortened(found), expected))

    def in_order(self) -> tuple[Problem, ...]:
        """By line."""
        return tuple(sorted(self.items, key=lambda problem: problem.line))


def shortened(text: str) -> str:
    """The first words of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _QUOTED else line[: _QUOTED - 1] + "…"
