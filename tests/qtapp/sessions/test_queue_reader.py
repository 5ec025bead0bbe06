"""More cards are read before the day's queue has none to spare."""

from functools import partial
from threading import current_thread
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from db import queue, queue_rows
from db.collection import Collection
from db.errors import CorruptedCollectionError
from db.queue import DayQueue
from qtapp.background import Background
from qtapp.sessions.desk import Desk
from qtapp.sessions.queue_reader import QueueReader
from qtapp.sessions.review import ReviewSession
from qtapp.sessions.today import TodaySession
from tests.qtapp.course import Clock, queue_on
from tests.qtapp.sessions.later import Later
from tests.qtapp.sessions.listening import Heard
from tests.qtapp.sessions.test_desk import grade_next


@pytest.fixture
def later() -> Later:
    return Later()


@pytest.fixture
def desk(
    collection: Collection, clock: Clock, later: Later, monkeypatch: pytest.MonkeyPatch
) -> Desk:
    """Two of six new cards a day, one to spare read with them, and that is the least."""
    monkeypatch.setattr(queue_rows, "_SPARE_CARDS", 1)
    monkeypatch.setattr(queue, "_LOW_WATER", 1)
    collection.save_settings(collection.settings()._replace(new_per_day=2))
    return Desk(collection, now=clock, run=later)


@pytest.fixture
def reader(qtbot: QtBot, desk: Desk) -> QueueReader:
    return QueueReader(desk)


def suspend_next(desk: Desk) -> None:
    card = queue_on(desk).next(desk.now())
    assert card is not None
    desk.did(desk.collection.suspend([card.id], desk.now()))


def test_nothing_is_read_while_there_are_enough(
    reader: QueueReader, desk: Desk, later: Later
) -> None:
    reader.look()
    grade_next(desk)
    reader.look()
    assert later.tasks == []


def test_more_are_read_once_before_any_lacks(reader: QueueReader, desk: Desk, later: Later) -> None:
    suspend_next(desk)
    short = queue_on(desk)
    assert not short.is_stale(desk.now())
    reader.look()
    reader.look()
    assert len(later.tasks) == 1
    assert queue_on(desk) is short
    later.run()
    assert queue_on(desk) is not short
    assert not queue_on(desk).runs_short()
    assert queue_on(desk).upcoming(2) == short.upcoming(2)


def test_what_was_done_meanwhile_makes_it_read_again(
    reader: QueueReader, desk: Desk, later: Later
) -> None:
    suspend_next(desk)
    reader.look()
    graded = grade_next(desk)
    later.run()
    assert queue_on(desk).runs_short()
    assert queue_on(desk).counts().learning == 1
    reader.look()
    later.run()
    assert not queue_on(desk).runs_short()
    assert graded in queue_on(desk).upcoming(9)


def test_trouble_leaves_the_queue_and_is_tried_again(
    reader: QueueReader, desk: Desk, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    suspend_next(desk)
    short = queue_on(desk)

    def fail(*_: object, **__: object) -> None:
        raise CorruptedCollectionError(desk.collection.path)

    with monkeypatch.context() as broken:
        broken.setattr(desk.collection, "day_queue", fail)
        reader.look()
        later.run()
    assert queue_on(desk) is short
    reader.look()
    assert len(later.tasks) == 1


def test_who_waits_is_told_once_a_queue_is_there(
    reader: QueueReader, desk: Desk, later: Later
) -> None:
    told = Heard(reader.made)
    reader.ask()
    reader.ask()
    assert len(later.tasks) == 1
    desk.version += 1  # something was done meanwhile
    later.run()
    assert (len(told.all), desk.queue()) == (0, None)
    later.run()
    assert len(told.all) == 1
    assert desk.queue() is not None


def test_a_reading_of_before_an_action_is_not_waited_for(
    reader: QueueReader, desk: Desk, later: Later
) -> None:
    told = Heard(reader.made)
    reader.ask()
    desk.version += 1
    reader.ask()
    later.run(1)
    assert len(told.all) == 1
    later.run(0)
    assert len(told.all) == 1


def test_no_reading_takes_longer_than_a_frame_of_the_window(
    collection: Collection, clock: Clock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long it takes, it is another thread that works."""
    made_by: list[str] = []
    day_queue = collection.day_queue

    def noting(*args: Any, **kwargs: Any) -> DayQueue:
        made_by.append(current_thread().name)
        return day_queue(*args, **kwargs)

    monkeypatch.setattr(collection, "day_queue", noting)
    background = Background()
    desk = Desk(collection, now=clock, run=background.submit)
    review, today = ReviewSession(desk), TodaySession(desk)
    of_deck, of_tag = partial(review.start, 2), partial(review.start, "essai")
    for start in (review.start, today.refresh, review.renew, of_deck, of_tag):
        start()
        qtbot.waitUntil(lambda: review.card is not None and desk.queue() is not None)
    clock.pass_(days=1)
    review.wake()
    today.refresh()
    qtbot.waitUntil(lambda: review.card is not None and desk.todo() is not None)
    background.finish()
    assert set(made_by) == {"background"}
