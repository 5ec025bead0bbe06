from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qtapp.theme import Theme
from qtapp.widgets.heatmap import WEEKS, Heatmap, level, quartiles, streaks

SATURDAY = date(2026, 11, 21).toordinal()


@pytest.fixture
def heatmap(qtbot: QtBot, theme: Theme) -> Heatmap:
    made = Heatmap(theme)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    return made


def test_a_day_without_reviews_has_no_colour() -> None:
    assert level(0, quartiles({1: 5, 2: 10})) == 0


def test_the_busiest_quarter_is_darkest() -> None:
    thresholds = quartiles({day: day for day in range(1, 9)})  # 1 to 8: quartiles 3, 5 and 7
    assert thresholds == (3, 5, 7)
    assert [level(count, thresholds) for count in range(1, 9)] == [1, 1, 2, 2, 3, 3, 4, 4]


def test_a_steady_learner_sees_full_colour() -> None:
    thresholds = quartiles(dict.fromkeys(range(30), 20))
    assert level(20, thresholds) == 4


@pytest.mark.parametrize(
    ("days", "expected"),
    [({}, (0, 0)), ({5: 1}, (1, 1)), ({1: 2, 2: 0, 3: 1, 4: 1}, (3, 2))],
)
def test_streaks_are_counted(days: dict[int, int], expected: tuple[int, int]) -> None:
    assert streaks(days) == expected


def test_its_summary_says_what_a_glance_would(heatmap: Heatmap) -> None:
    counts = {SATURDAY: 3, SATURDAY - 1: 25, SATURDAY - 4: 10, SATURDAY - 400: 99}
    heatmap.show_days(SATURDAY, counts)
    # The oldest lies before the 52 weeks.
    assert heatmap.accessibleDescription() == ("38 review(s) on 3 day(s); longest run: 2 day(s).")


@pytest.mark.qt_log_ignore("does not support raise")  # the offscreen platform and tooltips
def test_arrow_keys_go_from_day_to_day(heatmap: Heatmap) -> None:
    heatmap.show_days(SATURDAY, {SATURDAY: 3, SATURDAY - 1: 25})
    heatmap.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(heatmap, Qt.Key.Key_Left)
    assert heatmap.accessibleDescription() == "Saturday, November 21, 2026: 3 review(s)"
    QTest.keyClick(heatmap, Qt.Key.Key_Up)
    assert heatmap.accessibleDescription() == "Friday, November 20, 2026: 25 review(s)"
    QTest.keyClick(heatmap, Qt.Key.Key_Left)
    assert heatmap.accessibleDescription() == "Friday, November 13, 2026: no reviews"
    QTest.keyClick(heatmap, Qt.Key.Key_Right)
    QTest.keyClick(heatmap, Qt.Key.Key_Right)
    assert heatmap.accessibleDescription() == "Saturday, November 21, 2026: 3 review(s)"


def test_the_pointer_finds_the_day_it_is_on(heatmap: Heatmap) -> None:
    heatmap.show_days(SATURDAY, {})
    first = heatmap._first_day(WEEKS)
    for day in (first, first + 8, SATURDAY):
        place = heatmap._square(day, first).center().toPoint()
        assert heatmap._day_at(place) == day


@pytest.mark.parametrize(("country", "first"), [("fr_FR", 1), ("en_US", 7)])
def test_a_week_starts_as_in_the_learners_country(
    heatmap: Heatmap, country: str, first: int
) -> None:
    QLocale.setDefault(QLocale(country))
    heatmap.show_days(SATURDAY, {})
    assert date.fromordinal(heatmap._first_day(WEEKS)).isoweekday() == first
    assert SATURDAY - 364 < heatmap._first_day(WEEKS) <= SATURDAY - 357
