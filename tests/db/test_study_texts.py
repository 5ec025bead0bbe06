"""Study texts: delivered with a chapter, read by chapter, never the learner's."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.collection import Collection
from db.rows import DeckToday, StudyText
from decks.model import Chapter, Section
from tests.db.chapters import note

NOW = datetime(2026, 3, 3, 9, tzinfo=UTC)
CHAPTER = Chapter(
    "intro",
    "Introduction",
    number=1,
    text="#### L’essentiel\n\n$a = g(z)$",
    sections=(
        Section("un", "Un", "Le premier texte.", notes=(note("a"),)),
        Section("deux", "Deux", notes=(note("b"),)),
        Section("lire", "À lire", "Sans carte."),
    ),
)


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    made = Collection.open(tmp_path / "c.epoque", clock=lambda: NOW)
    yield made
    made.close()


def decks_of(collection: Collection) -> tuple[DeckToday, ...]:
    return collection.today(collection.day_queue(NOW).todo(), NOW).decks


def read(collection: Collection, place: int = 0) -> StudyText:
    return collection.study_text(decks_of(collection)[place].deck.id)


def test_a_chapter_is_read_whole_from_any_of_its_decks(collection: Collection) -> None:
    collection.apply_import(CHAPTER)
    text = read(collection)
    assert (text.uid, text.title) == ("intro", "1 · Introduction")
    assert [(part.title, part.text) for part in text.parts] == [
        ("1 · Introduction", "#### L’essentiel\n\n$a = g(z)$"),
        ("Un", "Le premier texte."),
        ("Deux", ""),
        ("À lire", "Sans carte."),
    ]
    assert [read(collection, place) for place in range(3)] == [text] * 3


def test_the_report_counts_new_and_changed_texts(collection: Collection) -> None:
    assert collection.apply_import(CHAPTER).texts == 3
    assert collection.apply_import(CHAPTER).texts == 0
    longer = replace(CHAPTER, text="Autrement.")
    assert collection.preview_import(longer).texts == 1
    assert collection.apply_import(longer).texts == 1
    assert read(collection).parts[0].text == "Autrement."


def test_the_text_of_a_section_that_is_gone_goes(collection: Collection) -> None:
    collection.apply_import(CHAPTER)
    collection.apply_import(replace(CHAPTER, sections=CHAPTER.sections[1:]))
    texts = {part.title: part.text for part in read(collection).parts}
    assert texts["Un"] == ""
    assert texts["À lire"] == "Sans carte."


def test_a_section_named_like_its_chapter_adds_to_the_chapter_s_text(
    collection: Collection,
) -> None:
    same = Section("s", "Introduction", "La suite.", notes=(note("a"),))
    collection.apply_import(replace(CHAPTER, text="Le début.", sections=(same,)))
    assert [part.text for part in read(collection).parts] == ["Le début.\n\nLa suite."]


def test_a_chapter_of_texts_alone_is_on_today_s_page(collection: Collection) -> None:
    collection.apply_import(replace(CHAPTER, sections=CHAPTER.sections[2:]))
    assert [(deck.deck.title, deck.cards, deck.deck.has_text) for deck in decks_of(collection)] == [
        ("1 · Introduction", 0, True)
    ]


def test_decks_tell_whether_there_is_something_to_read_in_them(collection: Collection) -> None:
    collection.apply_import(replace(CHAPTER, text=""))
    assert [(deck.deck.title, deck.deck.has_text) for deck in decks_of(collection)] == [
        ("1 · Introduction", True),  # in a section
        ("Un", True),
        ("Deux", False),
    ]


def test_a_deck_that_is_not_there_is_a_key_error(collection: Collection) -> None:
    with pytest.raises(KeyError):
        collection.study_text(99)
