"""Decks by tag: the day's queue of the notes that have one."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.collection import Collection
from db.rows import CardRow, Counts, Grade, Scale
from db.settings import StudySettings
from tests.db.chapters import chapter_of, cloze, note

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """Two chapters; of the first three notes and the last two, the first has both tags."""
    made = Collection.open(tmp_path / "c.epoque", clock=lambda: NOW)
    made.save_settings(StudySettings(time_zone="UTC", new_per_day=3))
    made.apply_import(
        chapter_of(
            note("a", tags=("piège", "calcul")),
            note("b", tags=("autre",)),
            cloze("c", 1, 2),
        )
    )
    last = [note(name, tags=("piège",)) for name in ("d", "e", "f")]
    made.apply_import(chapter_of(*last, name="suite", number=2))
    yield made
    made.close()


def crossing(collection: Collection) -> dict[str, Counts]:
    todo = collection.day_queue(NOW).todo()
    return {deck.tag: deck.counts for deck in collection.today(todo, NOW).tags}


def asked(collection: Collection, tag: str) -> list[str]:
    ids = collection.day_queue(NOW, tag=tag).upcoming(9)
    return [collection.card_view(card_id).note.uid for card_id in ids]


def grade(collection: Collection, card: CardRow) -> None:
    collection.grade(card, Grade.GOOD, NOW, duration_ms=1, raw=3, scale=Scale.FOUR)


def test_only_tags_that_some_card_has_are_there(collection: Collection) -> None:
    assert list(crossing(collection)) == ["piège", "calcul"]


def test_a_tag_s_queue_has_its_notes_within_the_day_s_limit(collection: Collection) -> None:
    assert asked(collection, "piège") == ["intro/a", "suite/d", "suite/e"]  # three new a day
    assert asked(collection, "calcul") == ["intro/a"]
    assert asked(collection, "rien") == []
    assert crossing(collection)["piège"] == Counts(new=3)


def test_grades_elsewhere_count_against_the_same_limit(collection: Collection) -> None:
    first = collection.day_queue(NOW).next(NOW)
    assert first is not None
    grade(collection, first)  # note a: one of three, and in learning now
    assert crossing(collection) == {
        "piège": Counts(new=2, learning=1),
        "calcul": Counts(learning=1),
    }


def test_a_queue_of_a_tag_takes_in_no_other_card(collection: Collection) -> None:
    queue = collection.day_queue(NOW, tag="calcul")
    other = collection.day_queue(NOW, tag="piège")
    card = next(
        row for row in map(other._get, other.upcoming(9)) if row is not None and row.note_id != 1
    )
    change = collection.grade(card, Grade.GOOD, NOW, duration_ms=1, raw=3, scale=Scale.FOUR)
    queue.apply(change, NOW)
    assert queue.counts() == Counts(new=1)


def test_cards_are_counted_with_how_well_they_are_known(collection: Collection) -> None:
    todo = collection.day_queue(NOW).todo()
    pitfalls, _ = collection.today(todo, NOW).tags
    assert (pitfalls.cards, pitfalls.mature, pitfalls.young) == (4, 0, 0)
    assert pitfalls.scope == "piège"
