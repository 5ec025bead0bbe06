"""Signals kept in lists, in the order they came."""

from typing import Any

from PySide6.QtCore import SignalInstance


class Heard:
    """Everything that a signal has said."""

    def __init__(self, signal: SignalInstance) -> None:
        self.all: list[Any] = []
        signal.connect(self._hear)

    def _hear(self, *values: Any) -> None:
        self.all.append(values[0] if values else None)

    @property
    def last(self) -> Any:
        """The newest."""
        return self.all[-1]
