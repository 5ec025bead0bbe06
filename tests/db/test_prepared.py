import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import bindparam, insert, select, update

from db.engine import Store
from db.errors import DiskFullError
from db.prepared import Prepared
from db.tables import cards, state
from tests.db.queue_maker import new_card
from tests.db.store_maker import store_with

PUT = Prepared(insert(state))


def test_it_runs_as_core_would(tmp_path: Path) -> None:
    flag = Prepared(update(cards).where(cards.c.id == bindparam("of")), ("flag",))
    flagged = Prepared(
        select(cards.c.id).where(cards.c.flag == bindparam("flag"), cards.c.reps < 9)
    )
    with store_with(tmp_path / "c.epoque", [new_card(1), new_card(2)]) as store:
        with store.writer.begin() as connection:
            assert flag.run(connection, {"of": 2, "flag": 3, "reps": 7}).rowcount == 1
            assert flagged.run(connection, {"flag": 3}).fetchall() == [(2,)]
        with store.reader.begin() as connection:
            assert connection.execute(select(cards.c.id, cards.c.flag)).all() == [(1, 0), (2, 3)]


def put(store: Store, *keys: str, value: str = "") -> None:
    with store.writer.begin() as connection:
        PUT.run_many(connection, ({"key": key, "value": value} for key in keys))


def test_it_is_part_of_the_transaction(tmp_path: Path) -> None:
    with store_with(tmp_path / "c.epoque") as store:
        with pytest.raises(sqlite3.IntegrityError):
            put(store, "a", "a")  # a mistake of ours, which nothing explains away
        with store.reader.begin() as connection:
            assert connection.execute(select(state)).all() == []


def test_a_missing_value_is_named(tmp_path: Path) -> None:
    with (
        store_with(tmp_path / "c.epoque") as store,
        store.writer.begin() as connection,
        pytest.raises(KeyError, match="value"),
    ):
        PUT.run(connection, {"key": "a"})


def test_known_trouble_is_explained(tmp_path: Path) -> None:
    path = tmp_path / "c.epoque"
    with store_with(path) as store:
        with store.writer.begin() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")
        with pytest.raises(DiskFullError) as full:
            put(store, "a", value="b" * 100_000)
        assert full.value.path == path
