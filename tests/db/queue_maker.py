"""Queues made by hand, without a collection."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from db.calendar import LearnerCalendar
from db.lanes import Key
from db.queue import DayQueue, Done
from db.queue_rows import queue_of
from db.rows import CardRow, CardState, Change, ChangeKind, Memory
from db.settings import StudySettings

CALENDAR = LearnerCalendar(UTC, 4)
NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
TODAY = NOON.toordinal()


def minutes(n: float) -> timedelta:
    return timedelta(minutes=n)


def new_card(i: int, *, note: int = 0, deck: int = 1) -> CardRow:
    """A new card whose place in the course is its id."""
    return CardRow(i, note or 1000 + i, deck, 0, i)


def review_card(i: int, *, note: int = 0, deck: int = 1, due: int = TODAY) -> CardRow:
    memory = Memory(CardState.REVIEW, None, 10.0, 5.0, due - 10)
    return CardRow(i, note or 1000 + i, deck, 0, i, memory, due_day=due, reps=3)


def learning_card(i: int, due: datetime, *, note: int = 0, deck: int = 1) -> CardRow:
    memory = Memory(CardState.LEARNING, 0, 1.0, 5.0, TODAY)
    return CardRow(i, note or 1000 + i, deck, 0, i, memory, due_at=due, reps=1)


def queue(
    rows: Iterable[CardRow],
    settings: StudySettings | None = None,
    *,
    now: datetime = NOON,
    done: Done = Done(),  # noqa: B008
    calendar: LearnerCalendar = CALENDAR,
    deck_ids: frozenset[int] | None = None,
    new_known_to: Key | None = None,
) -> DayQueue:
    return queue_of(
        rows,
        now=now,
        calendar=calendar,
        settings=settings or StudySettings(),
        done=done,
        deck_ids=deck_ids,
        new_known_to=new_known_to,
    )


def graded(before: CardRow, after: CardRow, *buried: CardRow) -> Change:
    """The change of a grade that made `before` into `after` and buried its siblings."""
    hidden = tuple(row._replace(buried_until=TODAY + 1) for row in buried)
    return Change(ChangeKind.GRADE, (before, *buried), (after, *hidden))


def shown(queue: DayQueue, now: datetime = NOON) -> int | None:
    """The id of the card on the screen."""
    card = queue.next(now)
    return None if card is None else card.id
