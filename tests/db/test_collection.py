import threading
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.collection import Collection
from db.rows import CardState, Counts, Grade, Scale
from tests.db.chapters import chapter_of, note

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def opened(path: Path) -> Collection:
    return Collection.open(path, clock=lambda: NOW)


def review_all(collection: Collection, now: datetime) -> list[int]:
    """Answer Good, five seconds a card, until nothing is left to do now."""
    queue = collection.day_queue(now)
    asked = []
    while (card := queue.next(now)) is not None:
        asked.append(card.id)
        promised = collection.previews(card, now)[Grade.GOOD]
        change = collection.grade(card, Grade.GOOD, now, duration_ms=5000, raw=3, scale=Scale.FOUR)
        after = change.cards_after[0]
        assert (after.memory, after.due_day, after.due_at) == (
            promised.memory, promised.due_day, promised.due_at,
        )  # fmt: skip
        queue.apply(change, now)
        now += timedelta(seconds=5)
    return asked


def test_a_day_of_study_is_there_tomorrow(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite3"
    with closing(opened(path)) as collection:
        collection.apply_import(chapter_of(*(note(f"n{n}") for n in range(3))))
        assert review_all(collection, NOW) == [1, 2, 3, 1, 2, 3]
        assert collection.day_queue(NOW).counts() == Counts()
    with closing(opened(path)) as collection:
        views = collection.find_cards()
        assert [view.card.memory.state for view in views] == [CardState.REVIEW] * 3
        later = NOW + timedelta(days=30)
        assert collection.day_queue(later).counts() == Counts(review=3)


def test_undo_and_redo_reach_the_log(tmp_path: Path) -> None:
    with closing(opened(tmp_path / "a.sqlite3")) as collection:
        collection.apply_import(chapter_of(note("a")))
        card = collection.card_view(1).card
        change = collection.grade(card, Grade.EASY, NOW, duration_ms=1, raw=4, scale=Scale.FOUR)
        collection.undo(change, NOW)
        assert collection.card_view(1).card == card
        assert collection.today(collection.day_queue(NOW).todo(), NOW).done_today == 0
        collection.redo(change, NOW)
        assert collection.card_view(1).card == change.cards_after[0]
        assert collection.today(collection.day_queue(NOW).todo(), NOW).done_today == 1


def in_background(work: Callable[[], object]) -> tuple[threading.Thread, list[Exception]]:
    errors: list[Exception] = []

    def run() -> None:
        try:
            work()
        except Exception as error:
            errors.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    return thread, errors


def test_a_background_thread_may_read_and_import_while_cards_are_graded(tmp_path: Path) -> None:
    big = chapter_of(*(note(f"n{n}") for n in range(1500)), name="big", number=2)
    with closing(opened(tmp_path / "a.sqlite3")) as collection:
        collection.apply_import(chapter_of(*(note(f"n{n}") for n in range(9))))

        def background() -> None:
            for _ in range(3):
                collection.preview_import(big)
                collection.today(collection.day_queue(NOW).todo(), NOW)
                collection.apply_import(big)

        thread, errors = in_background(background)
        asked = review_all(collection, NOW)
        thread.join()
        assert errors == []
        assert asked[:9] == list(range(1, 10))
        assert collection.preview_import(big).unchanged == 1500
        collection.check()


def test_a_review_made_during_an_import_waits_for_its_end(tmp_path: Path) -> None:
    """Writers queue: neither fails, neither is lost."""
    started, graded = threading.Event(), threading.Event()

    def progress(done: int, of: int) -> bool:
        started.set()
        return not graded.wait(0.05)

    big = chapter_of(*(note(f"n{n}") for n in range(1200)), name="big", number=2)
    with closing(opened(tmp_path / "a.sqlite3")) as collection:
        collection.apply_import(chapter_of(note("a")))
        card = collection.card_view(1).card
        thread, errors = in_background(lambda: collection.apply_import(big, progress=progress))
        assert started.wait(5)
        collection.grade(card, Grade.GOOD, NOW, duration_ms=1, raw=3, scale=Scale.FOUR)
        graded.set()
        thread.join()
        assert errors == []
        assert collection.card_view(1).card.reps == 1
        assert collection.preview_import(big).unchanged == 1200


def test_a_card_graded_twice_is_refused(tmp_path: Path) -> None:
    with closing(opened(tmp_path / "a.sqlite3")) as collection:
        collection.apply_import(chapter_of(note("a")))
        card = collection.card_view(1).card
        collection.grade(card, Grade.GOOD, NOW, duration_ms=1, raw=3, scale=Scale.FOUR)
        with pytest.raises(ValueError, match="graded since"):
            collection.grade(card, Grade.GOOD, NOW, duration_ms=1, raw=3, scale=Scale.FOUR)
