"""Texts that stand twice where each must be another."""

from collections.abc import Iterable

from decks.problems import Problems
from decks.rules import Rule


def check_alike(texts: Iterable[tuple[str, int]], rule: Rule, problems: Problems) -> None:
    """Report each text that was there before, blanks aside; texts come with their lines."""
    seen: set[str] = set()
    for text, line in texts:
        key = " ".join(text.split())
        if key in seen:
            problems.add(line, rule, text, "each one once")
        seen.add(key)
