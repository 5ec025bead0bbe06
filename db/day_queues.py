"""The part of `db.collection` that makes the day's queues: of all cards, of a deck or of a tag."""

from datetime import datetime

from db.calendar import LearnerCalendar
from db.checking import doubting
from db.driver import Connection
from db.engine import Store
from db.queries import deck_and_below
from db.queue import DayQueue
from db.queue_rows import load_queue
from db.rows import DeckToday
from db.settings import StudySettings


class DayQueues:
    """What a `Collection` gives to study; may raise a `CollectionError`."""

    _store: Store
    _calendar: LearnerCalendar
    _settings: StudySettings

    def day_queue(
        self, now: datetime, *, deck_id: int | None = None, tag: str | None = None
    ) -> DayQueue:
        """The queue of the learner's day.

        Args:
            now: Aware.
            deck_id: Only of this deck and those below.
            tag: Only of the notes that have this tag.
        """
        with doubting(self._store), self._store.reader.begin() as connection:
            ids = None if deck_id is None else deck_and_below(connection, deck_id)
            return load_queue(
                connection,
                now,
                calendar=self._calendar,
                settings=self._settings,
                deck_ids=ids,
                tag=tag,
            )

    def _cross_decks(self, connection: Connection, now: datetime) -> tuple[DeckToday, ...]:
        from db.cross_decks import cross_decks  # late on purpose: the first card comes first

        return cross_decks(connection, now, calendar=self._calendar, settings=self._settings)
