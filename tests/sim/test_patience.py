"""Deadlines of a worker, by a clock that a test moves; expected moments are sums by hand."""

from types import SimpleNamespace

import pytest

from sim.jobs import Job
from sim.patience import Patience, has_passed
from sim.protocol import RunRequest


class Clock:
    def __init__(self) -> None:
        self.now = 100.0


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr("sim.patience.time", SimpleNamespace(monotonic=lambda: made.now))
    return made


@pytest.fixture
def limits(clock: Clock) -> Patience:
    """Of a worker that is begun at 100 s."""
    made = Patience(silence_s=20.0, start_s=120.0, cancel_s=0.08, leave_s=1.0)
    made.begin_anew()
    return made


def test_an_idle_worker_has_no_deadline(limits: Patience) -> None:
    assert limits.ends(None) == []


def test_a_worker_that_loads_torch_may_be_silent_for_longer(limits: Patience) -> None:
    job = Job(RunRequest(1, "xor"))
    assert limits.ends(job) == [100 + 1.25 * 120]
    limits.is_ready = True
    assert limits.ends(job) == [100 + 1.25 * 20]


def test_a_sign_of_life_counts_anew(limits: Patience, clock: Clock) -> None:
    limits.is_ready = True
    hung = []
    for seconds in (17.9, 0.1):  # together nine tenths of twenty
        clock.now += seconds
        hung.append(limits.is_hung)
    limits.note_sign()
    assert [*hung, limits.is_hung] == [False, True, False]
    assert limits.silent_until() == 118 + 25


def test_a_cancelled_run_is_over_soon_and_its_step_a_little_later(
    limits: Patience, clock: Clock
) -> None:
    limits.is_ready = True
    job = Job(RunRequest(1, "xor"), cancel_by=limits.cancel_by())
    assert min(limits.ends(job)) == 100.08
    assert not has_passed(job.cancel_by)
    clock.now = 100.08
    assert has_passed(job.cancel_by)
    limits.let_leave()
    assert limits.ends(None) == [101.08]
    assert not has_passed(limits.leave_by)
    clock.now = 101.08
    assert has_passed(limits.leave_by)


def test_another_worker_owes_nothing(limits: Patience) -> None:
    limits.is_ready = True
    limits.let_leave()
    limits.begin_anew()
    assert (limits.is_ready, limits.leave_by) == (False, None)
    assert not has_passed(None)
