"""Formulas stand on the text's baseline and have the text's size, on any screen."""

import pytest
from PySide6.QtCore import QRect

from qtapp.cardtext.document import PLACEHOLDER
from qtapp.cardtext.style import TextStyle
from qtapp.tokens import LIGHT
from tests.qtapp.cardtext.conftest import MakeText
from tests.qtapp.cardtext.pixels import Ink, character_area, ink_in, painted

# Each ends with an x, so that its baseline can be seen; it is compared with the x before it.
ENDING_WITH_X = {
    "bare": "x",
    "subscript": r"w_{ij}\,x",
    "fraction": r"\frac{\partial L}{\partial w}\,x",
    "sum": r"\sum_{i=1}^n x",
    "accent": r"\hat y\,x",
    "tall": r"\left(\frac{\frac ab}{\frac cd}\right)x",
    "deep": r"\underbrace{a}_{\frac{b}{c}}\,x",
}


def ink_of_both(make_text: MakeText, latex: str, ratio: float, px: int) -> tuple[Ink, Ink]:
    style = TextStyle.from_tokens(LIGHT, px=px)
    view = make_text(f"x ${latex}$", width=60 * px, style=style)
    image = painted(view, ratio)
    text = ink_in(image, character_area(view, 0, ratio))
    formula = character_area(view, view.toPlainText().index(PLACEHOLDER), ratio)
    last = QRect(formula)
    last.setLeft(round(formula.right() - 0.55 * px * ratio))
    return text, ink_in(image, last)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("px", [15, 16, 21, 32])
@pytest.mark.parametrize("name", ENDING_WITH_X)
def test_x_stands_where_the_texts_x_stands(
    make_text: MakeText, name: str, px: int, ratio: float
) -> None:
    text, formula = ink_of_both(make_text, ENDING_WITH_X[name], ratio, px)
    assert abs(text.bottom - formula.bottom) <= 1


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_x_is_as_high_as_the_texts_x(make_text: MakeText, ratio: float) -> None:
    text, formula = ink_of_both(make_text, "x", ratio, 32)
    assert abs((text.bottom - text.top) - (formula.bottom - formula.top)) <= 1 + ratio


def test_formulas_of_common_size_leave_the_lines_their_distance(make_text: MakeText) -> None:
    plain = make_text("un mot<br>".replace("<br>", "  \n") * 3)
    mixed = make_text(r"un $w_i$  " + "\n" + r"un $\hat y$  " + "\n" + r"un $\sigma'(z)$")
    assert mixed.height() == plain.height()


def test_a_line_of_one_formula_is_a_line_as_others(make_text: MakeText) -> None:
    plain = make_text("un  \ndeux  \ntrois")
    alone = make_text("un  \n$x_i$  \ntrois")
    ends = [ink_in(painted(view), view.rect()).bottom for view in (plain, alone)]
    assert ends[0] == ends[1]
    lines = [view.document().firstBlock().layout().lineAt(1) for view in (plain, alone)]
    assert lines[0].y() + lines[0].ascent() == lines[1].y() + lines[1].ascent()


def test_a_deep_formula_keeps_clear_of_the_next_line(make_text: MakeText) -> None:
    view = make_text(r"$\underbrace{a+b}_{\frac{n}{m}}$" + "  \nxxxx")
    image = painted(view)
    positions = view.toPlainText()
    formula = character_area(view, positions.index(PLACEHOLDER), 1.0)
    below = ink_in(image, character_area(view, positions.index("xxxx"), 1.0).adjusted(0, 12, 0, 0))
    layout = view.document().firstBlock().layout()
    drawing = next(iter(view.card_document.objects.drawings.values()))
    assert layout.lineAt(0).descent() >= drawing.depth * 16
    assert below.top > formula.top()


def test_no_line_begins_with_the_comma_after_a_formula(make_text: MakeText) -> None:
    view = make_text("mot mot ($x$), mot $y$, mot $z$. mot ($t$)\u00a0; $n$-gramme $x$.")
    text = view.toPlainText()
    starts = set()
    for width in range(110, 400, 7):
        view.resize(width, 50)
        layout = view.document().firstBlock().layout()
        starts |= {text[layout.lineAt(i).textStart()] for i in range(layout.lineCount())}
    assert starts <= {"m", "(", "g", PLACEHOLDER}
    assert PLACEHOLDER in starts
