"""What the app and the process that trains say to each other: frozen data, plain numbers.

Importing this module brings neither torch nor NumPy, whatever the sender computes with.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sim.pictures import Picture
from sim.result import Device, RunResult
from sim.settings import Scalar
from sim.words import Language, Words

VERSION = 3
"""Of the messages; a process that speaks another one is not talked to."""

MOST_MEMBERS = 10_000


# What the app asks


@dataclass(frozen=True, slots=True)
class RunRequest:
    """Run an experiment.

    Attributes:
        job_id: Names this run in all that is said about it; the app never uses one twice.
        experiment: Its name.
        settings: Values by name; defaults elsewhere.
        members: How many networks of each case, from 1 to `MOST_MEMBERS`.
        seed: Of the first member; the others follow.
        device: ``auto``, ``cpu``, ``cuda``, ``cuda:1``, ``mps``.
        is_by_step: Whether it is held as soon as there is something to be seen.
    """

    job_id: int
    experiment: str
    settings: Mapping[str, Scalar] = field(default_factory=dict)
    members: int = 32
    seed: int = 0
    device: str = "auto"
    is_by_step: bool = False


@dataclass(frozen=True, slots=True)
class Load:
    """Go on with a run that `Save` put into a file.

    Attributes:
        job_id: A new one, for the run from now on.
        path: The file.
        device: As of a request.
    """

    job_id: int
    path: str
    device: str = "auto"


@dataclass(frozen=True, slots=True)
class Cancel:
    """Stop a run, or forget it if it waits; nothing happens if it has ended."""

    job_id: int


@dataclass(frozen=True, slots=True)
class Pause:
    """Hold a run before its next step."""

    job_id: int


@dataclass(frozen=True, slots=True)
class Resume:
    """Let a run that is held go on."""

    job_id: int


@dataclass(frozen=True, slots=True)
class Step:
    """Let a run that is held go on until there is something new to be seen."""

    job_id: int


@dataclass(frozen=True, slots=True)
class Save:
    """Write all that is needed to go on with a run into a file; the run goes on, or stays held."""

    job_id: int
    path: str


@dataclass(frozen=True, slots=True)
class Warm:
    """Load what runs need, so that the next one starts at once."""

    device: str = "auto"


@dataclass(frozen=True, slots=True)
class WriteLog:
    """Write a run that is over as a log for TensorBoard, which takes torch's own writer.

    Attributes:
        folder: An existing one; the run gets its own in it.
        result: The run.
        language: Of the texts, ``fr`` or ``en``.
    """

    folder: str
    result: RunResult
    language: Language


Command = RunRequest | Load | Cancel | Pause | Resume | Step | Save | Warm | WriteLog


# What the process answers


@dataclass(frozen=True, slots=True)
class Ready:
    """The next run starts at once.

    Attributes:
        device: What ``auto`` means on this machine.
        torch: Its version.
        seconds: How long it took.
    """

    device: Device
    torch: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Alive:
    """Sent now and then between steps, so that silence means trouble."""


@dataclass(frozen=True, slots=True)
class Started:
    """A run begins; told again where it begins anew on another device."""

    job_id: int
    device: Device


@dataclass(frozen=True, slots=True)
class Progress:
    """News of a run, at most some 20 a second.

    Attributes:
        job_id: Of the run.
        progress: From 0 to 1.
        pictures: All that is to be seen now, in place of those before.
    """

    job_id: int
    progress: float
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Paused:
    """A run is held."""

    job_id: int


@dataclass(frozen=True, slots=True)
class Resumed:
    """A run goes on."""

    job_id: int


@dataclass(frozen=True, slots=True)
class Saved:
    """A run is in that file."""

    job_id: int
    path: str


@dataclass(frozen=True, slots=True)
class NotSaved:
    """A run could not be written, and goes on.

    Attributes:
        job_id: Of the run.
        path: Where it was to be.
        words: Why, as a sentence without its full stop.
    """

    job_id: int
    path: str
    words: Words


@dataclass(frozen=True, slots=True)
class LogWritten:
    """A log is in that folder."""

    folder: str


@dataclass(frozen=True, slots=True)
class LogNotWritten:
    """A log could not be written.

    Attributes:
        folder: Where it was to be.
        words: Why, as a sentence without its full stop.
    """

    folder: str
    words: Words


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A run was stopped, as asked."""

    job_id: int


class FailureKind(StrEnum):
    """Why a run has no result."""

    REFUSED = "refused"  # what was asked cannot be: unknown name, value out of range, broken file
    MEMORY = "memory"
    NO_TORCH = "no_torch"
    BUG = "bug"
    CRASHED = "crashed"
    KILLED = "killed"
    HUNG = "hung"
    NOT_STARTED = "not_started"
    OTHER_VERSION = "other_version"


@dataclass(frozen=True, slots=True)
class Failed:
    """A run ended without a result; the next one is not affected.

    Attributes:
        job_id: Of the run.
        kind: What happened, for who reacts to it.
        words: What happened and what to do now, as sentences without the last full stop.
        facts: What the sentence is made of, such as ``exit_code``.
        details: For a report: a traceback, the last words of the process. May be empty.
    """

    job_id: int
    kind: FailureKind
    words: Words
    facts: Mapping[str, Scalar] = field(default_factory=dict)
    details: str = ""


@dataclass(frozen=True, slots=True)
class Finished:
    """A run has its result."""

    job_id: int
    result: RunResult


Event = (
    Ready
    | Alive
    | Started
    | Progress
    | Paused
    | Resumed
    | Saved
    | NotSaved
    | LogWritten
    | LogNotWritten
    | Cancelled
    | Failed
    | Finished
)
