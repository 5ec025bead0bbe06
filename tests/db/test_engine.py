import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from db.engine import Store, connect
from db.errors import UnwritableCollectionError
from db.rows import CardRow
from db.tables import cards, review_cancellations, reviews, state
from tests.db.core import run
from tests.db.store_maker import store_with

CARD = CardRow(1, 1, 1, 0, 0)
REVIEW = {
    "id": 1,
    "card_id": 1,
    "at": 0,
    "day": 1,
    "zone_offset_min": 0,
    "grade": 3,
    "raw": 3,
    "scale": "four",
    "duration_ms": 0,
    "state_before": 0,
    "state_after": 2,
    "stability_after": 1.0,
    "difficulty_after": 5.0,
    "due_day_after": 2,
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with store_with(tmp_path / "a.sqlite3", [CARD]) as store:
        with store.writer.begin() as connection:
            run(connection, insert(reviews), REVIEW)
            run(connection, insert(review_cancellations), {"review_id": 1, "at": 0})
        yield store


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("recursive_triggers", 1)],
)
def test_every_connection_is_durable_and_strict(store: Store, pragma: str, value: object) -> None:
    with store.writer.begin() as one, store.reader.begin() as two:
        assert one.rows(f"PRAGMA {pragma}")[0][0] == value
        assert two.rows(f"PRAGMA {pragma}")[0][0] == value


def test_a_writer_holds_the_file_from_its_first_moment(store: Store) -> None:
    with (
        store.writer.begin(),
        closing(sqlite3.connect(store.path, timeout=0)) as other,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("INSERT INTO state VALUES ('a', 'b')")


def test_a_reader_sees_one_state_while_others_write(store: Store) -> None:
    with store.reader.begin() as reader:
        before = run(reader, select(state))
        with store.writer.begin() as writer:
            run(writer, insert(state), {"key": "a", "value": "b"})
        assert run(reader, select(state)) == before == []


def test_a_writer_that_fails_leaves_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.writer.begin() as writer:  # noqa: PT012
        run(writer, insert(state), {"key": "a", "value": "b"})
        1 / 0  # noqa: B018
    with store.reader.begin() as reader:
        assert run(reader, select(state)) == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE reviews SET grade = 1",
        "DELETE FROM reviews",
        "INSERT OR REPLACE INTO reviews SELECT * FROM reviews",
        "UPDATE review_cancellations SET at = 1",
        "DELETE FROM review_cancellations",
        "INSERT OR REPLACE INTO review_cancellations SELECT * FROM review_cancellations",
    ],
)
def test_the_log_only_grows(store: Store, change: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="append-only"), store.writer.begin() as writer:
        writer.execute(change)


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ("UPDATE cards SET note_id = 7", "FOREIGN KEY"),
        ("UPDATE cards SET stability = 1.0", "ck_cards_stability"),
        ("UPDATE cards SET state = 2, stability = 1.0, due_at = 5", "ck_cards_due"),
        ("UPDATE cards SET flag = 8", "ck_cards_flag"),
        ("UPDATE cards SET reps = 'many'", "cannot store TEXT"),
        ("UPDATE notes SET kind = 'essay'", "ck_notes_kind"),
    ],
)
def test_rows_that_make_no_sense_are_refused(store: Store, change: str, rule: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=rule), store.writer.begin() as writer:
        writer.execute(change)


def test_every_constraint_has_a_name() -> None:
    """SQLite's migrations can only drop what has one."""
    tables = [*cards.metadata.tables.values()]
    assert [c for table in tables for c in table.constraints if not c.name] == []


def test_no_file_is_made_by_the_way(tmp_path: Path) -> None:
    store = connect(tmp_path / "nowhere.sqlite3")
    with pytest.raises(UnwritableCollectionError), store.reader.begin():
        pass
    assert list(tmp_path.iterdir()) == []


def test_closing_leaves_one_file(tmp_path: Path) -> None:
    with store_with(tmp_path / "a.sqlite3", [CARD]):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["a.sqlite3"]
