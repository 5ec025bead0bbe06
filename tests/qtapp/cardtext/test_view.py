"""The widget: its size, its words, its colours, its keys."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QClipboard, QColor, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qtapp.cardtext.formula import Formula
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.cardtext.style import TextStyle
from qtapp.cardtext.view import CardText
from qtapp.cardtext.writer import write_markdown
from qtapp.stylesheet import stylesheet
from qtapp.tokens import DARK, LIGHT
from tests.qtapp.cardtext.conftest import MakeText
from tests.qtapp.cardtext.pixels import darkest, ink_in, painted

STYLE = TextStyle.from_tokens(LIGHT, px=16)
LONG = "Un mot et un autre, avec $x_i$ et $\\frac{a}{b}$ dedans. " * 12


def test_it_is_as_high_as_its_text_at_any_width(make_text: MakeText) -> None:
    view = make_text(LONG, width=600)
    heights = {}
    for width in (600, 300, 150):
        view.resize(width, view.height())
        heights[width] = view.height()
        assert view.height() >= view.document().size().height()
        assert view.verticalScrollBar().maximum() == 0
    assert heights[600] < heights[300] < heights[150]


def test_every_line_is_painted(make_text: MakeText) -> None:
    view = make_text("haut\n\n" + LONG + "\n\nbas", width=300)
    ink = ink_in(painted(view), view.rect())
    assert view.height() - ink.bottom < 14
    assert ink.top < 14


def test_code_alone_stands_on_its_whole_ground(make_text: MakeText) -> None:
    view = make_text("```\nx\n```\n")
    image = painted(view, ground="#FF0000")
    ground = [y for y in range(view.height()) if image.pixelColor(200, y).red() < 255]
    ink = ink_in(image, QRect(0, 0, 60, view.height()), threshold=160)
    assert ground[0] <= 7
    assert ground[-1] >= view.height() - 4
    assert ink.top - ground[0] >= 10
    assert ground[-1] - ink.bottom >= 10


def test_a_text_after_code_has_no_room_below(make_text: MakeText) -> None:
    view = make_text("```\nx\n```\n")
    view.show_markdown("mot", style=STYLE)
    assert view.height() == make_text("mot").height()


def test_a_formula_too_wide_is_brought_down_to_the_width(make_text: MakeText) -> None:
    view = make_text(f"$${'+'.join(['x_{10}'] * 13)}$$", width=400)
    assert view.horizontalScrollBar().maximum() == 0
    ink = ink_in(painted(view), view.rect())
    assert ink.right <= 400
    assert ink.right - ink.left > 380


@pytest.mark.parametrize(
    "text", ["$${}$$,", "${}$.", "- a\n\n  $${}$$", "${}$\u00a0;", "mot ${}$ et"]
)
def test_a_row_of_formulas_is_never_scrolled_for_a_few_pixels(
    make_text: MakeText, text: str
) -> None:
    """At 200% a comma behind it, or the room's last fraction of a pixel, called for a bar."""
    style = TextStyle.from_tokens(LIGHT, px=32)
    row = r"v_t = \beta v_{t-1} + g_t^2, \qquad \theta_{t+1} = \theta_t - g_t"
    view = make_text(text.format(row), width=700, style=style)
    for width in range(475, 700, 9):  # in em 14.8 to 21.9, where the row is 22.8 wide
        view.resize(width, view.height())
        assert (width, view.horizontalScrollBar().maximum()) == (width, 0)


def test_a_formula_that_would_become_too_small_is_scrolled(make_text: MakeText) -> None:
    row = "+".join(["x_{10}"] * 20)
    full = make_text(f"$${row}$$", width=1200)
    ink = ink_in(painted(full), full.rect())
    wide = ink.right - ink.left
    view = make_text(f"$${row}$$", width=round(wide * 0.58))
    assert view.horizontalScrollBar().maximum() > 0
    view = make_text(f"$${row}$$", width=round(wide * 0.62) + 4)
    assert view.horizontalScrollBar().maximum() == 0


def test_long_code_is_wrapped(make_text: MakeText) -> None:
    view = make_text("```\n" + "abc_" * 60 + "\n```", width=300)
    assert view.horizontalScrollBar().maximum() == 0


def test_a_table_too_wide_can_be_scrolled_sideways(make_text: MakeText) -> None:
    cells = "|" + "mot|" * 14
    view = make_text(f"{cells}\n|{'---|' * 14}\n{cells}", width=250)
    assert view.horizontalScrollBar().maximum() > 0
    assert view.height() > view.document().size().height()


def test_the_applications_sheet_puts_no_frame_around_it(
    make_text: MakeText, qapp: QApplication
) -> None:
    qapp.setStyleSheet(stylesheet(LIGHT, round))
    try:
        view = make_text("mot", width=300)
        view.setFocus()
        assert view.viewport().width() == 300
        assert view.viewport().height() == view.height()
    finally:
        qapp.setStyleSheet("")


def test_colours_follow_the_style(make_text: MakeText) -> None:
    view = make_text("$x$ mot")
    assert darkest(painted(view)).lightness() < QColor(LIGHT.ink).lightness() + 12
    view.show_markdown("$x$ mot", style=TextStyle.from_tokens(DARK, px=16))
    image = painted(view, ground="#000000")
    lightest = max(
        image.pixelColor(x, y).lightness()
        for y in range(image.height())
        for x in range(12)  # the columns of the formula
    )
    assert lightest > QColor(DARK.ink).lightness() - 25


def test_text_grows_with_the_style(make_text: MakeText) -> None:
    view = make_text("Un mot $x$", width=300)
    before = ink_in(painted(view), view.rect())
    view.show_markdown("Un mot $x$", style=TextStyle.from_tokens(LIGHT, px=32))
    after = ink_in(painted(view), view.rect())
    assert after.right > 1.8 * before.right


def test_formulas_are_as_sharp_as_the_screen(make_text: MakeText) -> None:
    """Edges grow with the density, ink with its square: half the share is grey at twice of it."""
    view = make_text(r"$\frac{abc}{def}$", style=TextStyle.from_tokens(LIGHT, px=24))
    shares = {}
    for ratio in (1, 2):
        image = painted(view, ratio)
        rows, columns = range(image.height()), range(60 * ratio)
        pixels = [image.pixelColor(x, y).lightness() for x in columns for y in rows]
        inked = [pixel for pixel in pixels if pixel < 240]
        shares[ratio] = sum(pixel > 60 for pixel in inked) / len(inked)
    assert shares[2] < 0.75 * shares[1]


def test_selected_formulas_are_as_clear_as_selected_text(make_text: MakeText) -> None:
    view = make_text("$M$", style=TextStyle.from_tokens(LIGHT, px=40))
    view.selectAll()
    image = painted(view)
    inside = [image.pixelColor(x, view.height() // 2) for x in range(4, 36)]
    assert QColor(LIGHT.accent) in inside
    assert max(color.lightness() for color in inside) > 245


# -- formulas that come later ----------------------------------------------------------------


def test_a_missing_formula_stands_as_its_source_and_then_comes(
    qtbot: QtBot, renderer: FormulaRenderer
) -> None:
    view = CardText(renderer)
    qtbot.addWidget(view)
    view.show_markdown(r"La somme $\sum_i x_i$ ici", style=STYLE)
    assert r"La somme \sum_i x_i ici" in view.toPlainText()
    qtbot.waitUntil(lambda: r"\sum" not in view.toPlainText(), timeout=10_000)
    assert renderer.drawing(Formula(r"\sum_i x_i")) is not None


def test_formulas_that_come_together_are_put_in_together(
    qtbot: QtBot, renderer: FormulaRenderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    writes = []

    def counted(*args: Any, **kwargs: Any) -> list[Formula]:
        writes.append(args)
        return write_markdown(*args, **kwargs)

    monkeypatch.setattr("qtapp.cardtext.view.write_markdown", counted)
    view = CardText(renderer)
    qtbot.addWidget(view)
    view.show_markdown(" ".join(f"$x_{n}$" for n in range(20)), style=STYLE)
    qtbot.waitUntil(lambda: "x_" not in view.toPlainText(), timeout=10_000)
    assert len(writes) <= 4


def test_a_formula_that_cannot_be_drawn_is_marked_and_says_why(make_text: MakeText) -> None:
    view = make_text(r"$\foo{x}$")
    assert view.toPlainText() == r"\foo{x}"
    text_format = view.document().begin().begin().fragment().charFormat()
    assert text_format.underlineStyle() == text_format.UnderlineStyle.WaveUnderline
    assert r"\foo" in text_format.toolTip()


def test_the_same_text_again_is_not_written_again(make_text: MakeText) -> None:
    view = make_text("un mot")
    view.selectAll()
    view.show_markdown("un mot", style=STYLE)
    assert view.textCursor().hasSelection()


# -- words -----------------------------------------------------------------------------------


def test_a_screen_reader_gets_the_words(make_text: MakeText) -> None:
    view = make_text("La **somme** $x_i$\n\n- un")
    assert view.accessibleDescription() == view.plain() == "La somme x_i\nun"


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    """Empty in the end: offscreen, Qt lets go of it once Python is gone, and dies of that."""
    board = QGuiApplication.clipboard()
    yield board
    board.clear()


def test_copying_gives_formulas_as_they_are_written(
    make_text: MakeText, clipboard: QClipboard
) -> None:
    view = make_text("Si ($x_i$), **alors** :\n\n$$y$$\n\n1. un $z$\n2. deux")
    view.selectAll()
    view.copy()
    copied = clipboard.text()
    assert copied == "Si ($x_i$), alors :\n$$y$$\n1. un $z$\n2. deux"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("- a\n- b\n    1. c\n    2. d\n\nfin", ["a", "b", "c", "d", "fin"]),
        ("3. a\n\n   b\n4. c", ["a", "b", "c"]),
        ("- \n- b", ["", "b"]),
        ("> a\n>\n> > b\n\nc", ["a", "b", "c"]),
        ("```python\na = 1\nb = 2\n```", ["a = 1\u2028b = 2"]),
        ("a\n***\nb", ["a", "", "b"]),
        ("a\n$$x$$\nb", ["a", "\ufffc\ufffc", "b"]),
        ("a  \nb\nc", ["a\u2028b c"]),
        ("", [""]),
    ],
)
def test_blocks_are_those_of_the_text(make_text: MakeText, text: str, shown: list[str]) -> None:
    document = make_text(text).document()
    assert [document.findBlockByNumber(n).text() for n in range(document.blockCount())] == shown


def test_cloze_deletions_are_bold_and_stand_on_a_ground(make_text: MakeText) -> None:
    view = make_text("[[…]](#hidden) et [$x$ mot](#shown)")
    plain = make_text("[…] et $x$ mot")
    soft = QColor(LIGHT.accent_soft)
    image = painted(view)
    assert any(
        image.pixelColor(x, y) == soft for x in range(image.width()) for y in range(image.height())
    )
    assert view.document().begin().begin().fragment().charFormat().fontWeight() >= 700
    assert view.document().idealWidth() > plain.document().idealWidth()


def test_table_cells_hold_what_is_written(make_text: MakeText) -> None:
    view = make_text("| a | $b$ |\n|:-:|--:|\n| 1 | 2 |\n\nfin")
    words = [word for word in re.split(r"[\n\ufdd0\ufdd1\u2060]+", view.toPlainText()) if word]
    assert words == ["a", "\ufffc\ufffc", "1", "2", "fin"]


# -- keys ------------------------------------------------------------------------------------


@pytest.fixture
def in_page(make_text: MakeText, qtbot: QtBot) -> tuple[QWidget, CardText, list[str]]:
    """A text in a page with a shortcut on Space, which has the focus."""
    page, view = QWidget(), make_text("un mot et un autre")
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(view)
    pressed: list[str] = []
    shortcut = QShortcut(QKeySequence(Qt.Key.Key_Space), page)
    shortcut.activated.connect(lambda: pressed.append("space"))
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    view.clearFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    return page, view, pressed


def test_keys_of_the_page_stay_the_pages(
    in_page: tuple[QWidget, CardText, list[str]], qtbot: QtBot
) -> None:
    _, view, pressed = in_page
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert pressed == ["space"]


def test_text_can_be_selected_by_keys(
    in_page: tuple[QWidget, CardText, list[str]], qtbot: QtBot, clipboard: QClipboard
) -> None:
    _, view, _ = in_page
    QTest.keyClick(view, Qt.Key.Key_Home)
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.textCursor().selectedText() == "un"
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "un mot et un autre"


def test_focus_by_keyboard_is_seen(
    in_page: tuple[QWidget, CardText, list[str]], qtbot: QtBot
) -> None:
    _, view, _ = in_page
    corner = QRect(0, 3, 4, 10)
    assert ink_in(painted(view), corner, threshold=60).left <= 2
    view.clearFocus()
    with pytest.raises(AssertionError, match="no ink"):
        ink_in(painted(view), QRect(0, 3, 2, 10), threshold=60)


def test_text_cannot_be_changed(in_page: tuple[QWidget, CardText, list[str]], qtbot: QtBot) -> None:
    _, view, _ = in_page
    before = view.toPlainText()
    QTest.keyClicks(view, "abc")
    QTest.keyClick(view, Qt.Key.Key_Delete)
    QTest.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert view.toPlainText() == before
