"""What a Dask worker does: one task, on one thread, with its graphics card if it has one."""

from __future__ import annotations

from sim.protocol import Failed, Finished, RunRequest
from sim.sweep.plan import Part, Task


def work(task: Task) -> Part:
    """Train a task's members; trouble is an answer, so that no worker is lost to it."""
    # Late on purpose: who hands tasks out trains nothing, and needs no torch.
    from sim.runner import run

    request = RunRequest(1, task.experiment, task.settings, task.members, task.seed)
    for event in run(request, clock=_nobody_watches):
        if isinstance(event, Finished):
            result = event.result
            return Part(task, result.measures, result.met, result.torch, result.device.id)
        if isinstance(event, Failed):
            return Part(task, {}, (), "", "", event.words, event.details)
    raise AssertionError("a run ends with a result or a failure")


def _nobody_watches() -> float:
    """A clock that stands still: no moment is drawn but the first and the last."""
    return 0.0
