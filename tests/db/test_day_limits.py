"""More cards for one day, and what the limits keep back; every count is made by hand."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.collection import Collection
from db.rows import Counts, Grade, Scale
from db.settings import StudySettings
from tests.db.chapters import chapter_of, cloze, note

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
TODAY = NOW.toordinal()
NEXT_DAY = NOW + timedelta(hours=19)  # 4:00, when the learner's day turns
STUDY = StudySettings(time_zone="UTC", new_per_day=2, reviews_per_day=1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.sqlite3"


def opened(path: Path) -> Collection:
    return Collection.open(path, clock=lambda: NOW)


def made(path: Path, *, settings: StudySettings = STUDY) -> Collection:
    """Six basic notes, and a cloze note of three cards."""
    collection = opened(path)
    collection.save_settings(settings)
    collection.apply_import(chapter_of(*(note(f"n{n}") for n in range(6)), cloze("c", 1, 2, 3)))
    return collection


def know(collection: Collection, *card_ids: int, due_in: int = 0) -> None:
    """Make cards review cards, due some days from today."""
    schedule = {"state": 2, "stability": 9.0, "difficulty": 5.0, "last_day": TODAY - 9}
    with collection._store.writer.begin() as connection:
        setting = ", ".join(f"{name} = {value}" for name, value in schedule.items())
        for card_id in card_ids:
            connection.execute(
                f"UPDATE cards SET {setting}, due_day = ? WHERE id = ?", (TODAY + due_in, card_id)
            )


def answer_all(collection: Collection, now: datetime = NOW) -> list[int]:
    """Grade Easy what the day has; the ids, in the order asked."""
    asked = []
    queue = collection.day_queue(now)
    while (card := queue.next(now)) is not None:
        asked.append(card.id)
        given = {"duration_ms": 1, "raw": 4, "scale": Scale.FOUR}
        queue.apply(collection.grade(card, Grade.EASY, now, **given), now)  # type: ignore[arg-type]
    return asked


def held(collection: Collection, now: datetime = NOW) -> Counts:
    return collection.today(collection.day_queue(now).todo(), now).held_back


def test_more_new_cards_come_when_they_are_asked_for(path: Path) -> None:
    with closing(made(path)) as collection:
        assert len(answer_all(collection)) == 2
        collection.raise_limits(NOW, new=3)
        assert collection.day_queue(NOW).counts() == Counts(new=3)
        assert len(answer_all(collection)) == 3
        collection.raise_limits(NOW, new=1)
        assert len(answer_all(collection)) == 1


def test_more_reviews_come_when_they_are_asked_for(path: Path) -> None:
    with closing(made(path, settings=STUDY._replace(new_per_day=0))) as collection:
        know(collection, 1, 2, 3, 4)
        assert len(answer_all(collection)) == 1
        collection.raise_limits(NOW, reviews=2)
        assert len(answer_all(collection)) == 2
        assert held(collection) == Counts(new=3, review=1)


def test_it_lasts_over_a_restart_and_not_until_tomorrow(path: Path) -> None:
    with closing(made(path)) as collection:
        collection.raise_limits(NOW, new=3)
    with closing(opened(path)) as collection:
        assert collection.settings() == STUDY
        assert collection.day_queue(NOW).counts().new == 5
        before_four = NEXT_DAY - timedelta(seconds=1)
        assert collection.day_queue(before_four).counts().new == 5
        assert collection.day_queue(NEXT_DAY).counts().new == 2
        collection.raise_limits(NEXT_DAY, new=1)
        assert collection.day_queue(NEXT_DAY).counts().new == 3


def test_it_comes_on_top_of_a_limit_that_is_changed(path: Path) -> None:
    with closing(made(path)) as collection:
        collection.raise_limits(NOW, new=1)
        collection.save_settings(STUDY._replace(new_per_day=4))
        assert collection.day_queue(NOW).counts().new == 5


@pytest.mark.parametrize("value", ["", "soon", "739677 1", "1 2 3 4"])
def test_a_damaged_value_adds_nothing(path: Path, value: str) -> None:
    with closing(made(path)) as collection:
        collection.raise_limits(NOW, new=1)
        collection.set_state("more-today", value)
        assert collection.day_queue(NOW).counts().new == 2


def test_what_the_limits_hold_back_is_told_once_none_is_left(path: Path) -> None:
    with closing(made(path)) as collection:
        assert held(collection) == Counts()
        answer_all(collection)
        assert held(collection) == Counts(new=5)  # four basic notes, one of the three cloze cards
        collection.raise_limits(NOW, new=100)
        assert held(collection) == Counts()
        answer_all(collection)
        assert held(collection) == Counts()  # the cloze note's others wait for tomorrow


def test_without_burying_every_card_of_a_note_counts(path: Path) -> None:
    with closing(made(path, settings=STUDY._replace(bury_siblings=False))) as collection:
        answer_all(collection)
        assert held(collection) == Counts(new=7)
        collection.raise_limits(NOW, new=7)
        assert len(answer_all(collection)) == 7


def test_a_new_card_whose_sibling_is_due_waits_for_it_and_not_for_the_limit(path: Path) -> None:
    with closing(made(path)) as collection:
        know(collection, 1, 2, 7)  # two basic cards and a cloze card; four basic ones are new
        answer_all(collection)
        assert held(collection) == Counts(new=2, review=2)


def test_cards_put_aside_or_due_later_are_not_held_back(path: Path) -> None:
    with closing(made(path)) as collection:
        answer_all(collection)
        collection.suspend([3], NOW)
        collection.bury([4], NOW)
        know(collection, 5, due_in=1)
        assert held(collection) == Counts(new=2)
