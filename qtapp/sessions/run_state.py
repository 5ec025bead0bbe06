"""One run of an experiment as a page shows it, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sim.pictures import Picture
from sim.result import Device, RunResult
from sim.settings import Scalar
from sim.words import Words


class RunPhase(StrEnum):
    """How far a run is."""

    IDLE = "idle"  # nothing was asked yet
    PREPARING = "preparing"  # asked, and the process is not there yet
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    STOPPED = "stopped"  # by the learner
    FAILED = "failed"


GOING = frozenset({RunPhase.PREPARING, RunPhase.RUNNING, RunPhase.PAUSED})


@dataclass(frozen=True, slots=True)
class RunOrder:
    """What to run.

    Attributes:
        experiment: Its name.
        settings: Those that differ from its defaults.
        members: Networks a case.
        seed: Of the first.
    """

    experiment: str
    settings: Mapping[str, Scalar] = field(default_factory=dict)
    members: int = 32
    seed: int = 0


@dataclass(frozen=True, slots=True)
class RunState:
    """Everything that can be said of a run.

    Attributes:
        job_id: Of the run; 0 before the first.
        order: What was asked; None before the first.
        progress: From 0 to 1.
        pictures: Of this moment; they stay when the run ends.
        device: Where it computes; None until it begins.
        result: Once finished.
        trouble: Once failed: what happened and what to do now.
        details: For a report on that.
    """

    phase: RunPhase = RunPhase.IDLE
    job_id: int = 0
    order: RunOrder | None = None
    progress: float = 0.0
    pictures: tuple[Picture, ...] = ()
    device: Device | None = None
    result: RunResult | None = None
    trouble: Words | None = None
    details: str = ""

    @property
    def is_going(self) -> bool:
        """Whether the run can still be stopped."""
        return self.phase in GOING
