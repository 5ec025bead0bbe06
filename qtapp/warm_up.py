"""Gets experiments ready while the learner's hands rest, so that the first run starts at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QWindow

from qtapp.background import Background, Task
from qtapp.idleness import Idleness

if TYPE_CHECKING:
    from qtapp.laboratory import Laboratory

IDLE_MS = 2000
_NEEDED = (
    "sim.protocol",
    "db.experiments",
    "qtapp.laboratory",
    "qtapp.sessions.experiment_memory",
    "qtapp.sessions.prediction",
    "qtapp.widgets.experiment_frame",
    "numpy",
    "PIL.Image",
    "pyparsing",
    "matplotlib",
    "matplotlib.text",
    "matplotlib.axis",
    "matplotlib.axes",
    "matplotlib.projections",
    "qtapp.plots.canvas",
)
"""In pieces of at most some 150 ms: they hold the interpreter, and a key pressed then waits."""


class WarmUp(QObject):
    """Loads what runs need, off the window's thread and in pauses, then starts the process.

    Loading takes over a second of the interpreter's time. Done all at once, two seconds after
    start-up, it made fourteen grades of a quick reviewer late by 50 to 100 ms.

    Args:
        background: Loads modules.
        laboratory: Gives what trains.
        is_wanted: Whether the learner wants it; asked at every pause.
        parent: Of the object.
    """

    def __init__(
        self,
        background: Background,
        laboratory: Callable[[], Laboratory],
        is_wanted: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._laboratory = laboratory
        self._is_wanted = is_wanted
        self._idleness: Idleness | None = None
        self._left = list(_NEEDED)

    def begin(self, window: QWindow | None) -> None:
        """Wait for a first pause.

        Args:
            window: Where the learner's hands are.
        """
        self._idleness = Idleness(window, IDLE_MS, self)
        self._idleness.paused.connect(self._ask_for_power)
        self._idleness.wait()

    def stop(self) -> None:
        """Begin nothing more: the app ends, or all is done."""
        if self._idleness is not None:
            self._idleness.stop()
            self._idleness.deleteLater()
            self._idleness = None

    @Slot()
    def _ask_for_power(self) -> None:
        if self._is_wanted():
            self._submit(_has_power, self._go_on)
        else:
            self.stop()

    @Slot(object)
    def _go_on(self, is_good: bool) -> None:
        """The next piece, at once if the hands still rest."""
        if self._idleness is None:
            return
        if not is_good:
            self.stop()
        elif not self._idleness.is_resting:
            self._idleness.wait()
        elif self._left:
            self._submit(partial(_load, self._left.pop(0)), self._go_on)
        else:
            self.stop()
            self._laboratory().get_ready()

    def _submit(self, work: Callable[[], bool], then: Callable[[bool], None]) -> None:
        task = Task(work)
        task.succeeded.connect(then)
        task.failed.connect(self.stop)  # the Lab will say so when asked
        self._background.submit(task)


def _has_power() -> bool:
    from qtapp import power  # late on purpose: not of start-up

    return not power.is_saved()


def _load(name: str) -> bool:
    import_module(name)
    return True
