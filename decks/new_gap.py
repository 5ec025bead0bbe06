"""A gap made of words that a learner selects in a cloze text."""

from itertools import count
from typing import NamedTuple

from decks.deletions import find_deletions
from decks.problems import Problems
from decks.rules import Rule
from decks.texts import check_text

_BLANKS = " \t\n\u00a0\u202f"
_BROKEN = {
    Rule.DELETION_EMPTY,
    Rule.DELETION_GLUED,
    Rule.DELETION_MALFORMED,
    Rule.DELETION_MISPLACED,
}


class Gap(NamedTuple):
    """What to hide: from one place to another of the text, under a number of its own."""

    start: int
    end: int
    number: int

    def written(self, text: str) -> str:
        """The text with the gap in it."""
        label = text[self.start : self.end]
        return f"{text[: self.start]}[{label}](#{self.number}){text[self.end :]}"


def new_gap(text: str, start: int, end: int) -> Gap | None:
    """The gap that hides what stands between two places, without the blanks at its ends.

    None when nothing would be hidden, or when the text would read otherwise: half a formula, half
    of something emphasised, code, words of another gap.

    Args:
        text: Markdown, with the gaps made so far.
        start: Index of the first character to hide.
        end: Index after the last one.
    """
    chosen = text[start:end]
    start += len(chosen) - len(chosen.lstrip(_BLANKS))
    end = start + len(chosen.strip(_BLANKS))
    known = find_deletions(text)
    numbers = {deletion.number for deletion in known}
    gap = Gap(start, end, next(n for n in count(1) if n not in numbers))
    made = gap.written(text)
    problems = Problems()
    check_text(made, 1, problems, is_cloze_body=True)
    is_sound = not any(problem.rule in _BROKEN for problem in problems.items)
    return gap if is_sound and len(find_deletions(made)) == len(known) + 1 else None
