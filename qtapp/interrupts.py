"""Ctrl+C in the terminal and a polite `kill` close the window as its cross would.

Python runs its signal handlers between two of its own steps, and while Qt waits there are none: a
socket that the signal writes to wakes Qt up.
"""

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot


class Interrupts(QObject):
    """Listens for signals of the system.

    Signals:
        asked_to_end: The app was asked to end.
    """

    asked_to_end = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._written, self._read = socket.socketpair()
        for end in (self._written, self._read):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        self._before = signal.set_wakeup_fd(self._written.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._on_signal)

    def stop(self) -> None:
        """Let signals do again what they do without us."""
        signal.set_wakeup_fd(self._before)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        self._notifier.setEnabled(False)
        self._written.close()
        self._read.close()

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self.asked_to_end.emit()

    @Slot()
    def _wake(self) -> None:
        """Take the byte; Python then runs the handler."""
        self._read.recv(64)
