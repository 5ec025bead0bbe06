"""The experiment of a card: the prediction, the run that settles it, the grade it suggests."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from db.experiment_rows import Certainty
from qtapp.plots.typical import drawn_plot, typical
from qtapp.sessions.drawn_curve import DrawnCurve
from qtapp.sessions.judging import (
    Guess,
    Judgement,
    judge_choice,
    judge_curve,
    judge_number,
    suggested,
)
from qtapp.sessions.prediction_state import Answer, Line, PredictionState
from qtapp.sessions.run import RunSession
from qtapp.sessions.run_state import RunOrder, RunState
from sim.contents import Entry, OptionsGuess, entry
from sim.declaration import CurveGuess, NumberGuess
from sim.errors import SimError
from sim.pictures import Curve
from sim.result import RunResult

MOST_MEMBERS = 32


def _no_past(_experiment: str) -> Sequence[Line]:
    return ()


class PredictionSession(QObject):
    """What may be done with the experiment of the card shown.

    Signals:
        changed: A `PredictionState`.
        settled: The `PredictionState` of a prediction that a run has judged, once for each.
    """

    changed = Signal(object)
    settled = Signal(object)

    def __init__(
        self, run: RunSession, parent: QObject | None = None, *, new_seed: Callable[[], int]
    ) -> None:
        """Follow a run of its own.

        Args:
            run: Runs for cards alone.
            parent: Of the session.
            new_seed: Seed of the first network of each run: another one each time, so that a
                claim is seen to hold for other networks too.
        """
        super().__init__(parent)
        self.state = PredictionState()
        self._run = run
        self._new_seed = new_seed
        run.changed.connect(self._take_run)
        run.finished.connect(self._judge)

    def meet(self, experiment: str, past: Callable[[str], Sequence[Line]] = _no_past) -> None:
        """Another card is shown; the run of the last one is stopped.

        Args:
            experiment: As the note keeps it: JSON with ``name`` and ``settings``, or nothing.
            past: Reads the curves drawn on this card before for the experiment of that name,
                oldest first.
        """
        was_empty = self.state == PredictionState()
        self.state = PredictionState()
        self._run.forget()
        if experiment:
            met = _met(experiment)
            drawn = () if met.entry is None else tuple(past(met.entry.name))
            self._become(replace(met, past=drawn))
        elif not was_empty:
            self._become(PredictionState())

    @Slot(object)
    def answer(self, answer: Answer | None) -> None:
        """Predict so; nothing changes once a run was launched."""
        if not self.state.is_locked:
            self._become(replace(self.state, answer=answer))

    @Slot(int)
    def ask(self, guess_number: int) -> None:
        """Answer another of the experiment's guesses instead."""
        if not self.state.is_locked and guess_number != self.state.guess_number:
            self._become(replace(self.state, guess_number=guess_number, answer=None))

    @Slot(object)
    def be(self, certainty: Certainty) -> None:
        """Be so sure of the prediction."""
        if not self.state.is_locked:
            self._become(replace(self.state, certainty=certainty))

    @Slot()
    def launch(self) -> None:
        """Train: the prediction, if there is one, stands from now on."""
        state = self.state
        if state.entry is None or state.run.is_going:
            return
        if not state.is_answered:
            self.state = replace(state, answer=None)
        members = min(MOST_MEMBERS, state.entry.members)
        self._run.start(RunOrder(state.entry.name, dict(state.settings), members, self._new_seed()))

    @Slot()
    def stop(self) -> None:
        """Stop the run; what it has shown stays."""
        self._run.stop()

    @Slot(object)
    def _take_run(self, run: RunState) -> None:
        if self.state.entry is not None:
            self._become(replace(self.state, run=run))

    @Slot(object)
    def _judge(self, result: RunResult) -> None:
        is_first = self.state.judgement is None
        judgement = self._judgement(result)
        if judgement is None:
            return
        suggestion = suggested(judgement, self.state.certainty)
        self._become(replace(self.state, judgement=judgement, suggestion=suggestion))
        if is_first:
            self.settled.emit(self.state)

    def _judgement(self, result: RunResult) -> Judgement | None:
        answer, truth = self.state.answer, result.truths[self.state.guess_number]
        match self.state.guess:
            case OptionsGuess() as guess if isinstance(answer, str) and isinstance(truth, str):
                return judge_choice(guess, answer, truth)
            case NumberGuess() as guess if isinstance(answer, float) and isinstance(truth, float):
                return judge_number(guess, answer, truth)
            case CurveGuess() as guess if isinstance(answer, DrawnCurve) and self.state.frame:
                true = _true_curve(guess, result)
                return judge_curve(answer, self.state.frame, true) if true else None
            case _:
                return None

    def _become(self, state: PredictionState) -> None:
        self.state = state
        self.changed.emit(state)


def _met(experiment: str) -> PredictionState:
    named = json.loads(experiment)
    settings = dict(named.get("settings", {}))
    try:
        chosen = entry(named["name"])
        chosen.checked(settings)
    except SimError as error:
        return PredictionState(trouble=error.words)
    return PredictionState(
        entry=chosen,
        settings=settings,
        frame=typical(chosen, settings, drawn_plot(chosen)),
        offered=(offered := _offered(chosen, named.get("guess", ""))),
        guess_number=offered[0],
    )


def _offered(chosen: Entry, asked: str) -> tuple[int, ...]:
    """What the card asks for, by a name or by a kind, then the guesses that need no card."""
    first = next((n for n, guess in enumerate(chosen.guesses) if asked in _calls(guess)), None)
    free = [n for n, guess in enumerate(chosen.guesses) if not guess.name]
    return tuple(dict.fromkeys(free if first is None else (first, *free)))


def _calls(guess: Guess) -> tuple[str, ...]:
    """What a card may call it."""
    if guess.name:
        return (guess.name,)
    kinds = {OptionsGuess: "outcome", NumberGuess: "number", CurveGuess: "curve"}
    return (kinds[type(guess)],)


def _true_curve(guess: CurveGuess, result: RunResult) -> Curve | None:
    asked = (guess.plot, guess.curve)
    curves = (picture for picture in result.pictures if isinstance(picture, Curve))
    return next((curve for curve in curves if (curve.plot, curve.key) == asked), None)
