"""Gets experiments ready while the app is idle, so that the first run starts at once."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from qtapp.background import Background, Task

if TYPE_CHECKING:
    from qtapp.laboratory import Laboratory

IDLE_MS = 2000
_NEEDED = (
    "qtapp.laboratory",
    "qtapp.sessions.experiment_memory",
    "qtapp.sessions.prediction",
    "db.experiments",
    "qtapp.widgets.experiment_frame",
)


class WarmUp(QObject):
    """Waits a moment, loads what runs need off the window's thread, then starts the process.

    Args:
        background: Loads modules.
        laboratory: Gives what trains.
        is_wanted: Whether the learner wants it; asked when the moment has come.
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
        self._is_over = False
        self._timer = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._timer.timeout.connect(self._load)

    def begin(self) -> None:
        """Count from now."""
        self._timer.start()

    def stop(self) -> None:
        """The app ends: begin nothing more."""
        self._timer.stop()
        self._is_over = True

    @Slot()
    def _load(self) -> None:
        if self._is_wanted():
            task = Task(_loaded)
            task.succeeded.connect(self._start)  # if it fails, the Lab will say so when asked
            self._background.submit(task)

    @Slot(object)
    def _start(self, is_loaded: bool) -> None:
        if is_loaded and self._is_wanted() and not self._is_over:
            self._laboratory().get_ready()


def _loaded() -> bool:
    """Load everything, unless power is saved; in the background thread."""
    from qtapp import power  # late on purpose: not of start-up

    if power.is_saved():
        return False
    for name in _NEEDED:
        import_module(name)
    return True
