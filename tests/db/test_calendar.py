"""Expected instants are worked out by hand from the IANA tz database's published changes."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.calendar import LearnerCalendar, zone_named

PARIS = ZoneInfo("Europe/Paris")
MICROSECOND = timedelta(microseconds=1)

# Whole hours, half hours, two hours (Troll) and one minute past midnight (St Johns until 2011).
ZONES = [
    "Europe/Paris",
    "America/Sao_Paulo",
    "Australia/Lord_Howe",
    "America/St_Johns",
    "Antarctica/Troll",
    "America/New_York",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Pacific/Chatham",
    "Africa/Casablanca",
    "UTC",
]

days = st.dates(date(1990, 1, 2), date(2060, 1, 1)).map(date.toordinal)
calendars = st.builds(
    LearnerCalendar, st.sampled_from(ZONES).map(ZoneInfo), st.integers(min_value=0, max_value=23)
)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]


def ordinal(*parts: int) -> int:
    return date(*parts).toordinal()


def test_a_late_evening_counts_for_the_day_before() -> None:
    calendar = LearnerCalendar(PARIS, 4)
    assert calendar.day_of(utc(2026, 1, 15, 2, 59)) == ordinal(2026, 1, 14)  # 3:59 in Paris
    assert calendar.day_of(utc(2026, 1, 15, 3, 0)) == ordinal(2026, 1, 15)  # 4:00


def test_a_day_with_the_change_to_summer_time_has_23_hours() -> None:
    # Paris, 29 March 2026: 2:00 becomes 3:00 (01:00 UTC), inside the learner's 28 March.
    calendar = LearnerCalendar(PARIS, 4)
    start, end = (calendar.start_of(ordinal(2026, 3, d)) for d in (28, 29))
    assert (start, end) == (utc(2026, 3, 28, 3), utc(2026, 3, 29, 2))


def test_a_day_with_the_change_from_summer_time_has_25_hours() -> None:
    # Paris, 25 October 2026: 3:00 becomes 2:00 (01:00 UTC), inside the learner's 24 October.
    calendar = LearnerCalendar(PARIS, 4)
    start, end = (calendar.start_of(ordinal(2026, 10, d)) for d in (24, 25))
    assert (start, end) == (utc(2026, 10, 24, 2), utc(2026, 10, 25, 3))


def test_a_rollover_hour_that_is_skipped_happens_at_the_jump() -> None:
    calendar = LearnerCalendar(PARIS, 2)  # 2:00 to 3:00 does not exist on 29 March 2026
    assert calendar.start_of(ordinal(2026, 3, 29)) == utc(2026, 3, 29, 1)
    assert calendar.day_of(utc(2026, 3, 29, 0, 59, 59)) == ordinal(2026, 3, 28)
    assert calendar.day_of(utc(2026, 3, 29, 1)) == ordinal(2026, 3, 29)


def test_a_midnight_that_is_skipped_happens_at_the_jump() -> None:
    # São Paulo, 4 November 2018: 0:00 becomes 1:00 (03:00 UTC).
    calendar = LearnerCalendar(ZoneInfo("America/Sao_Paulo"), 0)
    assert calendar.start_of(ordinal(2018, 11, 4)) == utc(2018, 11, 4, 3)


def test_a_rollover_hour_that_is_repeated_counts_once() -> None:
    calendar = LearnerCalendar(PARIS, 2)  # 2:00 to 3:00 comes twice on 25 October 2026
    assert calendar.start_of(ordinal(2026, 10, 25)) == utc(2026, 10, 25, 0)
    assert calendar.day_of(utc(2026, 10, 25, 1, 0)) == ordinal(2026, 10, 25)  # 2:00 again


def test_a_clock_set_back_over_midnight_does_not_bring_yesterday_back() -> None:
    # St John's, 7 November 2010: 0:01 becomes 23:01 the day before (02:31 UTC).
    calendar = LearnerCalendar(ZoneInfo("America/St_Johns"), 0)
    assert calendar.day_of(utc(2010, 11, 7, 2, 30)) == ordinal(2010, 11, 7)  # 0:00
    assert calendar.day_of(utc(2010, 11, 7, 2, 31)) == ordinal(2010, 11, 7)  # 23:01 on the 6th


def test_a_change_of_half_an_hour() -> None:
    # Lord Howe, 4 October 2026: 2:00 (UTC+10:30) becomes 2:30 (UTC+11), at 15:30 UTC.
    calendar = LearnerCalendar(ZoneInfo("Australia/Lord_Howe"), 2)
    assert calendar.start_of(ordinal(2026, 10, 4)) == utc(2026, 10, 3, 15, 30)
    assert calendar.start_of(ordinal(2026, 10, 5)) == utc(2026, 10, 4, 15, 0)


@given(calendars, days)
@example(LearnerCalendar(ZoneInfo("America/St_Johns"), 0), date(2010, 11, 7).toordinal())
@example(LearnerCalendar(ZoneInfo("Antarctica/Troll"), 2), date(2026, 10, 25).toordinal())
@example(LearnerCalendar(PARIS, 2), date(2026, 3, 29).toordinal())
def test_a_day_starts_exactly_at_its_start(calendar: LearnerCalendar, day: int) -> None:
    start = calendar.start_of(day)
    assert calendar.day_of(start) == day
    assert calendar.day_of(start - MICROSECOND) == day - 1


@given(calendars, days, st.integers(0, 24 * 60), st.integers(0, 48 * 60))
def test_days_never_go_back(calendar: LearnerCalendar, day: int, minute: int, later: int) -> None:
    now = calendar.start_of(day) + timedelta(minutes=minute)
    assert calendar.day_of(now) <= calendar.day_of(now + timedelta(minutes=later))


@given(calendars, days, st.integers(0, 24 * 60 * 60))
def test_a_day_is_the_wall_clock_less_the_rollover(
    calendar: LearnerCalendar, day: int, second: int
) -> None:
    now = calendar.start_of(day) + timedelta(seconds=second)
    wall = now.astimezone(calendar.zone).replace(tzinfo=None)
    by_the_wall = (wall - timedelta(hours=calendar.rollover_hour)).toordinal()
    # Only a repeated rollover hour may differ, and then the day has already started.
    assert calendar.day_of(now) - by_the_wall in (0, 1)
    if calendar.zone == ZoneInfo("Europe/Paris"):
        assert calendar.day_of(now) == by_the_wall


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        LearnerCalendar(PARIS, 4).day_of(datetime(2026, 1, 1))  # noqa: DTZ001


def test_the_computers_zone_is_used_without_another(computer_zone: pytest.MonkeyPatch) -> None:
    computer_zone.setenv("TZ", "Europe/Paris")
    computer, paris = LearnerCalendar(None, 2), LearnerCalendar(PARIS, 2)
    for day in (ordinal(2026, 3, 29), ordinal(2026, 10, 25), ordinal(2026, 7, 1)):
        assert computer.start_of(day) == paris.start_of(day)
        assert computer.day_of(paris.start_of(day)) == day
        assert computer.day_of(paris.start_of(day) - MICROSECOND) == day - 1


def test_a_change_of_zone_is_noticed_at_once(computer_zone: pytest.MonkeyPatch) -> None:
    calendar = LearnerCalendar(None, 4)
    now = utc(2026, 1, 15, 20, 0)
    computer_zone.setenv("TZ", "Europe/Paris")  # 21:00 on the 15th
    assert calendar.day_of(now) == ordinal(2026, 1, 15)
    computer_zone.setenv("TZ", "Asia/Tokyo")  # 5:00 on the 16th
    assert calendar.day_of(now) == ordinal(2026, 1, 16)
    assert calendar.start_of(ordinal(2026, 1, 16)) == utc(2026, 1, 15, 19)


def test_an_unknown_zone_is_the_computers() -> None:
    assert zone_named("") is None
    assert zone_named("Europe/Paris") == PARIS
    assert zone_named("Atlantis/Capital") is None
    assert zone_named("../etc/passwd") is None
