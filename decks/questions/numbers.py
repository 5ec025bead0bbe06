"""Numbers as people type them: comma or point, powers of ten, fractions, blanks in thousands.

``1 234,5`` ``1e-3`` ``1,5 × 10^-3`` ``2/3`` ``−4``. One comma or point is a decimal sign, wherever
it stands; where both stand, or one stands several times before groups of three digits, the groups
are thousands: ``1.234,5`` ``1,234,567``.
"""

import re
from fractions import Fraction
from typing import NamedTuple

_LONGEST = 100  # characters: no number that a person types is longer
_AS_ASCII = str.maketrans(  # one for one: places in the text stay where they are
    dict.fromkeys("\N{MINUS SIGN}\N{EN DASH}\N{NON-BREAKING HYPHEN}", "-")
    | dict.fromkeys("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\t", " ")
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_POWER = r"10(?:\^\(?(?P<{0}>[-+]?[0-9]{{1,3}})\)?|(?P<raised_{0}>[⁻⁺]?[⁰¹²³⁴-⁹]{{1,3}}))"
_ONE = re.compile(
    rf"""
    (?P<sign>[-+]?)\ ?
    (?: {_POWER.format("alone")}
      | (?P<digits> [0-9]{{1,3}}(?:,[0-9]{{3}})+\.[0-9]+ | [0-9]{{1,3}}(?:\.[0-9]{{3}})+,[0-9]+
          | [0-9]{{1,3}}(?:,[0-9]{{3}}){{2,}} | [0-9]{{1,3}}(?:\.[0-9]{{3}}){{2,}}
          | [0-9]{{1,3}}(?:\ [0-9]{{3}})+(?:[.,][0-9]+)?
          | [0-9]+(?:[.,][0-9]*)? | [.,][0-9]+ )
        (?: [eE](?P<exponent>[-+]?[0-9]{{1,3}}) | \ ?[×x*·]\ ?{_POWER.format("times")} )?
    )
    (?![0-9]|[eE][-+]?[0-9])
    """,
    re.VERBOSE,
)
_SLASH = re.compile(r" ?/ ?")


class Leading(NamedTuple):
    """A number at the start of a text, and what follows it without the blanks around."""

    value: Fraction
    rest: str


def read_number(text: str) -> Fraction | None:
    """The number that a whole text is; None when it is none, or is beyond what a float holds."""
    found = split_number(text)
    return found.value if found and not found.rest else None


def split_number(text: str) -> Leading | None:
    """The number that a text starts with; None when it starts with none."""
    bare = text.strip()
    plain = bare.translate(_AS_ASCII)
    if len(plain) > _LONGEST or (first := _ONE.match(plain)) is None:
        return None
    value, end = _value(first), first.end()
    slash = _SLASH.match(plain, end)
    if slash and (second := _ONE.match(plain, slash.end())):
        divisor, end = _value(second), second.end()
        if not divisor:
            return None
        value /= divisor
    return Leading(value, bare[end:].strip()) if _is_float(value) else None


def decimal(value: float) -> str:
    """The shortest text that reads as a float, with a comma: ``0,5`` ``235`` ``1e-05``."""
    return repr(value).removesuffix(".0").replace(".", ",")


def _value(match: re.Match[str]) -> Fraction:
    power = match["exponent"] or match["times"] or match["alone"] or "0"
    raised = match["raised_times"] or match["raised_alone"]
    exponent = int(raised.translate(_RAISED) if raised else power)
    digits = Fraction(_plain_decimal(match["digits"]) if match["digits"] else 1)
    value = digits * Fraction(10) ** exponent
    return -value if match["sign"] == "-" else value


def _plain_decimal(digits: str) -> str:
    """Digits with a point at most."""
    digits = digits.replace(" ", "")
    last = max(digits.rfind(","), digits.rfind("."))
    if last < 0:
        return digits
    is_grouped = digits.count(digits[last]) > 1
    whole = re.sub("[.,]", "", digits if is_grouped else digits[:last])
    return whole if is_grouped else f"{whole or 0}.{digits[last + 1 :] or 0}"


def _is_float(value: Fraction) -> bool:
    try:
        float(value)
    except OverflowError:
        return False
    return True
