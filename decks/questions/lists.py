"""Short answers, an order and a match, read from their list or table."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from decks.questions.alike import check_alike
from decks.questions.bodies import Match, Order, Short
from decks.questions.parsing import only_line, plain_text
from decks.questions.source import BodySource
from decks.rules import Rule
from decks.texts import is_question

_PLAIN = "plain text on one line, without formula, code or emphasis"
_LINE = r"one line of text; a backslash before a first sign: \-"
_ROW = "two cells with text, or an empty left one"


def read_short(source: BodySource) -> Short:
    """Read a list of accepted answers."""
    answers: list[tuple[str, int]] = []
    for item in source.items:
        inline, at = only_line(item), source.line_of(item[0])
        text = plain_text(inline) if inline else None
        if not text:
            source.report(at, Rule.ANSWER_NOT_PLAIN, _content(item), _PLAIN)
        else:
            answers.append((text, at))
    check_alike(answers, Rule.ITEM_REPEATED, source.problems)
    return Short(tuple(text for text, _ in answers))


def read_order(source: BodySource) -> Order:
    """Read a numbered list in its right order."""
    found: list[tuple[str, int]] = []
    for item in source.items:
        inline, at = only_line(item), source.line_of(item[0])
        if inline is None or not is_question(inline.content):
            source.report(at, Rule.ITEM_MALFORMED, _content(item), _LINE)
        else:
            found.append((inline.content, at))
    check_alike(found, Rule.ITEM_REPEATED, source.problems)
    if len(found) < 3:
        source.report(source.start, Rule.ITEMS_TOO_FEW, str(len(found)), "three items at least")
    return Order(tuple(text for text, _ in found))


def read_match(source: BodySource) -> Match:
    """Read a table of two columns, whose first row names them."""
    (titles, _), *rows = _rows(source)
    for (left, right), at in rows:
        if not is_question(right) or (left and not is_question(left)):
            source.report(at, Rule.ITEM_MALFORMED, f"{left} | {right}", _ROW)
    for side in (0, 1):
        texts = ((row[side], at) for row, at in rows if row[side])
        check_alike(texts, Rule.ITEM_REPEATED, source.problems)
    pairs = tuple(row for row, _ in rows if row[0])
    if len(pairs) < 2:
        source.report(source.start, Rule.ITEMS_TOO_FEW, str(len(pairs)), "two pairs at least")
    return Match(pairs, tuple(right for (left, right), _ in rows if not left), titles)


def _rows(source: BodySource) -> Iterator[tuple[tuple[str, str], int]]:
    """The cells of each row, and its line."""
    at, cells = 0, list[str]()
    for token in source.inside:
        if token.type == "tr_open":
            at, cells = source.line_of(token), []
        elif token.type == "inline":
            cells.append(token.content)
        elif token.type == "tr_close":
            yield (cells[0], cells[1]), at


def _content(item: Sequence[Token]) -> str:
    return " ".join(token.content for token in item if token.content)
