"""Plain rows that come out of the collection: what screens and sessions see of it.

Nothing here knows SQL, so the window can be drawn before the database library is loaded.
Times are UTC-aware `datetime`; a *day* is an `int`, the proleptic ordinal (`date.toordinal`) of
the learner's day, which starts at the rollover hour of the learner's time zone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import NamedTuple


class CardState(IntEnum):
    """Where a card is in its life (FSRS' states, and new)."""

    NEW = 0
    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3


class Grade(IntEnum):
    """The four FSRS grades."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Scale(StrEnum):
    """Which buttons the learner answered with: four grades, or the five confidence steps."""

    FOUR = "four"
    FIVE = "five"


class Memory(NamedTuple):
    """What FSRS knows of a card.

    Attributes:
        state: New, learning, review or relearning.
        step: Index of the (re)learning step, None outside of learning.
        stability: Days after which recall falls to 90 %; None while new.
        difficulty: 1 (easy) to 10; None while new.
        last_day: Learner's day of the last review; None while new.
    """

    state: CardState = CardState.NEW
    step: int | None = None
    stability: float | None = None
    difficulty: float | None = None
    last_day: int | None = None


class Outcome(NamedTuple):
    """What a grade leads to: the memory after it and when the card comes back.

    Exactly one of `due_day` (reviews) and `due_at` (learning steps) is set.
    """

    memory: Memory
    interval: timedelta
    due_day: int | None = None
    due_at: datetime | None = None


class CardRow(NamedTuple):
    """A card's place in the schedule, without its text.

    One of a question (`is_question`) is asked by quizzes only, until it is answered in one.
    """

    id: int
    note_id: int
    deck_id: int
    ordinal: int
    position: int
    memory: Memory = Memory()
    due_day: int | None = None
    due_at: datetime | None = None
    reps: int = 0
    lapses: int = 0
    is_suspended: bool = False
    buried_until: int | None = None
    flag: int = 0
    is_question: bool = False


class NoteRow(NamedTuple):
    """A note as stored. Fields are Markdown; see `decks.model.Note`."""

    id: int
    uid: str
    kind: str
    front: str
    back: str
    extra: str
    tags: tuple[str, ...]
    facts: tuple[str, ...] = ()
    experiment: str = ""


class CardView(NamedTuple):
    """All that is needed to show one card."""

    card: CardRow
    note: NoteRow
    deck_path: tuple[str, ...]


Scope = int | str | None
"""What is studied: a deck (by id) with those below it, the notes of a tag (by name), or all."""


class DeckRow(NamedTuple):
    """A deck in the tree; `parent_id` is None at the top; `has_text`: there is one to study."""

    id: int
    parent_id: int | None
    uid: str
    title: str
    position: int
    has_text: bool = False


class TextPart(NamedTuple):
    """What a chapter says before one deck's cards, in Markdown; `text` may be empty."""

    deck_id: int
    title: str
    text: str


class StudyText(NamedTuple):
    """A chapter to read: its opening first, then its sections, in teaching order.

    `uid` is the chapter's deck's: it tells where its images lie.
    """

    uid: str
    title: str
    parts: tuple[TextPart, ...]


class Counts(NamedTuple):
    """Cards still to do today."""

    new: int = 0
    learning: int = 0
    review: int = 0

    @property
    def total(self) -> int:
        """All three together."""
        return self.new + self.learning + self.review


class Todo(NamedTuple):
    """What a day's queue holds at one moment.

    Attributes:
        counts: Of all decks.
        by_deck: By deck id, each without the decks below it.
    """

    counts: Counts = Counts()
    by_deck: Mapping[int, Counts] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class DeckToday:
    """A deck's line on the Today page; counts include its child decks.

    One with a `tag` is no stored deck: it crosses the others, and holds the notes of that tag.
    """

    deck: DeckRow
    depth: int
    counts: Counts
    cards: int
    mature: int
    young: int
    tag: str = ""

    @property
    def scope(self) -> Scope:
        """What is studied by choosing it."""
        return self.tag or self.deck.id


class TodayFacts(NamedTuple):
    """What the Today page tells.

    Attributes:
        day: The learner's day it is about.
        decks: Depth first, in teaching order.
        tags: Lines that cross them, see `db.cross_decks`.
        counts: Of the whole collection.
        minutes_expected: For `counts`, from the learner's own pace.
        desired_retention: 0 to 1.
        streak_days: Days in a row with a review, up to today (or yesterday, when none yet today).
        reviews_per_day: Day to number of reviews, the last 371 days.
        done_today: Reviews made today.
        seconds_today: Time they took.
        remembered_today: Share of today's reviews of known cards not graded Again; None if none.
        forecast: Cards that fall due on the next seven days, tomorrow first.
        held_back: New cards and reviews that only today's limits keep from coming, once none of
            their kind is left in `counts`.
    """

    day: int
    decks: tuple[DeckToday, ...] = ()
    counts: Counts = Counts()
    minutes_expected: float = 0.0
    desired_retention: float = 0.9
    streak_days: int = 0
    reviews_per_day: Mapping[int, int] = MappingProxyType({})
    done_today: int = 0
    seconds_today: float = 0.0
    remembered_today: float | None = None
    forecast: tuple[int, ...] = (0,) * 7
    held_back: Counts = Counts()
    tags: tuple[DeckToday, ...] = ()


class ChangeKind(StrEnum):
    """What a learner did that can be undone."""

    GRADE = "grade"
    SUSPEND = "suspend"
    BURY = "bury"
    FLAG = "flag"
    EDIT = "edit"
    ADD = "add"


class Change(NamedTuple):
    """One action, as the rows before and after it: enough to undo and to redo it."""

    kind: ChangeKind
    cards_before: tuple[CardRow, ...] = ()
    cards_after: tuple[CardRow, ...] = ()
    note_before: NoteRow | None = None
    note_after: NoteRow | None = None
    review_id: int | None = None


class ImportReport(NamedTuple):
    """What an import did, or (as a preview) would do.

    Counts are notes, but for `cards` (new ones), `images` and `texts` (new or changed).
    """

    title: str
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    kept_edited: int = 0
    retired: int = 0
    cards: int = 0
    images: int = 0
    texts: int = 0
    warnings: tuple[str, ...] = ()


class NoticeKind(StrEnum):
    """What is worth telling the learner once a collection is open."""

    MIGRATED = "migrated"
    CLOCK_BEHIND = "clock-behind"
    SETTINGS_IGNORED = "settings-ignored"


class Notice(NamedTuple):
    """Something to tell the learner; the collection works.

    `detail` is, by kind: the path of the backup made before the change of format; the moment of
    the newest review (ISO 8601, UTC); the names of the settings that could not be read and have
    their defaults, with commas between.
    """

    kind: NoticeKind
    detail: str
