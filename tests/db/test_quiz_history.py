"""What quizzes tell afterwards; the sums are counted by hand."""

import csv
import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.collection import Collection
from db.quiz_csv import COLUMNS, write_csv
from db.quiz_rows import Answer, QuestionFacts, QuizMode, QuizReport, Tally
from decks.kinds import NoteKind
from decks.questions.response_text import response_text
from decks.questions.responses import Certainty, Picked, Response, SelfGrade, Typed
from tests.db.chapters import chapter_of
from tests.db.quiz_maker import (
    DAY,
    MINUTE,
    NOW,
    TODAY,
    answered,
    card_of,
    facts_of,
    opened,
    question,
    started,
)

GUESS, LIKELY, SURE = Certainty
WRONG, PARTLY, RIGHT = SelfGrade


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    with opened(tmp_path / "a.sqlite3") as collection:
        yield collection


def test_calibration_by_certainty_day_chapter_and_fact(collection: Collection) -> None:
    collection.apply_import(chapter_of(question("x"), name="other", number=2))
    other = next(v.card.id for v in collection.find_cards() if v.note.uid == "other/x")
    attempt = started(collection, "q1", "q2", "q3", "q4")
    answered(collection, attempt, 0, RIGHT, score=1.0)
    answered(collection, attempt, 1, WRONG, score=0.0)
    answered(collection, attempt, 2, PARTLY, certainty=LIKELY, score=0.25)
    answered(collection, attempt, 3, None, certainty=LIKELY)  # not graded: counts for nothing
    collection.quizzes.finish(attempt.row.id, NOW)
    quiz = collection.quizzes.start([other], NOW + DAY, mode=QuizMode.EXAM, seed=1)
    answered(collection, quiz, 0, RIGHT, certainty=None, now=NOW + DAY)

    report = collection.quizzes.report()
    sure = Tally(answers=2, right=1, worth=1.0, certainty_mark=3.0 - 6.0)
    likely = Tally(answers=1, right=0, worth=0.25, certainty_mark=0.5)
    unsaid = Tally(answers=1, right=1, worth=1.0)
    assert report.overall == {SURE: sure, LIKELY: likely, None: unsaid}
    assert report.by_day == {TODAY: {SURE: sure, LIKELY: likely}, TODAY + 1: {None: unsaid}}
    decks = {deck.uid: deck.id for deck in collection.quizzes.pool().decks}
    assert report.by_chapter == {
        decks["intro"]: {SURE: sure, LIKELY: likely},
        decks["other"]: {None: unsaid},
    }
    first, second = Tally(1, 1, 1.0, 3.0), Tally(1, 0, 0.0, -6.0)
    assert report.by_fact == {"ACT-1": {SURE: first}, "ACT-2": {SURE: first + second}}
    assert sure.share_right == 0.5
    assert Tally().share_right is None


def test_another_grade_later_counts_on_the_day_of_the_answer(collection: Collection) -> None:
    attempt = started(collection, "q3")
    answered(collection, attempt, 0, WRONG)
    collection.quizzes.set_self_grade(attempt.row.id, 0, RIGHT, NOW + 3 * DAY)
    report = collection.quizzes.report()
    assert report.by_day == {TODAY: {SURE: Tally(1, 1, 1.0, 3.0)}}


def test_before_any_quiz_there_is_nothing_to_tell(collection: Collection) -> None:
    assert collection.quizzes.report() == QuizReport()
    assert facts_of(collection, card_of(collection, "q1").id) == QuestionFacts()
    assert list(collection.quizzes.export_rows()) == []


def test_how_a_question_did(collection: Collection) -> None:
    card_id = card_of(collection, "q1").id
    for n, (response, grade, ms) in enumerate(
        (("[0]", RIGHT, 1000), ("[1]", WRONG, 9000), ("[1]", PARTLY, 2000), ("[0]", RIGHT, 4000))
    ):
        attempt = started(collection, "q1", now=NOW + n * DAY)
        answered(collection, attempt, 0, grade, response=response, spent_ms=ms)
        collection.quizzes.finish(attempt.row.id, NOW + n * DAY)
    assert facts_of(collection, card_id) == QuestionFacts(
        *(4, (1 + 0 + 0.5 + 1) / 4, 3.0), responses={"[0]": 2, "[1]": 2}
    )


def test_the_options_picked_are_counted(collection: Collection) -> None:
    given: tuple[Response, ...] = (Picked((0, 2)), Picked((2,)), Picked(()), Typed("0"))
    for n, response in enumerate(given):
        attempt = started(collection, "q2", now=NOW + n * DAY)
        answered(collection, attempt, 0, WRONG, response=response_text(response))
        collection.quizzes.finish(attempt.row.id, NOW + n * DAY)
    facts = facts_of(collection, card_of(collection, "q2").id)
    assert facts.picks == {0: 1, 2: 2}


def test_answers_to_an_older_body_are_not_among_the_responses(collection: Collection) -> None:
    attempt = started(collection, "q1")
    answered(collection, attempt, 0, RIGHT)
    collection.apply_import(chapter_of(question("q1", back="- [ ] non\n- [x] oui")))
    facts = facts_of(collection, card_of(collection, "q1").id)
    assert (facts.answers, facts.responses) == (1, {})


def test_questions_are_told_apart_as_their_notes_are_now(collection: Collection) -> None:
    attempt = started(collection, "q1", "q2", "q3")
    answered(collection, attempt, 0, RIGHT, spent_ms=1000)
    answered(collection, attempt, 1, WRONG, spent_ms=3000)
    answered(collection, attempt, 2, None)  # not graded: not told
    asked = {one.card_id: one for one in collection.quizzes.questions()}
    first, second = (card_of(collection, uid) for uid in ("q1", "q2"))
    assert asked.keys() == {first.id, second.id}
    note = collection.card_view(first.id).note
    assert (asked[first.id].kind, asked[first.id].front, asked[first.id].back) == (
        NoteKind(note.kind),
        note.front,
        note.back,
    )
    assert (asked[first.id].facts.median_s, asked[second.id].facts.median_s) == (1.0, 3.0)


def test_every_locked_answer_is_exported(collection: Collection, tmp_path: Path) -> None:
    attempt = started(collection, "q1", "q4", "q3")
    answered(collection, attempt, 0, PARTLY, response='{"texts": ["é, \\"x\\""]}', score=0.5)
    answered(collection, attempt, 1, None, certainty=None, now=NOW + MINUTE)
    collection.quizzes.save_answer(attempt.row.id, 2, Answer("[2]"), spent_ms=1)  # a draft
    undone = collection.quizzes.grade_card(
        card_of(collection, "q3"), Answer("[3]"), WRONG, NOW, duration_ms=1
    )
    collection.undo(undone, NOW)
    collection.quizzes.grade_card(
        card_of(collection, "q3"), Answer("[4]", GUESS, 1.0), RIGHT, NOW + DAY, duration_ms=2500
    )
    path = tmp_path / "answers.csv"
    assert write_csv(path, collection.quizzes.export_rows()) == 3
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *lines = csv.reader(file)
    assert tuple(header) == COLUMNS
    number = str(attempt.row.id)
    at = "2026-03-02T09:30:00.000+00:00"
    assert lines == [
        [number, "practice", "1", at, "1 · Introduction", "intro/q1", "choice", "ACT-1 ACT-2",
         '{"texts": ["é, \\"x\\""]}', "3", "0.5", "partly", "0.5", "1.5", "5.0"],
        [number, "practice", "2", at.replace("30:00", "31:00"), "1 · Introduction", "intro/q4",
         "open", "OPT-1", "[0]", "", "", "", "", "", "5.0"],
        ["", "", "", at.replace("03-02", "03-03"), "1 · Introduction", "intro/q3",
         "number", "", "[4]", "1", "1.0", "right", "1.0", "1.0", "2.5"],
    ]  # fmt: skip


def test_a_file_that_cannot_be_written_leaves_the_old_one(
    collection: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "answers.csv"
    path.write_text("old")

    def full(*_: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="no room"):
        write_csv(path, collection.quizzes.export_rows())
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir() if p.suffix in (".csv", ".part")] == ["answers.csv"]


def test_rows_of_the_export_are_plain(collection: Collection) -> None:
    answered(collection, started(collection, "q2"), 0, RIGHT, response="[0, 1]")
    (row,) = collection.quizzes.export_rows()
    assert (row.mode, row.kind, row.place) == (QuizMode.PRACTICE, NoteKind.CHOICES, 0)
    assert row.answer == Answer("[0, 1]", SURE)
