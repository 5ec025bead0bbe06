"""A number, or a word or two, in one line."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from decks.questions.bodies import Number, Short
from decks.questions.marks import Mark
from decks.questions.responses import Typed
from qtapp.questions.form import Form
from qtapp.questions.means import Means
from qtapp.questions.verdict_line import VerdictLine
from qtapp.questions.words import Verdict, answer_word, expected_number
from qtapp.sessions.question_state import QuestionFace, QuestionState

_WIDTH = 360


class TypedForm(Form):
    """One field; below it, once the answer stands, what was expected."""

    def __init__(self, means: Means) -> None:
        super().__init__(means)
        self._field = QLineEdit()
        self._field.setObjectName("typed")
        self._verdict = VerdictLine(means.theme, "typed-verdict")
        self._expected = VerdictLine(means.theme, "typed-expected")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._field)
        column.addWidget(self._verdict)
        column.addWidget(self._expected)
        self._field.textChanged.connect(self._tell)

    def ask(self, face: QuestionFace) -> None:
        """An empty line."""
        self._state = QuestionState(face=face)
        self._field.setMaximumWidth(self._means.theme.px(_WIDTH))
        with QSignalBlocker(self._field):
            self._field.clear()
        self.retranslate()

    def show_state(self, state: QuestionState) -> None:
        """Show what is typed; once the answer stands, what was expected."""
        self._state = state
        text = state.response.text if isinstance(state.response, Typed) else ""
        if text != self._field.text() and (text.strip() or not self._field.hasFocus()):
            with QSignalBlocker(self._field):
                self._field.setText(text)
        self._field.setReadOnly(state.is_answered)
        self._expected.hide()
        self._verdict.tell(None)
        if state.is_answered and state.face is not None and state.mark is not None:
            verdict = verdict_of_mark(state.mark)
            self._verdict.tell(verdict, answer_word(verdict))
            self._expected.setText(self._expectation(state.face))
            self._expected.show()

    def _expectation(self, face: QuestionFace) -> str:
        match face.body:
            case Number() as body:
                return self.tr("Expected: %1").replace("%1", expected_number(body))
            case Short(answers):
                first = self.tr("Expected: %1").replace("%1", answers[0])
                others = self.tr("also right: %1").replace("%1", ", ".join(answers[1:]))
                return f"{first} ({others})" if answers[1:] else first
            case _:
                return ""

    @Slot(str)
    def _tell(self, text: str) -> None:
        self.responded.emit(Typed(text) if text.strip() else None)

    def first_field(self) -> QWidget | None:
        """The line."""
        return self._field

    def retranslate(self) -> None:
        """Speak the language of now."""
        body = self._state.face.body if self._state.face is not None else None
        hint = ""
        if isinstance(body, Number):
            hint = self.tr("with its unit") if body.unit else ""
        self._field.setPlaceholderText(hint)
        name = self.tr("Your answer")
        self._field.setAccessibleName(f"{name} ({hint})" if hint else name)
        self.show_state(self._state)


def verdict_of_mark(mark: Mark) -> Verdict:
    """How something typed stands, by what it is worth."""
    if mark.is_unit_missing:
        return Verdict.ALMOST
    return Verdict.RIGHT if mark.score == 1 else Verdict.WRONG
