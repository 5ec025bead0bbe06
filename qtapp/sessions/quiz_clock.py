"""Time in a quiz: how long each question was looked at, and how much of the whole is left."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from qtapp.sessions.quiz_state import QuizState
from qtapp.sessions.stopwatch import Stopwatch

_TICK_MS = 1000
_LONGEST_MS = 24 * 3600 * 1000


class QuizClock(QObject):
    """Counts for the question shown; strikes each second while an attempt is timed.

    Signals:
        struck: A second has passed.
    """

    struck = Signal()

    def __init__(
        self, parent: QObject | None = None, *, seconds: Callable[[], float] = monotonic
    ) -> None:
        """Begin at rest.

        Args:
            parent: Of the clock.
            seconds: A clock that never goes back.
        """
        super().__init__(parent)
        self._before_ms = 0
        self._stopwatch = Stopwatch(seconds=seconds, max_ms=_LONGEST_MS)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self.struck)

    def begin_question(self, spent_ms: int) -> None:
        """Count for another question, which was looked at for so long before."""
        self._before_ms = spent_ms
        self._stopwatch.restart()

    def attend(self, is_attending: bool) -> None:
        """The learner looks at the question, or elsewhere."""
        self._stopwatch.attend(is_attending)

    def pause(self) -> None:
        """Count no more for this question."""
        self._stopwatch.pause()

    def strike(self, is_wanted: bool) -> None:
        """Strike each second, or be silent."""
        self._tick.start() if is_wanted else self._tick.stop()

    def spent_ms(self) -> int:
        """On the question shown, all visits together."""
        return self._before_ms + self._stopwatch.elapsed_ms()

    def left_s(self, state: QuizState) -> int | None:
        """What is left of a timed attempt that goes on; None of others."""
        attempt = state.attempt
        if attempt is None or attempt.time_limit_s is None or not state.is_open:
            return None
        others = sum(a.spent_ms for a in state.answers if a.place != state.place)
        return max(0, attempt.time_limit_s - (others + self.spent_ms()) // 1000)
