"""Typical formulas draw at a sane size; what is no LaTeX is a FormulaError.

Those of the course are drawn by `tests.decks.content.test_formulas`.
"""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ziamath.nodes.mnode import _node_classes
from ziamath.nodes.mrow import Mrow

from qtapp.cardtext.formula import Drawing, Formula
from qtapp.cardtext.typeset import FormulaError, typeset

HERE = Path(__file__).parent
TYPICAL = (HERE / "formulas.txt").read_text(encoding="utf-8").splitlines()

# Heights in em that a reader would accept: a line of text is about 1.2, a displayed fraction of
# fractions about 4, six rows of a matrix about 7.
TALLEST_EM = 7.0
WIDEST_EM = 45.0


def drawn(latex: str, *, is_display: bool = False) -> Drawing:
    return typeset(Formula(latex, is_display))


def problems(found: list[Formula]) -> list[str]:
    complaints = []
    for formula in found:
        try:
            drawing = typeset(formula)
        except FormulaError as error:
            complaints.append(f"{formula.latex}: {error}")
            continue
        height = drawing.height + drawing.depth
        if not 0.05 < height < TALLEST_EM or not 0.1 < drawing.width < WIDEST_EM:
            complaints.append(f"{formula.latex}: {drawing.width:.1f} x {height:.1f} em")
    return complaints


def test_every_typical_formula_draws() -> None:
    """Every other one within a sentence, every other one on a line of its own."""
    asked = [Formula(latex, is_display=number % 2 > 0) for number, latex in enumerate(TYPICAL)]
    assert problems(asked) == []


@pytest.mark.parametrize(
    "latex",
    ["", "{", "}", r"\frac{1}", r"\foo{x}", r"\left(x", "x_", "x^", r"\begin{cases}a", r"\limits"],
)
def test_what_is_no_latex_says_so(latex: str) -> None:
    with pytest.raises(FormulaError):
        drawn(latex)


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("\\{}_^&$ abx12+-=()[]|'\u00e9\u2028\x00\ud800<>"), max_size=25))
def test_any_text_draws_or_is_a_formula_error(latex: str) -> None:
    try:
        drawing = drawn(latex)
    except FormulaError:
        return
    assert drawing.svg.startswith("<svg ")


def test_a_monstrous_drawing_is_refused() -> None:
    with pytest.raises(FormulaError, match="too large"):
        drawn(r"\begin{pmatrix}" + r"1\\" * 40 + r"\end{pmatrix}")


def test_ink_stands_on_the_baseline() -> None:
    # STIX Two Math: x-height 473, italic x from -10 to 479, in thousandths (its glyph table).
    x = drawn("x")
    assert x.height == pytest.approx(0.479, abs=0.002)
    assert x.depth == pytest.approx(0.010, abs=0.002)
    assert drawn("p").depth > 0.15


def test_the_view_box_is_the_geometry() -> None:
    drawing = drawn(r"\sum_{i=1}^n \frac{x_i}{n}", is_display=True)
    box = re.search(r'viewBox="([^"]+)"', drawing.svg)
    assert box is not None
    _, top, width, height = (float(n) for n in box[1].split())
    assert -top / 64 == pytest.approx(drawing.height, abs=0.001)
    assert width / 64 == pytest.approx(drawing.width, abs=0.001)
    assert height / 64 == pytest.approx(drawing.height + drawing.depth, abs=0.001)


def test_ink_has_no_colour_of_its_own() -> None:
    svg = drawn(r"\textcolor{red}{x}+\color{blue}{\boxed{y}}-\frac12").svg
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg)) <= {"currentColor", "none"}


def test_unary_minus_is_tight() -> None:
    # (-3) is as wide as its four glyphs; in (4-3) the minus has 4/18 em on both sides.
    unary, binary = drawn("(-3)"), drawn("(4-3)")
    digit = drawn("44").width - drawn("4").width
    assert binary.width - unary.width - digit == pytest.approx(8 / 18, abs=0.02)


def test_a_decimal_comma_is_tight_and_a_list_comma_is_not() -> None:
    assert drawn("0,5").width - drawn("0{,}5").width == pytest.approx(3 / 18, abs=0.02)


def test_functions_have_no_blank_before_their_parenthesis() -> None:
    assert drawn(r"\log(x)").width == pytest.approx(drawn(r"\mathrm{log}(x)").width, abs=0.01)


def test_blackboard_letters_need_no_braces() -> None:
    assert drawn(r"\mathbb R").svg == drawn(r"\mathbb{R}").svg
    assert drawn(r"\mathbb R").svg != drawn("R").svg


def test_limits_stand_beside_in_text_and_below_on_a_line_of_their_own() -> None:
    for latex in (r"\sum_{i=1}^n x", r"\max_\theta x", r"\operatorname*{arg\,max}_\theta x"):
        beside, below = drawn(latex), drawn(latex, is_display=True)
        assert below.depth > beside.depth + 0.2
        assert below.width < beside.width


def test_a_sum_inside_a_displayed_fraction_is_a_small_one() -> None:
    inside = drawn(r"\frac{1}{\sum_k e^{z_k}}", is_display=True)
    assert inside.height + inside.depth < 3.0  # 3.9 when the sum keeps its displayed limits


@pytest.mark.parametrize(
    "latex",
    [
        r"\left(\frac{a}{b}\right)^2",
        r"\frac{\left[\sqrt{x_i}\right]}{{\left|{\frac12}\right|}}",
        r"\sqrt{\underbrace{a+\sum_k b_k}_{\overline{n}}}",
        r"\begin{cases}\bigl(x\bigr) & x \uparrow 0\\ \hat{y} & \text{sinon}\end{cases}",
    ],
)
def test_a_row_is_what_the_library_makes_of_it(latex: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its own row, which measures what is in it whether anything stretches or not."""
    ours = drawn(latex, is_display=True)
    monkeypatch.setitem(_node_classes, "mrow", Mrow)
    assert drawn(latex, is_display=True) == ours


def test_matrix_brackets_are_as_high_as_the_matrix() -> None:
    rows = r"1\\2\\3\\4\\5\\6"
    plain = drawn(rf"\begin{{matrix}}{rows}\end{{matrix}}")
    for kind in "bpv":
        fenced = drawn(rf"\begin{{{kind}matrix}}{rows}\end{{{kind}matrix}}")
        assert 0 <= fenced.height + fenced.depth - plain.height - plain.depth < 0.8
