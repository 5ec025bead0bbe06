"""Decks that cross the chapters: the notes of one tag each, studied with the day's own limits."""

from collections.abc import Iterator
from datetime import datetime

from db.calendar import LearnerCalendar
from db.driver import Connection
from db.queue_rows import load_queue
from db.rows import DeckRow, DeckToday
from db.settings import StudySettings
from db.sql import today as sql
from db.today import MATURE_DAYS

CROSS_TAGS = ("piège", "formule", "calcul", "entretien")
"""Those that Today shows, if any card has them; in this order."""


def cross_decks(
    connection: Connection,
    now: datetime,
    *,
    calendar: LearnerCalendar,
    settings: StudySettings,
) -> tuple[DeckToday, ...]:
    """A line for each tag, with what its own queue of the day holds.

    Args:
        connection: In a transaction.
        now: Aware.
        calendar: The learner's.
        settings: The learner's.
    """

    def lines() -> Iterator[DeckToday]:
        for place, tag in enumerate(CROSS_TAGS):
            [(cards, mature, young)] = sql.PER_TAG.rows(connection, tag=tag, mature=MATURE_DAYS)
            if cards:
                queue = load_queue(connection, now, calendar=calendar, settings=settings, tag=tag)
                row = DeckRow(-1 - place, None, "", tag, place)
                yield DeckToday(row, 0, queue.counts(), cards, int(mature), int(young), tag)

    return tuple(lines())
