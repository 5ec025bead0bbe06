"""One wake-up at a moment of the calendar: nothing runs in between."""

import math
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal, Slot

_LONGEST = timedelta(hours=12)  # a timer may sleep with the computer: look again twice a day


def minutes_until(moment: datetime, now: datetime) -> int:
    """Whole minutes to wait, rounded up, at least one."""
    return max(1, math.ceil((moment - now) / timedelta(minutes=1)))


def next_tick(moment: datetime, now: datetime) -> datetime:
    """When `minutes_until` becomes another number; `moment` itself in the last minute."""
    tick = moment - timedelta(minutes=minutes_until(moment, now) - 1)
    return max(tick, now + timedelta(seconds=1))


class Alarm(QObject):
    """Rings at the moment it was set for.

    Signals:
        rang: The moment came, or half a day passed: whoever listens looks at the clock again.
    """

    rang = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ring)

    def set(self, at: datetime | None, now: datetime) -> None:
        """Ring at `at`, and no more at the moment set before; never when it is None."""
        if at is None:
            self._timer.stop()
            return
        wait = min(max(at - now, timedelta()), _LONGEST)
        self._timer.start(int(wait.total_seconds() * 1000) + 1)

    @property
    def waits_ms(self) -> int | None:
        """Until it rings; None when it is not set."""
        return self._timer.remainingTime() if self._timer.isActive() else None

    @Slot()
    def _ring(self) -> None:
        self.rang.emit()
