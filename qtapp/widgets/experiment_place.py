"""Where a card's experiment lies on the Review page: its frame, its keys, what it offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent

from qtapp.sessions.review_state import Phase, ReviewState
from qtapp.widgets.answer_bar import AnswerBar
from qtapp.widgets.card_sheet import CardSheet

if TYPE_CHECKING:  # late on purpose: a first card does without experiments
    from qtapp.sessions.prediction_state import PredictionState
    from qtapp.widgets.experiment_frame import ExperimentFrame


class ExperimentPlace(QObject):
    """Joins an `ExperimentFrame`, once there is one, to the sheet and the answer bar.

    Signals:
        launch_asked: Train what the card's experiment trains.
        keys_released: The page takes the keyboard back.
    """

    launch_asked = Signal()
    keys_released = Signal()

    def __init__(self, sheet: CardSheet, answers: AnswerBar) -> None:
        super().__init__(sheet)
        self._sheet, self._answers = sheet, answers
        self._frame: ExperimentFrame | None = None
        self._prediction: PredictionState | None = None
        self._review = ReviewState()
        answers.launch_asked.connect(self.launch_asked)

    def carry(self, frame: ExperimentFrame) -> None:
        """Let cards show their experiments in that frame."""
        self._frame = frame
        self._sheet.carry(frame)
        frame.keys_released.connect(self.keys_released)

    def show_prediction(self, prediction: PredictionState) -> None:
        """Draw the experiment of the card shown."""
        was_locked = self._prediction is not None and self._prediction.is_locked
        self._prediction = prediction
        self._draw()
        if prediction.is_locked and not was_locked:
            QTimer.singleShot(0, self, self._bring_into_view)  # once it is laid out

    @Slot()
    def _bring_into_view(self) -> None:
        if self._frame is not None:
            self._sheet.bring_into_view(self._frame.room)

    def show_review(self, state: ReviewState) -> None:
        """Draw it beside the question, or the answer."""
        self._review = state
        self._draw()

    def _draw(self) -> None:
        prediction, phase = self._prediction, self._review.phase
        if self._frame is not None and prediction is not None:
            self._frame.show_state(
                prediction, is_answer_shown=phase is Phase.ANSWER, scale=self._review.scale
            )
            is_named = prediction.entry is not None or prediction.trouble is not None
            self._frame.show() if is_named else self._frame.leave()
        if phase is Phase.QUESTION:
            self._answers.show_question(is_launch_offered=self._is_launch_offered)
        elif phase is Phase.ANSWER:
            self._answers.show_choices(self._review.scale, self._review.choices)
            self._answers.suggest(prediction.suggestion if prediction is not None else None)

    @property
    def _is_launch_offered(self) -> bool:
        """Whether the one thing to do next is to train."""
        prediction = self._prediction
        return prediction is not None and prediction.entry is not None and not prediction.is_locked

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key asks of the experiment; tell whether it was one of its keys."""
        if self._frame is None or self._review.face is None:
            return False
        if self._frame.take_key(event):
            return True
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not (is_enter and is_plain and self._review.phase is Phase.QUESTION):
            return False
        if not self._is_launch_offered or event.isAutoRepeat():
            return False
        self.launch_asked.emit()
        return True
