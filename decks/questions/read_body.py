"""The body of a question read from its Markdown; `docs/course-format.md` is the grammar."""

from collections.abc import Callable
from functools import partial

from decks.errors import Problem
from decks.kinds import NoteKind
from decks.problems import Problems
from decks.questions.bodies import Body, Open, Truth
from decks.questions.gaps import read_gaps
from decks.questions.lists import read_match, read_order, read_short
from decks.questions.number_line import read_number_line
from decks.questions.options import read_choice
from decks.questions.parsing import block_parser, lines_of, parser
from decks.questions.source import BodySource
from decks.questions.split import TRUTHS, body_block
from decks.rules import Rule

EXPECTED = {
    NoteKind.CHOICE: "a list of - [x] right and - [ ] wrong options",
    NoteKind.CHOICES: "a list of - [x] right and - [ ] wrong options",
    NoteKind.TRUTH: "Vrai, Faux",
    NoteKind.NUMBER: "= 4,2 ± 0,1 Mo",
    NoteKind.SHORT: "a list of accepted answers: - ReLU",
    NoteKind.GAPS: "a text with gaps: [max](#1)",
    NoteKind.ORDER: "a numbered list in the right order: 1. …",
    NoteKind.MATCH: "a table with two columns",
    NoteKind.OPEN: "a model answer",
}


class BodyError(ValueError):
    """A text that is no body of its kind.

    Attributes:
        problem: The first thing wrong; its line counts from 1 in the text, 0 for all of it.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(
            f"line {problem.line}: {problem.rule}: found {problem.found!r};"
            f" expected {problem.expected}"
        )


def body(kind: NoteKind, back: str) -> Body:
    """What a question of `kind` holds.

    Args:
        kind: Of the note.
        back: Of the note: its body's Markdown alone.

    Raises:
        BodyError: If it is none; a chapter's reader reports the same before.
        ValueError: If `kind` is a flashcard's.
    """
    if not kind.is_question:
        raise ValueError(f"a {kind} note is no question")
    problems = Problems()
    found = read_body(kind, back, 1, problems)
    if problems.items or found is None:
        raise BodyError(problems.in_order()[0])
    return found


def read_body(kind: NoteKind, text: str, line: int, problems: Problems) -> Body | None:
    """Read a body, and report what is wrong.

    Args:
        kind: Of a question.
        text: Markdown that starts with the body's block.
        line: Of its first line in its file, from 1.
        problems: Takes what is wrong; then what is returned is not to be used.
    """
    if not text.strip():
        problems.add(line, Rule.BODY_MISSING, text, EXPECTED[kind])
        return None
    if kind is NoteKind.OPEN:
        return Open(text)
    if kind is NoteKind.GAPS:
        return read_gaps(text, line, problems)
    tokens = (parser() if kind is NoteKind.SHORT else block_parser()).parse(text)
    block = body_block(kind, tokens)
    if block is None:
        problems.add(line, Rule.BODY_MISSING, text, EXPECTED[kind])
        return None
    source = BodySource(tokens, block, text.split("\n"), line, problems)
    _check_alone(source)
    return _READERS[kind](source)


def _check_alone(source: BodySource) -> None:
    own = lines_of(source.block)
    others = (n for n, text in enumerate(source.lines) if text.strip() and n not in own)
    if (at := next(others, None)) is not None:
        expected = "an explanation below ---" if at >= own.stop else "the answer's first line"
        source.report(source.line + at, Rule.BODY_NOT_ALONE, source.lines[at], expected)


def _truth(source: BodySource) -> Body:
    return Truth(TRUTHS[source.inside[0].content])


def _number(source: BodySource) -> Body | None:
    return read_number_line(source.inside[0].content, source.start, source.problems)


_READERS: dict[NoteKind, Callable[[BodySource], Body | None]] = {
    NoteKind.CHOICE: partial(read_choice, is_single=True),
    NoteKind.CHOICES: partial(read_choice, is_single=False),
    NoteKind.TRUTH: _truth,
    NoteKind.NUMBER: _number,
    NoteKind.SHORT: read_short,
    NoteKind.ORDER: read_order,
    NoteKind.MATCH: read_match,
}
