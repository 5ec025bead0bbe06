"""The app's side of the process that trains: starts it, asks it, and puts another in its place.

Whatever happens to the process, each run ends with exactly one of `Finished`, `Cancelled` and
`Failed`. It knows neither Qt nor torch.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Self

from sim import failures
from sim.jobs import Job, Jobs
from sim.protocol import (
    Cancel,
    Cancelled,
    Command,
    Event,
    Failed,
    Finished,
    Load,
    Pause,
    Ready,
    Resume,
    RunRequest,
    Save,
    Step,
    Warm,
    WriteLog,
)
from sim.worker_process import COMMAND, WorkerProcess

SILENCE_S = 20.0
START_S = 120.0
CANCEL_S = 0.08
HUNG_FROM, GRACE = 0.9, 1.25
"""A hung worker ends itself at its limit, telling where it hung. One that dies after nearly that
silence did so; past this many times the limit we end it."""


class Supervisor:
    """Runs experiments next door. Its methods may be called by any thread.

    One thread calls `receive` in a loop; others ask.

    Args:
        silence_s: Seconds without a sign of life after which a running worker is given up.
        start_s: The same while it loads torch.
        cancel_s: Seconds that a step may delay a cancellation; a longer one loses its process.
        command: What to start.
    """

    def __init__(
        self,
        *,
        silence_s: float = SILENCE_S,
        start_s: float = START_S,
        cancel_s: float = CANCEL_S,
        command: Sequence[str] = COMMAND,
    ) -> None:
        self._silence_s, self._start_s, self._cancel_s = silence_s, start_s, cancel_s
        self._command = command
        self._lock = threading.RLock()
        self._inbox: queue.SimpleQueue[tuple[WorkerProcess | None, Event | None]]
        self._inbox = queue.SimpleQueue()
        self._process: WorkerProcess | None = None
        self._dying: list[WorkerProcess] = []
        self._is_ready = self._is_closed = False
        self._last_sign = 0.0
        self._jobs = Jobs()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Asking

    def warm(self, device: str = "auto") -> None:
        """Start a worker and let it load torch, so that the next run starts at once."""
        with self._lock:
            if self._process is None:
                self._start_anew(device)
            else:
                self._process.send(Warm(device))

    def start(self, asked: RunRequest | Load) -> None:
        """Run an experiment, after those asked before; its events name its job."""
        if isinstance(asked, Load):
            asked = replace(asked, path=str(Path(asked.path).absolute()))
        with self._lock:
            if not self._jobs:
                self._last_sign = time.monotonic()
            self._jobs.add(asked)
            if self._process is None:
                self._start_anew()
            else:
                self._process.send(asked)
            self._say(None)

    def cancel(self, job_id: int) -> None:
        """Stop a run within `cancel_s`; nothing happens if it has ended."""
        with self._lock:
            if (job := self._jobs.get(job_id)) is None:
                return
            self._tell_of(job_id, Cancel(job_id))
            if job.has_begun:
                job.cancel_by = time.monotonic() + self._cancel_s
                self._say(None)
            else:
                self._jobs.end(job)
                self._say(Cancelled(job_id))

    def pause(self, job_id: int) -> None:
        """Hold a run."""
        self._tell_of(job_id, Pause(job_id))

    def resume(self, job_id: int, *, to_next: bool = False) -> None:
        """Let a run that is held go on, or only until something new is to be seen."""
        self._tell_of(job_id, Step(job_id) if to_next else Resume(job_id))

    def save(self, job_id: int, path: Path) -> None:
        """Write a run into a file that `Load` goes on from."""
        self._tell_of(job_id, Save(job_id, str(path.absolute())))

    def write_log(self, asked: WriteLog) -> None:
        """Write a run that is over for TensorBoard; `LogWritten` or `LogNotWritten` follows."""
        self.warm()
        if (process := self._process) is not None:
            process.send(replace(asked, folder=str(Path(asked.folder).absolute())))

    def close(self) -> None:
        """End the worker, whatever it does; `receive` returns None from now on."""
        with self._lock:
            self._is_closed = True
            self._jobs.clear()
            left = [*self._dying, *([self._process] if self._process else [])]
            self._dying, self._process = [], None
            self._say(None)
        for process in left:
            process.end()

    # Listening

    @property
    def is_closed(self) -> bool:
        """Whether `close` was called."""
        return self._is_closed

    @property
    def is_ready(self) -> bool:
        """Whether the next run starts at once."""
        return self._is_ready

    @property
    def pid(self) -> int | None:
        """The worker's process id; None where there is none."""
        process = self._process
        return process.pid if process else None

    def receive(self, timeout_s: float | None = None) -> Event | None:
        """Wait for what happens next; None when the time is over, or after `close`."""
        give_up = None if timeout_s is None else time.monotonic() + timeout_s
        while not self._is_closed:
            try:
                process, event = self._inbox.get(timeout=self._patience(give_up))
            except queue.Empty:
                event = self._overdue()
                if event is None and give_up is not None and time.monotonic() >= give_up:
                    return None
            else:
                event = self._heard(process, event)
            if event is not None:
                return event
        return None

    def events(self, job_id: int) -> Iterator[Event]:
        """What happens to a run until it has ended; what is said of others is passed over."""
        while (event := self.receive()) is not None:
            if getattr(event, "job_id", None) == job_id:
                yield event
                if isinstance(event, Finished | Cancelled | Failed):
                    return

    def _patience(self, give_up: float | None) -> float | None:
        """Seconds until something must be done even if nothing is heard; None for no end."""
        with self._lock:
            ends = [end for end in (give_up, *self._limits()) if end is not None]
        return max(0.0, min(ends) - time.monotonic()) if ends else None

    def _limits(self) -> tuple[float | None, ...]:
        """When the first run's cancellation, and the worker's silence, have lasted too long."""
        job = self._jobs.first
        return () if job is None else (job.cancel_by, self._last_sign + GRACE * self._most_silence)

    @property
    def _most_silence(self) -> float:
        return self._silence_s if self._is_ready else self._start_s

    def _heard(self, process: WorkerProcess | None, event: Event | None) -> Event | None:
        """Take note of what a process said, and give what the app should know of it."""
        with self._lock:
            if process is None:
                return event
            if process in self._dying and event is None:
                self._bury(process)
            if process is not self._process:
                return None
            if event is None:
                return self._lost(process)
            self._last_sign = time.monotonic()
            self._is_ready = self._is_ready or isinstance(event, Ready)
            return self._jobs.news(event)

    def _overdue(self) -> Event | None:
        """What to tell if a limit has passed: the process is given up."""
        with self._lock:
            now = time.monotonic()
            if self._process is None or not any(end and end <= now for end in self._limits()):
                return None
            job = self._jobs.first
            if job is not None and job.cancel_by is not None and job.cancel_by <= now:
                return self._cut_off(self._process, job)
            return self._lost(self._process)

    def _cut_off(self, process: WorkerProcess, job: Job) -> Event:
        """Kill a process whose step is too long, and do not make the learner wait for its end."""
        process.kill()
        self._dying.append(process)
        self._process, self._is_ready = None, False
        self._jobs.end(job)
        return Cancelled(job.id)

    def _bury(self, process: WorkerProcess) -> None:
        self._dying.remove(process)
        process.end()
        if self._process is None:
            self._start_anew()

    def _lost(self, process: WorkerProcess) -> Event | None:
        """A process is dead, or is given up: tell why, and put another in its place."""
        silence = time.monotonic() - self._last_sign
        is_hung = silence >= HUNG_FROM * self._most_silence
        was_ready, self._is_ready = self._is_ready, False
        exit_code, last_words = process.end()
        self._process = None
        job = self._jobs.first
        if job is None:
            return None
        if was_ready and not job.has_begun and job.tries == 1 and not is_hung:
            job.tries += 1  # it died before it heard of this run
            self._start_anew()
            return None
        self._jobs.end(job)
        if was_ready or self._jobs:
            self._start_anew()
        if job.cancel_by is not None:
            return Cancelled(job.id)
        if is_hung:
            return failures.hung(job.id, silence, last_words)
        return failures.ended(job.id, exit_code, last_words, was_ready=was_ready)

    def _start_anew(self, device: str = "auto") -> None:
        """Put a process in place, and ask it all that is still to be run."""
        self._last_sign = time.monotonic()
        self._process = None if self._is_closed else self._launched()
        if self._process is not None:
            for command in (Warm(device), *(job.asked for job in self._jobs)):
                self._process.send(command)

    # The process

    def _tell_of(self, job_id: int, command: Command) -> None:
        with self._lock:
            if self._jobs.get(job_id) and self._process is not None:
                self._process.send(command)

    def _launched(self) -> WorkerProcess | None:
        try:
            return WorkerProcess(
                lambda process, event: self._inbox.put((process, event)),
                silence_s=self._silence_s,
                start_s=self._start_s,
                command=self._command,
            )
        except OSError as error:
            for job in self._jobs:
                self._say(failures.not_started(job.id, str(error)))
            self._jobs.clear()
            return None

    def _say(self, event: Event | None) -> None:
        """Tell the app something of our own; None to have the limits looked at again."""
        self._inbox.put((None, event))
