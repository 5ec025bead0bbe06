"""What quizzes tell afterwards: attempts, how certain and how right, and how questions did."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import groupby
from statistics import fmean, median
from typing import Generic, TypeVar

from db.checking import doubting
from db.driver import Connection, Row
from db.engine import Store
from db.json_text import Words
from db.queries import deck_rows
from db.quiz_answers import answer_of, attempt_rows, body_hash, grade_of, whole_attempt
from db.quiz_marks import worth
from db.quiz_rows import (
    AskedQuestion,
    Attempt,
    AttemptRow,
    Calibration,
    ExportRow,
    QuestionFacts,
    QuizMode,
    QuizReport,
    Tally,
)
from db.quiz_stored import StoredAnswer, StoredAttempt
from db.records import from_ms
from db.rows import DeckRow
from db.sql import quizzes as sql
from decks.kinds import NoteKind
from decks.questions.marking import certainty_mark
from decks.questions.response_text import ResponseTextError, read_response
from decks.questions.responses import Certainty, Picked, SelfGrade

_AFTER_ALL = 2**63 - 1
_STORED = len(StoredAnswer._fields)
K = TypeVar("K")


class QuizHistory:
    """Attempts and answers, read; any thread may use it.

    Args:
        store: The collection.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def attempts(self, limit: int = 50, before: int | None = None) -> tuple[AttemptRow, ...]:
        """Attempts, newest first.

        Args:
            limit: Not more than so many.
            before: Only those older than this one: the id of the last of the page before.
        """
        last = _AFTER_ALL if before is None else before
        with doubting(self._store), self._store.reader.begin() as connection:
            found = sql.ATTEMPTS.rows(connection, before=last, limit=limit)
            return tuple(attempt_rows(connection, [StoredAttempt._make(row) for row in found]))

    def attempt(self, attempt_id: int) -> Attempt:
        """One attempt, with its answers in the order asked; see `db.quiz_marks.errors_first`.

        Raises:
            KeyError: If there is no such attempt.
        """
        with doubting(self._store), self._store.reader.begin() as connection:
            for row in sql.ATTEMPT.rows(connection, of=attempt_id):
                return whole_attempt(connection, StoredAttempt._make(row))
        raise KeyError(attempt_id)

    def report(self) -> QuizReport:
        """How certain and how right the learner was: over time, by chapter and by fact."""
        with doubting(self._store), self._store.reader.begin() as connection:
            return _report(connection)

    def questions(self) -> tuple[AskedQuestion, ...]:
        """Every question that was answered and graded, and how it did."""
        with doubting(self._store), self._store.reader.begin() as connection:
            rows = sql.ANSWERS_BY_QUESTION.rows(connection)
        answers = ((StoredAnswer._make(row[:_STORED]), *row[_STORED:]) for row in rows)
        by_question = groupby(answers, key=lambda one: (one[0].card_id, *one[1:]))
        return tuple(
            AskedQuestion(
                card_id, NoteKind(kind), front, back, _facts([a for a, *_ in of_it], kind, back)
            )
            for (card_id, kind, front, back), of_it in by_question
        )

    def export_rows(self) -> Iterator[ExportRow]:
        """Every locked answer, oldest first; `db.quiz_csv` writes them to a file."""
        with doubting(self._store), self._store.reader.begin() as connection:
            tops = _tops(deck_rows(connection))
            rows = sql.EXPORT.rows(connection)
        words = Words()
        for row in rows:
            yield _export_row(row, tops, words)


def _facts(answers: Sequence[StoredAnswer], kind: str, back: str) -> QuestionFacts:
    """How a question did that has this body now."""
    now = body_hash(kind, back)
    responses = Counter(
        answer.response
        for answer in answers
        if answer.response is not None and answer.body_hash == now
    )
    return QuestionFacts(
        answers=len(answers),
        facility=fmean(worth(answer.score, grade_of(answer)) for answer in answers),
        median_s=median(answer.spent_ms for answer in answers) / 1000,
        responses=responses,
        picks=_picks(responses),
    )


def _picks(responses: Counter[str]) -> Counter[int]:
    """How often each option of a choice was picked; of what is no choice's answer, nothing."""
    picks: Counter[int] = Counter()
    for text, times in responses.items():
        with suppress(ResponseTextError):
            response = read_response(text)
            if isinstance(response, Picked):
                picks.update(dict.fromkeys(response.options, times))
    return picks


def _report(connection: Connection) -> QuizReport:
    overall: _Sums[None] = _Sums()
    by_day: _Sums[int] = _Sums()
    by_chapter: _Sums[int] = _Sums()
    by_fact: _Sums[str] = _Sums()
    words = Words()
    tops = {deck_id: top.id for deck_id, top in _tops(deck_rows(connection)).items()}
    for deck_id, facts, day, sure, score, grade in sql.GRADED_ANSWERS.rows(connection):
        one = _counted(score, SelfGrade(grade), sure)
        overall.add(None, sure, one)
        by_day.add(day, sure, one)
        by_chapter.add(tops[deck_id], sure, one)
        for fact in words[facts]:
            by_fact.add(fact, sure, one)
    return QuizReport(
        overall.told().get(None, {}), by_day.told(), by_chapter.told(), by_fact.told()
    )


def _counted(score: float | None, grade: SelfGrade, sure: int | None) -> tuple[int, float, float]:
    """Whether an answer is right, what it is worth, and its mark by certainty."""
    value = worth(score, grade)
    mark = 0.0 if sure is None else certainty_mark(value, Certainty(sure))
    return int(grade is SelfGrade.RIGHT), value, mark


class _Sums(Generic[K]):
    """Answers added up by group and certainty: tallies are made at the end, for they are slow."""

    def __init__(self) -> None:
        self._sums: defaultdict[tuple[K, int | None], list[float]] = defaultdict(lambda: [0.0] * 4)

    def add(self, group: K, sure: int | None, one: tuple[int, float, float]) -> None:
        """Count an answer in a group."""
        sums = self._sums[group, sure]
        sums[0] += 1
        sums[1] += one[0]
        sums[2] += one[1]
        sums[3] += one[2]

    def told(self) -> dict[K, Calibration]:
        """Each group's tallies, by certainty."""
        found: defaultdict[K, dict[Certainty | None, Tally]] = defaultdict(dict)
        for (group, sure), (answers, right, value, mark) in self._sums.items():
            certainty = None if sure is None else Certainty(sure)
            found[group][certainty] = Tally(int(answers), int(right), value, mark)
        return dict(found)


def _tops(decks: list[DeckRow]) -> dict[int, DeckRow]:
    """The topmost deck above each, by id."""
    by_id = {deck.id: deck for deck in decks}

    def top(deck: DeckRow) -> DeckRow:
        return deck if deck.parent_id is None else top(by_id[deck.parent_id])

    return {deck.id: top(deck) for deck in decks}


def _export_row(row: Row, tops: dict[int, DeckRow], words: Words) -> ExportRow:
    stored = StoredAnswer._make(row[:_STORED])
    mode, uid, kind, facts, deck_id = row[_STORED:]
    return ExportRow(
        attempt_id=stored.attempt_id,
        mode=None if mode is None else QuizMode(mode),
        place=stored.place,
        question=uid,
        kind=NoteKind(kind),
        chapter=tops[deck_id].title,
        facts=words[facts],
        at=from_ms(stored.locked_at or 0),
        answer=answer_of(stored),
        self_grade=grade_of(stored),
        spent_ms=stored.spent_ms,
    )
