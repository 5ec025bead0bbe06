"""Brings Matplotlib in without keeping the window waiting: in the background, once."""

from __future__ import annotations

import gc
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from qtapp.background import Background, Task

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_ROOMS = 2  # the Lab's, and the card's


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
        self._ahead: list[Figure] = []
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
    def _take(self, ahead: list[Figure]) -> None:
        self._ahead = ahead
        self.is_ready = True
        self.ready.emit()

    def figure(self) -> Figure:
        """One with axes, which take 80 ms to make: one made ahead for as long as there are any."""
        from qtapp.plots.picture import blank  # late on purpose: it is loaded by now

        return self._ahead.pop() if self._ahead else blank()


def _load() -> list[Figure]:
    for name in ("qtapp.plots.canvas", "qtapp.plots.drawing"):
        import_module(name)
    from qtapp.plots.picture import blank  # late on purpose: this is the loading

    ahead = [blank() for _ in range(_ROOMS)]
    gc.freeze()  # some 60,000 objects that stay: the window's thread never looks through them
    return ahead
