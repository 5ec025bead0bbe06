"""The one object of the window that knows a process trains next door."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count, pairwise
from threading import Thread
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot

from sim.protocol import Event, Finished, Load, Progress, RunRequest, WriteLog
from sim.supervisor import Supervisor

AUTO = "auto"


class Runner(Protocol):
    """What is asked of a `sim.supervisor.Supervisor`."""

    def warm(self, device: str = AUTO) -> None:
        """Get ready."""

    def start(self, asked: RunRequest | Load) -> None:
        """Run."""

    def cancel(self, job_id: int) -> None:
        """Stop."""

    def pause(self, job_id: int) -> None:
        """Hold."""

    def resume(self, job_id: int, *, to_next: bool = False) -> None:
        """Go on."""

    def write_log(self, asked: WriteLog) -> None:
        """Log for TensorBoard."""

    def receive(self, timeout_s: float | None = None) -> Event | None:
        """Wait for what happens next; None once closed."""

    def close(self) -> None:
        """End."""


class SimClient(QObject):
    """Runs experiments away from the window, and tells it how they go.

    A thread of its own does nothing but wait for the next event; slots run in the window's thread.
    Where that has fallen behind, it is not told what newer events replace: it would draw them all.

    Signals:
        reported: A `sim.protocol.Event`.
    """

    reported = Signal(object)
    _came = Signal()

    def __init__(
        self,
        runner: Runner | None = None,
        parent: QObject | None = None,
        *,
        device: Callable[[], str] = lambda: AUTO,
    ) -> None:
        """Start nothing yet.

        Args:
            runner: Trains; by default in a process of its own.
            parent: Of the object.
            device: Tells where networks are to train from now on, as a request names it.
        """
        super().__init__(parent)
        self._device = device
        self._runner = runner or Supervisor()
        self._numbers: Iterator[int] = count(1)
        self._thread: Thread | None = None
        self._heard: deque[Event] = deque()
        self._came.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def warm(self) -> None:
        """Let the process start and load what runs need."""
        self._listen()
        self._runner.warm(self._device())

    def new_job(self) -> int:
        """A number that no other run of this sitting has."""
        return next(self._numbers)

    def start(self, asked: RunRequest | Load) -> None:
        """Run an experiment where networks train; its events name its job."""
        self._listen()
        is_run = isinstance(asked, RunRequest)
        self._runner.start(replace(asked, device=self._device()) if is_run else asked)

    def cancel(self, job_id: int) -> None:
        """Stop a run; nothing happens if it has ended."""
        self._runner.cancel(job_id)

    def pause(self, job_id: int) -> None:
        """Hold a run before its next step."""
        self._runner.pause(job_id)

    def resume(self, job_id: int, *, to_next: bool = False) -> None:
        """Let a run that is held go on, or only until something new is to be seen."""
        self._runner.resume(job_id, to_next=to_next)

    def write_log(self, asked: WriteLog) -> None:
        """Write a run that is over for TensorBoard; an event tells how that went."""
        self._listen()
        self._runner.write_log(asked)

    def close(self) -> None:
        """End the process at once, whatever it does, and the thread with it."""
        self._runner.close()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _listen(self) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._hear, name="simulations")
            self._thread.start()

    def _hear(self) -> None:
        while (event := self._runner.receive()) is not None:
            self._heard.append(event)
            self._came.emit()

    @Slot()
    def _tell(self) -> None:
        """Tell all that was heard, at the first of as many calls."""
        heard = [self._heard.popleft() for _ in range(len(self._heard))]
        for event in without_stale(heard):
            self.reported.emit(event)


def without_stale(events: Sequence[Event]) -> list[Event]:
    """The same without moments of a run that the next event shows, too, and further on."""
    stale = [_replaces(then, now) for now, then in pairwise(events)]
    return [event for event, is_stale in zip(events, [*stale, False], strict=False) if not is_stale]


def _replaces(then: Event, now: Event) -> bool:
    if not isinstance(now, Progress) or not isinstance(then, Progress | Finished):
        return False
    return then.job_id == now.job_id
