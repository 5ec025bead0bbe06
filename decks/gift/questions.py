"""What a GIFT file holds, before anything is made of it."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class GiftKind(StrEnum):
    """What Moodle takes an entry for."""

    DESCRIPTION = "description"
    ESSAY = "essay"
    NUMERICAL = "numerical"
    CHOICE = "multichoice"
    MATCH = "match"
    TRUTH = "truefalse"
    SHORT = "shortanswer"


@dataclass(frozen=True, slots=True)
class GiftText:
    """A text without escapes; `format` is ``moodle``, ``html``, ``plain`` or ``markdown``."""

    text: str
    format: str


@dataclass(frozen=True, slots=True)
class GiftAnswer:
    """One answer.

    Attributes:
        text: What it says; of a pair, its left side.
        weight: Its credit in percent, -100 to 100; 100 after ``=``, 0 after ``~``.
        feedback: Shown to who gave it; of a true/false question, to who gave the other.
        line: In the file, from 1.
        right: Of a pair, its right side, plain.
        is_marked_right: Whether it stands after ``=``.
    """

    text: GiftText
    weight: Fraction
    feedback: GiftText
    line: int
    right: str = ""
    is_marked_right: bool = True


@dataclass(frozen=True, slots=True)
class GiftQuestion:
    """One entry.

    Attributes:
        kind: What it is.
        question: What it asks; `decks.gift.escapes.BLANK` stands where its answers stood.
        answers: In the order written.
        line: Of its first line, from 1.
        title: Between ``::``; "" for none.
        feedback: For everybody, after ``####``.
        category: The names that lead to it, from the top.
        id: After ``[id:``, in a comment; "" for none.
        tags: After ``[tag:``, likewise.
    """

    kind: GiftKind
    question: GiftText
    answers: tuple[GiftAnswer, ...]
    line: int
    title: str
    feedback: GiftText
    category: tuple[str, ...]
    id: str
    tags: tuple[str, ...]
