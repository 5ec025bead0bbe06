"""Does a collection hold everything that was announced, and does everything in it add up?

It reads the file with nothing but `sqlite3`, and schedules every review anew.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from db.calendar import LearnerCalendar
from db.rows import CardRow, Grade, Memory
from db.scheduling import review, seed_of
from db.settings import StudySettings

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_KEPT = "SELECT * FROM reviews WHERE id NOT IN (SELECT review_id FROM review_cancellations)"


@dataclass(frozen=True)
class Announcement:
    """What the screen had moved past: a review, or the undoing of one."""

    review_id: int
    is_undone: bool = False


@dataclass
class Auditor:
    """Checks a collection after each session; `reviews` and `undone` are those found so far."""

    path: Path
    calendar: LearnerCalendar
    settings: StudySettings
    reviews: set[int] = field(default_factory=set)
    undone: set[int] = field(default_factory=set)

    @property
    def actions(self) -> int:
        """Reviews and undoings found so far."""
        return len(self.reviews) + len(self.undone)

    def check(self, announced: Iterable[Announcement]) -> list[str]:
        """Complaints about the collection after a session that announced these, if any.

        Nothing announced may be missing, now or from sessions before; a session that was killed
        may have finished one action that it could not announce any more, and not two.
        """
        announced = tuple(announced)
        with closing(sqlite3.connect(self.path)) as connection:
            connection.row_factory = sqlite3.Row
            reviews = _ids(connection, "SELECT id FROM reviews")
            undone = _ids(connection, "SELECT review_id FROM review_cancellations")
            touched = (reviews - self.reviews) | (undone - self.undone)
            complaints = [
                *_missing("review", self.reviews | _made(announced), reviews),
                *_missing("undoing", self.undone | _undone(announced), undone),
                *_surprises(announced, len(reviews - self.reviews) + len(undone - self.undone)),
                *self._wrong_cards(connection, touched),
            ]
        self.reviews, self.undone = reviews, undone
        return complaints

    def check_file(self) -> list[str]:
        """Complaints of SQLite about the file as a whole."""
        with closing(sqlite3.connect(self.path)) as connection:
            found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
            found += [str(row) for row in connection.execute("PRAGMA foreign_key_check")]
        return [line for line in found if line != "ok"]

    def _wrong_cards(self, connection: sqlite3.Connection, touched: set[int]) -> Iterable[str]:
        marks = ",".join(str(review_id) for review_id in touched)
        cards = _ids(connection, f"SELECT card_id FROM reviews WHERE id IN ({marks})")
        for card_id in sorted(cards):
            yield from self._wrong_card(connection, card_id)

    def _wrong_card(self, connection: sqlite3.Connection, card_id: int) -> Iterable[str]:
        stored = connection.execute("SELECT * FROM cards WHERE id = ?", (card_id,)).fetchone()
        kept = connection.execute(f"{_KEPT} AND card_id = ? ORDER BY id", (card_id,)).fetchall()
        expected = self._replayed(card_id, kept)
        if _schedule(stored) != expected:
            yield f"card {card_id} is {_schedule(stored)}, its {len(kept)} reviews say {expected}"
        hidden_until = kept[-1]["day"] + 1 if kept else None
        siblings = "SELECT * FROM cards WHERE note_id = ? AND id <> ? AND state = 0"
        for sibling in connection.execute(siblings, (stored["note_id"], card_id)):
            if sibling["buried_until"] != hidden_until:
                yield f"card {sibling['id']} is hidden until {sibling['buried_until']}"

    def _replayed(self, card_id: int, kept: list[sqlite3.Row]) -> tuple[object, ...]:
        """The schedule after these reviews, as `_schedule` gives it."""
        card, due_day, due_at = CardRow(card_id, 0, 0, 0, 0), None, None
        for reps, row in enumerate(kept, start=1):
            outcome = review(
                card.memory,
                Grade(row["grade"]),
                _EPOCH + timedelta(milliseconds=row["at"]),
                calendar=self.calendar,
                settings=self.settings,
                seed=seed_of(card),
            )
            card = CardRow(card_id, 0, 0, 0, 0, outcome.memory, reps=reps)
            due_day, due_at = outcome.due_day, outcome.due_at
        due_ms = None if due_at is None else (due_at - _EPOCH) // timedelta(milliseconds=1)
        return *_fields(card.memory), due_day, due_ms, card.reps


def _schedule(row: sqlite3.Row) -> tuple[object, ...]:
    names = "state step stability difficulty last_day due_day due_at reps"
    return tuple(row[name] for name in names.split())


def _fields(memory: Memory) -> tuple[object, ...]:
    m = memory
    return int(m.state), m.step, m.stability, m.difficulty, m.last_day


def _ids(connection: sqlite3.Connection, query: str) -> set[int]:
    return {row[0] for row in connection.execute(query)}


def _made(announced: Iterable[Announcement]) -> set[int]:
    return {a.review_id for a in announced if not a.is_undone}


def _undone(announced: Iterable[Announcement]) -> set[int]:
    return {a.review_id for a in announced if a.is_undone}


def _missing(what: str, expected: set[int], found: set[int]) -> list[str]:
    return [f"the {what} of {i} was announced and is gone" for i in sorted(expected - found)]


def _surprises(announced: tuple[Announcement, ...], actions: int) -> list[str]:
    if actions - len(announced) in (0, 1):
        return []
    return [f"{len(announced)} actions were announced and {actions} are in the collection"]
