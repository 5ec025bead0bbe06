"""A request becomes a stream of events: checked, prepared, driven, thinned, judged."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Generator
from dataclasses import asdict, replace
from itertools import islice
from typing import Any

import numpy as np
import torch

from sim import catalogue, device, failures
from sim.declaration import Course, Experiment, Frame, Measures
from sim.errors import SimError
from sim.machine import prepare
from sim.protocol import Event, Failed, Finished, Progress, RunRequest, Started
from sim.randomness import Members
from sim.request import checked
from sim.result import Device, DeviceKind, Note
from sim.settings import make
from sim.throttle import Throttle
from sim.training.checkpoint import Checkpoint
from sim.trial import Trial
from sim.verdict import verdict

Lookup = Callable[[str], Experiment]
Clock = Callable[[], float]

GLANCE = 2
"""Networks of each case that are shown before the others are made."""

GLANCE_FRAMES, GLANCE_S = 12, 0.25
"""Some compute this often before there is anything to be seen; others never show anything."""


def run(
    request: RunRequest,
    *,
    lookup: Lookup = catalogue.experiment,
    clock: Clock = time.perf_counter,
) -> Generator[Event, None, None]:
    """Run an experiment in this process.

    Args:
        request: What to run.
        lookup: Finds an experiment by its name, or raises `SimError`.
        clock: Seconds, from any beginning.

    Yields:
        `Started`, `Progress` at most some 20 times a second, and at the end `Finished` or `Failed`.
        Closing the generator stops the run.
    """
    for event in Run(request, lookup=lookup, clock=clock).steps():
        if event is not None:
            yield event


class Run:
    """One run, step by step, which can be saved between two steps.

    Args:
        request: What to run.
        lookup: As of `run`.
        clock: As of `run`.
        checkpoint: Where to go on from; `request` is then the one that was saved, with the job and
            the device of now.
    """

    def __init__(
        self,
        request: RunRequest,
        *,
        lookup: Lookup = catalogue.experiment,
        clock: Clock = time.perf_counter,
        checkpoint: Checkpoint | None = None,
    ) -> None:
        self.request = request
        self._lookup = lookup
        self._clock = clock
        self._checkpoint = checkpoint
        self._trial: Trial | None = None
        self._notes: tuple[Note, ...] = ()
        self._paused_s = 0.0
        self._throttle = Throttle(lambda: clock() - self._paused_s)

    def steps(self) -> Generator[Event | None, None, None]:
        """Do the run; yields after each step, mostly None, and never raises."""
        prepare()
        try:
            yield from self._on_some_device()
        except SimError as error:
            yield failures.refused(self.request.job_id, error)
        except (MemoryError, RuntimeError) as error:
            yield self._failed(error)
        except Exception:  # an experiment's mistake must not cost the process
            yield failures.bug(self.request.job_id, traceback.format_exc())

    def _failed(self, error: MemoryError | RuntimeError) -> Failed:
        details = traceback.format_exc()
        if is_out_of_memory(error):
            return failures.out_of_memory(self.request.job_id, self.request.members, details)
        return failures.bug(self.request.job_id, details)

    def _on_some_device(self) -> Generator[Event | None, None, None]:
        self.request = checked(self.request)
        experiment = self._lookup(self.request.experiment)
        settings = make(experiment.settings, self.request.settings, experiment.name)
        wanted = device.chosen(self.request.device)
        if self._checkpoint and self._checkpoint.torch != torch.__version__:
            self._notes += (Note.OTHER_TORCH,)
        try:
            yield from self._on(wanted, experiment, settings)
        except (RuntimeError, TypeError) as error:  # TypeError: MPS knows no double precision
            if wanted.kind is DeviceKind.CPU:
                raise
            short = isinstance(error, torch.OutOfMemoryError)
            self._notes += (Note.DEVICE_MEMORY if short else Note.DEVICE_TROUBLE,)
        else:
            return
        yield from self._on(device.processor(), experiment, settings)

    def _on(
        self, where: Device, experiment: Experiment, settings: Any
    ) -> Generator[Event | None, None, None]:
        yield Started(self.request.job_id, where)
        begun = self._clock()
        members = self.request.members if experiment.kind == "ensemble" else 1
        torch_device = torch.device(where.id)
        if members > GLANCE and self._checkpoint is None:
            few = Trial(Members(self.request.seed, GLANCE), torch_device)
            yield from self._glance(experiment.run(settings, few))
        self._trial = Trial(
            Members(self.request.seed, members),
            torch_device,
            self._checkpoint.trial if self._checkpoint else None,
        )
        measures, last = yield from self._shown(experiment.run(settings, self._trial))
        result = verdict(
            experiment,
            asdict(settings),
            measures,
            pictures=last.draw() if last else (),
            seed=self.request.seed,
            device=where,
            seconds=self._clock() - begun - self._paused_s,
        )
        yield Finished(self.request.job_id, replace(result, notes=self._notes))

    def _glance(self, course: Course) -> Generator[Event | None, None, None]:
        """Show the first networks before their first step: making all takes up to 0.25 s.

        They are the same in company, so nothing shown here is taken back.
        """
        give_up = self._clock() + GLANCE_S
        for frame in islice(quietly(course), GLANCE_FRAMES):
            if pictures := frame.draw():
                yield Progress(self.request.job_id, 0.0, pictures)
                return
            if self._clock() > give_up:
                return
            yield None

    def _shown(self, course: Course) -> Generator[Event | None, None, tuple[Any, Frame | None]]:
        throttle, last = self._throttle, None
        quiet = quietly(course)
        while True:
            try:
                last = next(quiet)
            except StopIteration as end:
                return end.value, last
            if throttle.begins():
                yield Progress(self.request.job_id, last.progress, last.draw())
                throttle.ended()
            else:
                yield None

    def show_next(self) -> None:
        """Show the next moment, however soon it comes."""
        self._throttle.let_pass()

    def leave_out(self, seconds: float) -> None:
        """Do not count a pause in how long it took."""
        self._paused_s += seconds

    def checkpoint(self) -> Checkpoint:
        """All that is needed to go on from here, between two steps."""
        state = self._trial.state() if self._trial else {"fleets": []}
        return Checkpoint(self.request, state, str(torch.__version__))


def quietly(course: Course) -> Course:
    """The same course; a network that diverges is news, no warning."""
    while True:
        try:
            with np.errstate(all="ignore"):
                frame = next(course)
        except StopIteration as end:
            measures: Measures = end.value
            return measures
        yield frame


def is_out_of_memory(error: BaseException) -> bool:
    """Whether the machine, or a device, refused memory."""
    if isinstance(error, MemoryError | torch.OutOfMemoryError):
        return True
    return isinstance(error, RuntimeError) and "DefaultCPUAllocator" in str(error)
