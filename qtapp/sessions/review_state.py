"""What the Review page draws, as plain data."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from db.rows import CardState, ChangeKind, Counts, Grade, Outcome, Scale, TodayFacts

_NONE_LEFT = Counts()
_OF_FIVE = (Grade.AGAIN, Grade.AGAIN, Grade.HARD, Grade.GOOD, Grade.EASY)


class Phase(StrEnum):
    """Where the learner is."""

    IDLE = "idle"  # nothing was started yet
    LOADING = "loading"  # the day's queue is being made
    QUESTION = "question"
    ANSWER = "answer"
    WAITING = "waiting"  # only learning cards are left, and they are for later
    FINISHED = "finished"
    TROUBLE = "trouble"  # the next card cannot be read


class Pile(StrEnum):
    """Which of the three counts a card belongs to."""

    NEW = "new"
    LEARNING = "learning"
    REVIEW = "review"


def pile_of(state: CardState) -> Pile:
    """The count that a card in this state is part of."""
    if state is CardState.NEW:
        return Pile.NEW
    return Pile.REVIEW if state is CardState.REVIEW else Pile.LEARNING


def grades_of(scale: Scale) -> tuple[Grade, ...]:
    """The FSRS grade of each step of a scale, first step first."""
    return _OF_FIVE if scale is Scale.FIVE else tuple(Grade)


class CardFace(NamedTuple):
    """The texts of the card shown, Markdown all of them.

    Attributes:
        note_uid: The note's stable name, such as ``introduction/relu``; its first part tells where
            the images lie that the texts name.
        deck_path: Titles from the top of the tree.
        heading: The question, or for a cloze card its context.
        question: What stands under the heading before the answer is shown ("" for nothing).
        answer: What stands there once it is.
        extra: Under the answer.
        is_cloze: The answer takes the question's place instead of following it.
    """

    card_id: int
    note_id: int
    note_uid: str = ""
    deck_path: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    flag: int = 0
    heading: str = ""
    question: str = ""
    answer: str = ""
    extra: str = ""
    is_cloze: bool = False


class Choice(NamedTuple):
    """One of the answer buttons: its step on the scale from 1, and what it leads to."""

    raw: int
    grade: Grade
    interval: timedelta


def choices_of(scale: Scale, outcomes: dict[Grade, Outcome]) -> tuple[Choice, ...]:
    """What the steps of a scale lead to, first step first."""
    return tuple(
        Choice(raw=raw, grade=grade, interval=outcomes[grade].interval)
        for raw, grade in enumerate(grades_of(scale), 1)
    )


class ReviewState(NamedTuple):
    """Everything that the page shows.

    Attributes:
        serial: Another number for each showing of a card, so that a page knows a new one.
        face: None while waiting, finished or idle.
        choices: In the scale's order; empty until the answer is shown.
        done: Grades given since the review was started, less those undone.
        undo: What Ctrl+Z would take back; `redo` likewise.
        waiting_until: When the next card comes, on the clock of the learner's time zone.
        minutes_left: Until then, rounded up.
        scope: Title of the only deck reviewed, "" for all of them.
        facts: Of the whole day; only when finished, and a moment after.
    """

    phase: Phase = Phase.IDLE
    serial: int = 0
    face: CardFace | None = None
    pile: Pile | None = None
    scale: Scale = Scale.FOUR
    choices: tuple[Choice, ...] = ()
    counts: Counts = _NONE_LEFT
    done: int = 0
    undo: ChangeKind | None = None
    redo: ChangeKind | None = None
    waiting_until: datetime | None = None
    minutes_left: int = 0
    scope: str = ""
    facts: TodayFacts | None = None

    def with_card(self, face: CardFace, pile: Pile) -> "ReviewState":
        """The same review, asking a card."""
        return self._replace(
            phase=Phase.QUESTION,
            serial=self.serial + 1,
            face=face,
            pile=pile,
            choices=(),
            waiting_until=None,
            facts=None,
        )

    def without_card(self, phase: Phase) -> "ReviewState":
        """The same, with no card shown."""
        return self._replace(phase=phase, face=None, pile=None, choices=())
