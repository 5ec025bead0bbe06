"""Marks by the stated rules: expected values are counted by hand unless a source is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decks.questions.bodies import (
    Body,
    Choice,
    Gap,
    Gaps,
    Match,
    Number,
    Open,
    Option,
    Order,
    Short,
    Truth,
)
from decks.questions.marking import certainty_mark, mark, suggested
from decks.questions.marks import Mark
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

ONE = Choice((Option("a", False), Option("b", True), Option("c", False)), is_single=True)
SEVERAL = Choice(
    (Option("a", True), Option("b", False), Option("c", True), Option("d", False)), is_single=False
)
GAPS = Gaps(("Le ", " de ", "."), (Gap(("maximum", "max")), Gap(("z",))))
ORDER = Order(("a", "b", "c", "d"))
MATCH = Match((("a", "1"), ("b", "2"), ("c", "3")), ("4",))


@pytest.mark.parametrize(
    ("body", "response", "expected"),
    [
        (ONE, Picked((1,)), Mark(1.0, (True, True, True))),
        (ONE, Picked((0,)), Mark(0.0, (False, False, True))),
        (ONE, Picked((0, 1)), Mark(0.0, (False, True, True))),
        (ONE, Picked(()), Mark(0.0, (True, False, True))),
        (SEVERAL, Picked((0, 2)), Mark(1.0, (True, True, True, True))),
        (SEVERAL, Picked((0,)), Mark(0.5, (True, True, False, True))),
        (SEVERAL, Picked((0, 1, 2)), Mark(0.5, (True, False, True, True))),
        (SEVERAL, Picked((0, 1, 2, 3)), Mark(0.0, (True, False, True, False))),
        (SEVERAL, Picked((1, 3)), Mark(0.0, (False, False, False, False))),
        (Truth(is_true=True), Judged(is_true=True, reason="car"), Mark(1.0)),
        (Truth(is_true=True), Judged(is_true=False), Mark(0.0)),
        (Short(("ReLU", "unité linéaire")), Typed(" UNITE  lineaire "), Mark(1.0)),
        (Short(("ReLU",)), Typed("reLUs"), Mark(0.0)),
        (GAPS, Filled(("Max", "z")), Mark(1.0, (True, True))),
        (GAPS, Filled(("min", "z")), Mark(0.5, (False, True))),
        (GAPS, Filled(("", "")), Mark(0.0, (False, False))),
        # Moodle's « grade relative to next item », without its last one: of the neighbours ab, bc
        # and cd, those that follow each other in the answer
        (ORDER, Ordered((0, 1, 2, 3)), Mark(1.0, (True, True, True))),
        (ORDER, Ordered((3, 0, 1, 2)), Mark(2 / 3, (True, True, False))),
        (ORDER, Ordered((0, 1, 3, 2)), Mark(1 / 3, (True, False, False))),
        (ORDER, Ordered((3, 2, 1, 0)), Mark(0.0, (False, False, False))),
        (MATCH, Matched((0, 1, 2)), Mark(1.0, (True, True, True))),
        (MATCH, Matched((0, 3, None)), Mark(1 / 3, (True, False, False))),
        (Open("modèle"), Typed("le mien"), Mark(None)),
    ],
)
def test_an_answer_is_marked_by_its_kind_s_rule(
    body: Body, response: Response, expected: Mark
) -> None:
    assert mark(body, response) == expected


MEGABYTES = Number(4.2, 0.1, unit="Mo")
RIGHT, ALMOST, WRONG = Mark(1.0), Mark(0.5, is_unit_missing=True), Mark(0.0)


@pytest.mark.parametrize(
    ("body", "text", "expected"),
    [
        (MEGABYTES, "4,2 Mo", RIGHT),
        (MEGABYTES, "4.25Mo", RIGHT),
        (MEGABYTES, "= 4,2\N{NO-BREAK SPACE}Mo", RIGHT),
        (MEGABYTES, "≈ 4,2 Mo", RIGHT),
        (MEGABYTES, "4,3 Mo", RIGHT),  # the ends count, though 4.3 - 4.2 > 0.1 in floats
        (MEGABYTES, "4,1 Mo", RIGHT),
        (MEGABYTES, "4,31 Mo", WRONG),
        (MEGABYTES, "4,2", ALMOST),
        (MEGABYTES, "4,2 mo", ALMOST),
        (MEGABYTES, "5", WRONG),
        (MEGABYTES, "Mo", WRONG),
        (MEGABYTES, "", WRONG),
        (Number(230.0, unit="paramètres"), "230 PARAMETRES", RIGHT),
        (Number(3.0, unit="µs"), "3 \N{GREEK SMALL LETTER MU}s", RIGHT),
        (Number(3.0, unit="ms"), "3 Ms", ALMOST),
        (Number(1234.0), "1 234", RIGHT),
        (Number(1234.0), "1 234 octets", ALMOST),
        (Number(0.001), "1e-3", RIGHT),
        (Number(0.001), "10^-3", RIGHT),
        (Number(-0.5), "\N{MINUS SIGN}1/2", RIGHT),
        (Number(1 / 3), "1/3", RIGHT),
        (Number(2 / 3, 0.001), "0,667", RIGHT),
        (Number(0.12), "12 %", RIGHT),
        (Number(61.0, 2.0, unit="%"), "63 %", RIGHT),
        (Number(61.0, 2.0, unit="%"), "0,61", WRONG),
        (Number(0.5, 0.02, is_relative=True), "0,49", RIGHT),
        (Number(0.5, 0.02, is_relative=True), "0,51", RIGHT),
        (Number(0.5, 0.02, is_relative=True), "0,489", WRONG),
        (Number(-200.0, 0.1, is_relative=True), "-180", RIGHT),
        (Number(0.0), "-0", RIGHT),
    ],
)
def test_numbers_are_marked_as_a_person_would(body: Number, text: str, expected: Mark) -> None:
    assert mark(body, Typed(text)) == expected


@pytest.mark.parametrize(
    ("body", "response"),
    [
        (ONE, Typed("b")),
        (ONE, Picked((3,))),
        (Truth(is_true=True), Picked((0,))),
        (GAPS, Filled(("max",))),
        (ORDER, Ordered((0, 1, 2))),
        (ORDER, Ordered((0, 1, 1, 2))),
        (MATCH, Matched((0, 1))),
        (MATCH, Matched((0, 1, 4))),
    ],
)
def test_what_is_no_answer_to_the_question_is_an_error(body: Body, response: Response) -> None:
    with pytest.raises(ValueError, match="is no answer to"):
        mark(body, response)


@given(st.sets(st.integers(0, 3)))
def test_a_mark_lies_between_nothing_and_all(picked: set[int]) -> None:
    given_mark = mark(SEVERAL, Picked(tuple(sorted(picked))))
    assert given_mark.score is not None
    assert 0 <= given_mark.score <= 1
    assert (given_mark.score == 1) is all(given_mark.parts)


@given(st.permutations(range(4)))
def test_only_the_right_order_is_all_right(items: list[int]) -> None:
    assert (mark(ORDER, Ordered(tuple(items))).score == 1) is (items == [0, 1, 2, 3])


@pytest.mark.parametrize(
    ("score", "grade"),
    [
        (1.0, SelfGrade.RIGHT),
        (0.5, SelfGrade.PARTLY),
        (0.01, SelfGrade.PARTLY),
        (0.0, SelfGrade.WRONG),
        (None, None),
    ],
)
def test_the_score_suggests_a_grade(score: float | None, grade: SelfGrade | None) -> None:
    assert suggested(Mark(score)) is grade


# Moodle's table (qbehaviour_deferredcbm, certainty_help): C=1, 2, 3 bring 1, 2, 3 when right and
# 0, -2, -6 when wrong; its `question_cbm::adjust_fraction` multiplies a fraction above 0.
@pytest.mark.parametrize(
    ("certainty", "right", "half", "wrong"),
    [
        (Certainty.GUESS, 1.0, 0.5, 0.0),
        (Certainty.LIKELY, 2.0, 1.0, -2.0),
        (Certainty.SURE, 3.0, 1.5, -6.0),
    ],
)
def test_certainty_marks_are_moodle_s(
    certainty: Certainty, right: float, half: float, wrong: float
) -> None:
    found = [certainty_mark(score, certainty) for score in (1.0, 0.5, 0.0)]
    assert found == [right, half, wrong]
