"""Expected texts: CLDR's for numbers and dates, our own abbreviations in English."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QLocale

from qtapp import formats


@pytest.mark.parametrize(
    ("delta", "text"),
    [
        (timedelta(seconds=20), "<1 min"),
        (timedelta(minutes=1), "1 min"),
        (timedelta(minutes=5, seconds=30), "6 min"),
        (timedelta(minutes=59, seconds=45), "1 h"),
        (timedelta(hours=23), "23 h"),
        (timedelta(hours=23, minutes=50), "1 d"),
        (timedelta(days=4), "4 d"),
        (timedelta(days=30), "30 d"),
        (timedelta(days=70), "2.3 mo"),  # 70 / 30.4375
        (timedelta(days=61), "2 mo"),
        (timedelta(days=500), "1.4 y"),  # 500 / 365.25
        (timedelta(days=36500), "100 y"),
    ],
)
def test_intervals_are_short_enough_for_a_button(delta: timedelta, text: str) -> None:
    assert formats.interval(delta) == text


def test_numbers_and_dates_follow_the_language() -> None:
    QLocale.setDefault(QLocale("fr_FR"))
    day = date(2025, 3, 4).toordinal()
    assert formats.number(1284) == "1\u202f284"
    assert formats.number(2.34, decimals=1) == "2,3"
    assert formats.interval(timedelta(days=70)).startswith("2,3")
    assert formats.day_long(day) == "mardi 4 mars 2025"
    assert formats.day_of_week_short(day) == "mar."
    assert formats.month_short(day) == "mars"


def test_the_clock_shows_the_zone_of_its_moment() -> None:
    QLocale.setDefault(QLocale("fr_FR"))
    east = timezone(timedelta(hours=5, minutes=30))
    assert formats.clock_time(datetime(2025, 3, 4, 14, 5, tzinfo=UTC)) == "14:05"
    assert formats.clock_time(datetime(2025, 3, 4, 14, 5, tzinfo=east)) == "14:05"


def test_a_share_is_whole_percent() -> None:
    assert formats.percent(0.904) == "90%"


@pytest.mark.parametrize(
    ("delta", "text"),
    [
        (timedelta(minutes=10), "10 minute(s)"),
        (timedelta(hours=3), "3 hour(s)"),
        (timedelta(days=4), "4 day(s)"),
        (timedelta(days=70), "about 2 month(s)"),
        (timedelta(days=900), "about 2 year(s)"),
    ],
)
def test_a_screen_reader_hears_whole_words(delta: timedelta, text: str) -> None:
    assert formats.spoken_interval(delta) == text  # plurals come from the .qm files
