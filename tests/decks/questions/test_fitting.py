"""An answer to something else is no answer."""

import pytest

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
from decks.questions.fitting import fits
from decks.questions.responses import (
    Filled,
    Judged,
    Matched,
    Ordered,
    Picked,
    Response,
    Typed,
)

CHOICE = Choice((Option("a", True), Option("b", False)), is_single=True)


@pytest.mark.parametrize(
    ("response", "body", "is_fitting"),
    [
        (Picked((1,)), CHOICE, True),
        (Picked((2,)), CHOICE, False),
        (Picked(()), CHOICE, True),
        (Judged(False), Truth(True), True),
        (Typed("3"), Number(3.0), True),
        (Typed("a"), Short(("a",)), True),
        (Typed("a"), Open("a"), True),
        (Typed("a"), CHOICE, False),
        (Filled(("a",)), Gaps(("", ""), (Gap(("a",)),)), True),
        (Filled(("a", "b")), Gaps(("", ""), (Gap(("a",)),)), False),
        (Ordered((2, 0, 1)), Order(("a", "b", "c")), True),
        (Ordered((2, 0)), Order(("a", "b", "c")), False),
        (Ordered((2, 0, 0)), Order(("a", "b", "c")), False),
        (Matched((None, 2)), Match((("a", "1"), ("b", "2")), ("3",)), True),
        (Matched((None, 3)), Match((("a", "1"), ("b", "2")), ("3",)), False),
    ],
)
def test_an_answer_fits_its_question(response: Response, body: Body, is_fitting: bool) -> None:
    assert fits(response, body) is is_fitting
