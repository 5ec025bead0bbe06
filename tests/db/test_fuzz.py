"""Expected bounds are those of Anki's own tests (rslib/src/scheduler/states/fuzz.rs)."""

from datetime import timedelta

import pytest
from fsrs import scheduler as fsrs_scheduler
from hypothesis import given
from hypothesis import strategies as st

from db.fuzz import draw, fuzz_range, fuzzed

chances = st.floats(0, 1, exclude_max=True)


@pytest.mark.parametrize(
    ("days", "expected"),
    [(1, (1, 1, 1)), (2, (2, 2, 2)), (7, (5, 7, 9)), (17, (14, 17, 20)), (37, (33, 37, 41))],
)
def test_the_bounds_are_ankis(days: int, expected: tuple[int, int, int]) -> None:
    assert tuple(fuzzed(days, c, maximum_days=1000) for c in (0.0, 0.5, 0.99)) == expected


def test_the_shortest_is_py_fsrs_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fsrs_scheduler, "random", lambda: 0.0)
    fuzz = fsrs_scheduler.Scheduler()._get_fuzzed_interval
    asked = [*range(1, 400), 1234, 36499, 36500]
    theirs = {days: fuzz(interval=timedelta(days=days)).days for days in asked}
    assert {days: fuzzed(days, 0.0, maximum_days=36500) for days in asked} == theirs


@given(st.integers(1, 36500), st.integers(1, 36500), chances)
def test_a_longer_interval_is_never_fuzzed_below_a_shorter(a: int, b: int, chance: float) -> None:
    short, long = sorted((a, b))
    assert fuzzed(short, chance, maximum_days=36500) <= fuzzed(long, chance, maximum_days=36500)


@given(st.integers(1, 400), st.integers(1, 400), chances)
def test_no_interval_leaves_its_range(days: int, maximum: int, chance: float) -> None:
    days = min(days, maximum)
    shortest, longest = fuzz_range(days, maximum_days=maximum)
    assert 1 <= shortest <= fuzzed(days, chance, maximum_days=maximum) <= longest <= maximum


def test_every_interval_of_a_range_comes_up() -> None:
    drawn = {fuzzed(17, draw(seed), maximum_days=1000) for seed in range(500)}
    assert drawn == set(range(14, 21))
