"""The comment under a heading: which kind of item it starts, and the item's metadata."""

from typing import NamedTuple

from decks.fields import Fields
from decks.metadata import read_mapping
from decks.names import is_slug
from decks.outline import Heading, Outline
from decks.problems import Problems
from decks.rules import Rule

SLUG = "a slug of a-z, 0-9 and single hyphens, such as relu-derivee"
SECTION, CARD, QUESTION = "section", "card", "question"
_LEVELS = {2: (SECTION,), 3: (CARD, QUESTION)}


class Item(NamedTuple):
    """What a comment says: the kind of item that its heading starts, and its metadata."""

    kind: str
    fields: Fields


def read_item(file: Outline, heading: Heading, problems: Problems) -> Item:
    """The comment of a section, card or question; empty, and reported, when it is wrong."""
    kinds = _LEVELS[heading.level]
    comments = ", ".join(f"<!-- {kind}: {{id: …}} -->" for kind in kinds)
    expected = f"{comments} on the line right below its heading"
    wrong = Item(kinds[0], no_fields())
    if heading.comment is None:
        _report_no_comment(file, heading, expected, problems)
        return wrong
    text = heading.comment.text.lstrip()
    skipped = heading.comment.text[: len(heading.comment.text) - len(text)]
    line = heading.comment.line + 1 + skipped.count("\n")
    mapping = read_mapping(text, line, problems)
    if mapping is None:
        return wrong
    kind = next((kind for kind in kinds if kind in mapping), None)
    if kind is None:
        _refuse_kind(next(iter(mapping), ""), line, expected, problems)
        return wrong
    fields = Fields(mapping, line, problems)
    metadata = fields.fields(kind, "a mapping, such as {id: relu}")
    fields.finish()
    return Item(kind, metadata or no_fields())


def item_id(fields: Fields, line: int, seen: dict[str, int], rule: Rule, problems: Problems) -> str:
    """An item's id, which no other of its kind has: `seen` holds the ids so far and their lines."""
    name = fields.text("id", is_slug, SLUG)
    if name and seen.setdefault(name, line) != line:
        problems.add(line, rule, name, f"an id of its own: line {seen[name]} has this one")
    return name


def no_fields() -> Fields:
    """What is read when there is nothing to read: the reason is reported already."""
    return Fields({}, 0, Problems())


def _report_no_comment(file: Outline, heading: Heading, expected: str, problems: Problems) -> None:
    line = heading.line + 1
    below = file.lines[line] if line < len(file.lines) else ""
    if below.lstrip(" ").startswith("<!--"):
        problems.add(line + 1, Rule.COMMENT_UNCLOSED, below, "--> after the comment")
    else:
        problems.add(line, Rule.COMMENT_MISSING, heading.text, expected)


def _refuse_kind(found: str, line: int, expected: str, problems: Problems) -> None:
    is_misplaced = found in (SECTION, CARD, QUESTION)
    rule = Rule.KIND_MISPLACED if is_misplaced else Rule.KIND_UNKNOWN
    problems.add(line, rule, found, expected)
