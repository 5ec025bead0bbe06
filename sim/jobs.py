"""The runs that were asked for and have not ended, in the order asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sim.protocol import (
    Alive,
    Cancelled,
    Event,
    Failed,
    Finished,
    Load,
    LogNotWritten,
    LogWritten,
    Ready,
    RunRequest,
    Started,
)


@dataclass(slots=True)
class Job:
    """A run that has not ended.

    Attributes:
        asked: What was asked.
        has_begun: Whether a worker said so.
        tries: How many workers it was asked of.
        cancel_by: When it must have stopped; None where nobody asked for that.
    """

    asked: RunRequest | Load
    has_begun: bool = False
    tries: int = 1
    cancel_by: float | None = None

    @property
    def id(self) -> int:
        """Its name in messages."""
        return self.asked.job_id


class Jobs:
    """Jobs by id; the first one is the one that a worker is at."""

    def __init__(self) -> None:
        self._jobs: dict[int, Job] = {}

    def __iter__(self) -> Iterator[Job]:
        return iter(list(self._jobs.values()))

    def __len__(self) -> int:
        return len(self._jobs)

    @property
    def first(self) -> Job | None:
        """The one that a worker is at, or will be at next."""
        return next(iter(self), None)

    def get(self, job_id: int) -> Job | None:
        """The job of an id; None if it has ended."""
        return self._jobs.get(job_id)

    def add(self, asked: RunRequest | Load) -> None:
        """Put a run behind the others."""
        assert asked.job_id not in self._jobs, "an id names one run"
        self._jobs[asked.job_id] = Job(asked)

    def end(self, job: Job) -> None:
        """It is over."""
        del self._jobs[job.id]

    def clear(self) -> None:
        """All are over."""
        self._jobs.clear()

    def news(self, event: Event) -> Event | None:
        """Take note of what a worker said; None where it is nothing for the app."""
        if isinstance(event, Alive):
            return None
        if isinstance(event, Ready | LogWritten | LogNotWritten):
            return event
        if (job := self.get(event.job_id)) is None:
            return None
        if isinstance(event, Started):
            job.has_begun = True
        elif isinstance(event, Finished | Cancelled | Failed):
            self.end(job)
        return event
