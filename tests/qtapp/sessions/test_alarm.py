from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from qtapp.sessions.alarm import Alarm, minutes_until, next_tick

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(("seconds", "minutes"), [(1, 1), (60, 1), (61, 2), (600, 10), (-5, 1)])
def test_minutes_are_rounded_up(seconds: float, minutes: int) -> None:
    assert minutes_until(NOW + timedelta(seconds=seconds), NOW) == minutes


def test_the_next_tick_is_when_the_minutes_change() -> None:
    moment = NOW + timedelta(minutes=9, seconds=20)  # "10 minutes", then "9" after 20 seconds
    assert next_tick(moment, NOW) == NOW + timedelta(seconds=20)


def test_the_last_tick_is_the_moment_itself() -> None:
    moment = NOW + timedelta(seconds=40)
    assert next_tick(moment, NOW) == moment


def test_a_moment_past_does_not_make_it_ring_without_end() -> None:
    assert next_tick(NOW - timedelta(hours=1), NOW) == NOW + timedelta(seconds=1)


def test_it_rings_once(qtbot: QtBot) -> None:
    alarm = Alarm()
    with qtbot.waitSignal(alarm.rang, timeout=2000):
        alarm.set(NOW + timedelta(milliseconds=10), NOW)
    assert alarm.waits_ms is None


def test_a_far_moment_is_looked_at_twice_a_day(qtbot: QtBot) -> None:
    alarm = Alarm()
    alarm.set(NOW + timedelta(days=60), NOW)
    waits = alarm.waits_ms
    assert waits is not None
    assert waits == pytest.approx(12 * 3600 * 1000, rel=0.05)  # a coarse timer, says Qt


def test_it_can_be_called_off(qtbot: QtBot) -> None:
    alarm = Alarm()
    alarm.set(NOW + timedelta(seconds=5), NOW)
    alarm.set(None, NOW)
    assert alarm.waits_ms is None
