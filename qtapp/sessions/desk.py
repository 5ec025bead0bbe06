"""What lies open on the learner's desk: the collection, a queue of cards, what can be undone.

Sessions share one desk, so that an action in one page is known to the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from db.clock import utc_now
from db.undo import UndoStack
from qtapp.background import Task

if TYPE_CHECKING:  # the window opens before the database library is there
    from db.collection import Collection
    from db.queue import DayQueue
    from db.rows import CardRow, Change, Scope, Todo


class Renewal(StrEnum):
    """Why a queue had to be built anew."""

    NEW_DAY = "new day"
    OTHER_CLOCK = "other clock"  # another time zone, or the clock was set back
    MORE_CARDS = "more cards"  # nothing the learner needs to hear of


class Desk:
    """The learner's open collection and the day's queue of the decks chosen.

    Queues are made elsewhere, in the background, and given to it (`qtapp.sessions.queue_reader`).

    Attributes:
        collection: Open.
        history: What was done in this sitting, to undo and redo.
        now: The clock (UTC, aware).
        run: Runs a task that takes long.
        version: Another number after each action, and whenever the cards may be others.
    """

    def __init__(
        self,
        collection: Collection,
        queue: DayQueue | None = None,
        *,
        now: Callable[[], datetime] = utc_now,
        run: Callable[[Task], None] = Task.run,
    ) -> None:
        """Lay a collection on the desk.

        Args:
            collection: Open.
            queue: Of the day, over all decks, if it was made already.
            now: The clock (UTC, aware).
            run: Runs a task that takes long, here and now or in the background.
        """
        self.collection = collection
        self.history = UndoStack()
        self.now = now
        self.run = run
        self.version = 0
        self._deck_id: Scope = None
        self._queues: dict[Scope, DayQueue] = {} if queue is None else {None: queue}
        self._undone_without: list[Change] = []  # while there was no queue to show it in
        self._offered: list[CardRow] = []  # likewise

    @property
    def deck_id(self) -> Scope:
        """The only deck (with its children) or tag that the queue is of; None for all."""
        return self._deck_id

    def choose_deck(self, deck_id: Scope) -> None:
        """Let the queue be of this deck or tag, or of all."""
        self._deck_id = deck_id
        self._queues = {of: self._queues[of] for of in self._queues if of in (None, deck_id)}

    def queue(self) -> DayQueue | None:
        """The day's queue, if it is made; it may be of yesterday, see `renew_if_stale`."""
        return self._queues.get(self._deck_id)

    def overall(self) -> DayQueue | None:
        """The day's queue of all decks, whichever are chosen; None when it has to be made first."""
        kept = self._queues.get(None)
        return None if kept is None or kept.is_stale(self.now()) else kept

    def todo(self) -> Todo | None:
        """What the queue of all decks holds now; None when it has to be made first."""
        kept = self.overall()
        return None if kept is None else kept.todo()

    def adopt(self, queue: DayQueue, deck_id: Scope, *, version: int) -> bool:
        """Use a queue made elsewhere, of a deck or of all, unless it is out of date by now.

        Args:
            queue: The queue.
            deck_id: Of which deck or tag; None for all.
            version: The desk's when the queue was asked for.

        Returns:
            Whether it is used.
        """
        if version != self.version or deck_id not in (None, self._deck_id):
            return False
        if (old := self._queues.get(deck_id)) is not None:
            queue.go_on_from(old)
        if deck_id == self._deck_id:
            for change in self._undone_without:
                queue.bring_back(change)
            self._undone_without.clear()
            queue.offer(self._offered)
            self._offered.clear()
        self._queues[deck_id] = queue
        return True

    def offer(self, cards: Iterable[CardRow]) -> None:
        """Ask these cards next, though they may not be due; see `DayQueue.offer`."""
        queue = self.queue()
        if queue is None:
            self._offered += cards
        else:
            queue.offer(cards)

    def forget_queue(self) -> None:
        """The queue no longer tells what the collection holds: build it anew when next asked."""
        self.version += 1
        self._queues.clear()
        self._undone_without.clear()

    def is_stale(self) -> bool:
        """Whether the learner's day or time zone changed since the queue was built."""
        queue = self._queues.get(self._deck_id)
        return queue is not None and queue.is_stale(self.now())

    def renew_if_stale(self) -> Renewal | None:
        """Let go of a stale queue; tell why, or None when it was not stale."""
        now, queue = self.now(), self._queues.get(self._deck_id)
        if queue is None or not queue.is_stale(now):
            return None
        self.forget_queue()
        if queue.has_other_clock(now):
            return Renewal.OTHER_CLOCK
        is_other_day = self.collection.calendar().day_of(now) != queue.day
        return Renewal.NEW_DAY if is_other_day else Renewal.MORE_CARDS

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
            self.version += 1
            for queue in self._queues.values():
                queue.revert(change, self.now())
            if self._deck_id not in self._queues:
                self._undone_without.append(change)
        return change

    def redo(self) -> Change | None:
        """Do again what was undone last; None when there is nothing."""
        undone = self.history.to_redo
        if undone is None:
            return None
        change = self.collection.redo(undone, self.now())
        self.history.redone(change)
        self._undone_without = [other for other in self._undone_without if other is not undone]
        self._follow(change)
        return change

    def _follow(self, change: Change) -> None:
        self.version += 1
        for queue in self._queues.values():  # one that is built later reads the change itself
            queue.apply(change, self.now())

    def next_day(self) -> datetime:
        """When the learner's day changes."""
        calendar = self.collection.calendar()
        return calendar.start_of(calendar.day_of(self.now()) + 1)
