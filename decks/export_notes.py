"""A numbered export becomes a chapter: plain text as inert Markdown, with ids that last."""

from collections.abc import Iterable

from decks.blocks import Block, Item, ItemList, Paragraph
from decks.escape import escape_line
from decks.kinds import NoteKind
from decks.lasting_ids import lasting_id, sign_of
from decks.model import Chapter, Note, Section
from decks.numbered_export import ExportedCard, NumberedExport
from decks.problems import Problems
from decks.rules import Rule

ASIDE_TAG = "aparté"  # a learner's remark below a list, in a card that others may not agree with
_SECTION = "cards"


def export_chapter(export: NumberedExport, problems: Problems) -> Chapter:
    """The chapter that an export stands for.

    A deck is known again by its title, a card by its number and its question: an answer that
    changed is an update, a question that changed is another card.

    Args:
        export: With a title.
        problems: Takes cards that are there twice (both are kept).
    """
    section = Section(_SECTION, export.title, notes=tuple(_notes(export.cards, problems)))
    return Chapter(lasting_id("export", export.title), export.title, sections=(section,))


def _notes(cards: Iterable[ExportedCard], problems: Problems) -> Iterable[Note]:
    seen: dict[str, int] = {}
    for card in cards:
        name = f"q{card.number}-{sign_of(_plain(card.question))}"
        seen[name] = times = seen.get(name, 0) + 1
        if times > 1:
            problems.add(card.line, Rule.CARD_REPEATED, f"card {card.number}", "each card once")
            name = f"{name}-{times}"
        yield Note(
            id=name,
            kind=NoteKind.BASIC,
            front=markdown(card.question),
            back=markdown(card.answer),
            tags=(ASIDE_TAG,) if _has_aside(card) else (),
            line=card.line,
        )


def markdown(blocks: Iterable[Block]) -> str:
    """Plain text as Markdown that shows just that: no emphasis, link, formula or picture."""
    return "\n\n".join(map(_block, blocks))


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return _lines(block.lines)
    marks = [
        "- " if block.first is None else f"{block.first + index}. "
        for index in range(len(block.items))
    ]
    return "\n".join(map(_item, marks, block.items))


def _item(mark: str, item: Item) -> str:
    return mark + _lines((item.text, *item.asides)).replace("\n", "\n" + " " * len(mark))


def _lines(lines: Iterable[str]) -> str:
    return "\\\n".join(map(escape_line, lines))


def _plain(blocks: Iterable[Block]) -> str:
    return "\n\n".join(
        "\n".join(block.lines)
        if isinstance(block, Paragraph)
        else "\n".join("\n".join((item.text, *item.asides)) for item in block.items)
        for block in blocks
    )


def _has_aside(card: ExportedCard) -> bool:
    return any(
        item.asides
        for block in card.question + card.answer
        if isinstance(block, ItemList)
        for item in block.items
    )
