"""A table in a narrow place, and at twice the text size: no column is lost, no word is crushed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qtapp.theme import Theme, ThemeChoice
from qtapp.widgets.chosen_row import choose_row
from qtapp.widgets.plain_table import PlainTable, shares

ROWS = (
    ("HHHH", "short", "1 / 2"),
    ("H", "a title of a dozen words, which no column can hold", "2 / 2"),
)
CORNER = 10
"""Of the rounded border, in pixels."""
A_WORD = 140
"""What a column gives a word at the usual size, in pixels."""


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> PlainTable:
    model = QStandardItemModel()
    for row in ROWS:
        model.appendRow([QStandardItem(words) for words in row])
    model.setHorizontalHeaderLabels(["H"] * len(ROWS[0]))
    made = PlainTable(theme, model, wide={0, 1})
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    return made


def first_ink(image: QImage, top: int, bottom: int, *, past: int = 4) -> int:
    """Where the first dark pixel of these lines is, from the left, right of the border."""
    columns = range(past, image.width())
    return next(
        x
        for x in columns
        if any(image.pixelColor(x, y).lightness() < 190 for y in range(top, bottom))
    )


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_heads_stand_over_their_cells(table: PlainTable, theme: Theme, scale: float) -> None:
    theme.adopt(choice=ThemeChoice.LIGHT, text_scale=scale, is_motion_on=False)
    image = table.grab().toImage()
    head = table.horizontalHeader().height()
    row = table.rowHeight(0)
    below = table.viewport().y()
    heads = first_ink(image, CORNER, head)
    cells = first_ink(image, below + 4, below + row - 4)
    assert heads == cells


def test_what_fits_fills_the_room_and_needs_no_bar(table: PlainTable) -> None:
    assert table.horizontalHeader().length() == table.viewport().width()
    assert table.horizontalScrollBar().maximum() == 0


def test_what_does_not_fit_is_scrolled_to_by_the_arrows(
    table: PlainTable, theme: Theme, qtbot: QtBot
) -> None:
    theme.adopt(choice=ThemeChoice.LIGHT, text_scale=2.0, is_motion_on=False)
    table.resize(500, 300)
    assert all(table.columnWidth(column) >= theme.px(A_WORD) for column in (0, 1))
    assert not any(table.isColumnHidden(column) for column in range(3))
    too_long = table.horizontalHeader().length() - table.viewport().width()
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == too_long)
    choose_row(table, 0)
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_Right)
    last = table.visualRect(table.currentIndex())
    assert table.currentIndex().column() == 2
    assert table.viewport().rect().contains(last)


def test_with_a_bar_words_are_whole_up_to_two_thirds_of_the_room(table: PlainTable) -> None:
    table.resize(320, 300)
    most = 2 * table.viewport().width() // 3
    assert [table.columnWidth(column) for column in (0, 1)] == [A_WORD, most]
    assert most > A_WORD


def test_the_current_row_stays_in_view_in_less_room(table: PlainTable) -> None:
    choose_row(table, len(ROWS) - 1)
    table.setMinimumHeight(0)
    table.resize(320, table.horizontalHeader().height() + 2 * table.rowHeight(0))
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))


def test_a_narrow_column_is_as_wide_as_its_words(table: PlainTable) -> None:
    assert table.columnWidth(2) >= table.sizeHintForColumn(2)
    table.resize(300, 300)
    assert table.columnWidth(2) >= table.sizeHintForColumn(2)


def test_the_row_chosen_stays_within_the_border(table: PlainTable, qtbot: QtBot) -> None:
    """The border of the focus is two pixels wide; a row used to be painted over one of them."""
    table.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    choose_row(table, 0)
    image = table.grab().toImage()
    beside_a_row = table.viewport().y() + table.rowHeight(0) // 2
    below_all = table.height() - 30
    for x in (0, 1, table.width() - 2, table.width() - 1):
        assert image.pixelColor(x, beside_a_row) == image.pixelColor(x, below_all)


@pytest.mark.parametrize(
    ("room", "wanted", "given"),
    [
        (600, (100, 100), [300, 300]),  # more than wanted: what is over is shared alike
        (600, (400, 200), [400, 200]),
        (600, (400, 100), [430, 170]),  # 540 for what is wanted and a word, and half of 60
        (600, (900, 200), [400, 200]),  # the modest one is served, the other has the rest
        (600, (900, 800), [300, 300]),
        (601, (900, 800), [301, 300]),
        (100, (900, 20), [140, 140]),  # a word each, whatever the room
    ],
)
def test_room_is_shared(room: int, wanted: tuple[int, ...], given: list[int]) -> None:
    assert shares(room, wanted, A_WORD) == given
