"""A Review page on the screen, joined to a session on a real collection as the window joins it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.cardtext.view import CardText
from qtapp.commands import Command
from qtapp.pages.review import ReviewPage
from qtapp.sessions.card_actions import CardActions
from qtapp.sessions.desk import Desk
from qtapp.sessions.review import ReviewSession
from qtapp.theme import Theme
from qtapp.widgets.key_button import KeyButton

W = TypeVar("W", bound=QWidget)
NO_KEYS = Qt.KeyboardModifier.NoModifier


@dataclass
class Table:
    """A learner at the review: page, session, and hands."""

    page: ReviewPage
    session: ReviewSession
    actions: CardActions

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.page, key, modifiers)

    def click(self, name: str) -> None:
        """Click the middle of a button."""
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def part(self, kind: type[W], name: str) -> W:
        """A part of the page, by its object name."""
        found = self.page.findChild(kind, name)
        assert found is not None, name
        return found

    def button(self, name: str) -> KeyButton:
        """A button, by its object name."""
        return self.part(KeyButton, name)

    def text(self, name: str) -> str:
        """What a part of the card says, "" when it is not shown."""
        part = self.part(QWidget, name)
        if not part.isVisible():
            return ""
        if isinstance(part, CardText):
            return part.plain()
        assert isinstance(part, QLabel)
        return part.text()

    def ask(self, command: Command) -> None:
        """Choose a command of the menu."""
        self.page.run_command(command)


def join(page: ReviewPage, session: ReviewSession, actions: CardActions) -> None:
    """As `qtapp.sitting` does."""
    session.changed.connect(page.show_state)
    page.reveal_asked.connect(session.reveal)
    page.grade_asked.connect(session.grade)
    page.good_asked.connect(session.grade_good)
    page.retry_asked.connect(session.proceed)
    page.command_asked.connect(actions.run)
    page.question_painted.connect(session.question_painted)
    page.attention_changed.connect(session.attend)


@pytest.fixture
def table(qtbot: QtBot, theme: Theme, renderer: FormulaRenderer, desk: Desk) -> Iterator[Table]:
    session = ReviewSession(desk)
    actions = CardActions(session)
    page = ReviewPage(theme, renderer)
    qtbot.addWidget(page)
    join(page, session, actions)
    page.resize(1000, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.setFocus()
    session.start()
    yield Table(page, session, actions)
    page.hide()
