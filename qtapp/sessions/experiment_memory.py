"""What experiments leave in the collection: predictions on cards, and the history of runs."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from db.errors import CollectionError
from qtapp.background import Task
from qtapp.sessions.drawn_curve import DrawnCurve
from qtapp.sessions.prediction_state import Line, PredictionState, line_of
from qtapp.sessions.run_state import RunOrder
from sim.contents import OptionsGuess, entry
from sim.declaration import CurveGuess
from sim.protocol import RunRequest
from sim.result import RunResult
from sim.runfile import RunFile, parse, text_of

if TYPE_CHECKING:
    from db.collection import Collection
    from db.experiment_rows import RunRow
    from db.experiments import ExperimentLog

MOST_PAST = 5
"""Earlier curves that are shown on a card; more would hide the plot."""

_CURVE = "curve:"
_DIGITS = 6


class ExperimentMemory(QObject):
    """Keeps what happens, and gives it back.

    Attributes:
        submit: Runs a task away from the window.

    Signals:
        kept: The `RunRow` of a run that is now in the history.
        trouble: A `CollectionError`; what it was about is not kept.
    """

    kept = Signal(object)
    trouble = Signal(object)

    def __init__(
        self,
        collection: Collection,
        parent: QObject | None = None,
        *,
        now: Callable[[], datetime],
        submit: Callable[[Task], None],
    ) -> None:
        """Remember in a collection.

        Args:
            collection: Open.
            parent: Of the object.
            now: The clock (UTC, aware).
            submit: Runs a task away from the window.
        """
        super().__init__(parent)
        self._collection = collection
        self._now = now
        self.submit = submit

    @property
    def log(self) -> ExperimentLog:
        """Where it is kept."""
        return self._collection.experiments

    def past(self, card_id: int, experiment: str) -> tuple[Line, ...]:
        """Curves drawn on a card before for an experiment, oldest first."""
        try:
            rows = self.log.predictions(card_id)
        except CollectionError as error:
            self.trouble.emit(error)
            return ()
        drawn = [r for r in rows if r.experiment == experiment and r.guess.startswith(_CURVE)]
        return tuple(_line(row.answer) for row in reversed(drawn[:MOST_PAST]))

    def keep_prediction(self, card_id: int, state: PredictionState) -> None:
        """Log a prediction that a run has judged."""
        order, judgement, result = state.run.order, state.judgement, state.run.result
        if order is None or judgement is None or result is None:
            return
        try:
            self.log.record_prediction(
                card_id,
                self._now(),
                experiment=order.experiment,
                settings=json.dumps(dict(order.settings)),
                guess=_named(state),
                answer=json.dumps(_answer(state)),
                certainty=state.certainty,
                seed=order.seed,
                members=order.members,
                truth=json.dumps(result.truths[state.guess_number]),
                closeness=judgement.closeness,
                distance=judgement.distance,
            )
        except CollectionError as error:
            self.trouble.emit(error)

    def keep_run(self, order: RunOrder, result: RunResult, card_id: int | None = None) -> None:
        """Log a run that came to its end, away from the window."""
        log, now = self.log, self._now()

        def record() -> RunRow:
            return log.record_run(
                now,
                experiment=order.experiment,
                settings=json.dumps(differing(order)),
                members=order.members,
                seed=order.seed,
                met=sum(result.met),
                shown=len(result.met),
                seconds=result.seconds,
                device=result.device.id,
                result=text_of(RunFile(_request(order), result)),
                card_id=card_id,
            )

        task = Task(record)
        task.succeeded.connect(self.kept)
        task.failed.connect(self._tell)
        self.submit(task)

    @Slot(object)
    def _tell(self, error: Exception) -> None:
        if not isinstance(error, CollectionError):
            raise error
        self.trouble.emit(error)

    def run(self, row: RunRow) -> RunFile | None:
        """All of a run in the history; None where only its row was kept, or not even that.

        Raises:
            CollectionError: It cannot be read.
            BadFileError: A newer version of the app wrote it.
        """
        try:
            text = self.log.run_result(row.id)
        except KeyError:
            return None
        return parse(text, Path(f"{row.experiment}.json")) if text else None


def differing(order: RunOrder) -> dict[str, object]:
    """The settings of an order that are not the experiment's own."""
    defaults = entry(order.experiment).defaults
    return {name: v for name, v in order.settings.items() if defaults.get(name) != v}


def _request(order: RunOrder) -> RunRequest:
    return RunRequest(0, order.experiment, order.settings, order.members, order.seed)


def _named(state: PredictionState) -> str:
    guess = state.guess
    if isinstance(guess, CurveGuess):
        return f"{_CURVE}{guess.plot}/{guess.curve}"
    if isinstance(guess, OptionsGuess):
        return f"choice:{guess.name or state.guess_number}"
    return f"number:{guess.measure if guess is not None else ''}"


def _answer(state: PredictionState) -> object:
    if isinstance(state.answer, DrawnCurve) and state.frame is not None:
        points = line_of(state.answer, state.frame)
        return [[float(f"{v:.{_DIGITS}g}") for v in point] for point in points]
    return state.answer


def _line(answer: str) -> Line:
    return tuple((float(x), float(y)) for x, y in json.loads(answer))
