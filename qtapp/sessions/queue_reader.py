"""Makes the day's queue in the background: when there is none, and before one runs out of cards."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from db.errors import CollectionError
from qtapp.background import Task
from qtapp.sessions.desk import Desk

if TYPE_CHECKING:
    from db.queue import DayQueue
    from db.rows import Scope


class QueueReader(QObject):
    """Reads the queue of the deck chosen; at 100,000 cards it takes up to 18 ms.

    What is done meanwhile makes a reading worthless: then it is made again if somebody waits, and
    otherwise with the next card.

    Signals:
        made: The desk has the queue that was asked for.
        failed: A `CollectionError`: it cannot be made.
    """

    made = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: Task | None = None
        self._is_awaited = False
        self._deck_id: Scope = None
        self._version = 0

    def ask(self) -> None:
        """Somebody waits for the queue; one of the signals comes later."""
        self._is_awaited = True
        is_of_now = (self._deck_id, self._version) == (self._desk.deck_id, self._desk.version)
        if self._task is None or not is_of_now:
            self._read()

    def look(self) -> None:
        """Read more cards if few are left, while the learner looks at one."""
        queue = self._desk.queue()
        if self._task is None and queue is not None and queue.runs_short():
            self._read()

    def _read(self) -> None:
        desk = self._desk
        self._deck_id, self._version = desk.deck_id, desk.version
        scope = desk.deck_id
        chosen = {"tag": scope} if isinstance(scope, str) else {"deck_id": scope}
        self._task = Task(partial(desk.collection.day_queue, desk.now(), **chosen))
        self._task.succeeded.connect(self._take)
        self._task.failed.connect(self._fail)
        desk.run(self._task)

    @Slot(object)
    def _take(self, queue: DayQueue) -> None:
        if self.sender() is not self._task:
            return
        self._task = None
        self._desk.adopt(queue, self._deck_id, version=self._version)
        if not self._is_awaited:
            return
        if self._desk.queue() is None:
            self._read()
        else:
            self._is_awaited = False
            self.made.emit()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        """Known trouble is told when somebody waits, if it is still there then."""
        if self.sender() is not self._task:
            return
        self._task = None
        if not isinstance(error, CollectionError):
            raise error
        if self._is_awaited:
            self._is_awaited = False
            self.failed.emit(error)
