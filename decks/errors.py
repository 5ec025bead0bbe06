"""What can be wrong with a course file, as facts that a person can act on."""

from pathlib import Path
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing wrong or doubtful in a file.

    Attributes:
        line: Where, from 1; 0 for the whole file.
        rule: Stable name of the rule that is broken, such as ``note-id-repeated``; screens
            translate by it.
        found: What stands there (short, quoted by the message).
        expected: What would be right, in English.
    """

    line: int
    rule: str
    found: str
    expected: str


class DeckError(Exception):
    """A file that cannot be read as a course, with every problem found in it."""

    def __init__(self, path: Path, problems: tuple[Problem, ...]) -> None:
        self.path = path
        self.problems = problems
        super().__init__(
            "\n".join(
                f"{path}:{p.line}: {p.rule}: found {p.found!r}; expected {p.expected}"
                for p in problems
            )
        )
