"""Texts in the two languages of the app, and numbers set in them as each language writes them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Literal

Language = Literal["fr", "en"]
NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"
SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Words:
    """One text, in French and in English.

    A text may hold fields such as ``{dead:%}``, which `fill` replaces by numbers of a run.
    """

    fr: str
    en: str

    def in_language(self, language: Language) -> str:
        """The text in ``"fr"`` or ``"en"``."""
        return self.fr if language == "fr" else self.en


def same(text: str) -> Words:
    """A text that both languages write alike, such as ``x₁``."""
    return Words(text, text)


def number(value: float, spec: str = "", language: Language = "fr") -> str:
    """A number as a reader of that language expects it; what is written as zero has no sign.

    Args:
        value: Any number; what is not finite is named as such.
        spec: ``%`` for a whole percentage, ``.1%`` with a decimal, ``d`` rounded to a whole number,
            ``.3`` for that many significant digits, ``.2f`` for decimals; three digits by default.
        language: ``"fr"`` or ``"en"``.
    """
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "−∞" if value < 0 else "∞"
    text = _plain(value, spec).replace("-", "−")
    if language == "fr":
        text = text.replace(",", NARROW_SPACE).replace(".", ",").replace("%", f"{SPACE}%")
    return text


def _plain(value: float, spec: str) -> str:
    if spec.endswith("%"):
        return f"{value:z{spec if spec != '%' else '.0%'}}"
    if spec == "d":
        return f"{round(value):,}"
    if spec.endswith("f"):
        return f"{value:z,{spec}}"
    digits = int(spec[1:]) if spec else 3
    if value and not 1e-3 <= abs(value) < 1e5:
        return _power_of_ten(value, digits)
    return f"{float(f'{value:.{digits}g}'):z,.10g}"


_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def _power_of_ten(value: float, digits: int) -> str:
    mantissa, exponent = f"{value:.{digits - 1}e}".split("e")
    short = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
    power = "10" + str(int(exponent)).translate(_RAISED)
    return power if short == "1" else f"{short}{SPACE}×{SPACE}{power}"


def fill(words: Words, values: Mapping[str, float | str], language: Language) -> str:
    """A text with its fields replaced by `values`, numbers written by `number`.

    Raises:
        KeyError: If a field has no value.
    """
    return _Filler(language).vformat(words.in_language(language), (), values)


class _Filler(Formatter):
    def __init__(self, language: Language) -> None:
        self._language = language

    def format_field(self, value: object, format_spec: str) -> str:
        if isinstance(value, str):
            return value
        assert isinstance(value, int | float)
        return number(value, format_spec, self._language)
