"""The experiment of a card as the learner meets it: predict, watch, compare. Plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from db.experiment_rows import Certainty
from db.rows import Grade
from qtapp.plots.frame import PlotFrame
from qtapp.plots.typical import drawn_plot, shown_plot
from qtapp.sessions.drawn_curve import DrawnCurve
from qtapp.sessions.judging import Guess, Judgement
from qtapp.sessions.run_state import RunPhase, RunState
from sim.contents import Entry
from sim.declaration import CurveGuess, Plot
from sim.settings import Scalar
from sim.words import Words

Answer = DrawnCurve | str | float
Line = tuple[tuple[float, float], ...]
"""A curve drawn before, as points in the plot's own units."""


@dataclass(frozen=True, slots=True)
class PredictionState:
    """Everything that a card shows of its experiment.

    Attributes:
        entry: The experiment that the card names; None for a card without one.
        settings: Those that the card gives it.
        trouble: Why it cannot be run: the card names nonsense.
        frame: The axes that a curve is drawn on.
        offered: Which of the experiment's guesses may be answered, by number; the one that the card
            asks comes first.
        guess_number: Which one is being answered.
        answer: What is predicted; None for nothing yet.
        certainty: How sure the learner is.
        run: How the run goes.
        judgement: How near the prediction came; None without one, or before the end.
        suggestion: The grade it suggests.
        past: Curves drawn for this card before, oldest first.
    """

    entry: Entry | None = None
    settings: Mapping[str, Scalar] = field(default_factory=dict)
    trouble: Words | None = None
    frame: PlotFrame | None = None
    offered: tuple[int, ...] = (0,)
    guess_number: int = 0
    answer: Answer | None = None
    certainty: Certainty = Certainty.LIKELY
    run: RunState = field(default_factory=RunState)
    judgement: Judgement | None = None
    suggestion: Grade | None = None
    past: tuple[Line, ...] = ()

    @property
    def guess(self) -> Guess | None:
        """What is asked."""
        return self.entry.guesses[self.guess_number] if self.entry else None

    @property
    def plot(self) -> Plot | None:
        """Where the truth will be seen."""
        return shown_plot(self.entry, self.guess_number) if self.entry else None

    @property
    def is_on_curves_plot(self) -> bool:
        """Whether that is the plot of the curve that may be drawn, and was before."""
        return self.entry is not None and self.plot == drawn_plot(self.entry)

    @property
    def is_locked(self) -> bool:
        """Whether the prediction stands: a run was launched."""
        return self.run.phase is not RunPhase.IDLE

    @property
    def is_answered(self) -> bool:
        """Whether there is a prediction that can be judged."""
        if isinstance(self.answer, DrawnCurve):
            return not self.answer.is_empty
        return self.answer is not None

    @property
    def drawn(self) -> DrawnCurve:
        """The curve drawn so far."""
        return self.answer if isinstance(self.answer, DrawnCurve) else DrawnCurve()

    @property
    def is_curve_asked(self) -> bool:
        """Whether a curve is to be drawn."""
        return isinstance(self.guess, CurveGuess)


def line_of(drawn: DrawnCurve, frame: PlotFrame) -> Line:
    """A curve in the plot's own units, where it was drawn."""
    last = len(drawn.heights) - 1
    return tuple(
        (frame.x_at(place / last), frame.y_at(height))
        for place, height in enumerate(drawn.heights)
        if height is not None
    )
