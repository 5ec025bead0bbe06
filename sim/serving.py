"""One command after the other, and a look at those that come in between the steps of a run."""

from __future__ import annotations

import faulthandler
import gc
import queue
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sim import failures
from sim.board import NO_TENSORBOARD, write_log
from sim.breaking_off import BreakingOff, BrokenOffError
from sim.errors import SimError
from sim.memory import give_back
from sim.protocol import (
    Alive,
    Cancel,
    Cancelled,
    Command,
    Event,
    Load,
    LogNotWritten,
    LogWritten,
    NotSaved,
    Pause,
    Paused,
    Progress,
    Ready,
    Resume,
    Resumed,
    RunRequest,
    Save,
    Saved,
    Step,
    Warm,
    WriteLog,
)
from sim.wire import NotPlainError
from sim.words import Words

if TYPE_CHECKING:
    from sim.declaration import Experiment
    from sim.pictures import Picture
    from sim.runner import Run

HEARTBEAT_S = 1.0
_GONE = Words("cette expérience n’est plus en cours", "this run is over")


class Take(Protocol):
    """Takes the next command, as `queue.Queue.get` does."""

    def __call__(self, block: bool = True, timeout: float | None = None) -> Command:
        """Raises `queue.Empty` when there is none in time."""


class Server:
    """Runs what is asked, one at a time, in the order asked.

    Args:
        take: Where commands come from.
        send: Where events go.
        silence_s: Seconds that a step may take; a longer one ends the process.
        start_s: Seconds that loading torch may take.
        breaking_off: Ends a step that takes long when its run is cancelled.
        lookup: Finds experiments; in the catalogue by default.
    """

    def __init__(
        self,
        take: Take,
        send: Callable[[Event], None],
        *,
        silence_s: float,
        start_s: float,
        breaking_off: BreakingOff,
        lookup: Callable[[str], Experiment] | None = None,
    ) -> None:
        self._take = take
        self._send_event = send
        self._silence_s = silence_s
        self._start_s = start_s
        self._breaking_off = breaking_off
        self._lookup = lookup
        self._waiting: deque[RunRequest | Load] = deque()
        self._last_sent = 0.0
        self._is_warm = False
        self._run: Run | None = None
        self._is_paused = self._is_cancelled = False
        self._is_stepping = False
        self._seen: tuple[Picture, ...] = ()

    def serve(self) -> None:
        """Answer for ever."""
        while True:
            self._heed(self._take())
            while self._waiting:
                self._do(self._waiting.popleft())
            faulthandler.cancel_dump_traceback_later()

    def _send(self, event: Event) -> None:
        self._send_event(event)
        self._last_sent = time.monotonic()
        faulthandler.dump_traceback_later(self._silence_s, exit=True)

    def _do(self, asked: RunRequest | Load) -> None:
        try:
            self._warm("auto" if isinstance(asked, Load) else asked.device)
        except (ImportError, OSError):
            self._send(failures.no_torch(asked.job_id, traceback.format_exc()))
            return
        self._is_paused = self._is_cancelled = False
        self._is_stepping = isinstance(asked, RunRequest) and asked.is_by_step
        self._seen = ()
        try:
            self._run = self._made(asked)
            self._drive(self._run)
        except SimError as error:
            self._send(failures.refused(asked.job_id, error))
        except NotPlainError:
            self._send(failures.bug(asked.job_id, traceback.format_exc()))
        finally:
            self._run = None
            if self._is_cancelled:
                gc.collect()  # what a step held when it was broken off waits in cycles for that
            give_back()

    def _made(self, asked: RunRequest | Load) -> Run:
        from sim import catalogue  # late on purpose: they bring torch
        from sim.runner import Run
        from sim.training import checkpoint  # late on purpose: they bring torch

        lookup = self._lookup or catalogue.experiment
        if isinstance(asked, RunRequest):
            return Run(asked, lookup=lookup)
        saved = checkpoint.load(Path(asked.path))
        request = replace(saved.request, job_id=asked.job_id, device=asked.device)
        return Run(request, lookup=lookup, checkpoint=saved)

    def _drive(self, run: Run) -> None:
        for event in self._steps(run):
            if isinstance(event, Progress):
                self._show(event)
            elif event is not None:
                self._send(event)
            self._look_around(run)
            if self._is_cancelled:
                self._send(Cancelled(run.request.job_id))
                return
            if self._is_stepping:
                run.show_next()

    def _steps(self, run: Run) -> Iterator[Event | None]:
        """What each step tells; one that is broken off is the last."""
        steps = run.steps()
        while not self._is_cancelled:
            try:
                with self._breaking_off.step_of(run.request.job_id):
                    told = next(steps)
            except StopIteration:
                return
            except BrokenOffError:
                self._is_cancelled, told = True, None
            yield told

    def _show(self, shown: Progress) -> None:
        """A run that is to go on only until something new is seen shows that alone, and is held."""
        is_new, self._seen = shown.pictures != self._seen, shown.pictures
        if not self._is_stepping:
            self._send(shown)
        elif is_new:
            self._send(shown)
            self._is_stepping, self._is_paused = False, True
            self._send(Paused(shown.job_id))

    def _look_around(self, run: Run) -> None:
        """Do what was asked meanwhile, and no more than that; a run that is held waits here."""
        self._heed_all(wait_s=0)
        held_at = time.monotonic()
        while self._is_paused and not self._is_cancelled:
            self._heed_all(wait_s=HEARTBEAT_S)
            self._give_a_sign()
        run.leave_out(time.monotonic() - held_at)
        self._give_a_sign()

    def _give_a_sign(self) -> None:
        if time.monotonic() - self._last_sent >= HEARTBEAT_S:
            self._send(Alive())

    def _heed_all(self, *, wait_s: float) -> None:
        try:
            self._heed(self._take(block=wait_s > 0, timeout=wait_s or None))
            while True:
                self._heed(self._take(block=False))
        except queue.Empty:
            return

    def _heed(self, command: Command) -> None:
        match command:
            case RunRequest() | Load():
                self._waiting.append(command)
            case Warm(device):
                self._try_to_warm(device)
            case Cancel(job_id) if self._is_running(job_id):
                self._is_cancelled = True
            case Cancel(job_id):
                self._forget(job_id)
            case Pause(job_id) if self._is_running(job_id):
                self._is_paused = True
                self._send(Paused(job_id))
            case Step(job_id) if self._is_running(job_id) and self._is_paused:
                self._is_paused, self._is_stepping = False, True
            case Resume(job_id) if self._is_running(job_id):
                self._is_paused = self._is_stepping = False
                self._send(Resumed(job_id))
            case Save(job_id, path):
                self._save(job_id, path)
            case WriteLog() as asked:
                self._write_log(asked)

    def _is_running(self, job_id: int) -> bool:
        return self._run is not None and self._run.request.job_id == job_id

    def _forget(self, job_id: int) -> None:
        for asked in [asked for asked in self._waiting if asked.job_id == job_id]:
            self._waiting.remove(asked)
            self._send(Cancelled(job_id))

    def _save(self, job_id: int, path: str) -> None:
        if self._run is None or not self._is_running(job_id):
            self._send(NotSaved(job_id, path, _GONE))
            return
        try:
            self._run.checkpoint().save(Path(path))
        except SimError as error:
            self._send(NotSaved(job_id, path, error.words))
        else:
            self._send(Saved(job_id, path))

    def _write_log(self, asked: WriteLog) -> None:
        try:
            write_log(Path(asked.folder), asked.result, asked.language)
        except SimError as error:
            self._send(LogNotWritten(asked.folder, error.words))
        except (ImportError, OSError):
            self._send(LogNotWritten(asked.folder, NO_TENSORBOARD))
        else:
            self._send(LogWritten(asked.folder))

    def _try_to_warm(self, device: str) -> None:
        try:
            self._warm(device)
        except (ImportError, OSError):
            return  # the next run says so

    def _warm(self, device: str) -> None:
        if self._is_warm:
            return
        begun = time.monotonic()
        faulthandler.dump_traceback_later(self._start_s, exit=True)
        from sim.warming import warm_up  # late on purpose: it brings torch

        found, torch = warm_up(device)
        self._send(Ready(found, torch, time.monotonic() - begun))
        self._is_warm = True
