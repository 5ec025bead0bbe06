import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.collection import Collection
from db.errors import ImportCancelled
from db.rows import CardView, Counts, Grade, ImportReport, Scale
from decks.kinds import NoteKind
from decks.model import Chapter, ExperimentRef, Note, Section
from tests.db.chapters import chapter_of, cloze, note

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    with closing(Collection.open(tmp_path / "a.sqlite3", clock=lambda: NOW)) as collection:
        yield collection


def cards(collection: Collection) -> dict[str, CardView]:
    """The cards that can be asked, by uid without the chapter."""
    views = collection.find_cards()
    return {f"{v.note.uid.partition('/')[2]}#{v.card.ordinal}": v for v in views}


def study(collection: Collection, uid: str) -> CardView:
    """Grade a card; as it is afterwards."""
    card = cards(collection)[uid].card
    collection.grade(card, Grade.GOOD, NOW, duration_ms=1, raw=3, scale=Scale.FOUR)
    return cards(collection)[uid]


def reword(collection: Collection, uid: str, front: str) -> None:
    """The learner edits a note."""
    words = cards(collection)[uid].note
    collection.edit_note(words.id, front=front, back=words.back, extra=words.extra, tags=words.tags)


def test_a_chapter_becomes_decks_notes_and_cards(collection: Collection) -> None:
    relu = replace(
        note("relu", NoteKind.BOTH, front="ReLU", back="max", extra="!", tags=("a", "b")),
        facts=("ACT-21",),
        experiment=ExperimentRef("dead_relu", (("lr", 0.3), ("layers", 2))),
    )
    chapter = Chapter(
        "intro",
        "Introduction",
        1,
        sections=(
            Section("un", "Premiers pas", notes=(relu,)),
            Section("vide", "Lecture seule", text="Rien à retenir."),
            Section("deux", "La suite", notes=(cloze("trous", 2, 1),)),
        ),
        tags=("a", "cours"),
    )
    report = collection.apply_import(chapter, ["curious"])
    assert report == ImportReport("Introduction", new=2, cards=4, texts=1, warnings=("curious",))
    stored = cards(collection)
    assert list(stored) == ["relu#0", "relu#1", "trous#1", "trous#2"]
    words = stored["relu#0"].note
    assert (words.uid, words.kind) == ("intro/relu", "both")
    assert (words.front, words.back, words.extra) == ("ReLU", "max", "!")
    assert words.tags == ("a", "cours", "b")
    assert words.facts == ("ACT-21",)
    assert words.experiment == '{"name": "dead_relu", "settings": {"lr": 0.3, "layers": 2}}'
    assert stored["relu#1"].deck_path == ("1 · Introduction", "Premiers pas")
    assert stored["trous#2"].deck_path == ("1 · Introduction", "La suite")


def test_an_imported_deck_without_sections_is_one_deck(collection: Collection) -> None:
    section = Section("s", "Module 1", notes=(note("1"),))
    collection.apply_import(Chapter("deck", "Module 1", sections=(section,)))
    assert cards(collection)["1#0"].deck_path == ("Module 1",)


def test_the_same_chapter_again_changes_nothing(collection: Collection) -> None:
    chapter = chapter_of(note("a"), cloze("b", 1, 2), note("c", NoteKind.BOTH, tags=("x",)))
    collection.apply_import(chapter)
    before = cards(collection)
    again = ImportReport("Introduction", unchanged=3)
    assert collection.preview_import(chapter) == again
    assert collection.apply_import(chapter, retire_missing=True) == again
    assert cards(collection) == before


def test_a_preview_tells_what_comes_and_writes_nothing(collection: Collection) -> None:
    collection.apply_import(chapter_of(note("a"), note("b"), note("c")))
    before = cards(collection)
    updated = chapter_of(note("a", back="Mieux"), note("b"), cloze("d", 1, 2))
    preview = collection.preview_import(updated, retire_missing=True)
    assert preview == ImportReport(
        "Introduction", new=1, updated=1, unchanged=1, retired=1, cards=2
    )
    assert cards(collection) == before
    assert collection.apply_import(updated, retire_missing=True) == preview


def test_new_words_keep_the_schedule(collection: Collection) -> None:
    collection.apply_import(chapter_of(note("a")))
    studied = study(collection, "a#0").card
    better = note("a", front="Mieux dit ?", back="Oui", tags=("neuf",), facts=("ACT-1",))
    assert collection.apply_import(chapter_of(better)).updated == 1
    view = cards(collection)["a#0"]
    assert view.card == studied
    assert (view.note.front, view.note.tags, view.note.facts) == (
        "Mieux dit ?", ("neuf",), ("ACT-1",),
    )  # fmt: skip


def test_a_moved_note_keeps_the_schedule(collection: Collection) -> None:
    one, two = note("a"), note("b")
    collection.apply_import(chapter_of(one, two))
    studied = study(collection, "a#0").card
    sections = (Section("deux", "Deux", notes=(two,)), Section("trois", "Trois", notes=(one,)))
    moved = Chapter("intro", "Introduction", 1, sections=sections)
    assert collection.apply_import(moved).updated == 2
    assert list(cards(collection)) == ["b#0", "a#0"]
    view = cards(collection)["a#0"]
    assert view.deck_path == ("1 · Introduction", "Trois")
    assert view.card.memory == studied.memory
    assert view.card.due_at == studied.due_at


def test_a_note_put_before_others_changes_their_order_only(collection: Collection) -> None:
    collection.apply_import(chapter_of(note("b"), note("c")))
    report = collection.apply_import(chapter_of(note("a"), note("b"), note("c")))
    assert report == ImportReport("Introduction", new=1, unchanged=2, cards=1)
    assert list(cards(collection)) == ["a#0", "b#0", "c#0"]


def test_the_learners_own_words_are_kept(collection: Collection) -> None:
    collection.apply_import(chapter_of(note("a"), note("b")))
    reword(collection, "a#0", "À ma façon ?")
    chapter = chapter_of(note("a", back="Corrigée", facts=("ACT-2",)), note("b", back="Corrigée"))
    assert collection.preview_import(chapter).kept_edited == 1
    report = collection.apply_import(chapter)
    assert (report.kept_edited, report.updated) == (1, 1)
    kept = cards(collection)["a#0"].note
    assert (kept.front, kept.back) == ("À ma façon ?", "Réponse")
    assert kept.facts == ("ACT-2",)
    assert collection.apply_import(chapter).unchanged == 2
    assert cards(collection)["a#0"].note == kept


def test_words_put_back_by_the_learner_follow_the_course_again(collection: Collection) -> None:
    collection.apply_import(chapter_of(note("a")))
    reword(collection, "a#0", "À ma façon ?")
    reword(collection, "a#0", "Question ?")
    assert collection.apply_import(chapter_of(note("a", back="Corrigée"))).updated == 1


def test_the_learner_may_have_found_the_courses_new_words(collection: Collection) -> None:
    collection.apply_import(chapter_of(note("a", front="Qeustion ?")))
    reword(collection, "a#0", "Question ?")
    assert collection.apply_import(chapter_of(note("a"))).kept_edited == 0
    assert collection.apply_import(chapter_of(note("a", front="Autre ?"))).updated == 1


def showing(name: str, experiment: str = "", **words: str) -> Note:
    """A note with an experiment, if named."""
    made = note(name, **words)  # type: ignore[arg-type]
    return replace(made, experiment=ExperimentRef(experiment) if experiment else None)


def attach(collection: Collection, uid: str, experiment: str) -> str:
    """The learner gives a note an experiment; as stored."""
    text = json.dumps({"name": experiment, "settings": {}}) if experiment else ""
    collection.attach_experiment(cards(collection)[uid].note.id, text, NOW)
    return text


def test_an_experiment_follows_the_course(collection: Collection) -> None:
    assert collection.apply_import(chapter_of(showing("a", "xor"))).new == 1
    assert '"xor"' in cards(collection)["a#0"].note.experiment
    assert collection.apply_import(chapter_of(showing("a", "relu"))).updated == 1
    assert '"relu"' in cards(collection)["a#0"].note.experiment
    assert collection.apply_import(chapter_of(showing("a"))).updated == 1
    assert cards(collection)["a#0"].note.experiment == ""


@pytest.mark.parametrize("own", ["", "perceptron"])
def test_the_learner_s_own_experiment_is_kept(collection: Collection, own: str) -> None:
    collection.apply_import(chapter_of(showing("a", "xor")))
    text = attach(collection, "a#0", own)
    assert collection.apply_import(chapter_of(showing("a", "xor"))).unchanged == 1
    assert cards(collection)["a#0"].note.experiment == text
    assert collection.apply_import(chapter_of(showing("a", "relu"))).kept_edited == 1
    assert collection.apply_import(chapter_of(showing("a", "relu"))).unchanged == 1
    assert collection.apply_import(chapter_of(showing("a", "relu", back="Mieux"))).updated == 1
    words = cards(collection)["a#0"].note
    assert (words.back, words.experiment) == ("Mieux", text)


def test_an_experiment_put_back_follows_the_course_again(collection: Collection) -> None:
    collection.apply_import(chapter_of(showing("a", "xor")))
    note_id = cards(collection)["a#0"].note.id
    change = collection.attach_experiment(note_id, '{"name": "own"}', NOW)
    collection.undo(change, NOW)
    assert collection.apply_import(chapter_of(showing("a", "relu"))).updated == 1
    assert '"relu"' in cards(collection)["a#0"].note.experiment


def test_the_learner_may_have_found_the_course_s_new_experiment(collection: Collection) -> None:
    collection.apply_import(chapter_of(showing("a", "xor")))
    attach(collection, "a#0", "relu")
    assert collection.apply_import(chapter_of(showing("a", "relu"))).updated == 1
    assert collection.apply_import(chapter_of(showing("a", "xor"))).updated == 1
    assert '"xor"' in cards(collection)["a#0"].note.experiment


def test_own_words_and_the_course_s_experiment_go_together(collection: Collection) -> None:
    collection.apply_import(chapter_of(showing("a")))
    reword(collection, "a#0", "Ma question")
    assert collection.apply_import(chapter_of(showing("a", "xor"))).updated == 1
    words = cards(collection)["a#0"].note
    assert (words.front, words.experiment) == ("Ma question", '{"name": "xor", "settings": {}}')


def test_deletions_come_and_go_with_their_schedules(collection: Collection) -> None:
    collection.apply_import(chapter_of(cloze("a", 1, 2)))
    studied = study(collection, "a#2").card
    report = collection.apply_import(chapter_of(cloze("a", 1, 3)))
    assert (report.updated, report.cards) == (1, 1)
    assert list(cards(collection)) == ["a#1", "a#3"]
    collection.apply_import(chapter_of(cloze("a", 1, 2, 3)))
    assert cards(collection)["a#2"].card == studied


def test_a_note_may_change_its_kind(collection: Collection) -> None:
    collection.apply_import(chapter_of(note("a")))
    studied = study(collection, "a#0").card
    collection.apply_import(chapter_of(note("a", NoteKind.BOTH)))
    assert list(cards(collection)) == ["a#0", "a#1"]
    assert cards(collection)["a#0"].card == studied


def test_missing_notes_stay_unless_the_course_retires_them(collection: Collection) -> None:
    collection.apply_import(chapter_of(note("a"), note("b")))
    report = collection.apply_import(chapter_of(note("a")))
    assert report == ImportReport("Introduction", unchanged=1)
    assert list(cards(collection)) == ["a#0", "b#0"]


def test_a_retired_note_comes_back_with_its_schedule(collection: Collection) -> None:
    both, alone = chapter_of(note("a"), note("b", NoteKind.BOTH)), chapter_of(note("a"))
    collection.apply_import(both)
    studied = study(collection, "b#1").card
    assert collection.apply_import(alone, retire_missing=True).retired == 1
    assert list(cards(collection)) == ["a#0"]
    assert collection.day_queue(NOW).counts() == Counts(new=1)
    assert collection.apply_import(alone, retire_missing=True).retired == 0
    report = collection.apply_import(both, retire_missing=True)
    assert (report.updated, report.new, report.cards) == (1, 0, 0)
    assert cards(collection)["b#1"].card == studied


def test_chapters_are_taught_in_their_order_and_decks_without_number_last(
    collection: Collection,
) -> None:
    for name, number in (("loose", 0), ("two", 2), ("one", 1), ("later", 0)):
        collection.apply_import(chapter_of(note(name), name=name, number=number))
    assert list(cards(collection)) == ["one#0", "two#0", "loose#0", "later#0"]
    assert collection.apply_import(chapter_of(note("loose"), name="loose", number=0)) == (
        ImportReport("Introduction", unchanged=1)
    )


def test_a_chapter_touches_no_other(collection: Collection) -> None:
    """Not even one whose id starts alike."""
    collection.apply_import(chapter_of(note("a"), name="intro"))
    for name in ("intro-2", "intr", "intro0"):
        collection.apply_import(chapter_of(note("b"), name=name))
    report = collection.apply_import(chapter_of(name="intro"), retire_missing=True)
    assert report.retired == 1
    assert len(collection.find_cards()) == 3


def test_an_import_that_is_stopped_changes_nothing(collection: Collection) -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, of: int) -> bool:
        told.append((done, of))
        return done < 500

    many = chapter_of(*(note(f"n{n}", tags=(f"t{n}",)) for n in range(1200)))
    with pytest.raises(ImportCancelled):
        collection.apply_import(many, progress=progress)
    assert told == [(0, 1200), (500, 1200)]
    assert collection.find_cards() == []
    assert collection.preview_import(many).new == 1200


def test_progress_is_told_to_the_end(collection: Collection) -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, of: int) -> bool:
        told.append((done, of))
        return True

    collection.apply_import(chapter_of(*(note(f"n{n}") for n in range(501))), progress=progress)
    assert told == [(0, 501), (500, 501), (501, 501)]


def test_an_import_that_fails_changes_nothing(collection: Collection) -> None:
    many = [note(f"n{n}") for n in range(1200)]
    with pytest.raises(Exception, match="UNIQUE"):
        collection.apply_import(chapter_of(*many, many[0]))
    assert collection.find_cards() == []


def test_tags_can_be_searched(collection: Collection) -> None:
    collection.apply_import(chapter_of(note("a", tags=("x", "y")), note("b", tags=("y",))))
    collection.apply_import(chapter_of(note("a", tags=("y", "z")), note("b", tags=("y",))))
    with collection._store.reader.begin() as connection:
        found = connection.rows(
            "SELECT tags.name, notes.uid FROM note_tags JOIN tags ON tags.id = tag_id"
            " JOIN notes ON notes.id = note_id ORDER BY 1, 2"
        )
    assert [tuple(row) for row in found] == [
        ("y", "intro/a"), ("y", "intro/b"), ("z", "intro/a"),
    ]  # fmt: skip
