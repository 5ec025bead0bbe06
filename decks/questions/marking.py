"""What an answer is worth; `docs/course-format.md` states the rules."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from decks.questions.bodies import (
    Body,
    Choice,
    Gaps,
    Match,
    Number,
    Open,
    Order,
    Short,
    Truth,
)
from decks.questions.folding import folded, folded_unit
from decks.questions.marks import Mark
from decks.questions.numbers import split_number
from decks.questions.responses import (
    Certainty,
    Filled,
    Judged,
    Matched,
    Ordered,
    Picked,
    Response,
    SelfGrade,
    Typed,
)

_WRONG_MARKS = {Certainty.GUESS: 0.0, Certainty.LIKELY: -2.0, Certainty.SURE: -6.0}


def mark(body: Body, response: Response) -> Mark:
    """Mark an answer by its question's rule.

    Raises:
        ValueError: If it is no answer to such a question: another kind's, or one that names places
            that the body has not.
    """
    match body, response:
        case Choice(), Picked():
            return _choice(body, response)
        case Truth(), Judged():
            return Mark(float(body.is_true is response.is_true))
        case Number(), Typed():
            return _number(body, response.text)
        case Short(), Typed():
            return Mark(float(_is_accepted(response.text, body.answers)))
        case Gaps(), Filled():
            return _gaps(body, response)
        case Order(), Ordered():
            return _order(body, response)
        case Match(), Matched():
            return _match(body, response)
        case Open(), Typed():
            return Mark(None)
    raise _refused(body, response)


def suggested(given: Mark) -> SelfGrade | None:
    """The grade that a mark suggests; None where only the learner can tell."""
    if given.score is None:
        return None
    if given.score >= 1:
        return SelfGrade.RIGHT
    return SelfGrade.PARTLY if given.score > 0 else SelfGrade.WRONG


def certainty_mark(score: float, certainty: Certainty) -> float:
    """Moodle's certainty mark, from -6 to 3.

    Args:
        score: 0 to 1.
        certainty: How sure the learner was.

    Source: `question_cbm::adjust_fraction` in Moodle (``question/behaviour/behaviourbase.php``).
    """
    return score * certainty if score > 0 else _WRONG_MARKS[certainty]


def _choice(body: Choice, response: Picked) -> Mark:
    picked = set(response.options)
    if not picked <= set(range(len(body.options))):
        raise _refused(body, response)
    rights = {n for n, option in enumerate(body.options) if option.is_right}
    parts = tuple((n in picked) is (n in rights) for n in range(len(body.options)))
    if body.is_single:
        return Mark(float(picked == rights), parts)
    return Mark(max(0.0, (len(picked & rights) - len(picked - rights)) / len(rights)), parts)


def _number(body: Number, text: str) -> Mark:
    given = split_number(text.strip().lstrip("=≈~").lstrip())
    if given is None:
        return Mark(0.0)
    unit, value = given.rest, given.value
    if unit == "%" and not body.unit:
        unit, value = "", value / 100
    if not _is_within(body, value):
        return Mark(0.0)
    is_unit_right = folded_unit(unit) == folded_unit(body.unit)
    return Mark(1.0) if is_unit_right else Mark(0.5, is_unit_missing=True)


def _is_within(body: Number, value: Fraction) -> bool:
    """Whether a number is near enough, in decimals: 4.3 is 0.1 from 4.2, which floats deny."""
    right, tolerance = Fraction(repr(body.value)), Fraction(repr(body.tolerance))
    margin = tolerance * abs(right) if body.is_relative else tolerance
    return float(value) == body.value or abs(value - right) <= margin


def _is_accepted(text: str, answers: Sequence[str]) -> bool:
    return folded(text) in map(folded, answers)


def _gaps(body: Gaps, response: Filled) -> Mark:
    if len(response.texts) != len(body.gaps):
        raise _refused(body, response)
    pairs = zip(response.texts, body.gaps, strict=True)
    return _share([_is_accepted(text, gap.answers) for text, gap in pairs])


def _order(body: Order, response: Ordered) -> Mark:
    if sorted(response.items) != list(range(len(body.items))):
        raise _refused(body, response)
    neighbours = set(pairwise(response.items))
    return _share([pair in neighbours for pair in pairwise(range(len(body.items)))])


def _match(body: Match, response: Matched) -> Mark:
    known = {None, *range(len(body.pairs) + len(body.strays))}
    if len(response.rights) != len(body.pairs) or not set(response.rights) <= known:
        raise _refused(body, response)
    return _share([right == left for left, right in enumerate(response.rights)])


def _share(parts: Sequence[bool]) -> Mark:
    return Mark(sum(parts) / len(parts), tuple(parts))


def _refused(body: Body, response: Response) -> ValueError:
    return ValueError(f"{response} is no answer to {body}")
