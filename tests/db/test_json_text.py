import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.json_text import canonical, sound

VALUES = st.dictionaries(
    st.text(),
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
)


@given(VALUES)
def test_canonical_text_says_the_same(values: dict[str, object]) -> None:
    turned = dict(reversed(values.items()))
    assert json.loads(canonical(json.dumps(values))) == values
    assert canonical(json.dumps(values)) == canonical(json.dumps(turned))


def test_canonical_text_is_readable_and_sorted() -> None:
    assert canonical('{ "b":1,"a" : "\\u00e9"}') == '{"a": "é", "b": 1}'


@pytest.mark.parametrize("text", ["", "{", "NaN", "[Infinity]", "'a'"])
def test_what_is_no_json_is_refused(text: str) -> None:
    for take in (sound, canonical):
        with pytest.raises(ValueError):  # noqa: PT011 - json's own words
            take(text)


def test_sound_text_stays_as_it_is() -> None:
    assert sound(' {"b": 1, "a": 2} ') == ' {"b": 1, "a": 2} '
