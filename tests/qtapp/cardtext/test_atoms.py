"""Spaces as TeX's; expected values are read off the table on page 170 of The TeXbook."""

import pytest

from qtapp.cardtext.atoms import CLASS_OF, Atom, gap_em, resolve

THIN, MEDIUM, THICK = 3 / 18, 4 / 18, 5 / 18


def classes(text: str) -> list[Atom]:
    return resolve([CLASS_OF.get(c, Atom.ORD) for c in text], list(text))


@pytest.mark.parametrize(
    ("left", "right", "gap"),
    [
        (Atom.ORD, Atom.ORD, 0),
        (Atom.ORD, Atom.BIN, MEDIUM),
        (Atom.ORD, Atom.REL, THICK),
        (Atom.OP, Atom.ORD, THIN),
        (Atom.OP, Atom.OPEN, 0),
        (Atom.REL, Atom.OPEN, THICK),
        (Atom.PUNCT, Atom.ORD, THIN),
        (Atom.CLOSE, Atom.ORD, 0),
        (Atom.CLOSE, Atom.BIN, MEDIUM),
        (Atom.INNER, Atom.ORD, THIN),
    ],
)
def test_gaps_are_those_of_the_texbook(left: Atom, right: Atom, gap: float) -> None:
    assert gap_em(left, right, is_script=False) == pytest.approx(gap)


def test_scripts_are_tight_but_for_operators() -> None:
    assert gap_em(Atom.ORD, Atom.REL, is_script=True) == 0
    assert gap_em(Atom.OP, Atom.ORD, is_script=True) == pytest.approx(THIN)


@pytest.mark.parametrize("text", ["-x", "(-x)", "a=-x", "a+-x", "a,-x", "[-x]", "|-x|", "]-x,y["])
def test_a_sign_with_nothing_to_its_left_is_no_operation(text: str) -> None:
    assert classes(text)[text.index("-")] is Atom.ORD


@pytest.mark.parametrize("text", ["a-x", "(a)-x", "|a|-x", "[0,a[-x"])
def test_a_minus_between_two_things_is_an_operation(text: str) -> None:
    assert classes(text)[text.index("-")] is Atom.BIN


def test_a_dot_alone_in_parentheses_is_no_operation() -> None:
    assert classes("(·)") == [Atom.OPEN, Atom.ORD, Atom.CLOSE]


def test_french_intervals_open_and_close() -> None:
    opens, closes = Atom.OPEN, Atom.CLOSE
    assert [a for a in classes("]0,1[") if a in {opens, closes}] == [opens, closes]
    assert [a for a in classes("x∈[0,1[") if a in {opens, closes}] == [opens, closes]
    assert [a for a in classes("[0,1]") if a in {opens, closes}] == [opens, closes]
    assert [a for a in classes("a[b[c]]") if a in {opens, closes}] == [opens, opens, closes, closes]


def test_bars_pair_up_and_a_single_one_is_a_letter() -> None:
    assert classes("|x|")[0] is Atom.OPEN
    assert classes("|x|")[2] is Atom.CLOSE
    assert classes("A|B")[1] is Atom.ORD
