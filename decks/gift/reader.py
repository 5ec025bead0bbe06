"""GIFT entries become questions: what is asked, the kind, the answers with weights and feedback."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from decks.gift.entries import Entry, entries
from decks.gift.escapes import BLANK, BLANKS, shown
from decks.gift.questions import GiftAnswer, GiftKind, GiftQuestion, GiftText
from decks.problems import Problems
from decks.rules import Rule

_TITLE = re.compile(r"\s*::(?P<title>.*?)::", re.DOTALL)
_FORMAT = re.compile(r"\[(?P<name>moodle|html|plain|markdown)\]")
_WEIGHT = re.compile(r"\s*%(?P<percent>-?[0-9]{1,3}(?:\.[0-9]*)?)%")
_TRUTH = re.compile(r"(?:T|TRUE|F|FALSE)\s*(?:#.*)?", re.DOTALL)
_BLANK_LINES = re.compile(r"\s*")
_SURE = re.compile(r"\s*(?:[=~#]|(?:T|TRUE|F|FALSE)\s*(?:#.*)?$)", re.DOTALL)


def is_gift(text: str) -> bool:
    """Whether an entry has answers as only GIFT writes them."""
    for entry in entries(text):
        before, opening, rest = entry.text.partition("{")
        answers, closing, _ = rest.partition("}")
        is_named = before.lstrip().startswith("::")
        if opening and closing and (_SURE.match(answers) or is_named):
            return True
    return False


def read_gift(text: str, problems: Problems) -> tuple[GiftQuestion, ...]:
    """Read every entry that has its two braces, or none, and no more.

    Args:
        text: Of the file.
        problems: Takes which entries were left out.
    """
    read = (_question(entry, problems) for entry in entries(text))
    return tuple(question for question in read if question is not None)


@dataclass(frozen=True, slots=True)
class _Answers:
    """What stands between the braces, without the general feedback."""

    text: str
    line: int  # where it starts
    format: str  # of texts that name none

    def pieces(self, pattern: str) -> Iterator[tuple[str, str, int]]:
        """Each sign that matches, what follows it, and their line; the first sign may be ""."""
        at, sign, line = 0, "", self.line
        for match in re.finditer(pattern, self.text):
            if self.text[at : match.start()].strip():
                yield sign, self.text[at : match.start()], line + self._blank_lines(at)
            line += self.text.count("\n", at, match.end())
            at, sign = match.end(), match[0]
        yield sign, self.text[at:], line + self._blank_lines(at)

    def said(self, text: str) -> GiftText:
        """A text in the format that it names."""
        return _said(text, self.format)

    def _blank_lines(self, at: int) -> int:
        """Those between a sign and its answer."""
        blanks = _BLANK_LINES.match(self.text, at)
        return blanks[0].count("\n") if blanks else 0


def _question(entry: Entry, problems: Problems) -> GiftQuestion | None:
    text = entry.text
    title = _TITLE.match(text)
    start = title.end() if title else 0
    opening, closing = text.find("{", start), text.find("}", start)
    if (opening < 0) is not (closing < 0) or closing < opening:
        found = shown(text.strip())
        problems.add(entry.line, Rule.GIFT_BRACES, found, "{ and } around the answers")
        return None
    if opening >= 0 and "{" in text[closing + 1 :]:
        found = shown(text[start:opening].strip())
        problems.add(entry.line, Rule.GIFT_MERGED, found, "a blank line between two questions")
        return None
    asked = _asked(text, start, opening, closing)
    inside = text[opening + 1 : closing] if opening >= 0 else ""
    answers, _, general = inside.rpartition("####") if "####" in inside else (inside, "", "")
    line = entry.line + text.count("\n", 0, opening + 1)
    own = _Answers(answers, line, asked.format)
    kind = _kind(answers.strip()) if opening >= 0 else GiftKind.DESCRIPTION
    return GiftQuestion(
        kind=kind,
        question=asked,
        answers=tuple(_READERS[kind](own)) if kind in _READERS else (),
        line=entry.line + _blank_lines(text),
        title=" ".join(shown(title["title"]).split()) if title else "",
        feedback=own.said(general),
        category=entry.category,
        id=entry.id,
        tags=entry.tags,
    )


def _blank_lines(text: str) -> int:
    """Those of comments above what is asked."""
    return text.count("\n", 0, len(text) - len(text.lstrip()))


def _asked(text: str, start: int, opening: int, closing: int) -> GiftText:
    if opening < 0:
        return _said(text[start:], "moodle")
    after = text[closing + 1 :].strip()
    return _said(text[start:opening] + (BLANK + text[closing + 1 :] if after else ""), "moodle")


def _said(text: str, default: str) -> GiftText:
    bare = text.strip(BLANKS)
    named = _FORMAT.match(bare)
    if named:
        return GiftText(shown(bare[named.end() :]).strip(BLANKS), named["name"])
    return GiftText(shown(bare).strip(BLANKS), default)


def _kind(answers: str) -> GiftKind:
    """As Moodle tells kinds apart."""
    if not answers:
        return GiftKind.ESSAY
    if answers.startswith("#"):
        return GiftKind.NUMERICAL
    if "~" in answers:
        return GiftKind.CHOICE
    if "=" in answers and "->" in answers:
        return GiftKind.MATCH
    return GiftKind.TRUTH if _TRUTH.fullmatch(answers) else GiftKind.SHORT


def _choice(own: _Answers) -> Iterator[GiftAnswer]:
    for sign, text, line in own.pieces("[=~]"):
        yield _answer(own, text, line, is_marked_right=sign == "=")


def _short(own: _Answers) -> Iterator[GiftAnswer]:
    for _, text, line in own.pieces("="):
        yield _answer(own, text, line, is_marked_right=True)


def _numerical(own: _Answers) -> Iterator[GiftAnswer]:
    text = own.text.replace("#", " ", 1)
    right, tilde, wrong = text.partition("~")
    if right.strip():
        yield from _short(_Answers(right, own.line, own.format))
    if tilde:
        yield _answer(own, wrong, own.line + right.count("\n"), is_marked_right=False)


def _answer(own: _Answers, text: str, line: int, *, is_marked_right: bool) -> GiftAnswer:
    weight = _WEIGHT.match(text)
    percent = Fraction(weight["percent"]) if weight else Fraction(100 if is_marked_right else 0)
    said, _, feedback = text[weight.end() if weight else 0 :].partition("#")
    return GiftAnswer(
        own.said(said), percent, own.said(feedback), line, is_marked_right=is_marked_right
    )


def _match(own: _Answers) -> Iterator[GiftAnswer]:
    for _, text, line in own.pieces("="):
        left, _, right = text.partition("->")
        plain = " ".join(shown(right).split())
        yield GiftAnswer(own.said(left), Fraction(100), own.said(""), line, right=plain)


def _truth(own: _Answers) -> Iterator[GiftAnswer]:
    """The right one with what to tell who was wrong, the other with what to tell who was right."""
    said, wrong, right = [*own.text.split("#", 2), "", ""][:3]
    is_true = said.strip().startswith("T")
    for text, weight, feedback in ((is_true, 100, wrong), (not is_true, 0, right)):
        yield GiftAnswer(
            GiftText("T" if text else "F", "plain"),
            Fraction(weight),
            own.said(feedback),
            own.line,
            is_marked_right=weight == 100,
        )


_READERS = {
    GiftKind.CHOICE: _choice,
    GiftKind.SHORT: _short,
    GiftKind.NUMERICAL: _numerical,
    GiftKind.MATCH: _match,
    GiftKind.TRUTH: _truth,
}
