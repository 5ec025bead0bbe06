"""How long a worker may be silent, and how long a run may go on after it was cancelled."""

from __future__ import annotations

import time
from dataclasses import dataclass

from sim.jobs import Job

HUNG_FROM, GRACE = 0.9, 1.25
"""A hung worker ends itself at its limit, telling where it hung. One that dies after nearly that
silence did so; past this many times the limit we end it."""


@dataclass(slots=True)
class Patience:
    """The deadlines of the worker that there is now.

    Attributes:
        silence_s: Seconds without a sign of life after which it is given up.
        start_s: The same while it loads torch.
        cancel_s: Seconds after which a cancelled run is over for whoever asked.
        leave_s: Seconds that its step may go on after that; then it costs the process.
        is_ready: Whether torch is loaded.
        leave_by: When such a step must have ended; None where there is none.
    """

    silence_s: float
    start_s: float
    cancel_s: float
    leave_s: float
    is_ready: bool = False
    leave_by: float | None = None
    _last_sign: float = 0.0

    def begin_anew(self) -> None:
        """Another worker is put in place."""
        self.is_ready, self.leave_by = False, None
        self.note_sign()

    def note_sign(self) -> None:
        """It lives."""
        self._last_sign = time.monotonic()

    def cancel_by(self) -> float:
        """When a run that is cancelled now must be over."""
        return time.monotonic() + self.cancel_s

    def let_leave(self) -> None:
        """The run is over for whoever asked; its step may end by itself."""
        self.leave_by = time.monotonic() + self.leave_s

    @property
    def silence(self) -> float:
        """Seconds since the last sign of life."""
        return time.monotonic() - self._last_sign

    @property
    def is_hung(self) -> bool:
        """Whether the silence is as long as that of a worker which hangs."""
        return self.silence >= HUNG_FROM * self._most

    @property
    def _most(self) -> float:
        return self.silence_s if self.is_ready else self.start_s

    def silent_until(self) -> float:
        """When a run that waits need not wait any longer."""
        return self._last_sign + GRACE * self._most

    def ends(self, job: Job | None) -> list[float]:
        """When something must be done, though nothing is heard, as long as a job is the first."""
        of_job = () if job is None else (job.cancel_by, self.silent_until())
        return [end for end in (self.leave_by, *of_job) if end is not None]


def has_passed(end: float | None) -> bool:
    """Whether it is later than a deadline; never where there is none."""
    return end is not None and end <= time.monotonic()
