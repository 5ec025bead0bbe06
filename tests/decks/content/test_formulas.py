"""Every formula of the course draws, by the app's own means, at a size that a card can show."""

import re
from functools import cache

import pytest

from qtapp.cardtext.formula import Drawing, Formula
from qtapp.cardtext.markdown import formulas as found_by_the_app
from qtapp.cardtext.signs import in_signs
from qtapp.cardtext.typeset import FormulaError, typeset
from tests.decks.content.chapter_files import CHAPTERS, ChapterFile
from tests.decks.content.course_text import formulas

# In em. A line of text is about 1.2 high, a fraction within a sentence 2, six rows of a matrix 7;
# a card is about 40 wide, and a formula within a sentence goes whole to the next line.
TALLEST = {False: 4.0, True: 7.0}
WIDEST = {False: 25.0, True: 45.0}


@pytest.mark.parametrize("chapter", CHAPTERS, ids=str)
def test_every_formula_draws_at_a_sane_size(chapter: ChapterFile) -> None:
    found = found_by_the_app(chapter.text)
    assert {formula.latex for formula in found} == set(formulas(chapter.text))
    drawn = {formula.latex: _fault(formula) for formula in found}
    assert {latex: fault for latex, fault in drawn.items() if fault} == {}


@pytest.mark.parametrize("chapter", CHAPTERS, ids=str)
def test_every_formula_can_be_said_in_a_line(chapter: ChapterFile) -> None:
    said = {latex: in_signs(latex) for latex in formulas(chapter.text)}
    assert {latex: signs for latex, signs in said.items() if _is_crude(latex, signs)} == {}


@pytest.mark.parametrize(
    ("signs", "is_crude"),
    [
        ("a/b = c", False),
        ("a/b = {c}", True),
        (r"a/b = \c", True),
        ("ab = c", True),
        ("", True),
    ],
)
def test_crude_signs_are_seen(signs: str, is_crude: bool) -> None:
    assert _is_crude(r"\frac{a}{b} = c", signs) is is_crude


@pytest.mark.parametrize(
    ("formula", "fault"),
    [
        (Formula(r"\frac{a}{b}", False), ""),
        (Formula(r"\frec{a}{b}", False), r"unknown command \frec"),
        (Formula(r"\begin{pmatrix}1\\1\\1\\1\end{pmatrix}", True), ""),
        (Formula(r"\begin{pmatrix}1\\1\\1\\1\end{pmatrix}", False), "em"),
        (Formula("x + " * 20 + "x", True), ""),
        (Formula("x + " * 20 + "x", False), "em"),
    ],
)
def test_a_formula_that_no_card_can_show_is_seen(formula: Formula, fault: str) -> None:
    assert (fault in _fault(formula)) if fault else _fault(formula) == ""


@cache
def _fault(formula: Formula) -> str:
    """Once for all chapters: each takes ten milliseconds."""
    try:
        return _size_fault(typeset(formula), is_display=formula.is_display)
    except FormulaError as error:
        return str(error)


def _is_crude(latex: str, signs: str) -> bool:
    """A mark of LaTeX is left, or there are fewer bars than fractions."""
    bars = latex.count("/") + len(re.findall(r"\\[dt]?frac(?![a-z])", latex))
    is_marked = any(signs.count(brace) > latex.count(f"\\{brace}") for brace in "{}")
    return not signs or "\\" in signs or is_marked or signs.count("/") < bars


def _size_fault(drawing: Drawing, *, is_display: bool) -> str:
    width, height = drawing.width, drawing.height + drawing.depth
    is_sane = 0.05 < height < TALLEST[is_display] and 0.1 < width < WIDEST[is_display]
    return "" if is_sane else f"{width:.1f} x {height:.1f} em"
