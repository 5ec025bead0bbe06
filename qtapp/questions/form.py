"""What all forms have in common: they are asked, they are answered, they tell what was right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from qtapp.questions.means import Means
from qtapp.sessions.question_state import QuestionFace, QuestionState

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_NO_OTHER_MEANING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Form(QWidget):
    """Where a question of one or two kinds is answered.

    Signals:
        responded: The `Response` so far, or None for none that makes sense.
    """

    responded = Signal(object)

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._means = means
        self._state = QuestionState()

    def ask(self, face: QuestionFace) -> None:
        """Make ready for a question, whose state is shown next."""

    def show_state(self, state: QuestionState) -> None:
        """Draw what is answered so far and, once the answer stands, what was right."""
        self._state = state

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means to the form; tell whether it meant something."""
        return False

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key is the form's, though a menu would take it."""
        return False

    def first_field(self) -> QWidget | None:
        """What the keyboard begins with; None for the page itself."""
        return None

    def retranslate(self) -> None:
        """Speak the language of now."""


def is_alone(event: QKeyEvent) -> bool:
    """Whether a key was pressed without Ctrl, Alt or Meta."""
    return not event.modifiers() & ~_NO_OTHER_MEANING


def pressed_letter(event: QKeyEvent) -> int:
    """The place of a letter in the alphabet from 0, pressed alone; -1 for any other key."""
    if is_alone(event) and Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z:
        return int(event.key()) - int(Qt.Key.Key_A)
    return -1


def walk(stops: Sequence[QWidget], event: QKeyEvent) -> bool:
    """Let an arrow pressed alone carry the focus along a row of stops; whether it was one."""
    step = _STEPS.get(Qt.Key(event.key())) if is_alone(event) else None
    if step is None or not stops:
        return False
    at = next((n for n, stop in enumerate(stops) if stop.hasFocus()), None)
    to = (0 if step > 0 else -1) if at is None else (at + step) % len(stops)
    stops[to].setFocus(Qt.FocusReason.TabFocusReason)
    return True
