"""Small histories whose figures are counted by hand."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, update

from db.collection import Collection
from db.rows import CardState, Counts, DeckToday, Grade, Scale, TodayFacts
from db.settings import StudySettings
from db.tables import cards, review_cancellations, reviews
from decks.model import Chapter, Section
from tests.db.chapters import chapter_of, note
from tests.db.core import run

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
TODAY = NOW.toordinal()


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """Twelve cards, six to a section; the second chapter has one more."""
    with closing(Collection.open(tmp_path / "a.sqlite3", clock=lambda: NOW)) as collection:
        collection.save_settings(StudySettings(time_zone="UTC"))
        notes = [note(f"n{n}") for n in range(12)]
        sections = (
            Section("un", "Un", notes=tuple(notes[:6])),
            Section("deux", "Deux", notes=tuple(notes[6:])),
        )
        collection.apply_import(Chapter("intro", "Intro", 1, sections=sections))
        collection.apply_import(chapter_of(note("last"), name="suite", number=2))
        yield collection


class History:
    """Writes reviews as if made in the past."""

    def __init__(self, collection: Collection) -> None:
        self.store = collection._store
        self.last_id = 0

    def review(
        self,
        days_ago: int,
        *,
        state: CardState = CardState.REVIEW,
        grade: Grade = Grade.GOOD,
        seconds: float = 1.0,
        is_undone: bool = False,
    ) -> None:
        at = int((NOW - timedelta(days=days_ago)).timestamp() * 1000)
        self.last_id += 1
        row = {
            "id": (at << 21) + self.last_id,
            "card_id": 1,
            "at": at,
            "day": TODAY - days_ago,
            "zone_offset_min": 0,
            "grade": grade,
            "raw": grade,
            "scale": "four",
            "duration_ms": int(seconds * 1000),
            "state_before": state,
            "state_after": 2,
            "stability_after": 1.0,
            "difficulty_after": 5.0,
            "due_day_after": TODAY,
        }
        with self.store.writer.begin() as connection:
            run(connection, insert(reviews), row)
            if is_undone:
                undone = {"review_id": row["id"], "at": at}
                run(connection, insert(review_cancellations), undone)


@pytest.fixture
def history(collection: Collection) -> History:
    return History(collection)


def know(collection: Collection, card_id: int, *, stability: float, due_in: int) -> None:
    """Make a card a review card, due some days from today."""
    schedule = {"state": 2, "stability": stability, "difficulty": 5.0, "last_day": TODAY - 1}
    with collection._store.writer.begin() as connection:
        wanted = update(cards).where(cards.c.id == card_id)
        run(connection, wanted.values(**schedule, due_day=TODAY + due_in))


def facts(collection: Collection, now: datetime = NOW) -> TodayFacts:
    return collection.today(collection.day_queue(now).todo(), now)


def test_a_new_collection_has_only_new_cards(collection: Collection) -> None:
    today = facts(collection)
    assert (today.day, today.counts, today.desired_retention) == (TODAY, Counts(new=13), 0.9)
    assert (today.streak_days, today.reviews_per_day) == (0, {})
    assert (today.done_today, today.seconds_today, today.remembered_today) == (0, 0.0, None)
    assert today.forecast == (0,) * 7


def test_an_empty_collection_has_no_decks(tmp_path: Path) -> None:
    with closing(Collection.open(tmp_path / "empty.sqlite3")) as empty:
        assert facts(empty).decks == ()
        assert facts(empty).minutes_expected == 0.0


def test_decks_are_told_depth_first_with_what_is_below_them(collection: Collection) -> None:
    know(collection, 1, stability=21.0, due_in=0)
    know(collection, 2, stability=20.9, due_in=5)
    know(collection, 7, stability=100.0, due_in=-3)
    lines = [_line(deck) for deck in facts(collection).decks]
    assert lines == [
        ("1 · Intro", 0, Counts(new=9, review=2), 12, 2, 1),
        ("Un", 1, Counts(new=4, review=1), 6, 1, 1),
        ("Deux", 1, Counts(new=5, review=1), 6, 1, 0),
        ("2 · Introduction", 0, Counts(new=1), 1, 0, 0),
        ("Un", 1, Counts(new=1), 1, 0, 0),
    ]


def _line(deck: DeckToday) -> tuple[str, int, Counts, int, int, int]:
    return (deck.deck.title, deck.depth, deck.counts, deck.cards, deck.mature, deck.young)


def test_a_deck_that_lost_its_cards_is_not_shown(collection: Collection) -> None:
    collection.apply_import(chapter_of(name="suite", number=2), retire_missing=True)
    assert [deck.deck.title for deck in facts(collection).decks] == ["1 · Intro", "Un", "Deux"]


def test_time_is_expected_from_the_defaults_at_first(collection: Collection) -> None:
    """13 new cards at 20 s, of which one becomes a review at 8 s."""
    know(collection, 1, stability=5.0, due_in=0)
    assert facts(collection).minutes_expected == pytest.approx((12 * 20 + 8) / 60)


def test_time_is_expected_from_the_learners_own_pace(
    collection: Collection, history: History
) -> None:
    """Medians: new 30 s (of 10, 30, 600), reviews 4 s (of 4); older than 30 days do not count."""
    for seconds in (10, 30, 600):
        history.review(2, state=CardState.NEW, seconds=seconds)
    history.review(1, seconds=4)
    for _ in range(5):
        history.review(40, seconds=100)
    know(collection, 1, stability=5.0, due_in=0)
    assert facts(collection).minutes_expected == pytest.approx((12 * 30 + 4) / 60)


def test_relearning_counts_as_learning_for_the_pace(
    collection: Collection, history: History
) -> None:
    """Of 2 s and 6 s, the median 4 s."""
    history.review(1, state=CardState.LEARNING, seconds=2)
    history.review(1, state=CardState.RELEARNING, seconds=6)
    collection.save_settings(StudySettings(time_zone="UTC", new_per_day=1))
    card = collection.card_view(1).card
    collection.grade(card, Grade.AGAIN, NOW, duration_ms=1, raw=1, scale=Scale.FOUR)
    today = facts(collection)
    assert today.counts == Counts(learning=1)
    assert today.minutes_expected == pytest.approx(4 / 60)


@pytest.mark.parametrize(
    ("days_ago", "streak"),
    [([], 0), ([0], 1), ([1], 1), ([2], 0), ([0, 1, 2], 3), ([1, 2, 3], 3), ([0, 1, 3, 4], 2)],
)
def test_a_streak_lasts_until_a_whole_day_is_missed(
    collection: Collection, history: History, days_ago: list[int], streak: int
) -> None:
    for days in days_ago:
        history.review(days)
    assert facts(collection).streak_days == streak


def test_a_streak_may_be_longer_than_the_calendar(collection: Collection, history: History) -> None:
    for days in range(400):
        history.review(days)
    today = facts(collection)
    assert today.streak_days == 400
    assert len(today.reviews_per_day) == 371
    assert min(today.reviews_per_day) == TODAY - 370


def test_what_was_undone_was_not_done(collection: Collection, history: History) -> None:
    history.review(0)
    history.review(0, is_undone=True)
    history.review(1, is_undone=True)
    history.review(2)
    history.review(2, is_undone=True)
    today = facts(collection)
    assert today.reviews_per_day == {TODAY: 1, TODAY - 2: 1}
    assert (today.done_today, today.seconds_today) == (1, 1.0)
    assert today.streak_days == 1


def test_reviews_are_remembered_by_day_and_still_follow_an_undo(
    collection: Collection, history: History
) -> None:
    history.review(1)
    assert facts(collection).reviews_per_day == {TODAY - 1: 1}
    history.review(0)
    assert facts(collection).reviews_per_day == {TODAY - 1: 1, TODAY: 1}
    history.review(1, is_undone=True)
    history.review(1)
    history.review(2, is_undone=True)
    assert facts(collection).reviews_per_day == {TODAY - 1: 2, TODAY: 1}
    tomorrow = facts(collection, NOW + timedelta(days=1))
    assert tomorrow.reviews_per_day == {TODAY - 1: 2, TODAY: 1}


def test_only_known_cards_can_be_remembered(collection: Collection, history: History) -> None:
    """Of four reviews one was graded Again; new and learning cards do not count."""
    for grade in (Grade.GOOD, Grade.AGAIN, Grade.HARD, Grade.EASY):
        history.review(0, grade=grade)
    history.review(0, state=CardState.NEW, grade=Grade.AGAIN)
    history.review(0, state=CardState.LEARNING, grade=Grade.AGAIN)
    history.review(1, grade=Grade.AGAIN)
    today = facts(collection)
    assert today.remembered_today == 0.75
    assert today.done_today == 6


def test_the_week_to_come(collection: Collection) -> None:
    for card_id, due_in in enumerate((0, 1, 1, 7, 8, -2), start=1):
        know(collection, card_id, stability=9.0, due_in=due_in)
    know(collection, 7, stability=9.0, due_in=2)
    collection.suspend([7], NOW)
    assert facts(collection).forecast == (2, 0, 0, 0, 0, 0, 1)


def test_reviews_dated_tomorrow_by_a_wrong_clock_are_not_counted(
    collection: Collection, history: History
) -> None:
    history.review(-1)
    today = facts(collection)
    assert (today.reviews_per_day, today.streak_days, today.done_today) == ({}, 0, 0)


def test_the_retention_wanted_is_the_setting(collection: Collection) -> None:
    collection.save_settings(collection.settings()._replace(desired_retention=0.8))
    assert facts(collection).desired_retention == 0.8
