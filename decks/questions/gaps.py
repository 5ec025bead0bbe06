"""A text with gaps, read from the links that a cloze text has too: ``[max|maximum](#1 "hint")``."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from decks.deletions import Deletion, deletion_number, deletions_in
from decks.problems import Problems
from decks.questions.bodies import Gap, Gaps
from decks.questions.parsing import parser
from decks.rules import Rule
from decks.texts import check_text

_PLAIN = "plain texts with | between, without formula, code or emphasis"


def read_gaps(text: str, line: int, problems: Problems) -> Gaps:
    """Read a text with gaps; its text is checked too.

    Args:
        text: Markdown.
        line: Of its first line in its file, from 1.
        problems: Takes what is wrong.
    """
    before = len(problems.items)
    check_text(text, line, problems, is_cloze_body=True)
    tokens = parser().parse(text)
    deletions = deletions_in(text, tokens)
    if len(problems.items) == before:
        _check_numbers(deletions, line, problems)
    gaps = tuple(
        Gap(_answers(leaves, deletion, line, problems), deletion.hint)
        for leaves, deletion in zip(_labels(tokens), deletions, strict=True)
    )
    return Gaps(tuple(_texts(text, deletions)), gaps)


def _check_numbers(deletions: Sequence[Deletion], line: int, problems: Problems) -> None:
    numbers = [deletion.number for deletion in deletions]
    if numbers != list(range(1, len(numbers) + 1)):
        found = ", ".join(map(str, numbers))
        problems.add(line, Rule.DELETION_NUMBERS, found, "numbers from 1 on, each gap its own")


def _texts(text: str, deletions: Sequence[Deletion]) -> Iterator[str]:
    at = 0
    for deletion in deletions:
        yield text[at : deletion.start]
        at = deletion.end
    yield text[at:]


def _labels(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """What each gap's link holds."""
    for token in tokens:
        label: list[Token] | None = None
        for leaf in token.children or ():
            if deletion_number(leaf) is not None:
                label = []
            elif label is not None and leaf.type == "link_close":
                yield label
                label = None
            elif label is not None:
                label.append(leaf)


def _answers(
    leaves: Sequence[Token], deletion: Deletion, line: int, problems: Problems
) -> tuple[str, ...]:
    answers = _split(leaves)
    if not answers or not all(answers):
        found = "|".join(leaf.content or leaf.markup for leaf in leaves)
        problems.add(line + deletion.line, Rule.ANSWER_NOT_PLAIN, found, _PLAIN)
    elif len(set(answers)) < len(answers):
        problems.add(line + deletion.line, Rule.ITEM_REPEATED, "|".join(answers), "each one once")
    return tuple(answers)


def _split(leaves: Sequence[Token]) -> list[str]:
    r"""The texts between bare ``|``, of which ``\|`` is none; nothing when all is not text."""
    answers = [""]
    for leaf in leaves:
        if leaf.type == "text":
            first, *others = leaf.content.split("|")
            answers[-1] += first
            answers += others
        elif leaf.type in ("text_special", "softbreak"):
            answers[-1] += leaf.content or " "
        else:
            return []
    return [answer.strip(" \t") for answer in answers]
