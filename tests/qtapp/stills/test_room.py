"""What does not move is made a piece a turn, shown together, and follows the app's look."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qtapp.stills.block import Block
from qtapp.stills.found import Still, stills
from qtapp.stills.room import StillRoom
from qtapp.stills.table import TableView
from qtapp.theme import Theme, ThemeChoice
from sim.words import same
from tests.qtapp.stills.conftest import NETWORK, SHEET, TABLE

ALL = stills((SHEET,), (TABLE, NETWORK))
LEAST = 64


def whole(qtbot: QtBot, room: StillRoom, *given: Still) -> list[Block]:
    with qtbot.waitSignal(room.shown):
        room.give(given or ALL)
    return room.blocks


def test_words_say_what_will_be(room: StillRoom) -> None:
    room.begin("Later", least_px=LEAST)
    assert room.words.isVisibleTo(room)
    assert (room.words.text(), room.height()) == ("Later", LEAST)


def test_without_words_there_is_nothing(room: StillRoom) -> None:
    room.begin("", least_px=LEAST)
    assert not room.isVisible()


def test_nothing_is_seen_before_all_is_there(qtbot: QtBot, room: StillRoom) -> None:
    room.begin("Later", least_px=LEAST)
    room.give(ALL)
    room._make_one()
    assert (len(room.blocks), room.is_whole) == (1, False)
    assert room.words.isVisibleTo(room)
    assert not room.blocks[0].isVisible()
    qtbot.waitUntil(lambda: room.is_whole)
    assert not room.words.isVisibleTo(room)
    assert all(block.isVisible() for block in room.blocks)


def test_what_was_given_before_does_not_come_any_more(qtbot: QtBot, room: StillRoom) -> None:
    room.give(ALL)
    room.say("Later")
    QCoreApplication.processEvents()
    assert (room.blocks, room.words.isVisibleTo(room)) == ([], True)


def test_its_room_is_kept_while_the_next_run_goes_on(qtbot: QtBot, room: StillRoom) -> None:
    """Or all that is below would jump, twice."""
    room.begin("Later", least_px=LEAST)
    whole(qtbot, room)
    height = room.height()
    room.say("Later")
    assert room.height() == height > LEAST
    room.begin("Later", least_px=LEAST)
    assert room.height() == LEAST


def test_what_is_there_stays(qtbot: QtBot, room: StillRoom) -> None:
    before = list(whole(qtbot, room))
    room.give(ALL)
    assert room.blocks == before


def test_blocks_lie_side_by_side_where_there_is_room(qtbot: QtBot, room: StillRoom) -> None:
    first, second = whole(qtbot, room)
    assert (first.y(), second.y()) == (0, 0)
    assert second.x() > first.geometry().right()
    room.resize(400, room.height())
    assert (second.x(), second.y() > first.geometry().bottom()) == (0, True)
    assert room.height() == second.geometry().bottom() + 1


def test_a_wide_table_does_not_widen_the_page(qtbot: QtBot, room: StillRoom) -> None:
    row = (same("some twenty letters"),) * 8
    wide = replace(TABLE, columns=(same("head"),) * 8, rows=(row,), marked=())
    (block,) = whole(qtbot, room, Still(SHEET, (wide,)))
    assert room.minimumSizeHint().width() <= 0
    assert isinstance(block.view, TableView)
    assert block.view.width() == room.width() < block.view.natural_width()
    assert block.view.horizontalScrollBar().maximum() > 0


def test_it_follows_theme_and_text_size_at_once(
    qtbot: QtBot, theme: Theme, room: StillRoom
) -> None:
    (block,) = whole(qtbot, room, ALL[0])
    before, height = block.grab().toImage(), room.height()
    theme.adopt(choice=ThemeChoice.DARK, text_scale=1.0, is_motion_on=True)
    assert block.grab().toImage() != before
    theme.adopt(choice=ThemeChoice.DARK, text_scale=2.0, is_motion_on=True)
    assert room.height() > 1.8 * height


def test_each_is_told(qtbot: QtBot, room: StillRoom) -> None:
    views: list[QWidget] = [block.view for block in whole(qtbot, room)]
    assert [view.accessibleName() for view in views] == [still.title for still in ALL]
    assert [view.accessibleDescription() for view in views] == [still.summary for still in ALL]


def test_the_page_gets_the_keys_of_a_table_that_goes(qtbot: QtBot, theme: Theme) -> None:
    """Qt would give them to the first thing of the window."""
    window, first, page = QWidget(), QLineEdit(), QWidget()
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    column = QVBoxLayout(window)
    column.addWidget(first)
    column.addWidget(page)
    room = StillRoom(theme, page)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    (block,) = whole(qtbot, room, ALL[0])
    block.view.setFocus()
    qtbot.waitUntil(block.view.hasFocus)
    room.say("Later")
    assert page.hasFocus()
    first.setFocus()
    whole(qtbot, room, ALL[0])
    room.say("Later")
    assert first.hasFocus()
