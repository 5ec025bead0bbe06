"""Notes that the learner makes: asked before the course's, undone, kept through imports."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.collection import Collection
from db.errors import NoCardsError
from db.rows import Change, ChangeKind, Grade, Scale
from decks.model import Chapter, Section
from tests.db.chapters import chapter_of, note

NOW = datetime(2026, 3, 3, 9, tzinfo=UTC)
DOCUMENT = Chapter("document-cours", "Cours", sections=(Section("relu", "ReLU", "Un texte."),))
TWO = "[ReLU](#1) garde le [maximum](#2)."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "c.epoque"


@pytest.fixture
def collection(path: Path) -> Iterator[Collection]:
    with closing(Collection.open(path, clock=lambda: NOW)) as made:
        made.apply_import(chapter_of(note("a"), note("b")))
        made.apply_import(DOCUMENT)
        yield made


def section(collection: Collection, title: str = "Cours") -> int:
    """The deck of the document's section."""
    decks = collection.today(collection.day_queue(NOW).todo(), NOW).decks
    top = next(line.deck.id for line in decks if line.deck.title == title)
    return collection.study_text(top).parts[1].deck_id


def add(collection: Collection, kind: str = "basic", back: str = "R") -> Change:
    return collection.add_note(section(collection), kind=kind, front="Q ?", back=back)


def asked(collection: Collection) -> list[str]:
    """The questions of the day's cards, in order."""
    ids = collection.day_queue(NOW).upcoming(20)
    return [collection.card_view(i).note.front for i in ids]


def test_a_card_made_comes_before_the_course_s_new_ones(collection: Collection) -> None:
    assert add(collection).kind is ChangeKind.ADD
    assert asked(collection) == ["Q ?", "Question ?", "Question ?"]


def test_its_source_is_where_it_was_made(collection: Collection) -> None:
    [card] = add(collection).cards_after
    view = collection.card_view(card.id)
    assert view.deck_path == ("Cours", "ReLU")
    assert view.note.uid.startswith("document-cours/own-")


def test_each_has_a_name_of_its_own(collection: Collection) -> None:
    notes = [add(collection).note_after for _ in range(20)]
    assert len({made.uid for made in notes if made is not None}) == 20


def test_a_cloze_note_gives_a_card_for_each_gap(collection: Collection) -> None:
    change = add(collection, "cloze", TWO)
    assert [card.ordinal for card in change.cards_after] == [1, 2]


def test_a_cloze_note_without_a_gap_is_not_made(collection: Collection) -> None:
    with pytest.raises(NoCardsError):
        add(collection, "cloze", "Rien n’est caché.")
    assert len(collection.find_notes("Rien")) == 0


def test_a_deck_that_is_not_there_takes_none(collection: Collection) -> None:
    with pytest.raises(KeyError):
        collection.add_note(10**6, kind="basic", front="Q ?", back="R")


def test_undone_it_is_asked_no_more_and_redone_it_is_again(collection: Collection) -> None:
    change = add(collection, "cloze", TWO)
    collection.undo(change, NOW)
    assert "Q ?" not in asked(collection)
    assert collection.find_notes("Q") == tuple(
        found for found in collection.find_notes("Q") if found.kind == "basic"
    )
    collection.redo(change, NOW)
    assert asked(collection)[0] == "Q ?"


def test_a_queue_made_before_asks_it_too(collection: Collection) -> None:
    queue = collection.day_queue(NOW)
    change = add(collection)
    queue.apply(change, NOW)
    first = queue.next(NOW)
    assert first == change.cards_after[0]
    assert queue.counts().new == 3
    collection.undo(change, NOW)
    queue.revert(change, NOW)
    assert queue.counts().new == 2


def test_a_graded_card_can_be_undone_down_to_nothing(collection: Collection) -> None:
    change = add(collection)
    graded = collection.grade(
        change.cards_after[0], Grade.GOOD, NOW, duration_ms=1000, raw=3, scale=Scale.FOUR
    )
    collection.undo(graded, NOW)
    collection.undo(change, NOW)
    assert asked(collection) == ["Question ?", "Question ?"]


def test_a_document_imported_again_keeps_the_cards_made_from_it(collection: Collection) -> None:
    [card] = add(collection).cards_after
    changed = replace(DOCUMENT, sections=(Section("relu", "ReLU", "Un autre texte."),))
    report = collection.apply_import(changed, retire_missing=True)
    assert (report.texts, report.retired, report.cards) == (1, 0, 0)
    assert collection.study_text(card.deck_id).parts[1].text == "Un autre texte."
    assert asked(collection)[0] == "Q ?"


def test_a_section_that_is_gone_leaves_its_cards_their_source(collection: Collection) -> None:
    [card] = add(collection).cards_after
    collection.apply_import(replace(DOCUMENT, text="Court.", sections=()))
    assert collection.card_view(card.id).deck_path == ("Cours", "ReLU")
    assert asked(collection)[0] == "Q ?"


def test_a_card_made_of_the_course_outlives_its_updates(collection: Collection) -> None:
    deck = section(collection, "1 · Introduction")
    collection.add_note(deck, kind="basic", front="À moi ?", back="Oui")
    report = collection.apply_import(chapter_of(note("a")), retire_missing=True)
    assert report.retired == 1  # the course's own note b
    assert asked(collection) == ["À moi ?", "Question ?"]


def test_it_is_there_when_the_collection_is_opened_again(path: Path) -> None:
    with closing(Collection.open(path, clock=lambda: NOW)) as first:
        first.apply_import(DOCUMENT)
        add(first)
    with closing(Collection.open(path, clock=lambda: NOW)) as again:
        assert asked(again) == ["Q ?"]
