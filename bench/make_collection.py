"""Make a large collection to measure with: for the same arguments, the same study.

    python -m bench.make_collection PATH [--cards 100000] [--reviews 1000000]

Each card's reviews are laid out backwards from its last one, at intervals that shrink by a growth
factor of its own: three years of a learner, with about 1 % of the cards due today.
"""

import argparse
import random
import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from db.creation import create_collection
from db.engine import connect
from db.preferences import save_settings
from db.settings import StudySettings

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
"""The moment that a collection is made for, unless told otherwise."""

CHAPTERS, SECTIONS = 10, 5
_NEW_SHARE = 0.20
_HISTORY_DAYS = 1100.0
_DAY_MS = 86_400_000
_ROLLOVER_MS = 4 * 3_600_000
_SINCE_YESTERDAY = 0.25  # days: nothing is done yet today
_FIRST_DAY = datetime(1970, 1, 1, tzinfo=UTC).toordinal()
_ID_BITS = 21
_KINDS = (("basic", 1), ("basic", 1), ("basic", 1), ("both", 2))  # five cards to four notes
_WORDS = (
    "gradient réseau perte couche poids biais activation sigmoïde convergence lot taux "
    "régularisation tenseur attention noyau filtre jeton encodeur variance descente époque"
)

Row = tuple[object, ...]


def make_collection(
    path: Path,
    *,
    cards: int = 100_000,
    reviews: int = 1_000_000,
    now: datetime = NOW,
    seed: int = 1,
) -> None:
    """Write a collection of exactly so many cards and reviews; its time zone is UTC.

    Args:
        path: Where no file is yet.
        cards: At least 100.
        reviews: At least the number of cards.
        now: No review is later.
        seed: Another one gives another collection.
    """
    rng = random.Random(seed)
    settings = StudySettings(time_zone="UTC")
    now -= timedelta(hours=settings.rollover_hour)  # before that hour it is still yesterday's day
    now_ms = int(now.timestamp() * 1000)
    create_collection(path)
    store = connect(path)
    with store.writer.begin() as connection:
        save_settings(connection, settings)
    store.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA synchronous = OFF")
        database.execute("BEGIN")
        _add_decks(database)
        _add_notes(database, rng, cards, now_ms)
        log = _study(database, rng, cards, reviews, now_ms)
        _insert(database, "reviews", log)
        undone: list[Row] = [(row[0], row[2]) for row in log if rng.random() < 0.002]
        _insert(database, "review_cancellations", undone)
        database.execute("COMMIT")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _insert(database: sqlite3.Connection, table: str, rows: list[Row]) -> None:
    marks = ",".join("?" * len(rows[0]))
    database.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def _add_decks(database: sqlite3.Connection) -> None:
    rows: list[Row] = []
    for chapter in range(1, CHAPTERS + 1):
        parent = len(rows) + 1
        rows.append((parent, f"c{chapter}", None, f"{chapter} · Chapitre", chapter, ""))
        for section in range(SECTIONS):
            uid = f"c{chapter}/s{section}"
            rows.append((len(rows) + 1, uid, parent, f"Section {section}", section, ""))
    _insert(database, "decks", rows)


def _add_notes(database: sqlite3.Connection, rng: random.Random, count: int, now_ms: int) -> None:
    """Notes with their cards, all new, evenly over the sections."""
    born = now_ms - int(_HISTORY_DAYS * _DAY_MS)
    notes: list[Row] = []
    cards: list[Row] = []
    links: list[Row] = []
    while len(cards) < count:
        n = len(notes)
        kind, faces = _KINDS[n % len(_KINDS)]
        chapter, section = divmod(len(cards) * CHAPTERS * SECTIONS // count, SECTIONS)
        deck = chapter * (SECTIONS + 1) + section + 2
        uid = f"c{chapter + 1}/n{n}"
        words = " ".join(rng.choices(_WORDS.split(), k=14))
        front, back = f"Que dit {words[:60]} ?", f"**{words}** : $w_{{{n}}} \\cdot x + b$."
        texts = (kind, front, back, "", f'["t{n % 40}"]', "[]", "", "")
        notes.append((n + 1, uid, deck, *texts, 0, born, born, ""))
        links.append((n % 40 + 1, n + 1))
        for ordinal in range(min(faces, count - len(cards))):
            card = len(cards) + 1
            position = (chapter + 1) * 1_000_000 + n
            cards.append((card, f"{uid}#{ordinal}", n + 1, deck, ordinal, position))
    _insert(database, "notes", notes)
    _insert(database, "tags", [(t + 1, f"t{t}") for t in range(40)])
    _insert(database, "note_tags", links)
    database.executemany(
        "INSERT INTO cards (id, uid, note_id, deck_id, ordinal, position) VALUES (?,?,?,?,?,?)",
        cards,
    )


def _study(
    database: sqlite3.Connection, rng: random.Random, cards: int, reviews: int, now_ms: int
) -> list[Row]:
    """Give the first cards of the course their schedules; the log of it, oldest first."""
    known = round(cards * (1 - _NEW_SHARE))
    log: list[Row] = []
    schedules: list[Row] = []
    for card in range(1, known + 1):
        fair = (reviews - len(log)) / (known - card + 1)
        count = round(fair) if card == known else max(1, round(fair * (0.4 + 1.2 * rng.random())))
        history = _history(rng, min(count, reviews - len(log) - (known - card)))
        rows = _reviews_of(card, history, rng, now_ms)
        log += rows
        is_learning = rng.random() < 0.001
        schedules.append(_schedule(card, rows, rng, now_ms if is_learning else None))
    database.executemany(
        "UPDATE cards SET state=?, step=?, stability=?, difficulty=?, last_day=?, due_day=?,"
        " due_at=?, reps=?, lapses=?, is_suspended=?, flag=? WHERE id=?",
        schedules,
    )
    log.sort(key=lambda row: row[2])  # type: ignore[arg-type, return-value]
    return [((row[2] << _ID_BITS) + n % (1 << _ID_BITS), *row[1:]) for n, row in enumerate(log)]  # type: ignore[operator]


def _history(rng: random.Random, count: int) -> list[tuple[float, int]]:
    """Ages in days of a card's reviews, oldest first, each with the interval it gave."""
    growth = 1.3 + rng.random() * 0.9
    span = min(3.0 * growth ** min(count, 7) * (0.5 + rng.random()), 700.0)
    spans = [span]
    while len(spans) < count:
        span = rng.uniform(5, 90) if rng.random() < 0.12 else max(1.0, span / growth)
        spans.append(span)
    age = _SINCE_YESTERDAY + rng.random() * spans[0] * 1.01
    ages = [age]
    for span in spans[1:]:
        age += span
        ages.append(age)
    shrink = min(1.0, _HISTORY_DAYS / age)
    return [(a * shrink, max(1, round(s * shrink))) for a, s in zip(ages, spans, strict=True)][::-1]


def _reviews_of(
    card: int, history: list[tuple[float, int]], rng: random.Random, now_ms: int
) -> list[Row]:
    rows: list[Row] = []
    before: tuple[object, ...] = (0, None, None, None, None, None, None)
    difficulty, last_span = 5.0 + 3 * rng.random(), 0
    for age, span in history:
        at = now_ms - int(age * _DAY_MS)
        day = _FIRST_DAY + (at - _ROLLOVER_MS) // _DAY_MS
        grade = 1 if span < last_span else (2, 3, 3, 3, 3, 4)[rng.randrange(6)]
        after = (2, None, span * 1.0, difficulty, day + span, None)
        recall = 0.9 if rows else None
        duration = int(rng.lognormvariate(2.0, 0.6) * 1000)
        rows.append((0, card, at, day, 0, grade, grade, "four", duration, recall, *before, *after))
        before = (2, None, span * 1.0, difficulty, day, day + span, None)
        last_span = span
    return rows


def _schedule(card: int, rows: list[Row], rng: random.Random, learning_at: int | None) -> Row:
    """Columns of the card after its last review; some are being learnt, set aside or flagged."""
    last = rows[-1]
    lapses = sum(row[5] == 1 for row in rows)
    is_suspended, flag = int(rng.random() < 0.005), int(rng.random() < 0.005)
    memory = (last[19], last[20], last[3])
    kept = (len(rows), lapses, is_suspended, flag, card)
    if learning_at is not None:
        return (3, 0, *memory, None, learning_at + rng.randrange(-600_000, 600_000), *kept)
    return (2, None, *memory, last[21], None, *kept)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--cards", type=int, default=100_000)
    parser.add_argument("--reviews", type=int, default=1_000_000)
    parser.add_argument("--now", type=datetime.fromisoformat, default=NOW)
    given = parser.parse_args()
    started = time.perf_counter()
    make_collection(given.path, cards=given.cards, reviews=given.reviews, now=given.now)
    print(f"{given.path}: {time.perf_counter() - started:.1f} s")


if __name__ == "__main__":
    main()
