"""The chapter that is read, and its table of contents."""

from dataclasses import replace

import pytest

from db.collection import Collection
from db.errors import UnwritableCollectionError
from db.rows import StudyText, TextPart
from qtapp.sessions.desk import Desk
from qtapp.sessions.reading import Entry, ReadingSession, state_of
from tests.qtapp.course import chapter
from tests.qtapp.sessions.listening import Heard

OPENING = "#### L’essentiel\n\nUn neurone répond $g(z)$.\n\n##### Notations de $z$\n\nUne table."
TEXT = StudyText(
    "essai",
    "1 · Chapitre",
    (TextPart(1, "1 · Chapitre", OPENING), TextPart(2, "Un", ""), TextPart(3, "Deux", "Fin.")),
)


def test_headings_inside_a_text_are_in_the_contents() -> None:
    assert state_of(TEXT, 1).contents == (
        Entry(0, 0, "L’essentiel", 0),
        Entry(0, 1, "Notations de z", 1),
        Entry(1, None, "Deux", 0),
    )


def test_a_heading_in_code_is_none() -> None:
    text = TEXT._replace(parts=(TextPart(1, "T", "```python\n# non\n```\n\n## Oui"),))
    assert [entry.title for entry in state_of(text, 1).contents] == ["T", "Oui"]


@pytest.mark.parametrize(("deck_id", "place"), [(1, 0), (3, 1), (2, 0), (9, 0)])
def test_reading_starts_at_the_deck_s_own_text_or_at_the_start(deck_id: int, place: int) -> None:
    assert state_of(TEXT, deck_id).place == place


def test_a_chapter_is_read_from_the_collection(desk: Desk, collection: Collection) -> None:
    collection.apply_import(replace(chapter(), text=OPENING))
    session = ReadingSession(desk)
    heard = Heard(session.changed)
    deck = collection.today(collection.day_queue(desk.now()).todo(), desk.now()).decks[1].deck
    session.open(deck.id)
    session.open(deck.id)
    assert [state.serial for state in heard.all] == [1, 2]
    assert (heard.last.title, heard.last.is_read) == ("1 · Chapitre d’essai", True)
    assert [part.text for part in heard.last.parts] == [OPENING]


def test_trouble_is_told_and_what_was_read_stays(
    desk: Desk, collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(deck_id: int) -> StudyText:
        raise UnwritableCollectionError(collection.path)

    session = ReadingSession(desk)
    monkeypatch.setattr(collection, "study_text", broken)
    told, changed = Heard(session.trouble), Heard(session.changed)
    session.open(1)
    assert isinstance(told.last, UnwritableCollectionError)
    assert changed.all == []


DEEP = StudyText(
    "essai",
    "Cours",
    (
        TextPart(1, "Cours", "Avant.\n\n## Un\n\nA\n\n### Dedans\n\nB\n\n## Deux\n\nC"),
        TextPart(2, "Partie", "D\n\n### Plus bas\n\nE"),
    ),
)


@pytest.mark.parametrize(
    ("part", "heading", "source"),
    [
        (0, None, ("Cours",)),
        (0, 0, ("Cours", "Un")),
        (0, 1, ("Cours", "Un", "Dedans")),
        (0, 2, ("Cours", "Deux")),
        (1, None, ("Cours", "Partie")),
        (1, 0, ("Cours", "Partie", "Plus bas")),
    ],
)
def test_a_passage_s_source_is_the_headings_above_it(
    part: int, heading: int | None, source: tuple[str, ...]
) -> None:
    assert state_of(DEEP, 1).source_of(part, heading) == source


def test_a_long_text_is_in_pieces_and_its_contents_are_not() -> None:
    long = "\n\n".join(f"## Titre {n}\n\n{'mot ' * 100}" for n in range(9))
    state = state_of(DEEP._replace(parts=(TextPart(7, "Partie", long),)), 7)
    assert len(state.parts) == 5
    assert [state.begins(n) for n in range(5)] == [True, False, False, False, False]
    titles = [entry.title for entry in state.contents]
    assert titles == ["Partie", *(f"Titre {n}" for n in range(9))]
    assert {entry.depth for entry in state.contents[1:]} == {1}
