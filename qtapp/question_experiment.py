"""« Check by experiment »: runs what settles a question, the learner's answer as the prediction."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cached_property
from random import SystemRandom
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from db.experiment_rows import Certainty
from db.rows import Scale
from qtapp.questions.given_words import in_words
from qtapp.questions.sheet import QuestionSheet
from qtapp.sessions.answer_guess import predicted
from qtapp.sessions.prediction import PredictionSession
from qtapp.sessions.prediction_state import PredictionState
from qtapp.sessions.question_state import QuestionState
from qtapp.sessions.run import RunSession
from qtapp.widgets.experiment_frame import ExperimentFrame

if TYPE_CHECKING:
    from qtapp.laboratory import Laboratory
    from qtapp.sessions.experiment_memory import ExperimentMemory
    from qtapp.theme import Theme
    from sim.result import RunResult

MOST_SEEDS = 10_000


class QuestionExperiment(QObject):
    """Lies on a question's sheet, below what is told; it hides until it is wanted.

    Args:
        sheet: Of the question.
        theme: Of the app.
        laboratory: Gives what trains.
        memory: Keeps predictions and runs.
        parent: Of the object.
    """

    def __init__(
        self,
        sheet: QuestionSheet,
        theme: Theme,
        laboratory: Laboratory,
        memory: ExperimentMemory,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sheet, self._theme = sheet, theme
        self._laboratory, self._memory = laboratory, memory
        self._serial, self._card_id = 0, 0
        laboratory.get_ready()
        self._run = RunSession(laboratory.client, self)
        self.session = PredictionSession(self._run, self, new_seed=_new_seed)
        self.session.changed.connect(self._show)
        self.session.settled.connect(self._keep_prediction)
        self._run.finished.connect(self._keep_run)

    @cached_property
    def frame(self) -> ExperimentFrame:
        """What shows it."""
        frame, session = ExperimentFrame(self._theme, self._laboratory.loader), self.session
        self._sheet.carry(frame)
        frame.launch_asked.connect(session.launch)
        frame.stop_asked.connect(session.stop)
        frame.lab_asked.connect(self._open_in_lab)
        return frame

    def check(self, state: QuestionState, card_id: int) -> None:
        """Run what settles a question that is answered, the answer as the prediction.

        Where the experiment asks for the same it is judged; else it stands there in words.

        Args:
            state: Of the question.
            card_id: Its card, for which prediction and run are kept.
        """
        face, session = state.face, self.session
        if face is None or not face.experiment or not state.is_answered:
            return
        self._serial, self._card_id = state.serial, card_id
        session.meet(face.experiment)
        if (entry := session.state.entry) is None:
            self.frame.show_own_words("")
            self._sheet.show_below(self.frame)
            return
        is_named = bool(json.loads(face.experiment).get("guess"))
        asked = session.state.guess_number if is_named else None
        offered = session.state.offered
        guess = predicted(entry, face.body, state.response, offered=offered, asked=asked)
        if guess is not None:
            session.ask(guess.guess_number)
            session.answer(guess.answer)
            session.be(Certainty[state.certainty.name])
        response = state.response if guess is None else None
        self.frame.show_own_words("" if response is None else in_words(response, face.body))
        session.launch()
        self._sheet.show_below(self.frame)

    @Slot(object)
    def follow(self, state: QuestionState) -> None:
        """Another question is shown, or none: nothing trains for the last one."""
        if self._serial and (state.face is None or state.serial != self._serial):
            self._serial = 0
            self.session.meet("")

    @Slot()
    def rest(self) -> None:
        """The page is left: nothing trains unseen."""
        self.session.stop()

    @Slot(object)
    def _show(self, state: PredictionState) -> None:
        no_grade = replace(state, suggestion=None)  # the question has grades of its own
        self.frame.show_state(no_grade, is_answer_shown=True, scale=Scale.FOUR)
        self.frame.setVisible(state.entry is not None or state.trouble is not None)

    @Slot(object)
    def _keep_prediction(self, state: PredictionState) -> None:
        self._memory.keep_prediction(self._card_id, state)

    @Slot(object)
    def _keep_run(self, result: RunResult) -> None:
        if (order := self.session.state.run.order) is not None:
            self._memory.keep_run(order, result, self._card_id)

    @Slot()
    def _open_in_lab(self) -> None:
        state = self.session.state
        if state.entry is not None:
            run = state.run
            self._laboratory.open_run(state.entry.name, state.settings, run.order, run.result)


def _new_seed() -> int:
    return SystemRandom().randrange(MOST_SEEDS)
