"""Clocks that are set back, other time zones and new days: told, followed, and nothing is lost."""

import os
import sqlite3
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from qtapp.languages import Language
from qtapp.sessions.review_state import Phase
from tests.journeys.clock import Clock
from tests.journeys.faulty_world import rows
from tests.journeys.learner import answer, learner
from tests.journeys.told import BEHIND, BOTH, NEW_DAY, OTHER_CLOCK


@BOTH
def test_a_clock_set_back_between_two_sittings_is_told(
    qapp: QApplication, home: Path, collection_path: Path, clock: Clock, language: Language
) -> None:
    with learner(qapp, home, clock, language) as player:
        player.start_review()
        answer(player, clock)
    before = rows(collection_path)
    clock.pass_time(days=-365)
    with learner(qapp, home, clock, language) as player:
        player.wait_until_open()
        player.wait_for_banner(BEHIND[language])
        assert "26" in player.banner  # of the last review's year, which a short date may cut
        player.start_review()
        answer(player, clock)
        answer(player, clock)
    assert [row for row in rows(collection_path) if row in before] == before
    assert len(rows(collection_path)) == len(before) + 2


@BOTH
def test_a_clock_set_back_in_a_review_is_told(
    qapp: QApplication, home: Path, collection_path: Path, clock: Clock, language: Language
) -> None:
    with learner(qapp, home, clock, language) as player:
        player.start_review()
        answer(player, clock)
        before = rows(collection_path)
        clock.pass_time(days=-365)
        answer(player, clock)
        player.wait_for_banner(OTHER_CLOCK[language])
        answer(player, clock)
        answer(player, clock)
        saved = rows(collection_path)
        assert [row for row in saved if row in before] == before
        assert len(saved) == len(before) + 3


@BOTH
def test_a_time_zone_set_in_the_preferences_is_followed(
    qapp: QApplication, home: Path, collection_path: Path, clock: Clock, language: Language
) -> None:
    with learner(qapp, home, clock, language) as player:
        player.start_review()
        answer(player, clock)
        day = player.queue.day
        study = player.sitting.desk.collection.settings()
        player.sitting.save_settings(study._replace(time_zone="Pacific/Kiritimati"))  # UTC+14
        player.wait_for_phase(Phase.QUESTION)
        player.wait_for_banner(OTHER_CLOCK[language])
        assert player.queue.day == day + 1
        answer(player, clock)
    assert len(rows(collection_path)) == 2


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows tells only at the next start")
@BOTH
@pytest.mark.parametrize("page", ["today", "review"])
def test_a_traveller_s_time_zone_is_followed(
    qapp: QApplication,
    home: Path,
    collection_path: Path,
    clock: Clock,
    language: Language,
    page: str,
) -> None:
    with learner(qapp, home, clock, language) as player:
        player.wait_until_open()
        if page == "review":
            player.start_review()
        day = player.queue.day
        os.environ["TZ"] = "Pacific/Kiritimati"  # as a system does that notices; `in_paris` ends it
        time.tzset()
        player.come_back()
        player.wait_for_banner(OTHER_CLOCK[language])
        assert player.queue.day == day + 1


@BOTH
def test_a_new_day_begins_at_four_while_the_window_is_open(
    qapp: QApplication, home: Path, collection_path: Path, clock: Clock, language: Language
) -> None:
    with learner(qapp, home, clock, language) as player:
        player.start_review()
        answer(player, clock)
        calendar = player.sitting.desk.collection.calendar()
        day = player.queue.day
        four = calendar.start_of(day + 1)
        assert four.astimezone(None).hour == 4
        clock.set(four - timedelta(seconds=8))
        answer(player, clock)
        assert player.banner == ""
        answer(player, clock)  # seven seconds later, past four: saved, and the next is of today
        player.wait_for_banner(NEW_DAY[language])
        assert player.queue.day == day + 1
    days = [row for (row,) in _column(collection_path, "day")]
    assert days == [day, day, day + 1]


def _column(path: Path, name: str) -> list[tuple[int]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(f"SELECT {name} FROM reviews ORDER BY at").fetchall()


def test_today_shows_the_new_day_by_itself(
    qapp: QApplication, home: Path, collection_path: Path, clock: Clock
) -> None:
    with learner(qapp, home, clock, Language.FRENCH) as player:
        player.wait_until_open()
        today = player.sitting.today
        assert today.state.facts is not None
        day = today.state.facts.day
        clock.set(player.sitting.desk.collection.calendar().start_of(day + 1))
        today._alarm.rang.emit()  # as its timer does at four
        player.wait(
            lambda: today.state.facts is not None and today.state.facts.day > day, "the day"
        )
        assert today.state.facts.day == day + 1
