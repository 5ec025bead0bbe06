"""Plain text cut into paragraphs and lists, by the signs that a flashcard site's export uses."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

_BULLET = re.compile(r" {0,3}•\s+(?P<text>.+)")
_ORDERED = re.compile(r" {2,3}(?P<number>[0-9]{1,9})\.\s+(?P<text>.+)")
_ASIDE = re.compile(r" {4}\s*(?P<text>.+)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of plain text that belong together."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A list item, and the asides that the learner wrote below it."""

    text: str
    asides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list with bullets, or with numbers from `first` on."""

    items: tuple[Item, ...]
    first: int | None = None


Block = Paragraph | ItemList


@dataclass
class _Draft:
    """A block being read: a list when it has items."""

    lines: list[str] = field(default_factory=list)
    items: list[tuple[str, list[str]]] = field(default_factory=list)
    first: int | None = None
    is_open: bool = True  # whether the next line goes on in this paragraph

    def goes_on_with(self, first: int | None) -> bool:
        """Whether an item with this number (None for a bullet) is this list's next one."""
        following = None if self.first is None else self.first + len(self.items)
        return bool(self.items) and first == following

    def block(self) -> Block:
        if not self.items:
            return Paragraph(tuple(self.lines))
        return ItemList(tuple(Item(text, tuple(asides)) for text, asides in self.items), self.first)


def blocks(lines: Iterable[str]) -> tuple[Block, ...]:
    """Paragraphs and lists of some lines that have no blanks at their right ends."""
    drafts: list[_Draft] = []
    for line in lines:
        if line:
            _add(drafts, line)
        elif drafts:
            drafts[-1].is_open = False
    return tuple(draft.block() for draft in drafts)


def _add(drafts: list[_Draft], line: str) -> None:
    last = drafts[-1] if drafts else _Draft(is_open=False)
    number, text = _item(line)
    if text and (last.goes_on_with(number) or number is None or last.first is None):
        if not last.goes_on_with(number):
            drafts.append(_Draft(first=number))
        drafts[-1].items.append((text, []))
    elif last.items and (aside := _ASIDE.fullmatch(line)):
        last.items[-1][1].append(aside["text"])
    elif last.lines and last.is_open:
        last.lines.append(line.strip())
    else:
        drafts.append(_Draft([line.strip()]))


def _item(line: str) -> tuple[int | None, str]:
    """A list item's number (None for a bullet) and text; no text when the line is none."""
    if bullet := _BULLET.fullmatch(line):
        return None, bullet["text"]
    if ordered := _ORDERED.fullmatch(line):
        return int(ordered["number"]), ordered["text"]
    return None, ""
