"""What a screen reader gets of the window, and what it can do there: names, roles, actions.

Nothing here knows a widget's class or object name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.journeys.player import Player

Role = QAccessible.Role
Part = Any
"""A `QAccessibleInterface`; PySide says of its actions that they are no object of their own."""

_PRESSED_MS = 130
"""Qt keeps a button that is pressed so down for 100 ms, so that it is seen."""

TOGGLED = (Role.CheckBox, Role.RadioButton)
ACTED_ON = (*TOGGLED, Role.Button, Role.ComboBox, Role.SpinBox, Role.Table)


class Ears:
    """Hears the window of a player, and acts by what is heard."""

    def __init__(self, player: Player) -> None:
        self._player = player

    def parts(self) -> list[Part]:
        """All that can be reached, in reading order."""
        self._player.settle()
        root = QApplication.activePopupWidget() or self._player.window
        return list(_below(QAccessible.queryAccessibleInterface(root)))

    def names(self, *roles: Role) -> list[str]:
        """Of all parts of these roles."""
        return [name_of(part) for part in self.parts() if part.role() in roles]

    def find(self, words: str, *roles: Role) -> Part:
        """The one part whose name has these words."""
        named = [(name_of(part), part) for part in self.parts() if part.role() in roles]
        exact = [part for name, part in named if name == words]
        found = exact or [part for name, part in named if words in name]
        assert len(found) == 1, f"{len(found)} × {words!r} in {[name for name, _ in named]}"
        return found[0]

    def has(self, words: str) -> bool:
        """Whether something says these words."""
        return any(words in name_of(part) for part in self.parts())

    def press(self, words: str) -> None:
        """Press a button, or turn a check box or radio button by the first action it offers."""
        part = self.find(words, Role.Button, *TOGGLED)
        assert not part.state().disabled, words
        part.actionInterface().doAction(part.actionInterface().actionNames()[0])
        QTest.qWait(_PRESSED_MS)
        self._player.settle()

    def set_number(self, words: str, value: int) -> None:
        """Set a number by its value."""
        self.find(words, Role.SpinBox).valueInterface().setCurrentValue(value)

    def write(self, words: str, text: str) -> None:
        """Put a text into a field that can be written in."""
        part = self.find(words, Role.EditableText)
        assert not part.state().readOnly, words
        part.setText(QAccessible.Text.Value, text)
        self._player.settle()

    def pick(self, words: str, choice: str) -> None:
        """Choose in a list: open it, hear what there is, and press the letter of the choice.

        Qt's lists take their choice by keys alone, which a screen reader leaves to them.
        """
        part = self.find(words, Role.ComboBox)
        part.actionInterface().doAction(part.actionInterface().showMenuAction())
        self._player.wait(lambda: QApplication.activePopupWidget() is not None, "the list")
        item = next(name for name in self.names(Role.ListItem) if choice in name)
        popup = QApplication.activePopupWidget()
        assert popup is not None
        for key in (Qt.Key(ord(item[0])), Qt.Key.Key_Return):
            QTest.keyClick(popup.focusWidget() or popup, key)
        self._player.wait(lambda: QApplication.activePopupWidget() is None, "the list's end")

    def choose_cell(self, words: str) -> None:
        """Choose the row of a table that says this."""
        cell = self.find(words, Role.Cell)
        if not cell.state().selected:
            cell.actionInterface().doAction(cell.actionInterface().toggleAction())


def name_of(part: Part) -> str:
    """What a screen reader says first; of a list on Linux Qt tells that in the description."""
    name = str(part.text(QAccessible.Text.Name))
    if part.role() is Role.ComboBox:
        return f"{part.text(QAccessible.Text.Description)} {name}"
    return name


def _below(part: Part) -> Iterator[Part]:
    if part is None or not part.isValid() or part.state().invisible:
        return
    yield part
    for place in range(part.childCount()):
        yield from _below(part.child(place))
