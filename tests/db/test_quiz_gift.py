"""Questions of a collection in a GIFT file, which is read back; what cannot be said is told."""

import os
from pathlib import Path

import pytest

from db.collection import Collection
from db.quiz_gift import export_gift
from db.quiz_rows import QuestionFilter
from decks.kinds import NoteKind
from decks.sources import read_source
from tests.db.quiz_maker import NOW
from tests.qtapp.quizzes import CHOICE, NUMBER, QUESTIONS, chapter

LOST = {"memoire: Mo"}  # the unit: GIFT's numbers have none


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    opened = Collection.open(tmp_path / "c.epoque", clock=lambda: NOW)
    opened.apply_import(chapter())
    return opened


def test_what_was_exported_can_be_imported(collection: Collection, tmp_path: Path) -> None:
    file = tmp_path / "questions.gift"
    export = export_gift(collection, QuestionFilter(), file)
    collection.close()
    assert export.questions == len(QUESTIONS)
    assert {problem.found for problem in export.warnings} == LOST
    read = read_source(file).chapter
    assert [section.title for section in read.sections] == [
        "3 · Questions / Première",
        "3 · Questions / Seconde",
    ]
    notes = {note.id: note for section in read.sections for note in section.notes}
    assert {note.id: note.kind for note in notes.values()} == {n.id: n.kind for n in QUESTIONS}
    assert notes[CHOICE.id].front == CHOICE.front
    assert notes[NUMBER.id].back == "= 4,2 ± 0,1"


def test_those_chosen_are_exported(collection: Collection, tmp_path: Path) -> None:
    wanted = QuestionFilter(kinds=frozenset({NoteKind.TRUTH}))
    assert export_gift(collection, wanted, tmp_path / "one.gift").questions == 1
    collection.close()


@pytest.mark.skipif(os.name == "nt", reason="folders refuse nothing there")
def test_a_file_that_cannot_be_written_is_named_and_left_as_it_was(
    collection: Collection, tmp_path: Path
) -> None:
    file = tmp_path / "questions.gift"
    file.mkdir()  # root may write anywhere, but not a file over a folder
    with pytest.raises(OSError, match=r"questions\.gift") as told:
        export_gift(collection, QuestionFilter(), file)
    collection.close()
    assert told.value.filename == str(file)
    assert [path.name for path in tmp_path.glob("questions*")] == ["questions.gift"]
