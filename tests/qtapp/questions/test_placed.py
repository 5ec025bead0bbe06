"""What is put in its place: orders and matches."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from decks.questions.marks import Mark
from decks.questions.responses import Matched, Ordered
from qtapp.questions.order_row import OrderRow
from qtapp.widgets.key_button import KeyButton
from tests.qtapp.questions.conftest import ALT, Desk
from tests.qtapp.questions.samples import MATCH, ORDER


def test_an_order_begins_as_it_is_shown(desk: Desk) -> None:
    desk.ask(ORDER)
    assert desk.said("item-text")[0] == "Rétropropager"
    assert desk.state.response == Ordered((2, 0, 3, 1))


def test_alt_and_an_arrow_move_the_item_that_keeps_the_focus(desk: Desk) -> None:
    desk.ask(ORDER)
    desk.press(Qt.Key.Key_Down, ALT)
    assert desk.state.response == Ordered((0, 2, 3, 1))
    desk.press(Qt.Key.Key_Down, ALT)
    assert desk.state.response == Ordered((0, 3, 2, 1))
    desk.press(Qt.Key.Key_Up, ALT)
    assert desk.state.response == Ordered((0, 2, 3, 1))


def test_arrows_alone_walk(desk: Desk) -> None:
    desk.ask(ORDER)
    desk.press(Qt.Key.Key_Up)  # from the first to the last
    desk.press(Qt.Key.Key_Up, ALT)
    assert desk.state.response == Ordered((2, 0, 1, 3))


def test_the_first_goes_no_higher(desk: Desk) -> None:
    desk.ask(ORDER)
    desk.press(Qt.Key.Key_Up, ALT)
    assert desk.state.response == Ordered((2, 0, 3, 1))


def test_an_item_is_dragged_to_its_place(desk: Desk) -> None:
    desk.ask(ORDER)
    first, third = desk.part(OrderRow, "item-1"), desk.part(OrderRow, "item-3")
    start = QPoint(60, first.height() // 2)
    end = QPoint(60, third.y() - first.y() + 4)
    QTest.mousePress(first, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(first, end)
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton, pos=end)
    assert desk.state.response == Ordered((0, 3, 2, 1))


def test_the_buttons_move_an_item_and_say_which(desk: Desk) -> None:
    desk.ask(ORDER)
    down = desk.part(OrderRow, "item-1").findChild(KeyButton, "move-down")
    assert down is not None
    assert down.accessibleName() == "Move down: Rétropropager"
    QTest.mouseClick(down, Qt.MouseButton.LeftButton)
    assert desk.state.response == Ordered((0, 2, 3, 1))


def test_each_item_is_told_where_it_belongs(desk: Desk) -> None:
    desk.ask(ORDER)
    desk.tell(Ordered((0, 1, 3, 2)), Mark(1 / 3, (True, False, False)))
    told = [desk.said(f"item-{place}-verdict")[0] for place in (1, 2, 3, 4)]
    assert told == ["✓ In its place"] * 2 + ["✗ Belongs in place 4", "✗ Belongs in place 3"]
    desk.press(Qt.Key.Key_Down, ALT)
    assert desk.state.response == Ordered((0, 1, 3, 2))


def test_a_letter_chooses_the_right_side_and_tab_goes_on(desk: Desk) -> None:
    desk.ask(MATCH)
    desk.press(Qt.Key.Key_C)
    QApplication.processEvents()
    assert desk.state.response == Matched((0, None, None))
    desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_B)
    assert desk.state.response == Matched((0, 3, None))  # the stray


def test_each_list_says_what_it_is_for(desk: Desk) -> None:
    desk.ask(MATCH)
    assert desk.part(QComboBox, "match-1").accessibleName() == "What goes with: ReLU"


def test_a_pair_that_is_wrong_is_told_with_the_right_one(desk: Desk) -> None:
    desk.ask(MATCH)
    desk.tell(Matched((0, None, 1)), Mark(1 / 3, (True, False, False)))
    assert desk.said("match-1-verdict") == ["✓ Right"]
    assert desk.said("match-2-verdict") == ["✗ Wrong   D · ]0, 1["]
    assert not desk.part(QComboBox, "match-1").isEnabled()
