"""Values in translated texts."""

import pytest

from qtapp.placeholders import placed


def test_each_value_goes_where_the_sentence_wants_it() -> None:
    assert placed("%2 of %1", "a", "b") == "b of a"


def test_a_value_may_look_like_a_place() -> None:
    assert placed("%1: %2", "%2", "x") == "%2: x"


def test_a_place_needs_a_value() -> None:
    with pytest.raises(IndexError):
        placed("%2", "a")
