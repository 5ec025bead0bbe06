import pytest
from hypothesis import given
from hypothesis import strategies as st

from decks.questions.folding import folded, folded_unit


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ReLU", "relu"),
        ("Époque", "epoque"),
        ("E\N{COMBINING ACUTE ACCENT}poque", "époque"),
        ("l’époque", "l'époque"),
        ("sur-apprentissage", "sur apprentissage"),
        ("sur\N{NON-BREAKING HYPHEN}apprentissage", "sur-apprentissage"),
        ("  deux\N{NO-BREAK SPACE} mots ", "deux mots"),
        ("cœur", "coeur"),
        ("straße", "STRASSE"),
        ("\N{MINUS SIGN}1", "-1"),
        ("zero\N{ZERO WIDTH SPACE}width", "zerowidth"),
    ],
)
def test_what_a_reader_takes_for_the_same_is_equal(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("-1", "1"), ("surapprentissage", "sur-apprentissage"), ("x²", "x2"), ("a b", "ab")],
)
def test_what_differs_stays_different(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_units_keep_their_case_and_words_do_not() -> None:
    assert folded_unit("ms") != folded_unit("Ms")
    assert folded_unit("k m") == folded_unit("km")
    assert folded_unit("Époques") == folded_unit("epoques")
    assert folded_unit("\N{MICRO SIGN}s") == folded_unit("\N{GREEK SMALL LETTER MU}s")


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)
