"""An answer in one's own words, and the model answer beside it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from decks.questions.bodies import Open
from decks.questions.responses import Typed
from qtapp.questions.form import Form
from qtapp.questions.means import Means
from qtapp.questions.writing import WritingField
from qtapp.sessions.question_state import QuestionFace, QuestionState
from qtapp.theme import set_role
from qtapp.tokens import Role

_NARROW = 640


class OpenForm(Form):
    """Side by side where there is room, one below the other where there is not."""

    def __init__(self, means: Means) -> None:
        super().__init__(means)
        self._own_title, self._model_title = QLabel(), QLabel()
        self._field = WritingField(means.theme, least=5, most=14)
        self._field.setObjectName("open-answer")
        self._model = means.text("model-answer")
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(means.theme.px(24))
        self._beside = QWidget()
        for side, title, below in (
            (QWidget(), self._own_title, self._field),
            (self._beside, self._model_title, self._model),
        ):
            set_role(title, Role.SMALL)
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(title)
            column.addWidget(below)
            column.addStretch(1)
            self._sides.addWidget(side, 1)
        self._beside.hide()
        self._field.textChanged.connect(self._tell)
        self.retranslate()

    def ask(self, face: QuestionFace) -> None:
        """An empty sheet."""
        self._state = QuestionState(face=face)
        self._field.put("")
        if isinstance(face.body, Open):
            style = self._means.text_style
            self._means.prepare(self._model, face.body.model, style, face.note_uid)

    def show_state(self, state: QuestionState) -> None:
        """Show what is written; once the answer stands, the model beside it."""
        self._state = state
        text = state.response.text if isinstance(state.response, Typed) else ""
        if text.strip() or not self._field.hasFocus():
            self._field.put(text)
        self._field.setReadOnly(state.is_answered)
        body = state.face.body if state.face is not None else None
        is_told = state.is_answered and isinstance(body, Open)
        self._beside.setVisible(is_told)
        if state.face is not None and isinstance(body, Open):
            told = body.model if is_told else ""
            self._means.put(self._model, told, self._means.text_style, state.face.note_uid)

    @Slot()
    def _tell(self) -> None:
        text = self._field.toPlainText()
        if not self._state.is_answered:
            self.responded.emit(Typed(text) if text.strip() else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less room: one below the other."""
        super().resizeEvent(event)
        is_wide = self.width() >= self._means.theme.px(_NARROW)
        direction = QBoxLayout.Direction
        self._sides.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    def first_field(self) -> QWidget | None:
        """The sheet."""
        return self._field

    def retranslate(self) -> None:
        """Speak the language of now."""
        self._own_title.setText(self.tr("Your answer"))
        self._model_title.setText(self.tr("Model answer"))
        self._field.setAccessibleName(self.tr("Your answer"))
        self._model.setAccessibleName(self.tr("Model answer"))
