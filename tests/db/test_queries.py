from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.collection import Collection
from db.queries import deck_and_below
from db.rows import CardView, Grade, NoteRow, Scale
from decks.kinds import NoteKind
from decks.model import Chapter, Section
from tests.db.chapters import chapter_of, note

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """Cards a, b0, b1 in one chapter and c in another."""
    with closing(Collection.open(tmp_path / "a.sqlite3", clock=lambda: NOW)) as collection:
        first = chapter_of(
            note("a", tags=("x", "é è")), note("b", NoteKind.BOTH, extra="!", facts=("ACT-1",))
        )
        collection.apply_import(first)
        collection.apply_import(chapter_of(note("c"), name="suite", number=2))
        yield collection


def names(views: list[CardView]) -> list[str]:
    return [f"{view.note.uid}#{view.card.ordinal}" for view in views]


def test_a_card_comes_with_its_words_and_its_place(collection: Collection) -> None:
    view = collection.card_view(3)
    assert (view.card.id, view.card.note_id, view.card.ordinal) == (3, 2, 1)
    assert view.note == NoteRow(
        2, "intro/b", "both", "Question ?", "Réponse", "!", (), ("ACT-1",), ""
    )
    assert view.deck_path == ("1 · Introduction", "Un")


def test_a_card_is_as_it_was_left(collection: Collection) -> None:
    card = collection.card_view(1).card
    change = collection.grade(card, Grade.GOOD, NOW, duration_ms=1, raw=3, scale=Scale.FOUR)
    assert collection.card_view(1).card == change.cards_after[0]


def test_there_is_no_such_card(collection: Collection) -> None:
    with pytest.raises(KeyError):
        collection.card_view(99)


def test_cards_come_in_teaching_order(collection: Collection) -> None:
    everything = ["intro/a#0", "intro/b#0", "intro/b#1", "suite/c#0"]
    assert names(collection.find_cards()) == everything
    assert names(collection.find_cards(limit=2)) == everything[:2]
    assert collection.find_cards()[0].note.tags == ("x", "é è")


def test_suspended_and_flagged_cards_are_found(collection: Collection) -> None:
    collection.suspend([4, 2], NOW)
    collection.set_flag(1, 2)
    collection.set_flag(2, 2)
    collection.set_flag(3, 1)
    assert names(collection.find_cards(suspended=True)) == ["intro/b#0", "suite/c#0"]
    assert names(collection.find_cards(flag=2)) == ["intro/a#0", "intro/b#0"]
    assert names(collection.find_cards(suspended=True, flag=2)) == ["intro/b#0"]
    assert collection.find_cards(flag=7) == []


def test_decks_made_by_an_import_are_known_at_once(collection: Collection) -> None:
    collection.card_view(1)
    collection.apply_import(chapter_of(note("d"), name="nouveau", number=3))
    assert collection.card_view(5).deck_path == ("3 · Introduction", "Un")


def test_a_deck_contains_those_below_it(collection: Collection) -> None:
    with collection._store.reader.begin() as connection:
        assert deck_and_below(connection, 1) == [1, 2]
        assert deck_and_below(connection, 4) == [4]


def test_the_queue_of_a_deck_holds_its_own_cards(collection: Collection) -> None:
    sections = (
        Section("un", "Un", notes=(note("x"),)),
        Section("deux", "Deux", notes=(note("y"),)),
    )
    collection.apply_import(Chapter("large", "Large", 3, sections=sections))
    whole = collection.day_queue(NOW, deck_id=5)
    assert whole.counts().new == 2
    assert set(whole.counts_by_deck()) == {6, 7}
    assert collection.day_queue(NOW, deck_id=7).counts().new == 1


def test_small_state_is_kept(collection: Collection) -> None:
    assert collection.state("course") is None
    collection.set_state("course", "abc")
    collection.set_state("course", "déf")
    assert collection.state("course") == "déf"


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("SELECT id FROM cards WHERE state = 2 AND is_suspended = 0 AND is_retired = 0"
         " AND due_day <= 5", "ix_cards_due_review"),
        ("SELECT id FROM cards WHERE state IN (1, 3) AND is_suspended = 0 AND is_retired = 0"
         " AND due_at <= 5", "ix_cards_due_learning"),
        ("SELECT id FROM cards WHERE state = 0 AND is_question = 0 AND is_suspended = 0"
         " AND is_retired = 0 ORDER BY position, ordinal LIMIT 20", "ix_cards_new"),
        ("SELECT id FROM cards WHERE is_question = 1 AND is_suspended = 0 AND is_retired = 0"
         " ORDER BY position", "ix_cards_questions"),
        ("SELECT id FROM quiz_answers WHERE card_id = 5 ORDER BY locked_at DESC",
         "ix_quiz_answers_card_id"),
        ("UPDATE quiz_answers SET review_id = 6 WHERE review_id = 5", "ix_quiz_answers_review_id"),
        ("SELECT id FROM reviews WHERE day = 5", "ix_reviews_day"),
        ("SELECT cards.id FROM note_tags JOIN cards ON cards.note_id = note_tags.note_id"
         " WHERE tag_id = 5", "ix_cards_note_id"),
    ],
)  # fmt: skip
def test_frequent_questions_have_an_index(collection: Collection, query: str, index: str) -> None:
    with collection._store.reader.begin() as connection:
        plan = connection.rows(f"EXPLAIN QUERY PLAN {query}")
    assert index in str(plan)
