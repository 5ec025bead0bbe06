"""``lr=1e-4:10:log40``: which values of a setting a sweep goes through."""

from __future__ import annotations

import re

from sim.errors import BadSettingError
from sim.settings import Scalar, Setting, Whole
from sim.words import Words

MOST_VALUES = 1000
FORM = Words(
    "réglage=bas:haut:logN, =bas:haut:linN (N de 2 à 1000) ou =x,y,z",
    "setting=low:high:logN, =low:high:linN (N from 2 to 1000) or =x,y,z",
)
_RANGE = re.compile(r"([^:]+):([^:]+):(log|lin)(\d{1,4})")


def values(name: str, text: str, takes: Setting) -> tuple[Scalar, ...]:
    """The values that a text names, in order, without repeats.

    Args:
        name: Of the setting.
        text: After the ``=``: ``low:high:logN`` for N values evenly spaced by their ratio,
            ``low:high:linN`` by their difference, or a list.
        takes: What the setting takes; whole numbers are rounded, and may then be fewer.

    Raises:
        BadSettingError: If a text has not that form, or a value is not one the setting takes.
    """
    found = _RANGE.fullmatch(text)
    if found is None and ":" in text:
        raise BadSettingError(name, text, FORM)
    given: list[object] = [*_spaced(name, text, *found.groups())] if found else [*text.split(",")]
    if isinstance(takes, Whole) and found:
        given = [round(float(str(value))) for value in given]
    return tuple(dict.fromkeys(_parsed(name, value, takes) for value in given))


def _spaced(name: str, text: str, low: str, high: str, kind: str, count: str) -> list[float]:
    try:
        first, last, steps = float(low), float(high), int(count) - 1
    except ValueError as error:
        raise BadSettingError(name, text, FORM) from error
    if not 1 <= steps < MOST_VALUES or (kind == "log" and min(first, last) <= 0):
        raise BadSettingError(name, text, FORM)
    return [_between(first, last, place / steps, kind) for place in range(steps + 1)]


def _between(first: float, last: float, share: float, kind: str) -> float:
    """Exactly the ends at the ends, and never beyond them by a rounding error."""
    if share in (0.0, 1.0):
        return last if share else first
    value = first * (last / first) ** share if kind == "log" else first + (last - first) * share
    return float(min(max(value, min(first, last)), max(first, last)))


def _parsed(name: str, value: object, takes: Setting) -> Scalar:
    parsed = takes.parse(value.strip() if isinstance(value, str) else value)
    if parsed is None:
        raise BadSettingError(name, value, takes.allowed)
    return parsed
