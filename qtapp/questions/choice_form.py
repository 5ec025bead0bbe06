"""One or several options, each with its letter."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from decks.questions.bodies import Choice
from decks.questions.responses import Picked
from qtapp.questions.form import Form, pressed_letter, walk
from qtapp.questions.means import Means
from qtapp.questions.option import OptionButton
from qtapp.questions.words import letter, option_word, verdict_of_option
from qtapp.sessions.question_state import QuestionFace, QuestionState
from qtapp.widgets.digit_keys import digit_of


class ChoiceForm(Form):
    """A to Z or 1 to 9 pick; arrows walk, Space picks."""

    def __init__(self, means: Means) -> None:
        super().__init__(means)
        self._buttons: list[OptionButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def _shown(self) -> list[OptionButton]:
        count = len(self._body.options)
        return self._buttons[:count]

    @property
    def _body(self) -> Choice:
        face = self._state.face
        return face.body if face is not None and isinstance(face.body, Choice) else Choice((), True)

    def ask(self, face: QuestionFace) -> None:
        """Offer the options in the order of the screen."""
        self._state = QuestionState(face=face)
        self._column.setSpacing(self._means.theme.px(10))
        while len(self._buttons) < len(self._body.options):
            self._add_button()
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(face.shown))
            if place < len(face.shown):
                option = self._body.options[face.shown[place]]
                button.show_option(
                    option.text,
                    key=letter(place),
                    note_uid=face.note_uid,
                    is_single=self._body.is_single,
                    feedback=option.feedback,
                )

    def _add_button(self) -> None:
        button = OptionButton(self._means)
        button.setObjectName(f"option-{letter(len(self._buttons))}")
        button.pick_asked.connect(self._tell)
        self._buttons.append(button)
        self._column.addWidget(button)

    def show_state(self, state: QuestionState) -> None:
        """Mark what is picked; once the answer stands, say of each option how it stands."""
        before, self._state = self._state, state
        face = state.face
        if face is None:
            return
        picked = state.response.options if isinstance(state.response, Picked) else ()
        for position, button in zip(face.shown, self._shown, strict=True):
            button.pick(is_picked=position in picked)
        if state.is_answered:
            self._tell_verdicts(face, picked)
        elif before.is_answered:
            self.ask(face)
            self.show_state(state)

    def _tell_verdicts(self, face: QuestionFace, picked: tuple[int, ...]) -> None:
        for position, button in zip(face.shown, self._shown, strict=True):
            option = self._body.options[position]
            verdict = verdict_of_option(is_right=option.is_right, is_picked=position in picked)
            word = option_word(verdict, is_single=self._body.is_single)
            button.tell(verdict, word=word, feedback=option.feedback, note_uid=face.note_uid)

    # Answering

    @Slot()
    def _tell(self) -> None:
        shown = self._shown
        self._toggle(next((n for n, b in enumerate(shown) if b is self.sender()), -1))

    def _toggle(self, place: int) -> bool:
        face, state = self._state.face, self._state
        if face is None or state.is_answered or not 0 <= place < len(face.shown):
            return False
        position = face.shown[place]
        picked = set(state.response.options) if isinstance(state.response, Picked) else set()
        picked = {position} if self._body.is_single else picked ^ {position}
        self.responded.emit(Picked(tuple(sorted(picked))))
        return True

    def _place_of(self, event: QKeyEvent) -> int:
        digit = digit_of(event)
        return digit - 1 if digit else pressed_letter(event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Letters and digits pick, arrows walk."""
        if self._state.is_answered:
            return False
        if self._toggle(self._place_of(event)):
            return True
        return walk(self._shown, event)

    def wants(self, event: QKeyEvent) -> bool:
        """The letters of the options."""
        return not self._state.is_answered and 0 <= self._place_of(event) < len(self._shown)
