"""What lies open on the learner's desk: the collection, a queue of cards, what can be undone.

Sessions share one desk, so that an action in one page is known to the others.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from db.undo import UndoStack

if TYPE_CHECKING:  # the window opens before the database library is there
    from db.collection import Collection
    from db.queue import DayQueue
    from db.rows import Change, TodayFacts


def utc_now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)


class Renewal(StrEnum):
    """Why a queue had to be built anew."""

    NEW_DAY = "new day"
    OTHER_CLOCK = "other clock"  # another time zone, or the clock was set back
    MORE_CARDS = "more cards"  # nothing the learner needs to hear of


class Desk:
    """The learner's open collection and the day's queue of the decks chosen.

    Every method that reads raises `CollectionError` when the collection cannot be read.

    Attributes:
        collection: Open, and used from the thread of the window only.
        history: What was done in this sitting, to undo and redo.
        now: The clock (UTC, aware).
    """

    def __init__(
        self,
        collection: Collection,
        queue: DayQueue | None = None,
        *,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self.collection = collection
        self.history = UndoStack()
        self.now = now
        self._deck_id: int | None = None
        self._queue = queue

    @property
    def deck_id(self) -> int | None:
        """The only deck (with its children) that the queue is of; None for all."""
        return self._deck_id

    def choose_deck(self, deck_id: int | None) -> None:
        """Let the queue be of this deck, or of all."""
        if deck_id != self._deck_id:
            self._deck_id = deck_id
            self._queue = None

    def queue(self) -> DayQueue:
        """The day's queue; it may be of yesterday, see `renew_if_stale`."""
        if self._queue is None:
            self._queue = self.collection.day_queue(self.now(), deck_id=self._deck_id)
        return self._queue

    def forget_queue(self) -> None:
        """The queue no longer tells what the collection holds: build it anew when next asked."""
        self._queue = None

    def is_stale(self) -> bool:
        """Whether the learner's day or time zone changed since the queue was built."""
        return self._queue is not None and self._queue.is_stale(self.now())

    def renew_if_stale(self) -> Renewal | None:
        """Let go of a stale queue; tell why, or None when it was not stale."""
        now, queue = self.now(), self._queue
        if queue is None or not queue.is_stale(now):
            return None
        self._queue = None
        if self.collection.calendar().day_of(now) != queue.day:
            return Renewal.NEW_DAY
        return Renewal.MORE_CARDS if queue.lacks_cards() else Renewal.OTHER_CLOCK

    def overall(self) -> DayQueue:
        """The day's queue of all decks, whichever are chosen."""
        if self._deck_id is None:
            return self.queue()
        return self.collection.day_queue(self.now())

    def facts(self) -> TodayFacts:
        """What the Today page tells: always of all decks."""
        return self.collection.today(self.overall(), self.now())

    def did(self, change: Change) -> None:
        """A new action was saved: the queue follows it, and it can be undone."""
        self.history.did(change)
        self._follow(change)

    def undo(self) -> Change | None:
        """Take the newest action back; None when there is none."""
        change = self.history.to_undo
        if change is not None:
            self.collection.undo(change, self.now())
            self.history.undone()
            self.queue().revert(change, self.now())
        return change

    def redo(self) -> Change | None:
        """Do again what was undone last; None when there is nothing."""
        undone = self.history.to_redo
        if undone is None:
            return None
        change = self.collection.redo(undone, self.now())
        self.history.redone(change)
        self._follow(change)
        return change

    def _follow(self, change: Change) -> None:
        if self._queue is not None:  # one that is built later reads the change itself
            self._queue.apply(change, self.now())

    def next_day(self) -> datetime:
        """When the learner's day changes."""
        calendar = self.collection.calendar()
        return calendar.start_of(calendar.day_of(self.now()) + 1)
