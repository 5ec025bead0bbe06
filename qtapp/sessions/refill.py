"""Makes the day's queue anew before it runs out of the cards that were read for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from db.errors import CollectionError
from qtapp.background import Task
from qtapp.sessions.desk import Desk

if TYPE_CHECKING:
    from db.queue import DayQueue


class Refill(QObject):
    """Reads more cards in the background, while the learner looks at one.

    What is done meanwhile makes the reading worthless: the next card asks for another.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: Task | None = None
        self._deck_id: int | None = None
        self._version = 0

    def look(self) -> None:
        """Read, if few cards are left and no reading is under way."""
        desk = self._desk
        if self._task is not None or not desk.queue().runs_short():
            return
        self._deck_id, self._version = desk.deck_id, desk.version
        read = partial(desk.collection.day_queue, desk.now(), deck_id=desk.deck_id)
        self._task = Task(read)
        self._task.succeeded.connect(self._take)
        self._task.failed.connect(self._fail)
        desk.run(self._task)

    @Slot(object)
    def _take(self, queue: DayQueue) -> None:
        self._task = None
        self._desk.adopt(queue, self._deck_id, version=self._version)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        """Known trouble is told when the queue is made in the end, if it is still there."""
        self._task = None
        if not isinstance(error, CollectionError):
            raise error
