"""The texts of the simulations in the interface's language."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QLocale

from sim.words import Language, Words, fill


def language() -> Language:
    """The language the interface speaks now."""
    return "fr" if QLocale().language() == QLocale.Language.French else "en"


def said(words: Words) -> str:
    """A text in that language."""
    return words.in_language(language())


def filled(words: Words, values: Mapping[str, float | str]) -> str:
    """A text in that language, its fields replaced by numbers."""
    return fill(words, values, language())
