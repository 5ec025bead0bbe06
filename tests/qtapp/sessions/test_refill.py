"""More cards are read before the day's queue has none to spare."""

import pytest
from pytestqt.qtbot import QtBot

from db import queue, queue_rows
from db.collection import Collection
from db.errors import CorruptedCollectionError
from qtapp.sessions.desk import Desk
from qtapp.sessions.refill import Refill
from tests.qtapp.course import Clock
from tests.qtapp.sessions.later import Later
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
def refill(qtbot: QtBot, desk: Desk) -> Refill:
    return Refill(desk)


def suspend_next(desk: Desk) -> None:
    card = desk.queue().next(desk.now())
    assert card is not None
    desk.did(desk.collection.suspend([card.id], desk.now()))


def test_nothing_is_read_while_there_are_enough(refill: Refill, desk: Desk, later: Later) -> None:
    refill.look()
    grade_next(desk)
    refill.look()
    assert later.tasks == []


def test_more_are_read_once_before_any_lacks(refill: Refill, desk: Desk, later: Later) -> None:
    suspend_next(desk)
    short = desk.queue()
    assert not short.is_stale(desk.now())
    refill.look()
    refill.look()
    assert len(later.tasks) == 1
    assert desk.queue() is short
    later.run()
    assert desk.queue() is not short
    assert not desk.queue().runs_short()
    assert desk.queue().upcoming(2) == short.upcoming(2)


def test_what_was_done_meanwhile_makes_it_read_again(
    refill: Refill, desk: Desk, later: Later
) -> None:
    suspend_next(desk)
    refill.look()
    graded = grade_next(desk)
    later.run()
    assert desk.queue().runs_short()
    assert desk.queue().counts().learning == 1
    refill.look()
    later.run()
    assert not desk.queue().runs_short()
    assert graded in desk.queue().upcoming(9)


def test_trouble_leaves_the_queue_and_is_tried_again(
    refill: Refill, desk: Desk, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    suspend_next(desk)
    short = desk.queue()

    def fail(*_: object, **__: object) -> None:
        raise CorruptedCollectionError(desk.collection.path)

    with monkeypatch.context() as broken:
        broken.setattr(desk.collection, "day_queue", fail)
        refill.look()
        later.run()
    assert desk.queue() is short
    refill.look()
    assert len(later.tasks) == 1
