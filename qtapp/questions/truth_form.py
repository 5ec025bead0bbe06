"""A statement: true or false, and the reason in one's own words."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from decks.questions.bodies import Truth
from decks.questions.responses import Judged
from qtapp.questions.form import Form, is_alone, pressed_letter, walk
from qtapp.questions.means import Means
from qtapp.questions.option import OptionButton
from qtapp.questions.words import option_word, verdict_of_option
from qtapp.questions.writing import WritingField
from qtapp.sessions.question_state import QuestionFace, QuestionState
from qtapp.theme import set_role
from qtapp.tokens import Role
from qtapp.widgets.digit_keys import digit_of

_VALUES = (True, False)
_NARROW = 480
_ACROSS = QBoxLayout.Direction.LeftToRight


class TruthForm(Form):
    """The first letters of « true » and « false », or 1 and 2; Tab leads to the reason."""

    def __init__(self, means: Means) -> None:
        super().__init__(means)
        self._buttons = {value: OptionButton(means) for value in _VALUES}
        self._asks_why, self._reason = QLabel(), WritingField(means.theme, least=2, most=6)
        set_role(self._asks_why, Role.SMALL)
        self._reason.setObjectName("reason")
        self._row = row = QBoxLayout(_ACROSS)
        row.setSpacing(means.theme.px(10))
        for value, button in self._buttons.items():
            button.setObjectName("answer-true" if value else "answer-false")
            button.pick_asked.connect(self._tell)
            row.addWidget(button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._asks_why)
        column.addWidget(self._reason)
        self._reason.textChanged.connect(self._tell_reason)
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less room: one below the other."""
        super().resizeEvent(event)
        is_wide = self.width() >= self._means.theme.px(_NARROW)
        self._row.setDirection(_ACROSS if is_wide else QBoxLayout.Direction.TopToBottom)

    def _words(self) -> dict[bool, str]:
        return {True: self.tr("True"), False: self.tr("False")}

    def ask(self, face: QuestionFace) -> None:
        """Nothing is chosen yet; what was written before that, to the same question, stays."""
        if face != self._state.face or self._state.is_answered:
            self._reason.put("")
        self._state = QuestionState(face=face)
        for value, word in self._words().items():
            self._buttons[value].show_option(word, key=word[0], note_uid="", is_single=True)

    def show_state(self, state: QuestionState) -> None:
        """Mark what is chosen; once the answer stands, say which was right."""
        if self._state.is_answered and not state.is_answered and state.face is not None:
            self.ask(state.face)
        self._state = state
        judged = state.response if isinstance(state.response, Judged) else None
        for value, button in self._buttons.items():
            is_picked = judged is not None and judged.is_true is value
            button.pick(is_picked=is_picked)
            body = state.face.body if state.face is not None else None
            if state.is_answered and isinstance(body, Truth):
                verdict = verdict_of_option(is_right=body.is_true is value, is_picked=is_picked)
                word = option_word(verdict, is_single=True)
                button.tell(verdict, word=word, feedback="", note_uid="")
        self._reason.setReadOnly(state.is_answered)
        self._reason.put(judged.reason if judged is not None else self._kept_reason())

    def _kept_reason(self) -> str:
        """A reason may be written before anything is chosen."""
        return "" if self._state.is_answered else self._reason.toPlainText()

    # Answering

    @Slot()
    def _tell(self) -> None:
        self._choose(self.sender() is self._buttons[True])

    def _choose(self, is_true: bool) -> None:
        if not self._state.is_answered:
            self.responded.emit(Judged(is_true, self._reason.toPlainText()))

    @Slot()
    def _tell_reason(self) -> None:
        judged = self._state.response
        if isinstance(judged, Judged) and not self._state.is_answered:
            self.responded.emit(Judged(judged.is_true, self._reason.toPlainText()))

    def _value_of(self, event: QKeyEvent) -> bool | None:
        if digit := digit_of(event):
            return _VALUES[digit - 1] if digit <= len(_VALUES) else None
        letters = {ord(word[0]) - ord("A"): value for value, word in self._words().items()}
        return letters.get(pressed_letter(event)) if is_alone(event) else None

    def take_key(self, event: QKeyEvent) -> bool:
        """Two letters or digits choose, arrows walk."""
        if self._state.is_answered:
            return False
        if (value := self._value_of(event)) is not None:
            self._choose(value)
            return True
        return walk(tuple(self._buttons.values()), event)

    def wants(self, event: QKeyEvent) -> bool:
        """The two letters."""
        return not self._state.is_answered and self._value_of(event) is not None

    def first_field(self) -> QWidget | None:
        """The page keeps the keyboard: a letter answers."""
        return None

    def retranslate(self) -> None:
        """Speak the language of now."""
        self._asks_why.setText(self.tr("Why?"))
        self._reason.setAccessibleName(self._asks_why.text())
        if self._state.face is not None:
            state = self._state
            self.ask(state.face)  # type: ignore[arg-type]
            self.show_state(state)
