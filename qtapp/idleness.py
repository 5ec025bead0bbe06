"""Whether the learner is busy in a window: what can wait, waits for a pause of the hands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QWindow

_HANDS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class Idleness(QObject):
    """Tells, once asked, when no key, button, wheel or finger has moved for a while.

    It listens where the system hands its events in, the `QWindow`: a widget may keep them.

    Args:
        window: Where the learner is; None (not shown yet) counts as a pause.
        ms: How long a pause is.
        parent: Of the object.

    Signals:
        paused: The hands have rested for as long as that; said once for each `wait`.

    Attributes:
        is_resting: Whether they still rest, since that was said.
    """

    paused = Signal()

    def __init__(self, window: QWindow | None, ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._timer = QTimer(self, singleShot=True, interval=ms)
        self._timer.timeout.connect(self._rest)
        self.is_resting = False

    def wait(self) -> None:
        """Ask for the next pause."""
        if self._window is not None:
            self._window.installEventFilter(self)  # once more does not make it two
        self.is_resting = False
        self._timer.start()

    def stop(self) -> None:
        """Listen no more."""
        self._timer.stop()
        self.is_resting = False
        if self._window is not None:
            self._window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count anew from whatever the hands do."""
        if event.type() in _HANDS:
            self.is_resting = False
            if self._timer.isActive():
                self._timer.start()
        return False

    @Slot()
    def _rest(self) -> None:
        self.is_resting = True
        self.paused.emit()
