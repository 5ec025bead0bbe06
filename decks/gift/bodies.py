"""The body that a GIFT question stands for, and what of it our questions lack."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from decks.gift.questions import GiftAnswer, GiftKind, GiftQuestion
from decks.gift.texts import line_of_markdown, markdown
from decks.problems import Problems
from decks.questions.bodies import (
    Body,
    Choice,
    Match,
    Number,
    Open,
    Option,
    Short,
    Truth,
)
from decks.questions.numbers import read_number
from decks.questions.options import is_italic
from decks.rules import Rule

_WHOLE = Fraction(100)


def gift_body(question: GiftQuestion, problems: Problems) -> Body | None:
    """What a question holds; None, and a problem, when we have nothing like it."""
    read = _BODIES.get(question.kind)
    if read is None:
        found = question.question.text or question.kind
        problems.add(question.line, Rule.GIFT_KIND, found, "a question with answers")
        return None
    return read(question, problems)


def _choice(question: GiftQuestion, problems: Problems) -> Body:
    answers = question.answers
    is_single = sum(answer.is_marked_right for answer in answers) == 1
    gaining = [answer for answer in answers if answer.weight > 0]
    if is_single:
        _tell_credit([answer for answer in gaining if not answer.is_marked_right], problems)
    elif len({answer.weight for answer in gaining}) > 1:
        _tell_credit(gaining, problems)
    return Choice(
        tuple(
            _option(answer, answer.is_marked_right if is_single else answer.weight > 0, problems)
            for answer in answers
        ),
        is_single,
    )


def _option(answer: GiftAnswer, is_right: bool, problems: Problems) -> Option:
    text = markdown(answer.text, answer.line, problems)
    feedback = markdown(answer.feedback, answer.line, problems)
    return Option(text, is_right, feedback, is_italic(text))


def _tell_credit(answers: Sequence[GiftAnswer], problems: Problems) -> None:
    """Partial credit is not kept: an option is right or wrong here."""
    for answer in answers:
        found = f"{float(answer.weight):g} % {answer.text.text}"
        problems.add(answer.line, Rule.GIFT_CREDIT, found, "right or wrong")


def _truth(question: GiftQuestion, _problems: Problems) -> Body:
    return Truth(is_true=question.answers[0].text.text == "T")


def _short(question: GiftQuestion, problems: Problems) -> Body:
    right = [answer for answer in question.answers if answer.weight == _WHOLE]
    _tell_credit([a for a in question.answers if 0 < a.weight < _WHOLE], problems)
    texts = [" ".join(answer.text.text.split()) for answer in right]
    for text, answer in zip(texts, right, strict=True):
        if "*" in text.replace(r"\*", ""):  # Moodle takes it for any text
            problems.add(answer.line, Rule.GIFT_LOST, text, "the answer itself, without *")
    return Short(tuple(dict.fromkeys(text.replace(r"\*", "*") for text in texts)))


def _number(question: GiftQuestion, problems: Problems) -> Body | None:
    given = [answer for answer in question.answers if answer.is_marked_right]
    right = [answer for answer in given if answer.weight == _WHOLE] or given
    numbers = [(_range(answer), answer) for answer in right]
    for found, answer in numbers:
        if found is None:
            expected = "a number such as 3.14, 3.14:0.01 or 3.1..3.2"
            problems.add(answer.line, Rule.NUMBER_MALFORMED, answer.text.text, expected)
    known = [found for found, _ in numbers if found is not None]
    if not known:
        if not numbers:
            problems.add(question.line, Rule.ANSWER_EMPTY, question.question.text, "a number")
        return None
    _tell_credit([a for a in given if a is not right[0] and a.weight > 0], problems)
    value, tolerance = known[0]
    return Number(float(value), float(tolerance))


def _range(answer: GiftAnswer) -> tuple[Fraction, Fraction] | None:
    """The middle of what is right, and how far from it one may be."""
    text = answer.text.text
    low, dots, high = text.partition("..")
    value, _, margin = text.partition(":")
    first = read_number(low if dots else value)
    second = read_number(high if dots else margin or "0")
    if first is None or second is None:
        return None
    if not dots:
        return (first, second) if second >= 0 else None
    return ((first + second) / 2, (second - first) / 2) if second >= first else None


def _match(question: GiftQuestion, problems: Problems) -> Body:
    rows = [
        (line_of_markdown(answer.text, answer.line, problems), _plain(answer, problems))
        for answer in question.answers
    ]
    pairs = tuple((left, right) for left, right in rows if left)
    return Match(pairs, tuple(right for left, right in rows if not left))


def _plain(answer: GiftAnswer, problems: Problems) -> str:
    """A right side: Moodle has it plain, with formulas all the same."""
    from_plain = type(answer.text)(answer.right, "plain")
    return line_of_markdown(from_plain, answer.line, problems)


def _open(question: GiftQuestion, problems: Problems) -> Body | None:
    model = markdown(question.feedback, question.line, problems)
    if not model:
        expected = "a model answer after ####"
        problems.add(question.line, Rule.ANSWER_EMPTY, question.question.text, expected)
        return None
    return Open(model)


_BODIES: dict[GiftKind, Callable[[GiftQuestion, Problems], Body | None]] = {
    GiftKind.CHOICE: _choice,
    GiftKind.TRUTH: _truth,
    GiftKind.SHORT: _short,
    GiftKind.NUMERICAL: _number,
    GiftKind.MATCH: _match,
    GiftKind.ESSAY: _open,
}
