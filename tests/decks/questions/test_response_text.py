import pytest
from hypothesis import given
from hypothesis import strategies as st

from decks.questions.response_text import ResponseTextError, read_response, response_text
from decks.questions.responses import Filled, Judged, Matched, Ordered, Picked, Response, Typed

places = st.integers(0, 99)
responses: st.SearchStrategy[Response] = st.one_of(
    st.sets(places).map(lambda found: Picked(tuple(sorted(found)))),
    st.builds(Judged, st.booleans(), st.text()),
    st.builds(Typed, st.text()),
    st.lists(st.text()).map(lambda found: Filled(tuple(found))),
    st.integers(0, 9).flatmap(lambda n: st.permutations(range(n))).map(lambda p: Ordered(tuple(p))),
    st.lists(st.none() | places).map(lambda found: Matched(tuple(found))),
)


@given(responses)
def test_what_is_written_reads_as_the_same_answer(response: Response) -> None:
    text = response_text(response)
    assert "\n" not in text
    assert read_response(text) == response


# what collections hold: these texts must be read for ever
KEPT: dict[str, Response] = {
    '{"v":1,"picked":[0,2]}': Picked((0, 2)),
    '{"v":1,"judged":[false,"car"]}': Judged(is_true=False, reason="car"),
    '{"v":1,"typed":"4,2 Mo"}': Typed("4,2 Mo"),
    '{"v":1,"filled":["max",""]}': Filled(("max", "")),
    '{"v":1,"ordered":[2,0,1]}': Ordered((2, 0, 1)),
    '{"v":1,"matched":[1,null]}': Matched((1, None)),
}


@pytest.mark.parametrize("text", KEPT)
def test_texts_that_are_kept_are_read_and_written_for_ever(text: str) -> None:
    assert read_response(text) == KEPT[text]
    assert response_text(KEPT[text]) == text


@pytest.mark.parametrize(
    "text",
    [
        *("", "null", "[]", "{", '"a"', "[" * 100_000, "{}", '{"v":1}', '{"typed":"a"}'),
        *('{"v":2,"typed":"a"}', '{"v":"1","typed":"a"}', '{"v":true,"typed":"a"}'),
        '{"v":1,"typed":"a","filled":[]}',
        '{"v":1,"guessed":"a"}',
        *('{"v":1,"typed":1}', '{"v":1,"filled":"ab"}', '{"v":1,"filled":[1]}'),
        *('{"v":1,"picked":[2,0]}', '{"v":1,"picked":[0,0]}', '{"v":1,"picked":[-1]}'),
        *('{"v":1,"picked":[true]}', '{"v":1,"picked":[0.0]}', '{"v":1,"picked":null}'),
        *('{"v":1,"ordered":[0,2]}', '{"v":1,"ordered":[0,0]}', '{"v":1,"matched":["a"]}'),
        *('{"v":1,"judged":[1,""]}', '{"v":1,"judged":[true]}', '{"v":1,"judged":true}'),
    ],
)
def test_a_text_that_says_no_answer_is_a_clear_error(text: str) -> None:
    with pytest.raises(ResponseTextError, match="expected"):
        read_response(text)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with pytest.raises(ResponseTextError):
        read_response(text)
