"""Texts in one line of a list."""

import pytest

from qtapp.cardtext.one_line import in_signs, one_line


@pytest.mark.parametrize(
    ("latex", "signs"),
    [
        (r"\eta = 2", "η = 2"),
        (r"a = g(z)", "a = g(z)"),
        (r"z \in \mathbb{R}^n", "z ∈ ℝn"),
        (r"0{,}5", "0,5"),
        (r"\frac{", r"\frac{"),
        ("", ""),
    ],
)
def test_a_formula_becomes_its_signs(latex: str, signs: str) -> None:
    assert in_signs(latex) == signs


def test_marks_and_breaks_are_gone() -> None:
    text = "Que vaut **ReLU** pour $z < 0$,\net `relu(-1)` ?\n\n- un\n- deux"
    assert one_line(text) == "Que vaut ReLU pour z < 0, et relu(-1) ? un deux"
