"""Spaces that may break a line, told from those that may not.

``str.split`` knows no difference: « pourquoi ? » lost the space that keeps its mark on the line.
"""

import re

_BREAKABLE = re.compile(r"[^\S\u00a0\u2007\u202f]+")


def in_one_line(text: str) -> str:
    """A text with one space for each run of spaces and line breaks; those of French marks stay."""
    return _BREAKABLE.sub(" ", text).strip()


def words(text: str) -> list[str]:
    """What a line may be broken into: « pourquoi ? » is one word."""
    return in_one_line(text).split(" ")
