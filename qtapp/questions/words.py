"""What is said of a question and of an answer to it, in the interface's language."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLocale

from decks.kinds import NoteKind
from decks.questions.bodies import Number
from decks.questions.marks import Mark
from decks.questions.responses import Certainty, SelfGrade
from qtapp import formats
from qtapp.tokens import Tokens

translate = QCoreApplication.translate

_DIGITS = 12  # of a number: what rounding left behind is not shown


class Verdict(StrEnum):
    """How one part of an answer stands to the right one."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSED = "missed"  # right, and not picked
    LEFT = "left"  # wrong, and not picked
    ALMOST = "almost"  # a number without its unit


def verdict_of_option(*, is_right: bool, is_picked: bool) -> Verdict:
    """How an option of a choice stands."""
    if is_right:
        return Verdict.RIGHT if is_picked else Verdict.MISSED
    return Verdict.WRONG if is_picked else Verdict.LEFT


def sign(verdict: Verdict) -> str:
    """One sign for it: no meaning is told by colour alone."""
    return {
        Verdict.RIGHT: "✓",
        Verdict.WRONG: "✗",
        Verdict.MISSED: "!",
        Verdict.LEFT: "–",
        Verdict.ALMOST: "≈",
    }[verdict]


def color(verdict: Verdict, tokens: Tokens) -> str:
    """The colour beside the sign and the word."""
    return {
        Verdict.RIGHT: tokens.good,
        Verdict.WRONG: tokens.bad,
        Verdict.MISSED: tokens.warn,
        Verdict.LEFT: tokens.muted,
        Verdict.ALMOST: tokens.warn,
    }[verdict]


def option_word(verdict: Verdict, *, is_single: bool) -> str:
    """What is said of an option."""
    return {
        Verdict.RIGHT: translate("Question", "Right"),
        Verdict.WRONG: translate("Question", "Picked, but wrong"),
        Verdict.MISSED: translate("Question", "The right one")
        if is_single
        else translate("Question", "Right, but not picked"),
        Verdict.LEFT: translate("Question", "Wrong, not picked", "an option that was rightly left"),
        Verdict.ALMOST: "",
    }[verdict]


def answer_word(verdict: Verdict) -> str:
    """What is said of something typed, or of a pair."""
    return {
        Verdict.RIGHT: translate("Question", "Right"),
        Verdict.ALMOST: translate("Question", "The number is right, the unit is not"),
    }.get(verdict, translate("Question", "Wrong", "something answered"))


def kind_hint(kind: NoteKind) -> str:
    """What is to be done, above the question."""
    return {
        NoteKind.CHOICE: translate("Question", "One answer is right"),
        NoteKind.CHOICES: translate("Question", "Several answers may be right"),
        NoteKind.TRUTH: translate("Question", "True or false, and why"),
        NoteKind.NUMBER: translate("Question", "A number"),
        NoteKind.SHORT: translate("Question", "A word or two"),
        NoteKind.GAPS: translate("Question", "Fill the gaps"),
        NoteKind.ORDER: translate("Question", "Put in order"),
        NoteKind.MATCH: translate("Question", "Match"),
        NoteKind.OPEN: translate("Question", "In your own words"),
    }.get(kind, "")


def letter(place: int) -> str:
    """The key of an option: A for the first."""
    return chr(ord("A") + place)


def certainty_name(certainty: Certainty) -> str:
    """How sure a learner is, as a button says it."""
    return {
        Certainty.GUESS: translate("Question", "A guess"),
        Certainty.LIKELY: translate("Question", "Likely"),
        Certainty.SURE: translate("Question", "Sure"),
    }[certainty]


def grade_name(grade: SelfGrade) -> str:
    """How right an answer was, as a button says it."""
    return {
        SelfGrade.WRONG: translate("Question", "Wrong", "a learner's grade"),
        SelfGrade.PARTLY: translate("Question", "Partly", "a learner's grade"),
        SelfGrade.RIGHT: translate("Question", "Right", "a learner's grade"),
    }[grade]


def worth(mark: Mark | None) -> str:
    """What an answer is worth: « 2 of 3 right · 67 % »; "" where only the learner can tell."""
    if mark is None or mark.score is None:
        return ""
    share = formats.percent(mark.score)
    if not mark.parts or mark.score in (0.0, 1.0):
        return share
    text = translate("Question", "%1 of %2 right · %3", "parts of an answer, then percent")
    right = str(sum(mark.parts))
    return text.replace("%1", right).replace("%2", str(len(mark.parts))).replace("%3", share)


def plain_number(value: float) -> str:
    """A number with the language's decimal mark and no more digits than it needs."""
    return QLocale().toString(value, "g", _DIGITS)


def expected_number(body: Number) -> str:
    """The right number: « 4,2 ± 0,1 Mo », « 0,5 ± 2 % »."""
    parts = [plain_number(body.value)]
    if body.tolerance and body.is_relative:
        share = translate("Question", "%1%", "a percentage")
        parts += ["±", share.replace("%1", plain_number(100 * body.tolerance))]
    elif body.tolerance:
        parts += ["±", plain_number(body.tolerance)]
    if body.unit:
        parts.append(body.unit)
    return "\u00a0".join(parts)
