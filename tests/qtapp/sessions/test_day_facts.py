"""The facts of the day, read while the window goes on."""

import pytest
from pytestqt.qtbot import QtBot

from db.collection import Collection
from db.errors import CorruptedCollectionError
from qtapp.background import Background
from qtapp.sessions.day_facts import FactsReader
from qtapp.sessions.desk import Desk
from tests.qtapp.course import Clock, facts_of, queue_on
from tests.qtapp.sessions.later import Later
from tests.qtapp.sessions.listening import Heard
from tests.qtapp.sessions.test_desk import grade_next


@pytest.fixture
def later() -> Later:
    return Later()


@pytest.fixture
def desk(collection: Collection, clock: Clock, later: Later) -> Desk:
    return Desk(collection, now=clock, run=later)


@pytest.fixture
def reader(qtbot: QtBot, desk: Desk) -> FactsReader:
    return FactsReader(desk)


def test_they_come_when_they_are_read(reader: FactsReader, desk: Desk, later: Later) -> None:
    told = Heard(reader.read)
    reader.ask()
    assert told.all == []
    later.run()
    assert told.all == [facts_of(desk)]


def test_they_tell_what_the_queue_held_when_they_were_asked(
    reader: FactsReader, desk: Desk, later: Later
) -> None:
    told = Heard(reader.read)
    queue_on(desk)
    reader.ask()
    grade_next(desk)
    later.run()
    assert told.last.counts.new == 6


def test_only_the_last_reading_is_told_in_whatever_order(
    reader: FactsReader, desk: Desk, later: Later
) -> None:
    told = Heard(reader.read)
    reader.ask()
    grade_next(desk)
    reader.ask()
    later.run(1)
    later.run(0)
    assert [facts.counts.new for facts in told.all] == [5]


def test_a_queue_made_for_them_is_not_made_again(
    reader: FactsReader, desk: Desk, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.ask()
    later.run()
    monkeypatch.setattr(desk.collection, "day_queue", None)
    assert queue_on(desk).counts().new == 6


def test_known_trouble_is_told_and_a_mistake_is_raised(
    reader: FactsReader, desk: Desk, later: Later, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    failed = Heard(reader.failed)
    damage = CorruptedCollectionError(desk.collection.path)
    monkeypatch.setattr(desk.collection, "today", _fails(damage))
    reader.ask()
    later.run()
    assert failed.last is damage
    monkeypatch.setattr(desk.collection, "today", _fails(ZeroDivisionError()))
    reader.ask()
    with qtbot.capture_exceptions() as raised:
        later.run()
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]


def test_the_background_thread_reads_them(
    collection: Collection, clock: Clock, qtbot: QtBot
) -> None:
    background = Background()
    reader = FactsReader(Desk(collection, now=clock, run=background.submit))
    with qtbot.waitSignal(reader.read) as told:
        reader.ask()
    assert told.args[0].counts.new == 6
    background.finish()


def _fails(error: Exception) -> object:
    def fail(*_: object) -> None:
        raise error

    return fail
