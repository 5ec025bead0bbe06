"""A GIFT file cut into entries at its blank lines, comments and categories taken out.

Files from the wild leave blank lines out: after closed braces a title begins an entry, too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from decks.gift.escapes import BLANKS, hidden
from decks.outline import BYTE_ORDER_MARK, split_lines

_CATEGORY = re.compile(r"\$CATEGORY:\s*(?P<path>.*)")
_SLASH = re.compile(r"(?<!/)/(?!/)")  # a doubled one belongs to a name
_PLACES = re.compile(r"top|\$\w+\$")  # of Moodle, not of the questions
_ID = re.compile(r"\[id:(?P<id>[^\]]*)\]")
_TAG = re.compile(r"\[tag:(?P<tag>[^\]]*)\]")
_BEGINS = re.compile(r"::|//\s*question:|//.*\[(?:id|tag):")


@dataclass
class Entry:
    """Lines between blank ones.

    Attributes:
        line: Of the first one, from 1.
        category: The names that lead to it, from the top.
        lines: With escaped signs hidden, and blanks in the place of comments.
        comments: What these said.
        is_open: Whether a brace was opened; `is_closed` once one closed it.
    """

    line: int
    category: tuple[str, ...]
    lines: list[str] = field(default_factory=list)
    comments: str = ""
    is_open: bool = False
    is_closed: bool = False

    def take(self, line: str) -> None:
        """Add a line that is no comment."""
        self.lines.append(line)
        before, opening, after = line.partition("{")
        rest = before + after if self.is_open else after
        self.is_open = self.is_open or bool(opening)
        self.is_closed = self.is_closed or (self.is_open and "}" in rest)

    @property
    def text(self) -> str:
        """Its lines together."""
        return "\n".join(self.lines)

    @property
    def id(self) -> str:
        """What a comment names it by; "" for nothing."""
        found = _ID.search(self.comments)
        return found["id"].strip() if found else ""

    @property
    def tags(self) -> tuple[str, ...]:
        """What a comment tags it with."""
        return tuple(tag.strip() for tag in _TAG.findall(self.comments))


def entries(text: str) -> Iterator[Entry]:
    """The entries of a file that hold more than comments."""
    category: tuple[str, ...] = ()
    entry: Entry | None = None
    for number, raw in enumerate([*split_lines(text.removeprefix(BYTE_ORDER_MARK)), ""], 1):
        line = raw.strip(BLANKS)
        found = _CATEGORY.fullmatch(line)
        if found or not line:
            if entry and entry.text.strip():
                yield entry
            entry = None
            category = _names(found["path"]) if found else category
            continue
        if entry and entry.is_closed and _BEGINS.match(line):
            yield entry
            entry = None
        entry = entry or Entry(number, category)
        if line.startswith("//"):
            entry.comments += line
            entry.lines.append("")
        else:
            entry.take(hidden(line))


def _names(path: str) -> tuple[str, ...]:
    names = (name.strip().replace("//", "/") for name in _SLASH.split(path))
    return tuple(name for name in names if name and not _PLACES.fullmatch(name))
