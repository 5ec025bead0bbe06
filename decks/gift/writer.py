"""A chapter's quiz questions as a GIFT file, which Moodle imports; flashcards are left out.

Texts are Moodle's Markdown. What GIFT lacks is written as the nearest kind that it has, or left
out, and told.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from decks.errors import Problem
from decks.gift.escapes import escaped
from decks.gift.moodle_markdown import moodle_markdown, plain
from decks.model import Chapter, Note, Section
from decks.problems import Problems
from decks.questions.bodies import (
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
from decks.questions.read_body import body
from decks.rules import Rule


@dataclass(frozen=True, slots=True)
class GiftExport:
    """A file's text, and what of the chapter it does not say; lines are the notes' own."""

    text: str
    questions: int
    warnings: tuple[Problem, ...]


def write_gift(chapter: Chapter) -> GiftExport:
    """Write a chapter's questions.

    Raises:
        BodyError: If a question's back is no body of its kind: a chapter that was read has none.
    """
    problems = Problems()
    written: list[str] = []
    count = 0
    for section in chapter.sections:
        entries = [entry for note in section.notes if (entry := _entry(note, problems))]
        if entries:
            written += [_category(chapter, section), *entries]
            count += len(entries)
    text = "\n\n".join(written) + "\n" if written else ""
    return GiftExport(text, count, problems.in_order())


def _category(chapter: Chapter, section: Section) -> str:
    names = (name.replace("/", "//") for name in (chapter.title, section.title))
    return f"$CATEGORY: $course$/top/{'/'.join(names)}"


def _entry(note: Note, problems: Problems) -> str:
    """One question; "" when GIFT has nothing like it."""
    if not note.kind.is_question:
        return ""
    if "![" in "".join((note.front, note.back, note.extra)):
        _lose(note, "![…](…)", "the picture's description", problems)
    held = body(note.kind, note.back)
    if isinstance(held, Gaps):
        return _gaps(note, held, problems)
    model = note.back if isinstance(held, Open) else ""
    general = "\n\n".join(filter(None, (model, note.extra)))
    inside = _WRITERS[type(held)](note, held, problems)
    return _joined(note, moodle_markdown(note.front), inside, general)


def _joined(note: Note, asked: str, inside: list[str], general: str, after: str = "") -> str:
    tags = "".join(f" [tag:{tag}]" for tag in note.tags)
    lines = list(inside)
    if general:
        lines.append(f"####{_text(general)}")
    answers = "\n".join(f"    {line}" if n else line for n, line in enumerate(lines))
    asked, after = escaped(asked), escaped(after)
    return f"// [id:{note.id}]{tags}\n::{note.id}::[markdown]{asked}{{{answers}}}{after}"


def _text(markdown: str) -> str:
    """A text inside the braces, in the question's format."""
    text = escaped(moodle_markdown(markdown))
    return f"[markdown]{text}" if text.startswith("[") else text


def _lose(note: Note, found: str, instead: str, problems: Problems) -> None:
    problems.add(note.line, Rule.GIFT_LOST, f"{note.id}: {found}", instead)


def _choice(_note: Note, held: Choice, _problems: Problems) -> list[str]:
    count = sum(option.is_right for option in held.options)
    share = f"{100 / count:.5f}".rstrip("0").rstrip(".")  # Moodle's own fractions, such as 33.33333
    signs = ("~", "=") if held.is_single else (f"~%-{share}%", f"~%{share}%")
    return ["", *(_option(option, signs[option.is_right]) for option in held.options)]


def _option(option: Option, sign: str) -> str:
    feedback = f"#{_text(option.feedback)}" if option.feedback else ""
    return f"{sign}{_text(option.text)}{feedback}"


def _truth(_note: Note, held: Truth, _problems: Problems) -> list[str]:
    return ["TRUE" if held.is_true else "FALSE"]


def _number(note: Note, held: Number, problems: Problems) -> list[str]:
    if held.unit:
        _lose(note, held.unit, "a number without unit", problems)
    share = abs(held.value) if held.is_relative else 1.0
    tolerance = min(held.tolerance * share, sys.float_info.max)
    return [f"#{held.value!r}:{tolerance!r}"]


def _short(note: Note, held: Short, problems: Problems) -> list[str]:
    for answer in held.answers:
        if "->" in answer:
            _lose(note, answer, "→ for ->", problems)
    return ["", *map(_accepted, held.answers)]


def _accepted(answer: str) -> str:
    bare = answer.replace("*", r"\*").replace("->", "→")  # which Moodle takes for any text, a pair
    return f"=%100%{escaped(bare)}"


def _gaps(note: Note, held: Gaps, problems: Problems) -> str:
    if len(held.gaps) > 1:
        _lose(note, f"{len(held.gaps)} gaps", "nothing", problems)
        return ""
    _lose(note, "1 gap", "a short answer", problems)
    before, after = (moodle_markdown(text) for text in held.texts)
    asked = f"{moodle_markdown(note.front)}\n\n{before}"
    inside = ["", *map(_accepted, held.gaps[0].answers)]
    return _joined(note, asked, inside, note.extra, after or ".")


def _order(note: Note, held: Order, problems: Problems) -> list[str]:
    _lose(note, "an order", "pairs with the place of each item", problems)
    return ["", *(f"={_left(item)} -> {n}" for n, item in enumerate(held.items, 1))]


def _match(note: Note, held: Match, problems: Problems) -> list[str]:
    for right in (*(right for _, right in held.pairs), *held.strays):
        if plain(right) is None:
            _lose(note, right, "plain text", problems)
    pairs = [*held.pairs, *(("", stray) for stray in held.strays)]
    return ["", *(f"={_left(left)} -> {_right(right)}" for left, right in pairs)]


def _left(text: str) -> str:
    return _text(text).replace("->", "-&gt;")


def _right(text: str) -> str:
    known = plain(text)
    return escaped(text if known is None else known)


def _open(_note: Note, _held: Open, _problems: Problems) -> list[str]:
    return [""]


_WRITERS: dict[type, Callable[[Note, Any, Problems], list[str]]] = {
    Choice: _choice,
    Truth: _truth,
    Number: _number,
    Short: _short,
    Order: _order,
    Match: _match,
    Open: _open,
}
