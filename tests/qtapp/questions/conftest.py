"""A question on the screen: its sheet and its bar, joined to a state that follows the answers."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from decks.questions.marks import Mark
from decks.questions.responses import Certainty, Response, SelfGrade
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.cardtext.view import CardText
from qtapp.questions.bar import QuestionBar
from qtapp.questions.means import Means
from qtapp.questions.sheet import QuestionSheet
from qtapp.sessions.question_state import QuestionFace, QuestionState
from qtapp.theme import Theme

W = TypeVar("W", bound=QWidget)
NO_KEYS = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier


class Desk(QWidget):
    """What a page does with a sheet and a bar, and nothing more."""

    def __init__(self, means: Means) -> None:
        super().__init__()
        self.state = QuestionState()
        self.sheet, self.bar = QuestionSheet(means), QuestionBar(means.theme)
        self.asked: list[object] = []
        column = QVBoxLayout(self)
        column.addWidget(self.sheet, 1)
        column.addWidget(self.bar)
        self.sheet.responded.connect(self.respond)
        self.bar.certainty_chosen.connect(self.be)
        self.bar.answer_asked.connect(self.note_answer)
        self.bar.blank_asked.connect(self.note_blank)
        self.bar.grade_asked.connect(self.note)
        self.bar.experiment_asked.connect(self.note_experiment)

    def become(self, state: QuestionState) -> None:
        self.state = state
        self.sheet.show_state(state)
        self.bar.show_state(state)

    def ask(self, face: QuestionFace) -> None:
        self.become(self.state.asking(face))
        (self.sheet.first_field() or self).setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()

    def tell(self, response: Response, mark: Mark, suggestion: SelfGrade | None = None) -> None:
        state = replace(self.state, response=response, is_answered=True, mark=mark)
        self.become(replace(state, suggestion=suggestion))
        QApplication.processEvents()

    @Slot(object)
    def respond(self, response: Response | None) -> None:
        self.become(replace(self.state, response=response))

    @Slot(object)
    def be(self, certainty: Certainty) -> None:
        self.become(replace(self.state, certainty=certainty))

    @Slot()
    def note_answer(self) -> None:
        self.asked.append("answer")

    @Slot()
    def note_blank(self) -> None:
        self.asked.append("blank")

    @Slot()
    def note_experiment(self) -> None:
        self.asked.append("experiment")

    @Slot(object)
    def note(self, grade: SelfGrade) -> None:
        self.asked.append(grade)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt’s name
        if not self.sheet.take_key(event):
            self.bar.take_key(event)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self, key, modifiers)

    def write(self, text: str) -> None:
        """Type a text where the keyboard is."""
        QTest.keyClicks(QApplication.focusWidget() or self, text)

    def part(self, kind: type[W], name: str) -> W:
        """A part that is shown, by its object name."""
        found = self.findChild(kind, name)
        assert found is not None, name
        return found

    def said(self, name: str) -> list[str]:
        """What every part of that name says that is on the screen."""
        texts = []
        for part in self.findChildren(QWidget, name):
            if part.isVisible() and isinstance(part, CardText):
                texts.append(part.plain())
            elif part.isVisible() and isinstance(part, QLabel):
                texts.append(_without_tags(part.text()))
        return texts


def _without_tags(text: str) -> str:
    from PySide6.QtGui import QTextDocumentFragment

    return QTextDocumentFragment.fromHtml(text).toPlainText()


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, renderer: FormulaRenderer) -> Iterator[Desk]:
    made = Desk(Means(theme, renderer))
    qtbot.addWidget(made)
    made.resize(900, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    made.hide()
