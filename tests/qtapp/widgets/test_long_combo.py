"""Long texts to choose from: dots in the field, all of them in the list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from qtapp.theme import Theme
from qtapp.widgets.long_combo import LongCombo

LONG = "what goes in and what was made of it, then how the code spreads and a simple law"
no_window_manager = pytest.mark.qt_log_ignore("plugin does not support", extend=True)
"""Offscreen, no list is raised, and none grabs the keyboard."""


@pytest.fixture
def combo(qtbot: QtBot, theme: Theme) -> LongCombo:
    made = LongCombo()
    made.addItems(["—", LONG, *(f"{n} · other" for n in range(9))])
    qtbot.addWidget(made)
    made.resize(240, made.sizeHint().height())
    made.show()
    return made


def test_short_words_are_said_whole(combo: LongCombo) -> None:
    assert (combo.shown, combo.toolTip()) == ("—", "")


def test_long_words_end_in_dots_and_a_tip_says_them(combo: LongCombo) -> None:
    combo.setCurrentIndex(1)
    assert combo.shown.endswith("…")
    assert LONG.startswith(combo.shown.removesuffix("…").strip())
    assert combo.toolTip() == combo.currentText() == LONG
    combo.resize(1200, combo.height())
    assert (combo.shown, combo.toolTip()) == (LONG, "")


def test_the_dots_are_painted(combo: LongCombo, qtbot: QtBot) -> None:
    """The same picture as of a field that holds no more than what is shown."""
    combo.setCurrentIndex(1)
    plain = QComboBox()
    qtbot.addWidget(plain)
    plain.addItem(combo.shown)
    plain.resize(combo.size())
    for each in (plain, combo):
        each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        each.clearFocus()
    plain.show()
    assert combo.grab().toImage() == plain.grab().toImage()


@no_window_manager
def test_the_list_has_room_for_every_text(combo: LongCombo) -> None:
    window = combo.window()
    window.resize(1200, combo.height())
    combo.showPopup()
    view = combo.view()
    assert view.viewport().width() >= view.sizeHintForColumn(0)
    first, last = (view.visualRect(combo.model().index(row, 0)) for row in (0, 9))
    assert view.viewport().rect().contains(first)
    assert view.viewport().rect().contains(last), "ten are seen whole, without arrows to scroll"
    combo.hidePopup()
