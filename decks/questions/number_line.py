r"""A number read from its line: ``= 4,2 ± 0,1 Mo``, ``= 1/3 ± 2 %``, ``= 61 \%``."""

import re
from fractions import Fraction

from decks.problems import Problems
from decks.questions.bodies import Number
from decks.questions.numbers import split_number
from decks.questions.parsing import parser, plain_text
from decks.rules import Rule

_EXPECTED = r"a line such as = 4,2 ± 0,1 Mo or = 0,5 ± 2 %, with \% for a unit of percent"
_UNIT = re.compile(r"(?![\d%±=/*.,^+-]).+")


def read_number_line(text: str, line: int, problems: Problems) -> Number | None:
    """Read the line of a number.

    Args:
        text: Its Markdown, from its ``=`` on.
        line: In its file, from 1.
        problems: Takes what is wrong.
    """
    value, sign, tolerance = text.removeprefix("=").partition("±")
    given = split_number(value)
    margin = split_number(tolerance) if sign else None
    if "\n" in text or given is None or (sign and (margin is None or given.rest)):
        problems.add(line, Rule.NUMBER_MALFORMED, text, _EXPECTED)
        return None
    rest = margin.rest if margin else given.rest
    is_relative = margin is not None and rest.startswith("%")
    unit = _unit(rest[1:].lstrip() if is_relative else rest)
    if unit is None:
        problems.add(line, Rule.NUMBER_MALFORMED, text, _EXPECTED)
        return None
    if margin is not None and margin.value < 0:
        problems.add(line, Rule.TOLERANCE_NEGATIVE, tolerance, "a tolerance of 0 or more")
        return None
    within = margin.value if margin else Fraction(0)
    share = within / 100 if is_relative else within
    return Number(float(given.value), float(share), is_relative, unit)


def _unit(text: str) -> str | None:
    """The plain text of a unit's Markdown; None when it is none."""
    if not text:
        return ""
    if not _UNIT.fullmatch(text):
        return None
    return plain_text(parser().parseInline(text)[0])
