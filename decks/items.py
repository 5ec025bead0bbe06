"""The comment under a heading: which kind of item it starts, and the item's metadata."""

from decks.fields import Fields
from decks.metadata import read_mapping
from decks.names import is_slug
from decks.outline import Heading, Outline
from decks.problems import Problems
from decks.rules import Rule

SLUG = "a slug of a-z, 0-9 and single hyphens, such as relu-derivee"
_LEVELS = {2: "section", 3: "card"}


def item_fields(file: Outline, heading: Heading, problems: Problems) -> Fields:
    """The metadata of a section or card; empty, and reported, when its comment is wrong."""
    kind = _LEVELS[heading.level]
    expected = f"<!-- {kind}: {{id: …}} --> on the line right below its heading"
    if heading.comment is None:
        _report_no_comment(file, heading, expected, problems)
        return no_fields()
    text = heading.comment.text.lstrip()
    skipped = heading.comment.text[: len(heading.comment.text) - len(text)]
    line = heading.comment.line + 1 + skipped.count("\n")
    mapping = read_mapping(text, line, problems)
    if mapping is None:
        return no_fields()
    kinds = Fields(mapping, line, problems)
    if kind not in mapping:
        _refuse_kind(next(iter(mapping), ""), line, expected, problems)
        return no_fields()
    item = kinds.fields(kind, "a mapping, such as {id: relu}")
    kinds.finish()
    return item or no_fields()


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
    is_misplaced = found in _LEVELS.values()
    rule = Rule.KIND_MISPLACED if is_misplaced else Rule.KIND_UNKNOWN
    problems.add(line, rule, found, expected)
