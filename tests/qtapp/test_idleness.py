"""A pause of the hands: counted anew from every key, button and wheel in the window."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from qtapp.idleness import Idleness

NEVER_MS = 1_000_000


@pytest.fixture
def editor(qtbot: QtBot) -> QPlainTextEdit:
    """A widget that keeps its keys to itself."""
    made = QPlainTextEdit()
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def resting(qtbot: QtBot, editor: QPlainTextEdit) -> Idleness:
    """Hands that have rested in it."""
    idleness = Idleness(editor.windowHandle(), 0, editor)
    with qtbot.waitSignal(idleness.paused):
        idleness.wait()
    assert idleness.is_resting
    return idleness


def test_a_key_that_a_widget_keeps_ends_the_rest(qtbot: QtBot, editor: QPlainTextEdit) -> None:
    idleness = resting(qtbot, editor)
    QTest.keyClick(editor.windowHandle(), Qt.Key.Key_A)
    assert editor.toPlainText() == "a"
    assert not idleness.is_resting


def test_a_mouse_button_ends_the_rest(qtbot: QtBot, editor: QPlainTextEdit) -> None:
    idleness = resting(qtbot, editor)
    QTest.mouseClick(editor.windowHandle(), Qt.MouseButton.LeftButton)
    assert not idleness.is_resting


def test_the_wheel_ends_the_rest(qtbot: QtBot, editor: QPlainTextEdit) -> None:
    idleness = resting(qtbot, editor)
    place, down = QPointF(5, 5), QPoint(0, -120)
    wheel = QWheelEvent(
        place,
        place,
        down,
        down,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor.windowHandle(), wheel)
    assert not idleness.is_resting


def test_a_mouse_that_only_passes_is_no_work(qtbot: QtBot, editor: QPlainTextEdit) -> None:
    idleness = resting(qtbot, editor)
    QTest.mouseMove(editor.windowHandle(), QPoint(20, 20))
    assert idleness.is_resting


def test_a_key_before_the_pause_is_over_has_it_counted_anew(
    qtbot: QtBot, editor: QPlainTextEdit
) -> None:
    idleness = Idleness(editor.windowHandle(), NEVER_MS, editor)
    idleness.wait()
    number = idleness._timer.timerId()
    QTest.keyClick(editor.windowHandle(), Qt.Key.Key_A)
    assert idleness._timer.isActive()
    assert idleness._timer.timerId() != number  # a timer started anew has another


def test_who_has_stopped_hears_nothing_more(qtbot: QtBot, editor: QPlainTextEdit) -> None:
    idleness = resting(qtbot, editor)
    idleness.stop()
    assert not idleness.is_resting
    idleness.eventFilter(editor, QEvent(QEvent.Type.None_))
    assert not idleness._timer.isActive()


def test_where_no_window_is_shown_the_hands_rest(qtbot: QtBot) -> None:
    idleness = Idleness(None, 0)
    with qtbot.waitSignal(idleness.paused):
        idleness.wait()
    idleness.stop()
