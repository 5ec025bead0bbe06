"""The checks of numbers see what they are for."""

import pytest

from tests.decks.content.course_text import THIN, Block
from tests.decks.content.figures import (
    Figure,
    figure_faults,
    fr,
    minus,
    not_said,
    numbers,
    tells,
    tex,
    tex_power,
    unchecked,
)

NOTE = Block("card", {"id": "pas"}, "Combien de pas ?", 'Soit [938](#1 "plus de 12") pas.')
BY_ID = {"pas": NOTE}


@pytest.mark.parametrize(
    ("where", "fragment", "value"),
    [
        ("pas", "[938]", fr(937)),
        ("pas", "[938]", fr(93)),
        ("pas", "[937]", fr(937)),
        ("pas", "pas", "pas"),
        ("autre", "[938]", fr(938)),
    ],
)
def test_a_wrong_figure_is_seen(where: str, fragment: str, value: str) -> None:
    assert figure_faults([Figure("pas", "[938]", fr(938))], BY_ID) == []
    assert len(figure_faults([Figure(where, fragment, value)], BY_ID)) == 1


def test_a_number_is_computed_or_given() -> None:
    computed = [Figure("pas", "[938]", fr(938))]
    assert unchecked([NOTE], [], {}) == ["pas: 12", "pas: 938"]
    assert unchecked([NOTE], computed, {}) == ["pas: 12"]
    assert unchecked([NOTE], computed, {"pas": {"12"}}) == []


def test_what_is_given_for_nothing_is_seen() -> None:
    assert not_said({"pas": {"12", "13"}, "autre": {"12"}}, BY_ID) == ["pas: 13", "autre: 12"]


def test_programs_and_targets_are_no_figures() -> None:
    run = Block("card", {"id": "a"}, "", "[a](#10)\n```python\nprint(25)\n```\n```text\n25\n```\n")
    assert numbers(run) == set()
    assert numbers(Block("card", {"id": "a"}, "", "```text\n25\n```\n")) == {"25"}


def test_numbers_are_written_as_french_does() -> None:
    assert fr(60_000) == f"60{THIN}000"
    assert fr(0.5, 1) == "0,5"
    assert minus(fr(-0.5, 1)) == "−0,5"
    assert tex(60_000.5, 1) == r"60\,000{,}5"
    assert tex_power(9.54e-7, 1) == r"9{,}5 \times 10^{-7}"


def test_a_place_tells_several_figures_in_one_go() -> None:
    said = "de 0,5 à 938 pas"
    assert list(tells("pas", "de @ à @ pas", "0,5", "938")) == [
        Figure("pas", said, "0,5"),
        Figure("pas", said, "938"),
    ]
    with pytest.raises(ValueError, match="zip"):
        list(tells("pas", "de @ à @ pas", "0,5"))
