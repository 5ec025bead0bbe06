from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from db import study
from db.calendar import LearnerCalendar
from db.engine import Store
from db.errors import DiskFullError
from db.queue import DayQueue
from db.queue_rows import load_queue
from db.records import to_ms
from db.rows import CardRow, CardState, Change, ChangeKind, Counts, Grade, Memory, Scale
from db.scheduling import previews, recall, seed_of
from db.settings import StudySettings
from db.tables import review_cancellations, reviews
from tests.db.core import column, run
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

SETTINGS = StudySettings()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "c.epoque"


def grade(
    store: Store,
    card: CardRow,
    grade: Grade = Grade.GOOD,
    now: datetime = NOON,
    *,
    settings: StudySettings = SETTINGS,
    calendar: LearnerCalendar = CALENDAR,
    duration_ms: int = 4000,
    raw: int = 3,
    scale: Scale = Scale.FOUR,
) -> Change:
    return study.grade(
        store, card, grade, now, calendar=calendar, settings=settings,
        duration_ms=duration_ms, raw=raw, scale=scale,
    )  # fmt: skip


def log(store: Store) -> list[Any]:
    """The reviews, in the order in which they were made."""
    with store.reader.begin() as connection:
        return run(connection, select(reviews).order_by(reviews.c.id))


def cancelled(store: Store) -> list[int]:
    with store.reader.begin() as connection:
        return column(connection, select(review_cancellations.c.review_id))


def queue_now(store: Store, now: datetime = NOON, settings: StudySettings = SETTINGS) -> DayQueue:
    with store.reader.begin() as connection:
        return load_queue(connection, now, calendar=CALENDAR, settings=settings)


def test_a_graded_card_is_stored_as_the_change_says(file: Path) -> None:
    with store_with(file, [new_card(1)]) as store:
        change = grade(store, new_card(1))
        assert change.kind is ChangeKind.GRADE
        assert change.cards_before == (new_card(1),)
        assert change.cards_after == (stored(store)[1],)


@pytest.mark.parametrize("g", list(Grade))
@pytest.mark.parametrize("card", [new_card(1), review_card(1), learning_card(1, NOON)])
def test_a_grade_does_what_its_button_promised(file: Path, card: CardRow, g: Grade) -> None:
    promised = previews(
        card.memory, NOON, calendar=CALENDAR, settings=SETTINGS, seed=seed_of(card)
    )[g]
    with store_with(file, [card]) as store:
        after = grade(store, card, g).cards_after[0]
    assert (after.memory, after.due_day, after.due_at) == (
        promised.memory, promised.due_day, promised.due_at,
    )  # fmt: skip


def test_the_log_keeps_what_happened(file: Path) -> None:
    card = review_card(1, due=TODAY - 2)
    at = NOON.replace(microsecond=123_456)
    with store_with(file, [card]) as store:
        change = grade(store, card, Grade.HARD, at, duration_ms=5250, raw=3, scale=Scale.FIVE)
        (row,) = log(store)
    after = change.cards_after[0]
    assert after.due_day is not None
    assert row._asdict() == {
        "id": change.review_id, "card_id": 1, "at": to_ms(at), "day": TODAY,
        "zone_offset_min": 0, "grade": 2, "raw": 3, "scale": "five", "duration_ms": 5250,
        "recall": pytest.approx(recall(card.memory, TODAY)),
        "state_before": 2, "step_before": None, "stability_before": 10.0,
        "difficulty_before": 5.0, "last_day_before": TODAY - 12,
        "due_day_before": TODAY - 2, "due_at_before": None,
        "state_after": 2, "step_after": None, "stability_after": after.memory.stability,
        "difficulty_after": after.memory.difficulty,
        "due_day_after": after.due_day, "due_at_after": None,
    }  # fmt: skip


def test_the_log_keeps_learning_steps(file: Path) -> None:
    with store_with(file, [new_card(1)]) as store:
        first = grade(store, new_card(1), Grade.GOOD)
        grade(store, first.cards_after[0], Grade.AGAIN, NOON + minutes(10))
        one, two = log(store)
    assert (one.state_before, one.recall, one.due_at_before) == (0, None, None)
    assert one.due_at_after == two.due_at_before == to_ms(NOON + minutes(10))
    assert (two.step_before, two.step_after) == (1, 0)


def test_the_zone_of_the_learner_is_logged(file: Path) -> None:
    with store_with(file, [new_card(1)]) as store:
        grade(store, new_card(1), calendar=LearnerCalendar(ZoneInfo("Asia/Kolkata"), 4))
        assert log(store)[0].zone_offset_min == 330


@pytest.mark.parametrize(("measured", "kept"), [(3_600_000, 600_000), (-5, 0)])
def test_an_answer_takes_at_most_ten_minutes(file: Path, measured: int, kept: int) -> None:
    with store_with(file, [new_card(1)]) as store:
        grade(store, new_card(1), duration_ms=measured)
        assert log(store)[0].duration_ms == kept


def test_reviews_and_lapses_are_counted(file: Path) -> None:
    with store_with(file, [review_card(1)]) as store:
        forgotten = grade(store, review_card(1), Grade.AGAIN).cards_after[0]
        assert (forgotten.reps, forgotten.lapses) == (4, 1)
        again = grade(store, forgotten, Grade.AGAIN, NOON + minutes(10)).cards_after[0]
        assert (again.reps, again.lapses) == (5, 1)  # forgotten once, not yet known again


def test_a_card_cannot_be_graded_twice_from_one_reading(file: Path) -> None:
    with store_with(file, [new_card(1)]) as store:
        after = grade(store, new_card(1)).cards_after[0]
        with pytest.raises(ValueError, match="graded since"):
            grade(store, new_card(1), Grade.AGAIN)
        assert stored(store)[1] == after
        assert len(log(store)) == 1


def sibling_cards() -> dict[str, CardRow]:
    return {
        "graded": new_card(1, note=7),
        "new": new_card(2, note=7),
        "due": review_card(3, note=7),
        "later": review_card(4, note=7, due=TODAY + 3),
        "learning": learning_card(5, NOON, note=7),
        "suspended": new_card(6, note=7)._replace(is_suspended=True),
        "other": new_card(8, note=9),
    }


def test_a_grade_buries_the_siblings_that_would_come_today(file: Path) -> None:
    cards = sibling_cards()
    with store_with(file, cards.values()) as store:
        change = grade(store, cards["graded"])
        after = stored(store)
    assert change.cards_before == (cards["graded"], cards["new"], cards["due"])
    assert {i for i, card in after.items() if card.buried_until} == {2, 3}
    assert after[2] == change.cards_after[1] == cards["new"]._replace(buried_until=TODAY + 1)


def test_siblings_stay_when_so_set(file: Path) -> None:
    cards = sibling_cards()
    with store_with(file, cards.values()) as store:
        change = grade(store, cards["graded"], settings=StudySettings(bury_siblings=False))
        assert len(change.cards_before) == 1
        assert stored(store)[2] == cards["new"]


def test_undoing_a_grade_restores_every_card(file: Path) -> None:
    cards = sibling_cards()
    with store_with(file, cards.values()) as store:
        before = stored(store)
        study.undo(store, grade(store, cards["graded"]), NOON)
        assert stored(store) == before


def test_undoing_leaves_the_log_and_adds_a_cancellation(file: Path) -> None:
    with store_with(file, [new_card(1)]) as store:
        change = grade(store, new_card(1))
        study.undo(store, change, NOON)
        assert [row.id for row in log(store)] == [change.review_id]
        assert cancelled(store) == [change.review_id]


def test_redoing_adds_the_same_review_anew(file: Path) -> None:
    with store_with(file, [new_card(1)]) as store:
        change = grade(store, new_card(1))
        done = stored(store)
        study.undo(store, change, NOON + minutes(1))
        redone = study.redo(store, change, NOON + minutes(2))
        assert stored(store) == done
        first, second = (row._asdict() for row in log(store))
        assert first.pop("id") == change.review_id
        assert second.pop("id") == redone.review_id
        assert first == second
        study.undo(store, redone, NOON + minutes(3))
        assert cancelled(store) == [change.review_id, redone.review_id]
        assert stored(store) == {1: new_card(1)}


def test_an_undone_new_card_gives_its_place_back(file: Path) -> None:
    settings = StudySettings(new_per_day=2)
    with store_with(file, [new_card(i) for i in range(1, 6)]) as store:
        queue = queue_now(store, settings=settings)
        change = grade(store, new_card(1))
        queue.apply(change, NOON)
        assert queue_now(store, settings=settings).counts() == queue.counts()
        assert queue.counts() == Counts(new=1, learning=1)
        study.undo(store, change, NOON)
        queue.revert(change, NOON)
        assert queue_now(store, settings=settings).counts() == queue.counts() == Counts(new=2)
        assert shown(queue) == 1


def test_a_clock_set_back_a_year_loses_nothing(file: Path) -> None:
    a_year_ago = NOON - timedelta(days=365)
    with store_with(file, [new_card(1)]) as store:
        learnt = grade(store, new_card(1), Grade.EASY).cards_after[0]
        back = grade(store, learnt, Grade.GOOD, a_year_ago).cards_after[0]
        assert stored(store)[1] == back
        first, second = log(store)  # ids still tell which came first
        assert (first.grade, second.grade) == (4, 3)
        assert second.at < first.at
        same_day = previews(learnt.memory, NOON, calendar=CALENDAR, settings=SETTINGS, seed=0)[
            Grade.GOOD
        ].memory
        assert back.memory == same_day._replace(last_day=TODAY - 365)  # no time has passed
        assert back.due_day is not None
        assert back.due_day > TODAY - 365


def test_what_was_done_counts_on_the_day_the_clock_says(file: Path) -> None:
    a_year_ago = NOON - timedelta(days=365)
    settings = StudySettings(new_per_day=3)
    with store_with(file, [new_card(i) for i in range(1, 9)]) as store:
        grade(store, new_card(1))
        grade(store, new_card(2), now=a_year_ago)
        grade(store, new_card(3), now=a_year_ago)
        assert queue_now(store, settings=settings).counts().new == 2
        assert queue_now(store, a_year_ago, settings=settings).counts().new == 1


def test_reviews_made_in_one_millisecond_keep_their_order(file: Path) -> None:
    with store_with(file, [new_card(i) for i in range(1, 40)]) as store:
        for i in range(1, 40):
            grade(store, new_card(i))
        assert [row.card_id for row in log(store)] == list(range(1, 40))


def test_suspending_and_calling_back(file: Path) -> None:
    with store_with(file, [new_card(1), new_card(2)]) as store:
        change = study.suspend(store, [2, 1])
        assert [row.id for row in change.cards_after] == [2, 1]
        assert all(card.is_suspended for card in stored(store).values())
        study.unsuspend(store, [1])
        assert [c.is_suspended for c in stored(store).values()] == [False, True]


def test_a_card_that_is_suspended_already_is_no_change(file: Path) -> None:
    with store_with(file, [new_card(1)._replace(is_suspended=True), new_card(2)]) as store:
        assert study.suspend(store, [1, 2]).cards_before == (new_card(2),)


def test_burying_until_tomorrow(file: Path) -> None:
    with store_with(file, [new_card(1), new_card(2)]) as store:
        study.bury(store, [1], NOON, calendar=CALENDAR)
        assert shown(queue_now(store)) == 2
        tomorrow = NOON + timedelta(days=1)
        assert shown(queue_now(store, tomorrow), tomorrow) == 1


def test_flags(file: Path) -> None:
    with store_with(file, [new_card(1)]) as store:
        change = study.set_flag(store, 1, 4)
        assert stored(store)[1].flag == 4
        study.undo(store, change, NOON)
        assert stored(store)[1].flag == 0


@pytest.mark.parametrize("action", ["suspend", "unsuspend", "bury", "flag"])
def test_every_action_can_be_undone_and_redone(file: Path, action: str) -> None:
    rows = [new_card(1), review_card(2)._replace(is_suspended=True)]
    with store_with(file, rows) as store:
        before = stored(store)
        change = {
            "suspend": lambda: study.suspend(store, [1, 2]),
            "unsuspend": lambda: study.unsuspend(store, [1, 2]),
            "bury": lambda: study.bury(store, [1, 2], NOON, calendar=CALENDAR),
            "flag": lambda: study.set_flag(store, 1, 2),
        }[action]()
        after = stored(store)
        assert after != before
        study.undo(store, change, NOON)
        assert stored(store) == before
        study.undo(store, study.redo(store, change, NOON), NOON)
        assert stored(store) == before
        study.redo(store, change, NOON)
        assert stored(store) == after


def test_a_full_disk_loses_nothing_and_life_goes_on(file: Path) -> None:
    cards = [new_card(i) for i in range(1, 400)]
    with store_with(file, cards) as store:
        pages = _pages(store)
        _let_it_grow_to(store, pages + 4)
        with pytest.raises(DiskFullError):
            _grade_all(store, cards)
        graded = len(log(store))
        assert 0 < graded < len(cards)
        assert stored(store)[graded].reps == 1
        assert stored(store)[graded + 1] == cards[graded]
        _let_it_grow_to(store, pages + 100)
        grade(store, cards[graded])
        assert len(log(store)) == graded + 1


def _grade_all(store: Store, cards: list[CardRow]) -> None:
    for card in cards:
        grade(store, card)


def _pages(store: Store) -> int:
    with store.reader.begin() as connection:
        return int(connection.rows("PRAGMA page_count")[0][0])


def _let_it_grow_to(store: Store, pages: int) -> None:
    with store.writer.begin() as connection:  # each connection has a limit of its own
        connection.execute(f"PRAGMA max_page_count = {pages}")


def test_a_memory_read_back_is_the_memory_stored(file: Path) -> None:
    memory = Memory(CardState.REVIEW, None, 0.1 + 0.2, 1 / 3, TODAY)
    card = review_card(1)._replace(memory=memory)
    with store_with(file, [card]) as store:
        assert stored(store)[1].memory == memory
