"""The one background thread: what takes longer than a frame runs here, in the order asked."""

from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot


class Task(QObject):
    """One piece of work, and the news of it in the thread that asked.

    Signals:
        succeeded: What the work returned.
        failed: The exception that it raised.
    """

    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[], Any]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        """Do the work, here and now."""
        try:
            result = self._work()
        except Exception as error:  # the border of the thread: anything may arrive here
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)


class Background(QObject):
    """Runs tasks one after the other, away from the window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: SimpleQueue[Task | None] = SimpleQueue()
        self._thread: Thread | None = None

    def submit(self, task: Task) -> None:
        """Run a task after those asked before it. Connect its signals first."""
        if self._thread is None:
            self._thread = Thread(target=_serve, args=(self._queue,), name="background")
            self._thread.start()
        task.setParent(self)  # whoever lets go of it last, it dies in this thread
        task.succeeded.connect(self._forget)
        task.failed.connect(self._forget)
        self._queue.put(task)

    def finish(self) -> None:
        """Wait for what was asked, then end the thread; the next task would start another."""
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join()
            self._thread = None

    @Slot()
    def _forget(self) -> None:
        self.sender().deleteLater()


def _serve(queue: SimpleQueue[Task | None]) -> None:
    while (task := queue.get()) is not None:
        task.run()
        del task
