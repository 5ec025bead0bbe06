"""Ctrl-C that is never lost, and can wait for the end of a step, so that what is saved is whole."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import Any

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interruption:
    """Hears Ctrl-C (or a polite kill) while it is entered, and raises KeyboardInterrupt.

    A library that is being loaded may swallow that exception: `is_asked` remembers.

    Attributes:
        is_asked: Whether someone wants this to stop.
    """

    def __init__(self) -> None:
        self.is_asked = False
        self._is_gentle = False
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Interruption:
        if threading.current_thread() is threading.main_thread():
            self._before = {number: signal.signal(number, self._hear) for number in SIGNALS}
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)

    @contextmanager
    def gently(self) -> Iterator[None]:
        """Only note it here, where someone looks at `is_asked`; a second one raises."""
        self._is_gentle = True
        try:
            yield
        finally:
            self._is_gentle = False

    def _hear(self, number: int, frame: FrameType | None) -> None:
        is_first, self.is_asked = not self.is_asked, True
        if not (is_first and self._is_gentle):
            raise KeyboardInterrupt
