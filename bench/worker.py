"""The process that trains, warm and cold: how soon it answers, how soon it stops, what it takes."""

import re
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

from bench.measure import Line, Times
from sim.contents import entries
from sim.protocol import Cancelled, Failed, Finished, Progress, Ready, RunRequest
from sim.supervisor import Supervisor

RUNS, CANCELLATIONS = 100, 30
REFERENCE = "dead_relu"
FIRST_RESULT_MS, CANCEL_MS, PEAK_MB = 50, 100, 600

_jobs = count(1)


def measure() -> tuple[Line, ...]:
    """Start a worker, ask it many things, look at its memory."""
    with Supervisor() as supervisor:
        begun = time.perf_counter()
        supervisor.warm()
        while not isinstance(supervisor.receive(), Ready):
            pass
        warm = Times(((time.perf_counter() - begun) * 1000,))
        first = Times(tuple(_first_result(supervisor, REFERENCE) for _ in range(RUNS)))
        slowest = max((_of_each(supervisor, name) for name in entries()), key=_median)
        cancelled = Times(tuple(_cancellation(supervisor) for _ in range(CANCELLATIONS)))
        _run(supervisor, REFERENCE, until=(Finished,))
        peak = Times((_peak_mb(supervisor.pid),))
    return (
        Line("worker from nothing to ready", warm, None, "–", True),
        _promise("warm worker, first result", first, FIRST_RESULT_MS),
        _promise(f"the same, slowest experiment ({slowest[0]})", slowest[1], FIRST_RESULT_MS),
        _promise("a run is cancelled", cancelled, CANCEL_MS, lambda times: times.p99),
        _promise("peak memory of the worker (MB)", peak, PEAK_MB),
    )


def _promise(
    what: str, times: Times, most: float, figure: Callable[[Times], float] = lambda t: t.median
) -> Line:
    return Line(what, times, None, f"≤ {most}", figure(times) <= most)


def _median(named: tuple[str, Times]) -> float:
    return named[1].median


def _of_each(supervisor: Supervisor, experiment: str) -> tuple[str, Times]:
    return experiment, Times(tuple(_first_result(supervisor, experiment) for _ in range(5)))


def _first_result(supervisor: Supervisor, experiment: str) -> float:
    """Milliseconds from a request to the first pictures; the run is stopped then."""
    return _run(supervisor, experiment, until=(Progress, Finished))


def _run(supervisor: Supervisor, experiment: str, *, until: tuple[type, ...]) -> float:
    job_id, members = next(_jobs), entries()[experiment].members
    begun = time.perf_counter()
    supervisor.start(RunRequest(job_id, experiment, members=members, seed=job_id, device="cpu"))
    ms = 0.0
    for event in supervisor.events(job_id):
        if isinstance(event, Failed):
            raise RuntimeError(event.words.en)
        if not ms and isinstance(event, until):
            ms = (time.perf_counter() - begun) * 1000
            supervisor.cancel(job_id)
    _wait_until_warm(supervisor)
    return ms


def _cancellation(supervisor: Supervisor) -> float:
    """Milliseconds from Escape to the end of a run that is training."""
    job_id, begun = next(_jobs), 0.0
    supervisor.start(RunRequest(job_id, REFERENCE, seed=job_id, device="cpu"))
    for event in supervisor.events(job_id):
        if isinstance(event, Progress) and not begun and event.progress > (job_id % 10) / 20:
            begun = time.perf_counter()
            supervisor.cancel(job_id)
        if isinstance(event, Cancelled):
            return (time.perf_counter() - begun) * 1000
    raise RuntimeError("the run ended before it could be cancelled")


def _wait_until_warm(supervisor: Supervisor) -> None:
    """A run that was slow to stop has lost its process; the next figure is of a warm one."""
    while not supervisor.is_ready:
        supervisor.receive()


def _peak_mb(pid: int | None) -> float:
    """The greatest memory that a process has had in real memory, where the system tells (Linux)."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    assert found is not None
    return int(found[1]) * 1024 / 1e6
