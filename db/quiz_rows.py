"""Plain rows of quizzes that come out of the collection, as those of `db.rows` do.

What an answer says is text that others write and read (`response`): here it only has to be JSON.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from decks.kinds import NoteKind
from decks.questions.responses import Certainty, SelfGrade


class QuizMode(StrEnum):
    """When a learner is told: after each answer, or after all of them."""

    PRACTICE = "practice"
    EXAM = "exam"


class AttemptState(StrEnum):
    """Whether an attempt goes on; of those that do there is at most one."""

    OPEN = "open"
    FINISHED = "finished"
    ABANDONED = "abandoned"  # kept, with the answers that were locked


class Which(StrEnum):
    """Which questions of a pool: all, those never answered, those whose latest answer fell short.

    An answer counts once it is graded; it fell short if it was wrong or partly right.
    """

    ALL = "all"
    NEW = "new"
    MISSED = "missed"


class QuestionRow(NamedTuple):  # not a dataclass: 10,000 of them take seven times as long to make
    """A question that may be asked: neither suspended nor gone from the course.

    Attributes:
        card_id: Its only card.
        note_id: Its note.
        deck_id: The deck it lies in.
        kind: How it is answered.
        tags: As its note has them.
        facts: Ids of the course inventory.
        last_grade: Of the latest graded answer, in a quiz or among the day's cards; None before.
    """

    card_id: int
    note_id: int
    deck_id: int
    kind: NoteKind
    tags: tuple[str, ...]
    facts: tuple[str, ...]
    last_grade: SelfGrade | None = None

    @property
    def is_new(self) -> bool:
        """Whether it was never answered."""
        return self.last_grade is None

    @property
    def is_missed(self) -> bool:
        """Whether its latest answer was wrong or partly right."""
        return self.last_grade in (SelfGrade.WRONG, SelfGrade.PARTLY)


@dataclass(frozen=True, slots=True)
class QuestionFilter:
    """What a learner wants to be asked; each part that is empty lets everything through.

    Attributes:
        deck_ids: These decks and those below them.
        tags: One of these at least.
        kinds: One of these.
        which: All, new or missed.
    """

    deck_ids: frozenset[int] = frozenset()
    tags: frozenset[str] = frozenset()
    kinds: frozenset[NoteKind] = frozenset()
    which: Which = Which.ALL


@dataclass(frozen=True, slots=True)
class Answer:
    """What a learner says to a question; the same in a quiz and among the day's cards.

    Attributes:
        response: JSON; None when nothing is answered.
        certainty: How sure; None if not asked or not said.
        score: What the question's rule says it is worth, 0 to 1; None where no rule can tell.
    """

    response: str | None = None
    certainty: Certainty | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class QuizAnswer:
    """One question of an attempt, with what is answered so far.

    Attributes:
        place: In the attempt, from 0.
        card_id: The question's card.
        answer: The latest draft, or what was locked.
        spent_ms: How long the learner has looked at it.
        is_flagged: Whether the learner wants to come back.
        locked_at: From then on the answer stays as it is; None before.
        self_grade: What the learner says it is worth; None before.
        is_outdated: Whether the question's body was changed since it was answered, so that
            positions in `response` may mean something else now.
    """

    place: int
    card_id: int
    answer: Answer = Answer()
    spent_ms: int = 0
    is_flagged: bool = False
    locked_at: datetime | None = None
    self_grade: SelfGrade | None = None
    is_outdated: bool = False

    @property
    def is_locked(self) -> bool:
        """Whether it can no longer be changed."""
        return self.locked_at is not None


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """An attempt at a quiz, without its answers.

    Attributes:
        id: Grows with time.
        started_at: When it began.
        ended_at: When it was finished or abandoned; None while it is open.
        mode: Practice or exam.
        state: Open, finished or abandoned.
        time_limit_s: Of the whole attempt; None for none. What is left of it is this minus
            `spent_ms`: time in which the app is closed does not count.
        seed: For shuffling options.
        chosen: JSON: what the learner chose, as the app wrote it.
        place: The question that is shown, from 0.
        questions: How many there are.
        answered: How many have a response.
        graded: How many have a grade by the learner.
        score: Sum of what the locked answers are worth (`db.quiz_marks.worth`), 0 to `questions`.
        certainty_mark: Sum of the marks by certainty, of answers that have one and are graded.
        spent_ms: On all questions.
    """

    id: int
    started_at: datetime
    ended_at: datetime | None
    mode: QuizMode
    state: AttemptState
    time_limit_s: int | None
    seed: int
    chosen: str
    place: int
    questions: int = 0
    answered: int = 0
    graded: int = 0
    score: float = 0.0
    certainty_mark: float = 0.0
    spent_ms: int = 0


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt with its answers, in the order asked."""

    row: AttemptRow
    answers: tuple[QuizAnswer, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Graded answers, counted; tallies can be added.

    Attributes:
        answers: How many.
        right: How many the learner found right.
        worth: Sum of what they are worth, 0 to `answers`.
        certainty_mark: Sum of their marks by certainty; 0 for those without a certainty.
    """

    answers: int = 0
    right: int = 0
    worth: float = 0.0
    certainty_mark: float = 0.0

    @property
    def share_right(self) -> float | None:
        """0 to 1; None of no answers."""
        return self.right / self.answers if self.answers else None

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.answers + other.answers,
            self.right + other.right,
            self.worth + other.worth,
            self.certainty_mark + other.certainty_mark,
        )


Calibration = Mapping[Certainty | None, Tally]
"""How answers of each certainty turned out; None for those without one."""


@dataclass(frozen=True, slots=True)
class QuizReport:
    """All graded answers, in quizzes and among the day's cards.

    Attributes:
        overall: All of them.
        by_day: By the learner's day on which they were given.
        by_chapter: By the id of the topmost deck.
        by_fact: By each id of the inventory that a question has.
    """

    overall: Calibration = field(default_factory=dict)
    by_day: Mapping[int, Calibration] = field(default_factory=dict)
    by_chapter: Mapping[int, Calibration] = field(default_factory=dict)
    by_fact: Mapping[str, Calibration] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class QuestionFacts:
    """How a question was answered so far; only answers that are graded and not undone.

    Attributes:
        answers: How many.
        facility: What they were worth on average, 0 to 1; None without any.
        median_s: Time of the middle answer, in seconds; None without any.
        responses: How often each was given to the body as it is now; JSON, as answered.
        picks: Of a choice: how often each option was picked, by its position in that body.
    """

    answers: int = 0
    facility: float | None = None
    median_s: float | None = None
    responses: Mapping[str, int] = field(default_factory=dict)
    picks: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question that was answered, as its note is now, and how it did."""

    card_id: int
    kind: NoteKind
    front: str
    back: str
    facts: QuestionFacts


@dataclass(frozen=True, slots=True)
class ExportRow:
    """One locked answer, as a line of the export; `attempt_id` is None among the day's cards."""

    attempt_id: int | None
    mode: QuizMode | None
    place: int | None
    question: str  # the note's uid
    kind: NoteKind
    chapter: str  # title of the topmost deck
    facts: tuple[str, ...]
    at: datetime
    answer: Answer
    self_grade: SelfGrade | None
    spent_ms: int
