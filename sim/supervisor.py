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
from sim.jobs import Jobs
from sim.patience import Patience, has_passed
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

SILENCE_S, START_S = 20.0, 120.0
CANCEL_S, LEAVE_S = 0.08, 1.0


class Supervisor:
    """Runs experiments next door. Its methods may be called by any thread.

    One thread calls `receive` in a loop; others ask.

    Args:
        silence_s: Seconds without a sign of life after which a running worker is given up.
        start_s: The same while it loads torch.
        cancel_s: Seconds that a step may delay a cancellation; then it is over for who asked.
        leave_s: Seconds that the step may go on after that; a longer one loses its process.
        command: What to start.
    """

    def __init__(
        self,
        *,
        silence_s: float = SILENCE_S,
        start_s: float = START_S,
        cancel_s: float = CANCEL_S,
        leave_s: float = LEAVE_S,
        command: Sequence[str] = COMMAND,
    ) -> None:
        self._patience = Patience(silence_s, start_s, cancel_s, leave_s)
        self._command = command
        self._lock = threading.RLock()
        self._inbox: queue.SimpleQueue[tuple[WorkerProcess | None, Event | None]]
        self._inbox = queue.SimpleQueue()
        self._process: WorkerProcess | None = None
        self._dying: list[WorkerProcess] = []
        self._is_closed = False
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
                self._patience.note_sign()
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
                job.cancel_by = self._patience.cancel_by()
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
    def is_ready(self) -> bool:
        """Whether the next run starts at once."""
        return self._patience.is_ready

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
                process, event = self._inbox.get(timeout=self._wait_s(give_up))
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

    def _wait_s(self, give_up: float | None) -> float | None:
        """Seconds until something must be done even if nothing is heard; None for no end."""
        with self._lock:
            ends = self._patience.ends(self._jobs.first)
        if give_up is not None:
            ends.append(give_up)
        return max(0.0, min(ends) - time.monotonic()) if ends else None

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
            self._patience.note_sign()
            if isinstance(event, Ready):
                self._patience.is_ready = True
            elif isinstance(event, Finished | Cancelled | Failed):
                self._patience.leave_by = None  # whatever was to leave has left
            return self._jobs.news(event)

    def _overdue(self) -> Event | None:
        """Do, and tell, what is due if a limit has passed."""
        with self._lock:
            process, job, patience = self._process, self._jobs.first, self._patience
            if process is None:
                return None
            if job is not None and has_passed(job.cancel_by):
                self._jobs.end(job)
                patience.let_leave()
                return Cancelled(job.id)
            if has_passed(patience.leave_by):
                self._cut_off(process)
            elif job is not None and has_passed(patience.silent_until()):
                return self._lost(process)
            return None

    def _cut_off(self, process: WorkerProcess) -> None:
        """Kill a process whose step is too long, and do not wait for its end."""
        process.kill()
        self._dying.append(process)
        self._process = None
        self._patience.begin_anew()

    def _bury(self, process: WorkerProcess) -> None:
        self._dying.remove(process)
        process.end()
        if self._process is None:
            self._start_anew()

    def _lost(self, process: WorkerProcess) -> Event | None:
        """A process is dead, or is given up: tell why, and put another in its place."""
        silence, is_hung = self._patience.silence, self._patience.is_hung
        was_ready = self._patience.is_ready
        self._patience.begin_anew()
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
        self._patience.begin_anew()
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
                silence_s=self._patience.silence_s,
                start_s=self._patience.start_s,
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
