"""What a learner answers to each kind of question.

Positions count from 0 in the order the body is written in, whatever the order on the screen.
"""

from dataclasses import dataclass
from enum import IntEnum


class Certainty(IntEnum):
    """How sure a learner is; the numbers are Moodle's certainty levels C=1 to C=3."""

    GUESS = 1
    LIKELY = 2
    SURE = 3


class SelfGrade(IntEnum):
    """How right an answer is, as its learner decides."""

    WRONG = 0
    PARTLY = 1
    RIGHT = 2


@dataclass(frozen=True, slots=True)
class Picked:
    """To a choice: the positions of the options picked, rising; none is an answer too."""

    options: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """To a true/false question, with the reason in the learner's words."""

    is_true: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """To a number, a short or an open question: what was typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Filled:
    """To a text with gaps: what was typed into each."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ordered:
    """To an order: positions of the items, in the learner's order; each once."""

    items: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """To a match: for each pair's left side the place of the right side chosen, or None.

    Right sides count through the pairs, then through the strays.
    """

    rights: tuple[int | None, ...]


Response = Picked | Judged | Typed | Filled | Ordered | Matched
