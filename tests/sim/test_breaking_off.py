"""A step is broken off by another thread, and only the step that it means."""

import signal
import threading
import time
from collections.abc import Iterator

import pytest

from sim.breaking_off import BreakingOff, BrokenOffError

LONG_S = 30


@pytest.fixture
def breaking_off() -> Iterator[BreakingOff]:
    before = signal.getsignal(signal.SIGINT)
    made = BreakingOff()
    made.listen()
    yield made
    signal.signal(signal.SIGINT, before)


def work_long(breaking_off: BreakingOff, begun: float) -> None:
    with breaking_off.step_of(7):
        while time.monotonic() - begun < LONG_S:
            sum(range(100))


def test_a_long_step_ends_when_another_thread_asks(breaking_off: BreakingOff) -> None:
    begun = time.monotonic()
    asking = threading.Timer(0.01, breaking_off.ask, (7,))
    asking.start()
    with pytest.raises(BrokenOffError):
        work_long(breaking_off, begun)
    assert time.monotonic() - begun < LONG_S
    asking.join()


def test_no_mistake_of_an_experiment_looks_like_it() -> None:
    assert not issubclass(BrokenOffError, Exception)


def test_the_step_of_another_run_goes_on(breaking_off: BreakingOff) -> None:
    with breaking_off.step_of(8):
        breaking_off.ask(7)
        sum(range(1000))


def test_between_steps_nothing_is_broken_off(breaking_off: BreakingOff) -> None:
    breaking_off.ask(7)
    sum(range(1000))


def test_ctrl_c_does_nothing(breaking_off: BreakingOff) -> None:
    with breaking_off.step_of(7):
        signal.raise_signal(signal.SIGINT)
        sum(range(1000))
