"""The course read from Today and beside a card, through the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qtapp.commands import Command
from qtapp.pages.reading import ReadingPage
from qtapp.sessions.review_state import Phase
from qtapp.shell import Shell
from qtapp.sitting import Sitting
from qtapp.start import Starter
from qtapp.widgets.reading_sheet import ReadingSheet
from tests.qtapp.test_shell import Run, places, run, shell_of

__all__ = ["places", "run"]
LONG_MS = 60_000
pytestmark = pytest.mark.usefixtures("first_chapter_alone")
WIDE, NARROW = (1400, 800), (900, 700)


@pytest.fixture
def app(run: Run, qtbot: QtBot) -> tuple[Starter, Sitting]:
    starter = run()
    shell: Shell = shell_of(starter)
    qtbot.waitUntil(lambda: shell.sitting is not None, timeout=LONG_MS)
    assert shell.sitting is not None
    return starter, shell.sitting


def press(starter: Starter, key: Qt.Key) -> None:
    """Press a key where the window gives it: not straight on the part that should have it."""
    QTest.keyClick(starter.window.focusWidget() or starter.window, key)


def page_of(starter: Starter, qtbot: QtBot) -> ReadingPage:
    qtbot.waitUntil(lambda: starter.window.page_key == "reading", timeout=LONG_MS)
    page = starter.window.stack.currentWidget()
    assert isinstance(page, ReadingPage)
    return page


def ask_a_card(starter: Starter, sitting: Sitting, qtbot: QtBot, size: tuple[int, int]) -> None:
    starter.window.resize(*size)
    sitting.start_review()
    qtbot.waitUntil(lambda: starter.window.page_key == "review", timeout=LONG_MS)
    qtbot.waitUntil(lambda: sitting.review.state.phase is Phase.QUESTION, timeout=LONG_MS)
    starter.window.run_command(Command.READ)


def panel_of(sitting: Sitting) -> ReadingSheet:
    panel = sitting.review_page.findChild(ReadingSheet)
    assert panel is not None
    return panel


def test_today_opens_a_chapter_and_escape_goes_back(
    app: tuple[Starter, Sitting], qtbot: QtBot
) -> None:
    starter, _ = app
    starter.window.run_command(Command.READ)
    page_of(starter, qtbot)
    press(starter, Qt.Key.Key_Escape)
    assert starter.window.page_key == "today"


def test_beside_a_card_no_key_grades_and_escape_closes(
    app: tuple[Starter, Sitting], qtbot: QtBot
) -> None:
    starter, sitting = app
    ask_a_card(starter, sitting, qtbot, WIDE)
    qtbot.waitUntil(lambda: sitting.review_page.beside.is_open, timeout=LONG_MS)
    before, panel = sitting.review.state, panel_of(sitting)
    assert panel.hasFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_3, Qt.Key.Key_Down):
        press(starter, key)
    assert sitting.review.state == before
    press(starter, Qt.Key.Key_Escape)
    assert not sitting.review_page.beside.is_open
    assert starter.window.page_key == "review"
    assert sitting.review.state == before


def test_in_a_narrow_window_it_is_a_page_with_a_way_back(
    app: tuple[Starter, Sitting], qtbot: QtBot
) -> None:
    starter, sitting = app
    ask_a_card(starter, sitting, qtbot, NARROW)
    bar = page_of(starter, qtbot).sheet.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)  # at the card's own section
    before = sitting.review.state
    press(starter, Qt.Key.Key_Home)
    assert bar.value() == 0
    press(starter, Qt.Key.Key_Escape)
    assert starter.window.page_key == "review"
    assert sitting.review.state == before


def test_a_window_made_narrow_gives_the_card_its_room(
    app: tuple[Starter, Sitting], qtbot: QtBot
) -> None:
    starter, sitting = app
    ask_a_card(starter, sitting, qtbot, WIDE)
    qtbot.waitUntil(lambda: sitting.review_page.beside.is_open, timeout=LONG_MS)
    starter.window.resize(*NARROW)
    qtbot.waitUntil(lambda: not sitting.review_page.beside.is_open)
