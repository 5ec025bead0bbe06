"""Answers survive being written and read, and an answer to something else is none."""

import json

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
from decks.questions.response_text import fits, response_of, response_text
from decks.questions.responses import (
    Filled,
    Judged,
    Matched,
    Ordered,
    Picked,
    Response,
    Typed,
)

places = st.lists(st.integers(0, 9)).map(tuple)
responses = st.one_of(
    places.map(Picked),
    st.builds(Judged, st.booleans(), st.text()),
    st.text().map(Typed),
    st.lists(st.text()).map(tuple).map(Filled),
    places.map(Ordered),
    st.lists(st.none() | st.integers(0, 9)).map(tuple).map(Matched),
)


@given(responses)
def test_what_is_written_is_read_back(response: Response) -> None:
    assert response_of(response_text(response)) == response


def test_the_text_is_what_others_may_read() -> None:
    assert json.loads(response_text(Judged(True, "car"))) == {"judged": True, "reason": "car"}
    assert response_text(Typed("é")) == '{"typed": "é"}'


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"picked": 3}', '{"other": [1]}'])
def test_a_text_of_something_else_is_no_answer(text: str) -> None:
    assert response_of(text) is None


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
