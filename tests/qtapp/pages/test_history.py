"""The page of runs: chosen, opened, noted and cleared by keys and clicks."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from db.experiment_rows import RunRow
from qtapp.pages.history import HistoryPage
from qtapp.sessions.history import HistoryState
from qtapp.theme import Theme, ThemeChoice
from qtapp.widgets.key_button import KeyButton
from qtapp.widgets.run_model import Column
from tests.qtapp.sessions.listening import Heard

A_WORD = 100
"""In pixels at the usual size."""

AT = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)
ROWS = (
    RunRow(3, None, AT, "dead_relu", '{"learning_rate": 0.3}', 32, 0, 31, 32, 1.5, "cpu"),
    RunRow(2, None, AT, "xor", "{}", 32, 0, 32, 32, 1.5, "cpu", "à montrer"),
    RunRow(1, None, AT, "gone", '{"a": 1}', 32, 0, 1, 32, 1.5, "cpu", has_result=False),
)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> HistoryPage:
    made = HistoryPage(theme)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.show_state(HistoryState(rows=ROWS, is_complete=True))
    return made


def table(page: HistoryPage) -> QTableView:
    found = page.findChild(QTableView, "history-table")
    assert found is not None
    return found


def button(page: HistoryPage, name: str) -> KeyButton:
    found = page.findChild(KeyButton, name)
    assert found is not None
    return found


def said(page: HistoryPage, row: int, column: Column) -> str:
    return str(page.model.index(row, column).data())


def test_before_runs_are_read_nothing_can_be_done_with_them(theme: Theme, qtbot: QtBot) -> None:
    made = HistoryPage(theme)
    qtbot.addWidget(made)
    made.show()
    names = ("open-run", "attach-run", "clear-runs")
    assert [button(made, name).isEnabled() for name in names] == [False] * 3


def test_a_row_says_what_ran_and_how_it_went(page: HistoryPage) -> None:
    assert said(page, 0, Column.EXPERIMENT) == "Dead ReLUs"
    assert said(page, 0, Column.SETTINGS) == "learning rate η = 0.3"
    assert said(page, 0, Column.NETWORKS) == "31 / 32"
    assert said(page, 1, Column.NOTE) == "à montrer"


def test_an_experiment_that_is_no_more_is_still_told(page: HistoryPage) -> None:
    assert said(page, 2, Column.EXPERIMENT) == "gone"
    assert said(page, 2, Column.SETTINGS) == "a = 1"


def test_the_first_is_chosen_and_enter_opens_it(page: HistoryPage) -> None:
    opened = Heard(page.open_asked)
    QTest.keyClick(table(page), Qt.Key.Key_Return)
    QTest.mouseClick(button(page, "open-run"), Qt.MouseButton.LeftButton)
    assert opened.all == [ROWS[0]] * 2


def test_the_first_is_chosen_while_shift_is_held(qtbot: QtBot, theme: Theme) -> None:
    """As by whoever came by a shortcut and has not let go; `selectRow` then chose none."""
    held = QLineEdit()
    qtbot.addWidget(held)
    held.show()
    QTest.keyPress(held, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)
    page = HistoryPage(theme)
    qtbot.addWidget(page)
    page.show_state(HistoryState(rows=ROWS, is_complete=True))
    is_enabled = button(page, "open-run").isEnabled()
    QTest.keyRelease(held, Qt.Key.Key_Shift)
    assert is_enabled


def test_a_run_without_its_result_cannot_be_opened(page: HistoryPage) -> None:
    opened = Heard(page.open_asked)
    table(page).selectRow(2)
    assert not button(page, "open-run").isEnabled()
    table(page).activated.emit(page.model.index(2, 0))
    assert opened.all == []


def test_chosen_runs_are_cleared(page: HistoryPage) -> None:
    cleared = Heard(page.clear_asked)
    table(page).selectAll()
    assert not button(page, "attach-run").isEnabled()
    QTest.keyClick(table(page), Qt.Key.Key_Delete)
    assert [set(ids) for ids in cleared.all] == [{1, 2, 3}]


def test_only_the_note_is_edited(page: HistoryPage) -> None:
    noted: list[tuple[int, str]] = []
    page.noted.connect(lambda run_id, text: noted.append((run_id, text)))
    assert page.model.setData(page.model.index(0, Column.NOTE), "  bien ")
    assert not page.model.setData(page.model.index(0, Column.EXPERIMENT), "autre")
    assert noted == [(3, "bien")]


@pytest.mark.parametrize("is_by_key", [True, False])
def test_a_note_is_written_from_wherever_one_is_in_the_row(
    qtbot: QtBot, page: HistoryPage, *, is_by_key: bool
) -> None:
    page.resize(420, 600)  # the notes are beyond the edge
    opened = Heard(page.open_asked)
    QTest.keyClick(table(page), Qt.Key.Key_Down)
    if is_by_key:
        QTest.keyClick(table(page), Qt.Key.Key_F2)
    else:
        QTest.mouseClick(button(page, "note-run"), Qt.MouseButton.LeftButton)
    (editor,) = table(page).viewport().findChildren(QLineEdit)
    assert table(page).viewport().rect().contains(editor.geometry().topLeft())
    QTest.keyClicks(editor, "surprise")
    QTest.keyClick(editor, Qt.Key.Key_F2)
    with qtbot.waitSignal(page.noted) as noted:
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert noted.args == [2, "surprise"]
    assert opened.all == [], "Enter ended the note, and did nothing else"


def test_several_runs_get_no_note_at_once(page: HistoryPage) -> None:
    table(page).selectAll()
    assert not button(page, "note-run").isEnabled()


def test_typing_searches_after_a_pause(qtbot: QtBot, page: HistoryPage) -> None:
    search = page.findChild(QLineEdit, "history-search")
    assert search is not None
    with qtbot.waitSignal(page.search_asked) as asked:
        QTest.keyClicks(search, "relu ")
    assert asked.args == ["relu"]


def test_rows_that_follow_keep_what_was_chosen(page: HistoryPage) -> None:
    chosen = table(page).model().index(1, 0)  # not selectRow, which heeds keys that are held
    how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    table(page).selectionModel().setCurrentIndex(chosen, how)
    more = (*ROWS, ROWS[2]._replace(id=0))
    page.show_state(HistoryState(rows=more, is_complete=True))
    assert [index.row() for index in table(page).selectionModel().selectedRows()] == [1]


def test_an_empty_history_says_what_will_be_there(page: HistoryPage) -> None:
    page.show_state(HistoryState(is_complete=True))
    assert not table(page).isVisible()
    assert page._nothing.text().startswith("Nothing has run yet")
    page.show_state(HistoryState(search="zzz", is_complete=True))
    assert page._nothing.text() == "No run matches these words."


def test_the_keys_are_never_left_to_the_sidebar(page: HistoryPage, qtbot: QtBot) -> None:
    """With nothing to list they went there, and Escape with them: to Today, not to the Lab."""
    page.activateWindow()
    page.setFocus()
    qtbot.waitUntil(table(page).hasFocus)
    page.show_state(HistoryState(is_complete=True))
    assert button(page, "back").hasFocus()
    assert not button(page, "open-run").isVisible()
    page.show_state(HistoryState(rows=ROWS, is_complete=True))
    assert table(page).hasFocus()


def test_who_searches_goes_on_typing(page: HistoryPage, qtbot: QtBot) -> None:
    search = page.findChild(QLineEdit, "history-search")
    assert search is not None
    page.activateWindow()
    search.setFocus()
    qtbot.waitUntil(search.hasFocus)
    page.show_state(HistoryState(search="zzz", is_complete=True))
    assert search.hasFocus()
    assert search.isVisible()
    page.show_state(HistoryState(rows=ROWS, is_complete=True))
    assert search.hasFocus()


def test_escape_goes_back(page: HistoryPage) -> None:
    back = Heard(page.back_asked)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert len(back.all) == 1


def test_an_experiment_is_named_whole_while_the_rest_has_room(page: HistoryPage) -> None:
    whole = table(page).sizeHintForColumn(Column.EXPERIMENT)
    page.resize(1000, 500)
    assert table(page).columnWidth(Column.EXPERIMENT) >= whole
    assert table(page).horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("language", ["english", "french"])
def test_at_twice_the_size_nothing_is_crushed(
    page: HistoryPage, theme: Theme, request: pytest.FixtureRequest, language: str
) -> None:
    """The columns read « Le… », « Tr… » and the main button « Revoi… » before."""
    request.getfixturevalue(language)
    page.resize(960, 700)
    theme.adopt(choice=ThemeChoice.LIGHT, text_scale=2.0, is_motion_on=False)
    QApplication.processEvents()
    for name in ("back", "clear-runs", "attach-run", "open-run"):
        made = button(page, name)
        assert made.width() >= made.sizeHint().width(), name
    for column in Column:
        assert table(page).columnWidth(column) >= theme.px(A_WORD), column
    assert table(page).rowHeight(0) * 2 < table(page).viewport().height()
