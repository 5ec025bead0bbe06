"""Text whose letters came out wrong, because its bytes were once read in another encoding.

A file of UTF-8 that somebody opened as Mac Roman and saved again is sound UTF-8, and yet it says
« rÃ©seau » or « r√©seau » all over. ftfy knows these signs and takes the mistake back
(`docs/decisions/0017-mojibake.md`); nothing else about the text is changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ftfy import ExplainedText

_LEAST_SHARE = 4  # a text that only quotes such signs has them on few of its lines: 1 in so many
_NAMES = {
    "macroman": "Mac Roman",
    "latin-1": "Latin-1",
    "sloppy-windows-1252": "Windows-1252",
    "sloppy-windows-1250": "Windows-1250",
    "sloppy-windows-1251": "Windows-1251",
    "iso-8859-2": "ISO 8859-2",
    "cp437": "CP437",
}


class Mending(NamedTuple):
    """A text made readable again.

    Attributes:
        text: As it was meant; it has the lines that it had.
        read_as: The encoding that its bytes were mistaken for; "" when there were several.
        line: Of the first mistake, from 1.
        before: The first word that was wrong.
        after: The same as it should be.
    """

    text: str
    read_as: str
    line: int
    before: str
    after: str


def mended(text: str) -> Mending | None:
    """The text as it was meant; None when its letters are right, or as good as all of them."""
    if text.isascii():
        return None
    import ftfy.badness  # late on purpose: a tenth of a second that most files do without

    whole = ftfy.fix_encoding_and_explain(text)
    before = text.split("\n")
    if whole.text != text:
        after, told = whole.text.split("\n"), [whole]
    elif ftfy.badness.is_bad(text):  # put together from sound and wrong parts
        told = [ftfy.fix_encoding_and_explain(line) for line in before]
        after = [line.text for line in told]
    else:
        return None
    return _mending(before, after, told)


def _mending(before: list[str], after: list[str], told: Iterable[ExplainedText]) -> Mending | None:
    wrong = [n for n, (old, new) in enumerate(zip(before, after, strict=False)) if old != new]
    beyond_ascii = sum(not line.isascii() for line in before)
    if not wrong or len(before) != len(after) or len(wrong) * _LEAST_SHARE < beyond_ascii:
        return None
    steps = (step for part in told for step in part.explanation or ())
    read_as = {step.parameter for step in steps if step.action == "encode"}
    name = _NAMES.get(read_as.pop(), "") if len(read_as) == 1 else ""
    word = _telling(words for n in wrong for words in _changed_words(before[n], after[n]))
    return Mending("\n".join(after), name, wrong[0] + 1, *word)


def _changed_words(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Words that changed; the whole line when words do not pair."""
    old, new = before.split(), after.split()
    pairs = zip(old, new, strict=True) if len(old) == len(new) else [(before, after)]
    yield from (pair for pair in pairs if pair[0] != pair[1])


def _telling(words: Iterator[tuple[str, str]]) -> tuple[str, str]:
    """The first word with letters, which tells more than a dash; else the first of all."""
    first = next(words)
    return next((pair for pair in chain([first], words) if pair[1][:1].isalpha()), first)
