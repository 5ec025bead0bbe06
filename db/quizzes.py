"""Quizzes: which questions there are, attempts at them, and what they feed.

How a question is marked and shown is not known here. The learner's grade of an answer reviews the
question's card in the same transaction (`db.quiz_grading`).
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from db import quiz_attempts
from db.checking import doubting
from db.driver import Connection
from db.engine import Store
from db.json_text import Words
from db.queries import deck_rows
from db.quiz_answers import whole_attempt
from db.quiz_grading import Study
from db.quiz_history import QuizHistory
from db.quiz_pool import QuizPool
from db.quiz_rows import Answer, Attempt, AttemptState, QuestionRow, QuizAnswer, QuizMode
from db.quiz_stored import StoredAttempt
from db.records import card_of
from db.rows import CardRow, Change, DeckRow
from db.sql import quizzes as sql
from decks.kinds import NoteKind
from decks.questions.responses import SelfGrade

_KINDS = {kind.value: kind for kind in NoteKind}
_GRADES: dict[int | None, SelfGrade | None] = {None: None} | {int(g): g for g in SelfGrade}


class Quizzes(QuizHistory):
    """Questions and attempts; any thread may use it, as the `Collection` that it belongs to.

    What is written is on the disk when the method returns. Every method may raise a
    `CollectionError`: nothing was changed then.

    Grades given here change cards that a day's queue may hold and that an undo stack may know:
    after an attempt, make the queue anew and clear the stack, as after an import. In the attempt
    itself a grade is taken back by giving another (`set_self_grade`).

    Args:
        store: The collection.
        study: Tells how the learner studies now.
    """

    def __init__(self, store: Store, study: Callable[[], Study]) -> None:
        super().__init__(store)
        self._study = study

    # Before

    def pool(self) -> QuizPool:
        """All questions that may be asked, in teaching order; choosing among them needs no SQL."""
        with doubting(self._store), self._store.reader.begin() as connection:
            return _pool(connection)

    def start(
        self,
        card_ids: Sequence[int],
        now: datetime,
        *,
        mode: QuizMode,
        seed: int,
        time_limit_s: int | None = None,
        chosen: str = "{}",
    ) -> Attempt:
        """Begin an attempt at these questions, in this order.

        Args:
            card_ids: One at least, none twice, all of questions.
            now: Aware.
            mode: Practice or exam.
            seed: For shuffling options; kept, so that they stand the same after a crash.
            time_limit_s: More than 0, or None for none.
            chosen: JSON that the app wants to keep: what was chosen.

        Raises:
            ValueError: If another attempt is open, or an argument makes no sense.
        """
        return quiz_attempts.start(
            *(self._store, card_ids, now),
            mode=mode,
            seed=seed,
            time_limit_s=time_limit_s,
            chosen=chosen,
        )

    # During

    def current(self) -> Attempt | None:
        """The attempt in progress, as it was last saved; None if there is none."""
        with doubting(self._store), self._store.reader.begin() as connection:
            for row in sql.OPEN_ATTEMPT.rows(connection):
                return whole_attempt(connection, StoredAttempt._make(row))
        return None

    def go_to(self, attempt_id: int, place: int) -> None:
        """Remember which question is shown.

        Raises:
            ValueError: If the attempt is not open or has no such place.
        """
        quiz_attempts.go_to(self._store, attempt_id, place)

    def save_answer(
        self,
        attempt_id: int,
        place: int,
        answer: Answer,
        *,
        spent_ms: int,
        is_flagged: bool = False,
    ) -> QuizAnswer:
        """Save what is answered so far, in place of what was saved before.

        Args:
            attempt_id: The open attempt.
            place: Of the question, from 0.
            answer: As it stands, finished or not.
            spent_ms: On this question, all visits together.
            is_flagged: Whether to come back to it.

        Raises:
            ValueError: If it is locked, the attempt is not open or has no such place, or the
                response is no JSON.
        """
        return quiz_attempts.save(
            *(self._store, attempt_id, place, answer), spent_ms=spent_ms, is_flagged=is_flagged
        )

    def lock(
        self,
        attempt_id: int,
        place: int,
        answer: Answer,
        now: datetime,
        *,
        spent_ms: int,
        is_flagged: bool = False,
        self_grade: SelfGrade | None = None,
    ) -> QuizAnswer:
        """Save an answer for good, before feedback is shown; in an exam `finish` locks them all.

        Args:
            attempt_id: The open attempt.
            place: Of the question, from 0.
            answer: The learner's last word.
            now: Aware.
            spent_ms: As for `save_answer`.
            is_flagged: As for `save_answer`.
            self_grade: What it is worth, if that is already known: its card is reviewed at once.

        Raises:
            ValueError: As `save_answer`.
        """
        return quiz_attempts.lock(
            *(self._store, attempt_id, place, answer, now, self._study()),
            spent_ms=spent_ms,
            is_flagged=is_flagged,
            self_grade=self_grade,
        )

    def set_self_grade(
        self, attempt_id: int, place: int, grade: SelfGrade, now: datetime
    ) -> QuizAnswer:
        """Say what a locked answer is worth, during the attempt or at any time after it.

        The first time its card is reviewed: wrong or partly is Again, right but a guess is Hard,
        right is Good. When the grade changes later, that review is cancelled and made anew, from
        the state before and at the moment of the first; but if the card was reviewed since, only
        the grade in the attempt changes.

        Raises:
            ValueError: If it is not locked, or there is no such place.
        """
        return quiz_attempts.set_self_grade(
            self._store, attempt_id, place, grade, now, self._study()
        )

    def finish(
        self, attempt_id: int, now: datetime, *, self_grades: Mapping[int, SelfGrade] | None = None
    ) -> Attempt:
        """End an attempt: lock what is not locked yet, and grade what is given, all at once.

        Args:
            attempt_id: The open attempt.
            now: Aware.
            self_grades: By place; those not named keep what they have. They can be changed later.

        Raises:
            ValueError: If it is not open, or has no such place.
        """
        return quiz_attempts.end(
            *(self._store, attempt_id, now, self._study()),
            state=AttemptState.FINISHED,
            self_grades=self_grades or {},
        )

    def abandon(self, attempt_id: int, now: datetime) -> None:
        """End an attempt as it is: its drafts stay drafts, and count for nothing.

        Raises:
            ValueError: If it is not open.
        """
        quiz_attempts.end(
            *(self._store, attempt_id, now, self._study()),
            state=AttemptState.ABANDONED,
            self_grades={},
        )

    # Among the day's cards

    def grade_card(
        self,
        card: CardRow,
        answer: Answer,
        self_grade: SelfGrade,
        now: datetime,
        *,
        duration_ms: int,
    ) -> Change:
        """Grade a question among the day's cards, and keep what was answered, in one transaction.

        The card gets the review that `db.quiz_marks.review_grade` tells. The change can be undone
        as that of any card; then the answer counts for nothing, until it is done again.

        Raises:
            ValueError: If the card was graded since it was read, or the response is no JSON.
        """
        return quiz_attempts.grade_card(
            *(self._store, card, answer, self_grade, now, self._study()), duration_ms=duration_ms
        )

    def related_cards(self, card_id: int) -> tuple[CardRow, ...]:
        """Cards, no questions, that teach a fact of this question, the closest first.

        Those that share more of its facts come first, then those that stand nearer to it in the
        course. Suspended ones are left out. `DayQueue.offer` puts them at the front of today's
        queue.
        """
        with doubting(self._store), self._store.reader.begin() as connection:
            return tuple(map(card_of, sql.RELATED_CARDS.rows(connection, of=card_id)))


def _pool(connection: Connection) -> QuizPool:
    words = Words()
    questions = tuple(
        QuestionRow(card, note, deck, _KINDS[kind], words[tags], words[facts], _GRADES[grade])
        for card, note, deck, kind, tags, facts, grade in sql.QUESTIONS.rows(connection)
    )
    return QuizPool(questions, _decks_of(questions, deck_rows(connection)))


def _decks_of(questions: Sequence[QuestionRow], decks: list[DeckRow]) -> tuple[DeckRow, ...]:
    """The decks that hold these questions, and those above them."""
    above = {deck.id: deck.parent_id for deck in decks}
    wanted: set[int] = set()
    for deck_id in {question.deck_id for question in questions}:
        step: int | None = deck_id
        while step is not None and step not in wanted:
            wanted.add(step)
            step = above[step]
    return tuple(deck for deck in decks if deck.id in wanted)
