"""A list has the app's colours, and takes others at once."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from qtapp.theme import Theme, ThemeChoice
from qtapp.tokens import DARK, LIGHT
from qtapp.widgets.plain_list import PlainList


def ground_of_the_chosen(lines: QListWidget) -> QColor:
    """At its right, where no word is."""
    place = lines.visualItemRect(lines.currentItem())
    return lines.viewport().grab().toImage().pixelColor(place.right() - 8, place.center().y())


def test_the_chosen_line_has_the_accent_of_the_theme(qtbot: QtBot, theme: Theme) -> None:
    lines = PlainList(theme)
    qtbot.addWidget(lines)
    lines.addItems(["un", "deux"])
    lines.setCurrentRow(1)
    lines.show()
    assert ground_of_the_chosen(lines) == QColor(LIGHT.accent_soft)
    theme.adopt(choice=ThemeChoice.DARK, text_scale=1.0, is_motion_on=True)
    assert ground_of_the_chosen(lines) == QColor(DARK.accent_soft)
