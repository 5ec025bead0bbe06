"""Choices and true/false: letters, digits, arrows, the pointer, and what is told of each option."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from decks.questions.marks import Mark
from decks.questions.responses import Judged, Picked
from qtapp.questions.option import OptionButton
from tests.qtapp.questions.conftest import Desk
from tests.qtapp.questions.samples import CHOICE, CHOICES, TRUTH

from dataclasses import replace  # isort: skip


@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_3])
def test_a_letter_or_a_digit_picks_an_option(desk: Desk, key: Qt.Key) -> None:
    desk.ask(CHOICES)
    desk.press(key)
    assert desk.state.response == Picked((2,))
    assert desk.part(OptionButton, "option-C").isChecked()


def test_several_may_be_picked_and_left_again(desk: Desk) -> None:
    desk.ask(CHOICES)
    for key in (Qt.Key.Key_D, Qt.Key.Key_A, Qt.Key.Key_D):
        desk.press(key)
    assert desk.state.response == Picked((0,))


def test_of_a_single_choice_the_last_pick_counts(desk: Desk) -> None:
    desk.ask(CHOICE)
    desk.press(Qt.Key.Key_A)
    desk.press(Qt.Key.Key_B)
    assert desk.state.response == Picked((1,))
    assert not desk.part(OptionButton, "option-A").isChecked()


def test_options_stand_in_the_order_given_and_answer_by_where_they_were_written(
    desk: Desk,
) -> None:
    desk.ask(replace(CHOICES, positions=(3, 1, 0, 2)))
    assert desk.said("option-text")[1] == "Sa sortie est bornée par 1."
    desk.press(Qt.Key.Key_A)
    assert desk.state.response == Picked((3,))


def test_arrows_walk_and_space_picks(desk: Desk) -> None:
    desk.ask(CHOICES)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Space)
    assert desk.state.response == Picked((1,))


def test_a_click_anywhere_on_an_option_picks_it(desk: Desk) -> None:
    desk.ask(CHOICES)
    QTest.mouseClick(desk.part(OptionButton, "option-B"), Qt.MouseButton.LeftButton)
    assert desk.state.response == Picked((1,))


def test_an_option_beyond_the_last_is_none(desk: Desk) -> None:
    desk.ask(CHOICE)
    desk.press(Qt.Key.Key_G)
    desk.press(Qt.Key.Key_7)
    assert desk.state.response is None


def test_each_option_tells_how_it_stands_in_a_word(desk: Desk) -> None:
    desk.ask(CHOICES)
    desk.tell(Picked((0, 1)), Mark(0.0, (True, False, False, False)))
    assert desk.said("option-verdict") == [
        "✓ Right",
        "✗ Picked, but wrong",
        "! Right, but not picked",
        "! Right, but not picked",
    ]
    assert desk.said("option-feedback")[1] == "Elle n’a pas de borne supérieure."


def test_what_is_told_is_heard_too(desk: Desk) -> None:
    desk.ask(CHOICE)
    heard = QAccessible.queryAccessibleInterface(desk.part(OptionButton, "option-A"))
    assert heard.role() == QAccessible.Role.RadioButton
    assert heard.text(QAccessible.Text.Name) == "A. La ReLU"
    desk.tell(Picked((1,)), Mark(0.0))
    assert heard.text(QAccessible.Text.Name) == "A. La ReLU – The right one"
    assert heard.text(QAccessible.Text.Description) == "C’est sa définition."


def test_nothing_is_picked_any_more_once_it_is_told(desk: Desk) -> None:
    desk.ask(CHOICES)
    desk.tell(Picked((0,)), Mark(0.5))
    desk.press(Qt.Key.Key_B)
    button = desk.part(OptionButton, "option-B")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.state.response == Picked((0,))
    assert not button.isChecked()


def test_the_next_question_has_nothing_of_the_last(desk: Desk) -> None:
    desk.ask(CHOICES)
    desk.tell(Picked((0, 1)), Mark(0.0))
    desk.ask(CHOICE)
    assert desk.said("option-verdict") == []
    assert not any(b.isChecked() for b in desk.findChildren(OptionButton) if b.isVisible())
    assert desk.said("option-text") == ["La ReLU", "La sigmoïde", "Aucune de ces réponses."]


def test_the_letters_of_options_are_not_for_menus(desk: Desk) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    desk.ask(CHOICES)
    for key, is_wanted in ((Qt.Key.Key_B, True), (Qt.Key.Key_E, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        assert desk.sheet.wants(event) is is_wanted
        with_ctrl = Qt.KeyboardModifier.ControlModifier
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, with_ctrl)
        assert not desk.sheet.wants(event)


def test_true_or_false_by_letter_and_the_reason_by_tab(desk: Desk) -> None:
    desk.ask(TRUTH)
    desk.press(Qt.Key.Key_F)
    assert desk.state.response == Judged(False)
    desk.press(Qt.Key.Key_T)
    desk.part(QPlainTextEdit, "reason").setFocus()
    desk.write("t parce que")
    assert desk.state.response == Judged(True, "t parce que")
    desk.press(Qt.Key.Key_Return)
    assert desk.asked == []  # another line
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.asked == ["answer"]


def test_a_reason_written_first_is_kept(desk: Desk) -> None:
    desk.ask(TRUTH)
    desk.part(QPlainTextEdit, "reason").setFocus()
    desk.write("moins de bruit")
    QTest.mouseClick(desk.part(OptionButton, "answer-true"), Qt.MouseButton.LeftButton)
    assert desk.state.response == Judged(True, "moins de bruit")


def test_of_true_and_false_both_are_told(desk: Desk) -> None:
    desk.ask(TRUTH)
    desk.tell(Judged(False, "?"), Mark(0.0))
    assert desk.said("option-verdict") == ["! The right one", "✗ Picked, but wrong"]
    desk.ask(TRUTH)
    QApplication.processEvents()
    assert desk.said("option-verdict") == []
    assert desk.part(QPlainTextEdit, "reason").toPlainText() == ""
