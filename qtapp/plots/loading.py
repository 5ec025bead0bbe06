"""Brings Matplotlib in without keeping the window waiting: in the background, once."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QObject, Signal, Slot

from qtapp.background import Background, Task


class PlotLoader(QObject):
    """Loads what draws plots.

    Signals:
        ready: Plots can be made from now on.
        failed: The exception that keeps them from being made.

    Attributes:
        is_ready: Whether they can.
    """

    ready = Signal()
    failed = Signal(object)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._is_asked = False
        self.is_ready = False

    @Slot()
    def load(self) -> None:
        """Begin to load, unless it was begun; `ready` or `failed` comes later."""
        if self._is_asked:
            return
        self._is_asked = True
        task = Task(_load)
        task.succeeded.connect(self._take)
        task.failed.connect(self.failed)
        self._background.submit(task)

    @Slot(object)
    def _take(self, _module: object) -> None:
        self.is_ready = True
        self.ready.emit()


def _load() -> object:
    return import_module("qtapp.plots.canvas")
