"""A table of a run can be read, chosen from and copied."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QGuiApplication, QImage, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from qtapp.languages import Languages
from qtapp.stills.table import TINT, TableView
from qtapp.stills.table_model import TableModel
from qtapp.theme import Theme, ThemeChoice
from qtapp.tokens import DARK, LIGHT
from qtapp.widgets.colors import blend
from sim.words import same
from tests.qtapp.stills.conftest import TABLE

ROLE = Qt.ItemDataRole


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> TableView:
    """As large as it wishes to be."""
    made = TableView(theme, TABLE)
    qtbot.addWidget(made)
    made.renew()
    made.resize(made.natural_width(), made.height_for(made.natural_width()))
    made.show()
    return made


def press(view: TableView, key: Qt.Key, text: str = "", *, ctrl: bool = False) -> bool:
    """Whether the view did something with a key."""
    held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, key, held, text)
    QApplication.sendEvent(view, event)
    return event.isAccepted()


def test_it_keeps_the_rules_of_item_models(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(TableModel(TABLE))


# What it says


def test_numbers_are_written_as_the_language_writes_them(french: Languages) -> None:
    """U+2212 is the minus, U+202F parts thousands; six digits count."""
    model = TableModel(TABLE)
    assert [model.index(row, 1).data() for row in (0, 1)] == ["−0,25", "1\u202f234,57"]


def test_it_follows_the_language(english: Languages, view: TableView) -> None:
    view.cells.renew()
    assert view.cells.index(0, 1).data() == "−0.25"
    assert view.cells.heads == ["weight", "after\none step"]


def test_numbers_stand_below_each_other_at_the_right() -> None:
    model = TableModel(TABLE)
    sides = [model.index(0, column).data(ROLE.TextAlignmentRole) for column in (0, 1)]
    assert [bool(side & Qt.AlignmentFlag.AlignRight) for side in sides] == [False, True]
    head = model.headerData(1, Qt.Orientation.Horizontal, ROLE.TextAlignmentRole)
    assert head & Qt.AlignmentFlag.AlignRight


def test_marks_are_said(english: Languages) -> None:
    model = TableModel(TABLE)
    told = [model.index(row, 0).data(ROLE.AccessibleDescriptionRole) for row in (0, 1)]
    assert told == [None, "Marked row"]


def test_screen_readers_reach_the_cells(english: Languages, view: TableView) -> None:
    heard = QAccessible.queryAccessibleInterface(view)
    assert heard.role() == QAccessible.Role.Table
    named = [heard.child(number) for number in range(heard.childCount())]
    names = [one.text(QAccessible.Text.Name) for one in named if one is not None]
    assert {"weight", "w₁", "−0.25", "1,234.57"} <= set(names)


# How it looks


def test_a_marked_row_is_tinted_in_either_theme(theme: Theme, view: TableView) -> None:
    for choice, tokens in ((ThemeChoice.LIGHT, LIGHT), (ThemeChoice.DARK, DARK)):
        theme.adopt(choice=choice, text_scale=1.0, is_motion_on=True)
        view.renew()
        tint = blend(tokens.surface, tokens.bad, TINT).name()
        grounds = [ground_of(view, row) == tint for row in (0, 1)]
        assert grounds == [False, True]


def test_numbers_are_written_in_the_font_they_were_measured_in(
    theme: Theme, view: TableView
) -> None:
    """In a larger one they would be cut: their digits would be higher."""
    theme.adopt(choice=ThemeChoice.LIGHT, text_scale=2.0, is_motion_on=True)
    view.renew()
    view.resize(view.natural_width(), view.height_for(view.natural_width()))
    cell = view.visualRect(view.cells.index(1, 1)).adjusted(0, 1, 0, -1)
    image = view.viewport().grab(cell).toImage()
    ground = image.pixelColor(0, 0)
    rows = [
        y for y in range(image.height())
        if any(image.pixelColor(x, y) != ground for x in range(image.width()))
    ]  # fmt: skip
    measured = QFontMetrics(view.font()).tightBoundingRect(view.cells.texts[1][1])
    assert len(rows) == pytest.approx(measured.height() * image.devicePixelRatio(), abs=1)


def ground_of(view: TableView, row: int) -> str:
    """The colour in the upper left corner of a row."""
    image: QImage = view.viewport().grab().toImage()
    place = view.visualRect(view.cells.index(row, 0)).topLeft() + QPoint(2, 2)
    return image.pixelColor(place * image.devicePixelRatio()).name()


def test_it_grows_with_the_text(theme: Theme, view: TableView) -> None:
    before = view.natural_width(), view.height_for(10_000)
    theme.adopt(choice=ThemeChoice.LIGHT, text_scale=2.0, is_motion_on=True)
    view.renew()
    after = view.natural_width(), view.height_for(10_000)
    assert after == pytest.approx([2 * size for size in before], rel=0.1)


def test_it_has_room_for_all_rows_and_no_more(view: TableView) -> None:
    last = view.visualRect(view.cells.index(1, 0))
    assert view.viewport().height() == last.bottom() + 1
    assert view.verticalScrollBar().maximum() == view.horizontalScrollBar().maximum() == 0


def test_with_less_room_it_scrolls_sideways(view: TableView) -> None:
    narrow = view.natural_width() // 2
    higher = view.height_for(narrow)
    assert higher > view.height()
    view.resize(narrow, higher)
    assert view.horizontalScrollBar().maximum() > 0
    assert view.verticalScrollBar().maximum() == 0


# What it does


def test_what_is_chosen_is_copied_with_tabs(english: Languages, view: TableView) -> None:
    view.selectionModel().select(view.cells.index(0, 1), view.selectionModel().SelectionFlag.Select)
    view.copy()
    assert QGuiApplication.clipboard().text() == "-0.25\n"


def test_all_of_it_is_copied_with_its_heads(english: Languages, view: TableView) -> None:
    for is_chosen in (False, True):
        if is_chosen:
            assert press(view, Qt.Key.Key_A, ctrl=True)
        view.copy()
        assert QGuiApplication.clipboard().text() == (
            "weight\tafter one step\nw₁\t-0.25\nb\t1234.5678\n"
        )


def test_a_french_spreadsheet_reads_what_is_copied(french: Languages) -> None:
    assert TableModel(TABLE).as_tsv([(0, 0), (0, 1)]) == "w₁\t-0,25\n"


def test_its_shortcut_copies(qtbot: QtBot, english: Languages, view: TableView) -> None:
    QGuiApplication.clipboard().clear()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("weight\t")


def test_arrows_go_from_cell_to_cell(view: TableView) -> None:
    view.setCurrentIndex(view.cells.index(0, 0))
    assert press(view, Qt.Key.Key_Down)
    assert view.currentIndex() == view.cells.index(1, 0)


@pytest.mark.parametrize(
    ("key", "text"),
    [(Qt.Key.Key_R, "r"), (Qt.Key.Key_3, "3"), (Qt.Key.Key_Return, "\r"), (Qt.Key.Key_Escape, "")],
)
def test_other_keys_are_the_pages(view: TableView, key: Qt.Key, text: str) -> None:
    view.setCurrentIndex(view.cells.index(0, 0))
    assert not press(view, key, text)


def test_the_wheel_scrolls_the_page(view: TableView) -> None:
    middle = QPointF(view.viewport().rect().center())
    turn = QPoint(0, -120)
    event = QWheelEvent(
        middle, view.viewport().mapToGlobal(middle), turn, turn, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)
    assert not event.isAccepted()


def test_long_words_take_several_lines(english: Languages) -> None:
    """34 letters at most."""
    long = replace(TABLE, columns=(same("a"),), rows=((same("some words " * 5),),), marked=())
    model = TableModel(long)
    assert model.index(0, 0).data() == "some words some words some\nwords some words some words"


def test_lines_of_a_head_are_about_as_long(french: Languages) -> None:
    """Twelve letters hold « après un pas », but two lines of eleven are narrower."""
    model = TableModel(replace(TABLE, columns=(same("poids"), same("après un pas complet"))))
    assert model.heads == ["poids", "après un\npas complet"]
