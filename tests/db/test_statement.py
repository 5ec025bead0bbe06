import sqlite3
from pathlib import Path

import pytest

from db.errors import DiskFullError
from db.sql import memory, review
from db.statement import Statement
from tests.db.queue_maker import new_card
from tests.db.store_maker import store_with

FLAG = Statement("UPDATE cards SET flag = ? WHERE id = ?", "flag", "of")
FLAGGED = Statement("SELECT id, flag FROM cards WHERE flag >= ? ORDER BY id", "flag")


def test_values_go_where_their_names_say(tmp_path: Path) -> None:
    with store_with(tmp_path / "c.epoque", [new_card(1), new_card(2)]) as store:
        with store.writer.begin() as connection:
            assert FLAG.run(connection, of=2, flag=3, reps=7).rowcount == 1
        with store.reader.begin() as connection:
            assert FLAGGED.rows(connection, flag=0) == [(1, 0), (2, 3)]
            assert FLAGGED.column(connection, flag=0) == [1, 2]
            assert FLAGGED.value(connection, flag=1) == 2
            assert FLAGGED.value(connection, flag=4) is None


def test_many_are_one_transaction(tmp_path: Path) -> None:
    rows = ({"of": i, "flag": 1 / (2 - i)} for i in (1, 2))
    with store_with(tmp_path / "c.epoque", [new_card(1), new_card(2)]) as store:
        with pytest.raises(ZeroDivisionError), store.writer.begin() as connection:
            FLAG.run_many(connection, rows)
        with store.reader.begin() as connection:
            assert FLAGGED.column(connection, flag=1) == []


def test_a_mistake_of_ours_stays_one(tmp_path: Path) -> None:
    with (
        store_with(tmp_path / "c.epoque") as store,
        pytest.raises(sqlite3.IntegrityError),
        store.writer.begin() as connection,
    ):
        review.CANCEL_REVIEW.run(connection, review_id=1, at=0)  # there is no such review


def test_a_missing_value_is_named(tmp_path: Path) -> None:
    with (
        store_with(tmp_path / "c.epoque") as store,
        store.writer.begin() as connection,
        pytest.raises(KeyError, match="value"),
    ):
        memory.PUT_STATE.run(connection, key="a")


@pytest.mark.parametrize("is_many", [False, True])
def test_known_trouble_is_explained(tmp_path: Path, is_many: bool) -> None:
    path = tmp_path / "c.epoque"
    row = {"key": "a", "value": "b" * 100_000}
    with store_with(path) as store:
        with store.writer.begin() as connection:
            connection.execute("PRAGMA max_page_count = 1")
        with pytest.raises(DiskFullError) as full, store.writer.begin() as connection:  # noqa: PT012
            if is_many:
                memory.PUT_STATE.run_many(connection, [row])
            else:
                memory.PUT_STATE.run(connection, **row)
        assert full.value.path == path
