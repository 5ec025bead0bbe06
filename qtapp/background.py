"""The one background thread: what takes longer than a frame runs here, in the order asked."""

from collections.abc import Callable
from itertools import count
from queue import SimpleQueue
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

Work = Callable[[], Any]


class Task(QObject):
    """One piece of work, and the news of it in the window's thread, where it lives and dies.

    Signals:
        succeeded: What the work returned.
        failed: The exception that it raised.
    """

    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work

    def run(self) -> None:
        """Do the work, here and now."""
        self.tell(*outcome(self.work))

    def tell(self, result: object, error: Exception | None) -> None:
        """Say how the work ended."""
        if error is None:
            self.succeeded.emit(result)
        else:
            self.failed.emit(error)


def outcome(work: Work) -> tuple[object, Exception | None]:
    """What a piece of work returns, or what it raises."""
    try:
        return work(), None
    except Exception as error:  # the border of the thread: anything may arrive here
        return None, error


class Background(QObject):
    """Runs tasks one after the other, away from the window.

    The other thread is given the work alone: a `QObject` that two threads hold dies in either.
    """

    _done = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: SimpleQueue[tuple[int, Work] | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._numbers = count()
        self._tasks: dict[int, Task] = {}
        self._done.connect(self._tell)

    def submit(self, task: Task) -> None:
        """Run a task after those asked before it. Connect its signals first."""
        if self._thread is None:
            self._thread = Thread(target=self._serve, name="background")
            self._thread.start()
        number = next(self._numbers)
        self._tasks[number] = task
        self._queue.put((number, task.work))

    def finish(self) -> None:
        """Wait for what was asked, then end the thread; the next task would start another."""
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join()
            self._thread = None

    def _serve(self) -> None:
        while (asked := self._queue.get()) is not None:
            number, work = asked
            self._done.emit(number, *outcome(work))
            del asked, work

    @Slot(int, object, object)
    def _tell(self, number: int, result: object, error: Exception | None) -> None:
        self._tasks.pop(number).tell(result, error)
