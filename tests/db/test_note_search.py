"""Notes are found by their words and by their experiment."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.collection import Collection
from decks.kinds import NoteKind
from decks.model import Chapter, ExperimentRef, Note, Section

NOTES = (
    Note("un", NoteKind.BASIC, "Qu’est-ce qu’une époque ?", "Un passage."),
    Note("deux", NoteKind.BASIC, "Et un nœud ?", "Une **unité**.", experiment=ExperimentRef("xor")),
    Note("trois", NoteKind.BASIC, "Un pas ?", "Une époque en a plusieurs.",
         experiment=ExperimentRef("xor", (("width", 8),))),
    Note("vrai", NoteKind.TRUTH, "Une époque est un passage.", "Vrai."),
    Note("quatre", NoteKind.BASIC, "xor ?", "Autre.", experiment=ExperimentRef("xor_two")),
)  # fmt: skip


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    made = Collection.open(tmp_path / "c.epoque")
    made.apply_import(Chapter("c", "C", sections=(Section("s", "S", notes=NOTES),)))
    yield made
    made.close()


def fronts(collection: Collection, words: str = "", experiment: str = "") -> list[str]:
    return [note.uid.split("/")[1] for note in collection.find_notes(words, experiment)]


def test_all_of_them_come_newest_first(collection: Collection) -> None:
    assert fronts(collection) == ["quatre", "vrai", "trois", "deux", "un"]


def test_flashcards_are_found_without_quiz_questions(collection: Collection) -> None:
    found = collection.find_notes("epoque", with_questions=False)
    assert [note.uid.split("/")[1] for note in found] == ["trois", "un"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("epoque", ["vrai", "trois", "un"]),
        ("ÉPOQUE passage", ["vrai", "un"]),
        ("noeud", ["deux"]),
        ("rien du tout", []),
    ],
)
def test_words_are_found_whatever_their_case_and_accents(
    collection: Collection, words: str, found: list[str]
) -> None:
    assert fronts(collection, words) == found


def test_an_experiment_is_found_by_its_whole_name(collection: Collection) -> None:
    assert fronts(collection, experiment="xor") == ["trois", "deux"]
    assert fronts(collection, "epoque", "xor") == ["trois"]


def test_no_more_come_than_are_wanted(collection: Collection) -> None:
    assert len(collection.find_notes(limit=2)) == 2


def test_more_than_a_page_is_read_on(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.note_search._PAGE", 1)
    assert fronts(collection, "epoque") == ["vrai", "trois", "un"]


def test_what_a_learner_attached_is_found(collection: Collection) -> None:
    (note,) = collection.find_notes("passage", with_questions=False)
    text = json.dumps({"name": "ravine", "settings": {"condition": 10}})
    collection.attach_experiment(note.id, text, collection._clock())
    assert fronts(collection, experiment="ravine") == ["un"]
