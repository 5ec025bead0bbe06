"""Grade a card and have the next one ready, against the same writes by bare sqlite3."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from bench.measure import Line, Times, timed
from db.collection import Collection
from db.rows import CardView, Grade, Scale

REVIEWS = 600
_GRADES = (Grade.GOOD, Grade.GOOD, Grade.HARD, Grade.GOOD, Grade.EASY, Grade.AGAIN)


class Ours:
    """The app's own way from one card to the next, without the screen."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        study = collection.settings()._replace(reviews_per_day=9999)
        collection.save_settings(study)
        self.queue = collection.day_queue(datetime.now(UTC))
        self.turn = count()
        self.view = self.next_card()

    def next_card(self) -> CardView:
        """The next card with its words."""
        now = datetime.now(UTC)
        card = self.queue.next(now)
        if card is None:
            raise RuntimeError("the bench's collection ran out of due cards")
        return self.collection.card_view(card.id)

    def reveal(self) -> None:
        """What the answer's four buttons say."""
        self.collection.previews(self.view.card, datetime.now(UTC))

    def step(self) -> None:
        """One review: durable, and the next card ready."""
        now = datetime.now(UTC)
        grade = _GRADES[next(self.turn) % len(_GRADES)]
        change = self.collection.grade(
            self.view.card, grade, now, duration_ms=4000, raw=grade.value, scale=Scale.FOUR
        )
        self.queue.apply(change, now)
        self.view = self.next_card()


class Floor:
    """One durable transaction with the same two writes, and the next card's words."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.db = connection
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")
        due = connection.execute(
            "SELECT id FROM cards WHERE state = 2 AND NOT is_suspended ORDER BY due_day LIMIT ?",
            (REVIEWS + 1,),
        )
        self.ids = iter([row[0] for row in due])
        self.card_id = next(self.ids)
        self.review_ids = count(
            connection.execute("SELECT coalesce(max(id), 0) FROM reviews").fetchone()[0] + 1
        )

    def step(self) -> None:
        """One review."""
        at = int(datetime.now(UTC).timestamp() * 1000)
        self.db.execute("BEGIN IMMEDIATE")
        self.db.execute(
            "INSERT INTO reviews (id, card_id, at, day, zone_offset_min, grade, raw, scale,"
            " duration_ms, recall, state_before, stability_before, difficulty_before,"
            " last_day_before, due_day_before, state_after, stability_after, difficulty_after,"
            " due_day_after)"
            " VALUES (?, ?, ?, 739941, 0, 3, 3, 'four', 4000, 0.9, 2, 10.0, 5.0, 739931, 739941, 2,"
            " 25.0, 5.0, 739966)",
            (next(self.review_ids), self.card_id, at),
        )
        self.db.execute(
            "UPDATE cards SET stability = 25.0, last_day = 739941, due_day = 739966,"
            " reps = reps + 1 WHERE id = ?",
            (self.card_id,),
        )
        self.db.execute("COMMIT")
        self.card_id = next(self.ids)
        self.db.execute(
            "SELECT * FROM cards JOIN notes ON notes.id = cards.note_id WHERE cards.id = ?",
            (self.card_id,),
        ).fetchone()


def measure(collection_file: Path, folder: Path) -> tuple[Line, Line]:
    """Both ways in turn, on two copies of one collection."""
    ours_file = Path(shutil.copy(collection_file, folder / "ours.sqlite3"))
    floor_file = Path(shutil.copy(collection_file, folder / "floor.sqlite3"))
    reveal_ms, ours_ms, floor_ms = [], [], []
    with (
        closing(Collection.open(ours_file)) as collection,
        closing(sqlite3.connect(floor_file, isolation_level=None)) as connection,
    ):
        ours, floor = Ours(collection), Floor(connection)
        for _ in range(REVIEWS):
            reveal_ms.append(timed(ours.reveal))
            ours_ms.append(timed(ours.step))
            floor_ms.append(timed(floor.step))
    ours_times, floor_times = Times(tuple(ours_ms)), Times(tuple(floor_ms))
    reveal_times = Times(tuple(reveal_ms))
    return (
        Line(
            "grade a card, next one ready",
            ours_times,
            floor_times,
            "median ≤ 2 × floor, p99 ≤ 16 ms",
            ours_times.median <= 2 * floor_times.median and ours_times.p99 <= 16,
        ),
        Line(
            "intervals of the four grades, at the answer",
            reveal_times,
            None,
            "p99 ≤ 1 ms",
            reveal_times.p99 <= 1,
        ),
    )
