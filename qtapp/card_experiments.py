"""Experiments on cards: joins the review to what trains, once a card first names an experiment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from random import SystemRandom
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from decks.kinds import NoteKind
from qtapp.sessions.desk import Desk
from qtapp.sessions.review import ReviewSession
from qtapp.sessions.review_state import ReviewState

if TYPE_CHECKING:
    from qtapp.laboratory import Laboratory
    from qtapp.pages.review import ReviewPage
    from qtapp.sessions.experiment_memory import ExperimentMemory
    from qtapp.sessions.prediction import PredictionSession
    from qtapp.sessions.prediction_state import Line, PredictionState
    from qtapp.theme import Theme
    from sim.result import RunResult

MOST_SEEDS = 10_000


class CardExperiments(QObject):
    """Follows the review from card to card.

    Signals:
        trouble: A `CollectionError`: something could not be remembered.

    Args:
        desk: Holds the collection, which remembers predictions and runs.
        review: Tells which card is shown.
        page: Shows it.
        laboratory: Gives what trains; made when first wanted.
        theme: Of the app.
        parent: Of the object.
    """

    trouble = Signal(object)

    def __init__(
        self,
        desk: Desk,
        review: ReviewSession,
        page: Callable[[], ReviewPage],
        laboratory: Callable[[], Laboratory],
        theme: Theme,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._review = review
        self._page = page
        self.laboratory = laboratory
        self._card_id = 0
        self._theme = theme
        self._serial = self._met = 0
        self._is_made = False
        review.changed.connect(self._follow)

    @cached_property
    def memory(self) -> ExperimentMemory:
        """Keeps predictions and runs; made when first wanted."""
        from qtapp.sessions.experiment_memory import ExperimentMemory  # late, as below

        desk = self._desk
        made = ExperimentMemory(desk.collection, self, now=desk.now, submit=desk.run)
        made.trouble.connect(self.trouble)
        return made

    @cached_property
    def session(self) -> PredictionSession:
        """What may be done; made, with all that belongs to it, when first wanted."""
        from qtapp.sessions.prediction import PredictionSession  # late on purpose: most cards have
        from qtapp.sessions.run import RunSession  # no experiment, and the first shows sooner
        from qtapp.widgets.experiment_frame import ExperimentFrame

        laboratory, page = self.laboratory(), self._page()
        laboratory.get_ready()
        run = RunSession(laboratory.client, self)
        session = PredictionSession(run, self, new_seed=_new_seed)
        frame = ExperimentFrame(self._theme, laboratory.loader)
        page.experiment.carry(frame)
        page.experiment.launch_asked.connect(session.launch)
        session.changed.connect(page.experiment.show_prediction)
        session.settled.connect(self._keep_prediction)
        run.finished.connect(self._keep_run)
        frame.answered.connect(session.answer)
        frame.certainty_chosen.connect(session.be)
        frame.guess_chosen.connect(session.ask)
        frame.launch_asked.connect(session.launch)
        frame.stop_asked.connect(session.stop)
        frame.lab_asked.connect(self._open_in_lab)
        self._is_made = True
        return session

    @Slot(object)
    def _follow(self, state: ReviewState) -> None:
        """A card is shown anew, or none is: meet its experiment, and leave the last one."""
        serial = state.serial if state.face is not None else 0
        if serial == self._serial:
            return
        self._serial = serial
        if self._is_made:
            self._meet()

    @Slot()
    def meet_first(self) -> None:
        """A first experiment comes once its card is painted: it takes longer than the card."""
        if self._serial != self._met:
            self._meet()

    def _meet(self) -> None:
        self._met = self._serial
        note, card = (self._review.note(), self._review.card) if self._serial else (None, None)
        is_question = note is not None and NoteKind(note.kind).is_question  # has its own place
        experiment = note.experiment if note is not None and not is_question else ""
        self._card_id = card.id if card is not None else 0
        if experiment or self._is_made:
            self.session.meet(experiment, self._past)

    def _past(self, experiment: str) -> Sequence[Line]:
        return self.memory.past(self._card_id, experiment)

    @Slot(object)
    def _keep_prediction(self, state: PredictionState) -> None:
        self.memory.keep_prediction(self._card_id, state)

    @Slot(object)
    def _keep_run(self, result: RunResult) -> None:
        order = self.session.state.run.order
        if order is not None:
            self.memory.keep_run(order, result, self._card_id)

    @Slot()
    def rest(self) -> None:
        """The window shows another page: nothing trains unseen."""
        if self._is_made and not self._page().isVisible():
            self.session.stop()

    @Slot()
    def _open_in_lab(self) -> None:
        state = self.session.state
        if state.entry is None:
            return
        run = state.run
        self.laboratory().open_run(state.entry.name, state.settings, run.order, run.result)


def _new_seed() -> int:
    return SystemRandom().randrange(MOST_SEEDS)
