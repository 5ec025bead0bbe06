"""The rest of a new learner's course, chapter by chapter, while the first one can be studied."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from qtapp.background import Background, Task, Work
from qtapp.opening import COURSE_DIGEST, CourseLeft, bring_chapter

if TYPE_CHECKING:
    from db.collection import Collection


class CourseArrival(QObject):
    """Imports in the background what is left of the course; cut short, the next start goes on.

    Attributes:
        is_going: Whether some of it is still to come.

    Signals:
        arrived: All of it is in the collection.
        trouble: A `CollectionError`, `DeckError` or `OSError`: what came before stays.
    """

    arrived = Signal()
    trouble = Signal(object)

    def __init__(
        self, collection: Collection, left: CourseLeft, background: Background, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._work: list[Work] = [partial(bring_chapter, collection, path) for path in left.files]
        self._work.append(partial(collection.set_state, COURSE_DIGEST, left.digest))
        self.is_going = True
        self._has_begun = False

    def begin(self) -> None:
        """Bring the first of what is left, the others behind it; once only."""
        if not self._has_begun:
            self._has_begun = True
            self._go_on()

    def stop(self) -> None:
        """The app ends: no other chapter is begun."""
        self.is_going = False

    @Slot()
    def _go_on(self) -> None:
        if not self.is_going:
            return
        if self._work:
            task = Task(self._work.pop(0))
            task.succeeded.connect(self._go_on)
            task.failed.connect(self._fail)
            self._background.submit(task)
        else:
            self.is_going = False
            self.arrived.emit()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.is_going = False
        self.trouble.emit(error)
