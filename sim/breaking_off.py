"""Ends a step of a run from another thread, between two operations of Python.

A step may take long: making 32 networks of 69 layers takes a quarter of a second, in which the run
looks at no command. It used to cost the process, and the next run waited for torch to load again.
"""

from __future__ import annotations

import _thread
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class BrokenOffError(BaseException):
    """Ends the step; no `Exception`, so that nobody takes it for a mistake of the experiment's."""


class BreakingOff:
    """Who asks, in one thread, and who is asked: the main thread, which trains.

    The main thread answers by a signal's handler, which Python calls between two of its operations
    and never inside one of torch's. The signal is Ctrl-C's, for no other is on every system;
    pressed by hand it is for the app, and does nothing here.
    """

    def __init__(self) -> None:
        self._unwanted: int | None = None
        self._under_way: int | None = None

    def listen(self) -> None:
        """From now on; to be called in the main thread."""
        signal.signal(signal.SIGINT, self._answer)

    def ask(self, job_id: int) -> None:
        """Break a run off if it is in a step now; from any thread."""
        self._unwanted = job_id
        _thread.interrupt_main(signal.SIGINT)

    @contextmanager
    def step_of(self, job_id: int) -> Iterator[None]:
        """What may be broken off.

        Raises:
            BrokenOffError: When someone asks.
        """
        try:
            self._under_way = job_id
            yield
        finally:
            self._under_way = None

    def _answer(self, number: int, frame: FrameType | None) -> None:
        if self._under_way is not None and self._under_way == self._unwanted:
            self._under_way = self._unwanted = None
            raise BrokenOffError
