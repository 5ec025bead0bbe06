"""A queue read from a collection is the queue of all of its cards."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from db.engine import Store
from db.ids import review_id
from db.lanes import Shuffle
from db.queue import DayQueue, Done
from db.queue_rows import done_on, load_queue, queue_of
from db.records import to_ms
from db.rows import CardRow, Counts
from db.settings import NewOrder, StudySettings
from db.statements.queue import shuffled
from db.tables import cards, review_cancellations, reviews
from tests.db.core import run
from tests.db.queue_maker import (
    CALENDAR,
    NOON,
    TODAY,
    learning_card,
    minutes,
    new_card,
    review_card,
    shown,
)
from tests.db.store_maker import store_with, stored

DEFAULTS = StudySettings()


def load(
    store: Store, settings: StudySettings = DEFAULTS, deck_ids: list[int] | None = None
) -> DayQueue:
    with store.reader.begin() as connection:
        return load_queue(connection, NOON, calendar=CALENDAR, settings=settings, deck_ids=deck_ids)


def whole(
    store: Store, settings: StudySettings = DEFAULTS, deck_ids: list[int] | None = None
) -> DayQueue:
    """The queue of every card of the collection, with none left unread."""
    return queue_of(
        stored(store).values(),
        now=NOON,
        calendar=CALENDAR,
        settings=settings,
        done=Done(),
        deck_ids=None if deck_ids is None else frozenset(deck_ids),
    )


def many_cards() -> list[CardRow]:
    """Two cards a note, of every kind, more than the queue reads at first."""
    rows: list[CardRow] = []
    for i in range(1, 2401):
        note, deck = 5000 + i // 2, 1 + i // 1000
        if i % 3 == 0:
            rows.append(new_card(i, note=note, deck=deck))
        elif i % 97 == 0:
            rows.append(learning_card(i, NOON + minutes(i % 60), note=note, deck=deck))
        else:
            rows.append(review_card(i, note=note, deck=deck, due=TODAY - i % 7 + 1))
    rows[10] = rows[10]._replace(is_suspended=True)
    rows[20] = rows[20]._replace(buried_until=TODAY + 1)
    rows[21] = rows[21]._replace(buried_until=TODAY)
    return rows


@pytest.fixture(scope="module")
def full_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with store_with(tmp_path_factory.mktemp("full") / "c.epoque", many_cards()) as store:
        yield store


@pytest.mark.parametrize("order", list(NewOrder))
@pytest.mark.parametrize("deck_ids", [None, [1, 2], [3], []])
@pytest.mark.parametrize("bury", [True, False])
def test_it_is_the_queue_of_all_cards(
    full_store: Store, order: NewOrder, deck_ids: list[int] | None, bury: bool
) -> None:
    settings = StudySettings(new_order=order, bury_siblings=bury, reviews_per_day=40, new_per_day=7)
    read, true = (make(full_store, settings, deck_ids) for make in (load, whole))
    assert read.counts() == true.counts()
    assert read.counts_by_deck() == true.counts_by_deck()
    assert read.upcoming(200) == true.upcoming(200)


def test_it_reads_on_when_siblings_leave_too_few(tmp_path: Path) -> None:
    # The first 700 new cards wait for a sibling to review; the twenty after them do not.
    rows = [review_card(10_000 + i, note=i) for i in range(1, 701)]
    rows += [new_card(i, note=i) for i in range(1, 721)]
    with store_with(tmp_path / "c.epoque", rows) as store:
        assert load(store).counts() == Counts(new=20, review=200)


def test_a_new_card_waits_even_for_a_sibling_that_was_not_read(tmp_path: Path) -> None:
    # The sibling is the last of 1,000 reviews, far behind those that are read.
    rows = [review_card(i, due=TODAY - 1) for i in range(2, 1001)]
    rows += [review_card(1001, note=1, due=TODAY), new_card(1, note=1)]
    with store_with(tmp_path / "c.epoque", rows) as store:
        assert load(store).counts().new == 0


def test_retired_cards_are_left_out(tmp_path: Path) -> None:
    rows = [new_card(1), review_card(2), learning_card(3, NOON)]
    with store_with(tmp_path / "c.epoque", rows) as store:
        with store.writer.begin() as connection:
            run(connection, update(cards).values(is_retired=1))
        assert load(store).counts() == Counts()


def test_sqlite_shuffles_as_python_does(tmp_path: Path) -> None:
    shuffle = Shuffle(TODAY)
    big = 2**53 + 12345
    with (
        store_with(tmp_path / "c.epoque", [new_card(i) for i in (1, 2, 99, big)]) as store,
        store.reader.begin() as connection,
    ):
        order = {"factor": shuffle.factor, "shift": shuffle.shift}
        places = run(connection, select(cards.c.id, shuffled()), order)
        assert {row[0]: row[1] for row in places} == {i: shuffle(i) for i in (1, 2, 99, big)}


def log(store: Store, *, state: int, day: int = TODAY, hours_ago: float = 0) -> int:
    """A review in the log; its id."""
    row = log_row(state, day, NOON - timedelta(hours=hours_ago))
    with store.writer.begin() as connection:
        run(connection, insert(reviews).values(row))
    return int(row["id"])


def log_row(state: int, day: int = TODAY, at: datetime = NOON) -> dict[str, Any]:
    return {
        "id": review_id(to_ms(at)), "card_id": 1, "at": to_ms(at), "day": day,
        "zone_offset_min": 0, "grade": 3, "raw": 3, "scale": "four", "duration_ms": 0,
        "state_before": state, "state_after": 2, "stability_after": 1.0, "difficulty_after": 5.0,
        "due_day_after": day + 1,
    }  # fmt: skip


def done(store: Store) -> Done:
    with store.reader.begin() as connection:
        return done_on(connection, TODAY)


def test_what_was_done_today_is_counted(tmp_path: Path) -> None:
    with store_with(tmp_path / "c.epoque", [new_card(1)]) as store:
        for state in (0, 0, 1, 2, 3):
            log(store, state=state)
        log(store, state=0, day=TODAY - 1, hours_ago=24)
        assert done(store) == Done(new=2, reviews=1)


def test_a_grade_that_was_undone_is_not_counted(tmp_path: Path) -> None:
    with store_with(tmp_path / "c.epoque", [new_card(1)]) as store:
        undone = log(store, state=0)
        with store.writer.begin() as connection:
            run(connection, insert(review_cancellations).values(review_id=undone, at=0))
        assert done(store) == Done()


def test_a_day_that_a_traveller_started_elsewhere_is_counted(tmp_path: Path) -> None:
    with store_with(tmp_path / "c.epoque", [new_card(1)]) as store:
        log(store, state=0, hours_ago=30)  # the same learner's day, when still far in the east
        assert done(store) == Done(new=1)


def test_the_limits_are_those_left_today(tmp_path: Path) -> None:
    rows = [new_card(i) for i in range(1, 40)]
    with store_with(tmp_path / "c.epoque", rows) as store:
        for _ in range(5):
            log(store, state=0)
        queue = load(store)
    assert queue.counts() == Counts(new=15)
    assert shown(queue) == 1


def test_more_may_have_been_done_today_than_the_limits_allow(tmp_path: Path) -> None:
    # The limits were lowered since: both are passed by more than the cards read to spare.
    rows = [new_card(1), new_card(2)]
    with store_with(tmp_path / "c.epoque", rows) as store:
        with store.writer.begin() as connection:
            run(connection, insert(reviews), [log_row(0, at=NOON - minutes(i)) for i in range(400)])
        queue = load(store, StudySettings(new_per_day=1))
    assert (queue.counts(), shown(queue)) == (Counts(), None)
