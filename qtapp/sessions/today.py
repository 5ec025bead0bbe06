"""What waits today: read when the page is shown, again when a card or a new day comes."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from db.errors import CollectionError
from db.rows import TodayFacts
from qtapp.sessions.alarm import Alarm, minutes_until, next_tick
from qtapp.sessions.day_facts import FactsReader
from qtapp.sessions.desk import Desk

if TYPE_CHECKING:
    from db.queue import DayQueue


class Situation(StrEnum):
    """What the learner should hear first."""

    LOADING = "loading"
    FAILED = "failed"  # the collection cannot be read: notify says why
    EMPTY = "empty"  # no cards at all
    WELCOME = "welcome"  # cards, and never a review
    DUE = "due"
    WAITING = "waiting"  # only learning cards, and they are for later
    DONE = "done"  # all that was due today is done
    NOTHING_DUE = "nothing due"


class TodayState(NamedTuple):
    """Everything that the Today page shows.

    Attributes:
        facts: None while loading, and when the collection cannot be read.
        waiting_until: When the next learning card comes, if nothing else does before it.
        minutes_left: Until then, rounded up.
        can_undo: Something was done in this sitting; `can_redo` likewise.
    """

    situation: Situation = Situation.LOADING
    facts: TodayFacts | None = None
    waiting_until: datetime | None = None
    minutes_left: int = 0
    can_undo: bool = False
    can_redo: bool = False


class TodaySession(QObject):
    """Reads the day's facts and tells when they change by themselves.

    What was read before stays until the new facts come.

    Signals:
        changed: A `TodayState`.
        trouble: A `CollectionError`; the facts shown before stay.
        renewed: A `Renewal`: the queue is another, because the day or the clock is.
    """

    changed = Signal(object)
    trouble = Signal(object)
    renewed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = TodayState()
        self._desk = desk
        self._is_resting = False
        self._reader = FactsReader(desk, self)
        self._reader.read.connect(self._take)
        self._reader.failed.connect(self._fail)
        self._alarm = Alarm(self)
        self._alarm.rang.connect(self.refresh)

    def show(self, facts: TodayFacts) -> None:
        """Take facts that were read in the background while the window opened."""
        self._take(facts)

    @Slot()
    def refresh(self) -> None:
        """The page is shown: read the facts of this moment, over all decks."""
        self._is_resting = False
        self.read()

    def read(self) -> None:
        """Read the facts, whether the page is shown or not."""
        if (why := self._desk.renew_if_stale()) is not None:
            self.renewed.emit(why)
        self._reader.ask()

    @Slot()
    def wake(self) -> None:
        """The learner is back: time may have passed."""
        if self._desk.is_stale() or self.state.waiting_until is not None:
            self.refresh()

    @Slot()
    def rest(self) -> None:
        """The page is hidden: nothing needs to be told."""
        self._is_resting = True
        self._alarm.set(None, self._desk.now())

    @Slot(object)
    def _take(self, facts: TodayFacts) -> None:
        queue = self._desk.overall()
        if queue is None:  # the day changed while they were read
            self.read()
        else:
            self._show(facts, queue)

    @Slot(object)
    def _fail(self, error: CollectionError) -> None:
        if self.state.facts is None:
            self._become(TodayState(Situation.FAILED))
        self.trouble.emit(error)

    def _show(self, facts: TodayFacts, queue: DayQueue) -> None:
        now = self._desk.now()
        until = queue.waiting_until(now) if queue.next(now) is None else None
        self._become(
            TodayState(
                situation=_situation(facts, is_waiting=until is not None),
                facts=facts,
                waiting_until=until,
                minutes_left=0 if until is None else minutes_until(until, now),
            )
        )

    def _become(self, state: TodayState) -> None:
        history = self._desk.history
        self.state = state = state._replace(
            can_undo=history.to_undo is not None,
            can_redo=history.to_redo is not None,
        )
        if not self._is_resting:
            self._set_alarm(state.waiting_until)
        self.changed.emit(state)

    def _set_alarm(self, until: datetime | None) -> None:
        now, next_day = self._desk.now(), self._desk.next_day()
        self._alarm.set(next_day if until is None else min(next_day, next_tick(until, now)), now)


def _situation(facts: TodayFacts, *, is_waiting: bool) -> Situation:
    if not facts.decks:
        return Situation.EMPTY
    if is_waiting:
        return Situation.WAITING
    if facts.counts.total:
        return Situation.DUE if facts.reviews_per_day else Situation.WELCOME
    return Situation.DONE if facts.done_today else Situation.NOTHING_DUE
