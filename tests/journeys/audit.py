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
    """Checks a collection after each session, and remembers what it found.

    The notes of the collection have two cards at most, siblings are buried, and nothing but reviews
    and their undoing has happened.
    """

    path: Path
    calendar: LearnerCalendar
    settings: StudySettings
    reviews: set[int] = field(default_factory=set)
    undone: set[int] = field(default_factory=set)
    cards: dict[int, tuple[object, ...]] = field(default_factory=dict)

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
            cards = _cards(connection)
            fresh = (reviews - self.reviews) | (undone - self.undone)
            changed = {i for i, card in cards.items() if card != self.cards.get(i)}
            changed |= _ids(connection, f"SELECT card_id FROM reviews WHERE id IN ({_in(fresh)})")
            complaints = [
                *_missing("review", self.reviews | _made(announced), reviews),
                *_missing("undoing", self.undone | _undone(announced), undone),
                *_surprises(announced, len(reviews - self.reviews) + len(undone - self.undone)),
                *self._wrong_cards(connection, changed),
            ]
        self.reviews, self.undone, self.cards = reviews, undone, cards
        return complaints

    def check_file(self) -> list[str]:
        """Complaints of SQLite about the file as a whole."""
        with closing(sqlite3.connect(self.path)) as connection:
            found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
            found += [str(row) for row in connection.execute("PRAGMA foreign_key_check")]
        return [line for line in found if line != "ok"]

    def _wrong_cards(self, connection: sqlite3.Connection, changed: set[int]) -> Iterable[str]:
        notes = f"SELECT note_id FROM cards WHERE id IN ({_in(changed)})"
        for card in connection.execute(f"SELECT * FROM cards WHERE note_id IN ({notes})"):
            kept = connection.execute(
                f"{_KEPT} AND card_id = ? ORDER BY id", (card["id"],)
            ).fetchall()
            expected = self._replayed(card["id"], kept)
            if _schedule(card) != expected:
                yield f"card {card['id']}: {_schedule(card)}, {len(kept)} reviews say {expected}"
            elif not kept:
                yield from self._wrongly_hidden(connection, card)

    def _wrongly_hidden(self, connection: sqlite3.Connection, new: sqlite3.Row) -> Iterable[str]:
        """A new card is hidden for the day on which its sibling was last reviewed."""
        of_sibling = "card_id IN (SELECT id FROM cards WHERE note_id = ? AND id <> ?)"
        query = f"SELECT max(day) + 1 FROM ({_KEPT} AND {of_sibling})"
        (expected,) = connection.execute(query, (new["note_id"], new["id"])).fetchone()
        if new["buried_until"] != expected:
            yield f"card {new['id']} is hidden until {new['buried_until']}, not {expected}"

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


def _cards(connection: sqlite3.Connection) -> dict[int, tuple[object, ...]]:
    return {row["id"]: tuple(row) for row in connection.execute("SELECT * FROM cards")}


def _in(numbers: Iterable[int]) -> str:
    return ",".join(str(number) for number in numbers)


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
