"""What the Today page is told, on a real collection."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from db.collection import Collection
from db.errors import CorruptedCollectionError
from db.rows import Counts
from qtapp.sessions.alarm import Alarm
from qtapp.sessions.desk import Desk, Renewal
from qtapp.sessions.review import ReviewSession
from qtapp.sessions.today import Situation, TodaySession
from tests.qtapp.course import TODAY, Clock
from tests.qtapp.sessions.later import Later
from tests.qtapp.sessions.listening import Heard


@pytest.fixture
def session(qapp: QApplication, desk: Desk) -> TodaySession:
    return TodaySession(desk)


def review_all(desk: Desk, raw: int) -> None:
    review = ReviewSession(desk)
    review.start()
    while review.card is not None:
        review.reveal()
        review.grade(raw)


def test_before_the_first_review_it_welcomes(session: TodaySession) -> None:
    session.refresh()
    assert session.state.situation is Situation.WELCOME
    assert session.state.facts is not None
    assert session.state.facts.day == TODAY
    assert session.state.facts.counts == Counts(new=6)


def test_after_a_first_review_the_others_wait(session: TodaySession, desk: Desk) -> None:
    review = ReviewSession(desk)
    review.start()
    review.reveal()
    review.grade(4)
    session.refresh()
    assert session.state.situation is Situation.DUE
    assert session.state.can_undo


def test_when_all_is_done_it_says_what_comes_next(session: TodaySession, desk: Desk) -> None:
    review_all(desk, 4)
    session.refresh()
    assert session.state.situation is Situation.DONE
    assert session.state.facts is not None
    assert session.state.facts.done_today == 6


def test_a_day_without_cards_is_said_to_be_so(
    session: TodaySession, desk: Desk, clock: Clock
) -> None:
    review_all(desk, 4)
    desk.collection.save_settings(desk.collection.settings()._replace(new_per_day=0))
    clock.pass_(days=1)
    session.refresh()
    assert session.state.situation is Situation.NOTHING_DUE


def test_learning_cards_for_later_make_it_wait(
    session: TodaySession, desk: Desk, clock: Clock
) -> None:
    desk.collection.save_settings(desk.collection.settings()._replace(learn_ahead_min=0))
    review_all(desk, 3)
    session.refresh()
    assert session.state.situation is Situation.WAITING
    assert session.state.minutes_left == 10
    assert session.state.waiting_until == clock.moment + timedelta(minutes=10)


def test_it_looks_again_when_the_learner_comes_back_on_another_day(
    session: TodaySession, clock: Clock
) -> None:
    session.refresh()
    changed = Heard(session.changed)
    session.wake()
    assert changed.all == []
    clock.pass_(days=1)
    session.wake()
    assert changed.last.facts.day == TODAY + 1


def test_it_wakes_when_the_day_changes(session: TodaySession) -> None:
    session.refresh()
    # From 9:00 to 4:00 is nineteen hours: further away than the alarm's longest sleep.
    assert session._alarm.waits_ms == pytest.approx(12 * 3600 * 1000, rel=0.05)
    session.rest()
    assert session._alarm.waits_ms is None


def test_it_tells_of_all_decks_whatever_was_reviewed(session: TodaySession, desk: Desk) -> None:
    session.refresh()
    assert session.state.facts is not None
    before = session.state.facts
    review = ReviewSession(desk)
    review.start(before.decks[-1].deck.id)
    session.refresh()
    assert session.state.facts == before
    review.proceed()
    assert review.state.counts == before.decks[-1].counts  # the review goes on as it was


def test_an_empty_collection_asks_for_cards(qapp: QApplication, tmp_path: Path) -> None:
    clock = Clock()
    collection = Collection.open(tmp_path / "empty.epoque", clock=clock)
    session = TodaySession(Desk(collection, now=clock))
    session.refresh()
    assert session.state.situation is Situation.EMPTY
    collection.close()


def test_trouble_keeps_the_facts_that_were_shown(
    session: TodaySession, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.refresh()
    before, trouble = session.state, Heard(session.trouble)

    def fail(*_: object) -> None:
        raise CorruptedCollectionError(desk.collection.path)

    monkeypatch.setattr(desk.collection, "today", fail)
    session.refresh()
    assert isinstance(trouble.last, CorruptedCollectionError)
    assert session.state == before


def test_trouble_at_the_first_look_is_shown(
    session: TodaySession, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise CorruptedCollectionError(desk.collection.path)

    monkeypatch.setattr(desk.collection, "today", fail)
    session.refresh()
    assert session.state.situation is Situation.FAILED


def test_what_was_read_stays_until_the_new_facts_come(
    qapp: QApplication, collection: Collection, clock: Clock
) -> None:
    later = Later()
    desk = Desk(collection, now=clock, run=later)
    session = TodaySession(desk)
    session.refresh()
    assert session.state.situation is Situation.LOADING
    later.run()
    before = session.state
    review = ReviewSession(desk)
    review.start()
    review.reveal()
    review.grade(4)
    session.refresh()
    assert session.state == before
    later.run()
    assert session.state.facts is not None
    assert session.state.facts.done_today == 1


def test_facts_that_come_when_the_page_is_hidden_wake_nobody(
    qapp: QApplication, collection: Collection, clock: Clock
) -> None:
    later = Later()
    session = TodaySession(Desk(collection, now=clock, run=later))
    session.refresh()
    session.rest()
    later.run()
    assert session.state.facts is not None
    alarm = session.findChild(Alarm)
    assert alarm is not None
    assert alarm.waits_ms is None
    session.refresh()
    later.run()
    assert alarm.waits_ms is not None


def test_a_clock_set_back_is_told(session: TodaySession, clock: Clock) -> None:
    session.refresh()
    told = Heard(session.renewed)
    clock.pass_(days=-365)
    session.wake()
    assert told.all == [Renewal.OTHER_CLOCK]
    assert session.state.facts is not None
    assert session.state.facts.day == TODAY - 365
