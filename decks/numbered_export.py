"""The text export of a flashcard site: numbered cards, each a ``Q`` and an ``A``.

A card opens with a line of digits whose next non-blank line is ``Q``. Its answer may be followed by
the site's rating block, which is cut off: it is no learner's answer. Nothing here is Markdown yet;
`decks.export_notes` makes notes of it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from decks.blocks import Block, blocks
from decks.outline import BYTE_ORDER_MARK, split_lines
from decks.problems import Problems
from decks.rules import Rule

_NUMBER = re.compile(r"[0-9]{1,9}")
_RATING = (
    "How well did you know this?",
    *("1", "Not at all", "2", "3", "4", "5", "Perfectly"),
)
_TITLE_END = " Flashcards"


@dataclass(frozen=True, slots=True)
class ExportedCard:
    """One card; `line` is that of its number, from 1."""

    number: int
    question: tuple[Block, ...]
    answer: tuple[Block, ...]
    is_rated: bool
    line: int


@dataclass(frozen=True, slots=True)
class NumberedExport:
    """A file of cards; `title` is "" when the file has none."""

    title: str
    cards: tuple[ExportedCard, ...]


def is_numbered_export(text: str) -> bool:
    """Whether a text holds at least one card's start."""
    return bool(_starts(_lines(text)))


def parse_export(text: str, problems: Problems) -> NumberedExport:
    """Read an export.

    Args:
        text: Decoded; any line ends, with or without a byte-order mark.
        problems: Takes what is doubtful, and why cards were left out: those without a question or
            an answer.
    """
    lines = _lines(text)
    starts = _starts(lines)
    parts = pairwise([*starts, len(lines)])
    numbers = [int(lines[start]) for start in starts]
    _check_numbers(numbers, starts, problems)
    cards = (_card(lines, start, end, problems) for start, end in parts)
    return NumberedExport(
        title=_title(lines[: starts[0] if starts else len(lines)]),
        cards=tuple(card for card in cards if card is not None),
    )


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in split_lines(text.removeprefix(BYTE_ORDER_MARK))]


def _starts(lines: Sequence[str]) -> list[int]:
    """The lines (from 0) that open a card."""
    starts: list[int] = []
    following = ""  # the next line that is not blank
    for index in range(len(lines) - 1, -1, -1):
        if following == "Q" and _NUMBER.fullmatch(lines[index]):
            starts.append(index)
        following = lines[index] or following
    return starts[::-1]


def _title(lines: Sequence[str]) -> str:
    title = " ".join(" ".join(lines).split())
    return title.removesuffix(_TITLE_END) if title != _TITLE_END.strip() else ""


def _check_numbers(numbers: Sequence[int], starts: Sequence[int], problems: Problems) -> None:
    for (before, number), start in zip(pairwise([0, *numbers]), starts, strict=True):
        if number != before + 1:
            problems.add(start + 1, Rule.NUMBER_UNEXPECTED, str(number), f"card {before + 1}")


def _card(lines: Sequence[str], start: int, end: int, problems: Problems) -> ExportedCard | None:
    """The card on these lines; None, and a problem, when it has no question or no answer."""
    opening = next(i for i in range(start + 1, end) if lines[i] == "Q")
    divide = next((i for i in range(opening + 1, end) if lines[i] == "A"), None)
    name = f"card {lines[start]}"
    if divide is None:
        problems.add(start + 1, Rule.ANSWER_MISSING, name, "a line A between question and answer")
        return None
    rating = next((i for i in range(divide + 1, end) if lines[i] == _RATING[0]), end)
    question = blocks(lines[opening + 1 : divide])
    answer = blocks(lines[divide + 1 : rating])
    if not question:
        problems.add(start + 1, Rule.QUESTION_EMPTY, name, "a question between Q and A")
    if not answer:
        problems.add(divide + 1, Rule.ANSWER_EMPTY, name, "an answer after A")
    _check_rating(lines, rating, end, problems)
    if not question or not answer:
        return None
    return ExportedCard(int(lines[start]), question, answer, rating < end, start + 1)


def _check_rating(lines: Sequence[str], start: int, end: int, problems: Problems) -> None:
    """Warn of text that hides among the site's rating: it is cut off with it."""
    found = [(i, lines[i]) for i in range(start, end) if lines[i]]
    for expected, (index, line) in zip(_RATING, found, strict=False):
        if line != expected:
            problems.add(index + 1, Rule.RATING_UNKNOWN, line, expected)
            return
    if found and len(found) != len(_RATING):
        index, line = found[-1] if len(found) < len(_RATING) else found[len(_RATING)]
        expected = "the rating's eight lines and nothing else before the next card"
        problems.add(index + 1, Rule.RATING_UNKNOWN, line, expected)
