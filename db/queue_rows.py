"""Reading the day's queue out of the collection: no more cards than the day can use."""

import json
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any

from db.calendar import LearnerCalendar
from db.day_limits import limits_on
from db.driver import Connection
from db.lanes import Horizon, Key, Lanes, Shuffle
from db.queue import DayQueue, Done
from db.records import card_of
from db.rows import CardRow, CardState
from db.settings import StudySettings
from db.sql import queue as sql
from db.statement import Statement

_HARD_STRETCHES_A_STEP = 1.5
_PATIENCE = timedelta(hours=1)
_SPARE_CARDS = 300


def load_queue(
    connection: Connection,
    now: datetime,
    *,
    calendar: LearnerCalendar,
    settings: StudySettings,
    deck_ids: Collection[int] | None = None,
    tag: str | None = None,
) -> DayQueue:
    """The queue of `now`'s day, from the collection.

    Of reviews and new cards it reads what the day's limits allow and some to spare, for cards that
    wait for a sibling or will be suspended; then more, as long as that is not enough.

    Args:
        connection: In a transaction, so that all is of one moment.
        now: Aware.
        calendar: The learner's.
        settings: The learner's; what was added to the limits of that day comes on top.
        deck_ids: The decks to study, children included; None for all.
        tag: The notes to study are those that have it; None for all.
    """
    day = calendar.day_of(now)
    settings = limits_on(connection, day, settings)
    done = done_on(connection, day)
    reader = _Reader(connection, day, deck_ids, tag)
    reviews_left = max(0, settings.reviews_per_day - done.reviews)
    new_left = max(0, settings.new_per_day - done.new)
    spare = _SPARE_CARDS
    while True:
        due, due_known_to = reader.reviews(reviews_left + spare)
        new, new_known_to = reader.new(new_left + spare)
        queue = queue_of(
            [*reader.learning(), *reader.due_siblings(new if due_known_to else ()), *due, *new],
            now=now,
            calendar=calendar,
            settings=settings,
            done=done,
            deck_ids=None if deck_ids is None else frozenset(deck_ids),
            note_ids=None if tag is None else reader.tagged(),
            reviews_known_to=due_known_to,
            new_known_to=new_known_to,
        )
        if not queue.runs_short():
            return queue
        spare *= 8


def done_on(connection: Connection, day: int) -> Done:
    """What was done on a learner's day and not undone, over the whole collection."""
    by_state: dict[int, int] = dict(sql.DONE.rows(connection, day=day))
    return Done(by_state.get(CardState.NEW, 0), by_state.get(CardState.REVIEW, 0))


def queue_of(
    rows: Iterable[CardRow],
    *,
    now: datetime,
    calendar: LearnerCalendar,
    settings: StudySettings,
    done: Done,
    deck_ids: frozenset[int] | None = None,
    note_ids: frozenset[int] | None = None,
    reviews_known_to: Key | None = None,
    new_known_to: Key | None = None,
) -> DayQueue:
    """The queue of `now`'s day, of cards read before.

    Args:
        rows: Cards; those that are not for today are left aside.
        now: Aware.
        calendar: The learner's.
        settings: The learner's.
        done: What was already done today, in the whole collection.
        deck_ids: Only cards of these decks; None for all.
        note_ids: Only cards of these notes; None for all.
        reviews_known_to: The last review in `rows`, if the collection has more due.
        new_known_to: The last new card in `rows`, if the collection has more.
    """
    day = calendar.day_of(now)
    steps = (0.0, *settings.learning_steps_min, *settings.relearning_steps_min)
    ahead = timedelta(minutes=settings.learn_ahead_min)
    horizon = Horizon(
        day=day,
        learning_before=calendar.start_of(day + 1) + ahead,
        longest_wait=timedelta(minutes=max(steps) * _HARD_STRETCHES_A_STEP) + _PATIENCE,
        deck_ids=deck_ids,
        note_ids=note_ids,
    )
    lanes = Lanes(
        rows,
        now=now,
        horizon=horizon,
        one_a_note=settings.bury_siblings,
        reviews_known_to=reviews_known_to,
        new_known_to=new_known_to,
    )
    return DayQueue(lanes, day=day, now=now, calendar=calendar, settings=settings, done=done)


class _Reader:
    """Reads cards in the order in which the queue keeps them."""

    def __init__(
        self, connection: Connection, day: int, deck_ids: Collection[int] | None, tag: str | None
    ) -> None:
        self._connection = connection
        self._tag = tag
        self._day = day
        self._decks = None if deck_ids is None else json.dumps(list(deck_ids))

    def learning(self) -> list[CardRow]:
        """All cards being learnt: they have no limit."""
        return self._rows(sql.LEARNING)

    def reviews(self, limit: int) -> tuple[list[CardRow], Key | None]:
        """The first cards to review, and the last one's key when there may be more."""
        shuffle = Shuffle(self._day)
        order = {"factor": shuffle.factor, "shift": shuffle.shift}
        rows = self._rows(sql.REVIEWS, **order, limit=limit)
        if len(rows) < limit:
            return rows, None
        return rows, (rows[-1].due_day or 0, shuffle(rows[-1].id), rows[-1].id)

    def new(self, limit: int) -> tuple[list[CardRow], Key | None]:
        """The first new cards, and the last one's key when there may be more."""
        rows = self._rows(sql.NEW, limit=limit)
        if len(rows) < limit:
            return rows, None
        return rows, (rows[-1].position, rows[-1].ordinal, rows[-1].id)

    def due_siblings(self, rows: Iterable[CardRow]) -> list[CardRow]:
        """Cards to review of the same notes."""
        notes = {row.note_id for row in rows}
        return self._rows(sql.DUE_SIBLINGS, notes=json.dumps(list(notes))) if notes else []

    def tagged(self) -> frozenset[int]:
        """The notes that have the tag."""
        return frozenset(sql.TAGGED.column(self._connection, tag=self._tag))

    def _rows(self, statement: Statement, **values: Any) -> list[CardRow]:
        chosen = {"day": self._day, "decks": self._decks, "tag": self._tag}
        found = statement.rows(self._connection, **chosen, **values)
        return [card_of(row) for row in found]
