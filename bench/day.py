"""The first queue of the day, against reading the ids of the due cards and nothing else."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from bench.measure import Line, Times, timed
from db.collection import Collection

TIMES = 15
_DUE = "SELECT id FROM cards WHERE state = 2 AND due_day <= ? AND NOT is_suspended"


def measure(collection_file: Path) -> Line:
    """Both in turn, on one collection."""
    now = datetime.now(UTC)
    ours_ms, floor_ms = [], []
    with (
        closing(Collection.open(collection_file)) as collection,
        closing(sqlite3.connect(collection_file)) as connection,
    ):
        day = (collection.calendar().day_of(now),)
        for _ in range(TIMES):
            ours_ms.append(timed(lambda: collection.day_queue(now)))
            floor_ms.append(timed(lambda: connection.execute(_DUE, day).fetchall()))
    ours = Times(tuple(ours_ms))
    return Line(
        "first queue of the day", ours, Times(tuple(floor_ms)), "≤ 50 ms", ours.median <= 50
    )
