"""How long a learner looked at a question: paused while they look elsewhere, and capped."""

from collections.abc import Callable
from time import monotonic

MAX_MS = 120_000


class Stopwatch:
    """Milliseconds of attention given to one card.

    Args:
        seconds: A clock that never goes back.
        max_ms: No card counts for more: the learner went for a coffee.
    """

    def __init__(self, *, seconds: Callable[[], float] = monotonic, max_ms: int = MAX_MS) -> None:
        self._seconds = seconds
        self._max_ms = max_ms
        self._before_s = 0.0
        self._since: float | None = None
        self._is_attended = True

    def restart(self) -> None:
        """Zero, and running as soon as somebody looks."""
        self._before_s = 0.0
        self._since = self._seconds() if self._is_attended else None

    def attend(self, is_attending: bool) -> None:
        """The learner looks at the card, or elsewhere."""
        self._is_attended = is_attending
        if is_attending:
            self.resume()
        else:
            self.pause()

    def pause(self) -> None:
        """Stop counting, keep what was counted."""
        if self._since is not None:
            self._before_s += self._seconds() - self._since
            self._since = None

    def resume(self) -> None:
        """Go on counting."""
        if self._since is None:
            self._since = self._seconds()

    def elapsed_ms(self) -> int:
        """Counted so far."""
        running = 0.0 if self._since is None else self._seconds() - self._since
        return min(self._max_ms, round(1000 * (self._before_s + running)))
