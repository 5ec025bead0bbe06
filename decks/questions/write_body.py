"""The body of a question as Markdown, such that reading it gives the same body."""

import re
from collections.abc import Iterator
from decimal import Decimal

from decks.errors import Problem
from decks.escape import escape_line
from decks.kinds import NoteKind
from decks.problems import shortened
from decks.questions.bodies import (
    Body,
    Choice,
    Gaps,
    Match,
    Number,
    Open,
    Option,
    Order,
    Short,
    Truth,
)
from decks.questions.numbers import decimal
from decks.questions.parsing import parser
from decks.questions.read_body import BodyError, body
from decks.rules import Rule

WORDS = ("Faux", "Vrai")  # of a truth: those of the course's language
_KINDS = {
    Truth: NoteKind.TRUTH,
    Number: NoteKind.NUMBER,
    Short: NoteKind.SHORT,
    Gaps: NoteKind.GAPS,
    Order: NoteKind.ORDER,
    Match: NoteKind.MATCH,
    Open: NoteKind.OPEN,
}


def kind_of(written: Body) -> NoteKind:
    """The kind of the note that holds a body."""
    if isinstance(written, Choice):
        return NoteKind.CHOICE if written.is_single else NoteKind.CHOICES
    return _KINDS[type(written)]


def back_of(written: Body) -> str:
    """The Markdown of a body, for its note's back.

    Raises:
        BodyError: If no Markdown reads as it: two options alike, a gap filled by nothing, an option
            that ends with a quote of its own… Its line is 0.
    """
    expected = "what the course's file format can hold"
    problem = Problem(0, Rule.NOT_WRITABLE, shortened(str(written)), expected)
    for text in _candidates(written):
        try:
            if body(kind_of(written), text) == written:
                return text
        except BodyError as error:
            problem = error.problem._replace(line=0)
    raise BodyError(problem)


def _candidates(written: Body) -> Iterator[str]:
    match written:
        case Choice():
            yield "\n".join(map(_option, written.options))
        case Truth():
            yield WORDS[written.is_true]
        case Number():
            yield _number(written)
        case Short():
            yield "\n".join(f"- {escape_line(answer)}" for answer in written.answers)
        case Gaps():
            yield _gaps(written, between="|")
            yield _gaps(written, between=r"\|")  # in a table a bare one would end the cell
        case Order():
            yield "\n".join(f"{n}. {item}" for n, item in enumerate(written.items, 1))
        case Match():
            yield _match(written)
        case Open():
            yield written.model


def _option(option: Option) -> str:
    box = "- [x]" if option.is_right else "- [ ]"
    tokens = parser().parse(option.text)
    is_inline = bool(tokens) and tokens[0].type == "paragraph_open"
    text = _indented(option.text)
    written = f"{box}{text[1:]}" if is_inline else f"{box}\n\n{text}"
    if not option.feedback:
        return written
    quote = "\n".join(f"> {line}" if line else ">" for line in option.feedback.split("\n"))
    is_line = is_inline and "\n" not in text
    return "\n".join([written, *([] if is_line else [""]), _indented(quote)])


def _indented(text: str) -> str:
    return re.sub(r"^(?=[^\n])", "  ", text, flags=re.MULTILINE)


def _number(number: Number) -> str:
    parts = [f"= {decimal(number.value)}"]
    if number.tolerance or number.is_relative:
        parts.append(f"± {_tolerance(number)}")
    if number.unit:
        unit = escape_line(number.unit)
        parts.append(f"\\{unit}" if unit.startswith("%") else unit)
    return " ".join(parts)


def _tolerance(number: Number) -> str:
    if not number.is_relative:
        return decimal(number.tolerance)
    percent = (Decimal(repr(number.tolerance)) * 100).normalize()
    text = f"{percent:f}" if -6 < percent.adjusted() < 6 else f"{percent:e}"
    return text.replace(".", ",") + " %"


def _gaps(gaps: Gaps, *, between: str) -> str:
    pieces = [gaps.texts[0]]
    for number, (gap, text) in enumerate(zip(gaps.gaps, gaps.texts[1:], strict=True), 1):
        label = between.join(map(escape_line, gap.answers))
        hint = re.sub(r'[\\"|&]', r"\\\g<0>", gap.hint)
        pieces += [f'[{label}](#{number} "{hint}")' if hint else f"[{label}](#{number})", text]
    return "".join(pieces)


def _match(match: Match) -> str:
    rows = [*match.pairs, *(("", stray) for stray in match.strays)]
    lines = [_row(*match.titles), "|---|---|", *(_row(left, right) for left, right in rows)]
    return "\n".join(lines)


def _row(left: str, right: str) -> str:
    cells = (cell.replace("|", r"\|") for cell in (left, right))
    return "|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|"
