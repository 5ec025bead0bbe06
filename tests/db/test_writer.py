import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from db.driver import Connection
from db.engine import Store
from db.tables import state
from tests.db.core import column, run
from tests.db.store_maker import store_with


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with store_with(tmp_path / "a.sqlite3") as store:
        yield store


def put(connection: Connection, key: str) -> None:
    run(connection, insert(state), {"key": key, "value": ""})


def stored(path: Path) -> list[str]:
    """By another connection: what was committed."""
    with closing(sqlite3.connect(path)) as other:
        return [row[0] for row in other.execute("SELECT key FROM state ORDER BY key")]


def test_each_block_is_one_transaction(store: Store) -> None:
    with store.writer.begin() as connection:
        put(connection, "a")
        connection.execute("INSERT INTO state VALUES ('b', '')")
        assert stored(store.path) == []
    assert stored(store.path) == ["a", "b"]


def test_an_exception_undoes_the_block_and_the_next_one_works(store: Store) -> None:
    with pytest.raises(KeyboardInterrupt), store.writer.begin() as connection:  # noqa: PT012
        put(connection, "a")
        raise KeyboardInterrupt
    with store.writer.begin() as connection:
        put(connection, "b")
    assert stored(store.path) == ["b"]


def test_writers_wait_for_each_other_and_none_is_lost(store: Store) -> None:
    def write(name: str) -> None:
        for n in range(20):
            with store.writer.begin() as connection:
                put(connection, f"{name}{n}")

    threads = [threading.Thread(target=write, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(stored(store.path)) == 60


def test_a_transaction_within_a_transaction_is_a_mistake_told(store: Store) -> None:
    """By SQLite, rather than by waiting for oneself for ever."""
    with (
        pytest.raises(sqlite3.OperationalError, match="within a transaction"),
        store.writer.begin(),
        store.writer.begin(),
    ):
        pass


def test_a_rollback_half_way_is_a_mistake_told(store: Store) -> None:
    with (  # noqa: PT012
        pytest.raises(sqlite3.OperationalError, match="no transaction"),
        store.writer.begin() as connection,
    ):
        put(connection, "a")
        connection.roll_back()
    assert stored(store.path) == []


def test_a_glance_sees_what_was_written(store: Store) -> None:
    with store.writer.begin() as connection:
        put(connection, "a")
    with store.writer.glance() as connection:
        assert column(connection, select(state.c.key)) == ["a"]


def test_a_glance_never_waits_for_a_writer(store: Store) -> None:
    seen: list[list[str]] = []

    def glance() -> None:
        with store.writer.glance() as connection:
            seen.append(column(connection, select(state.c.key)))

    with store.writer.begin() as connection:
        put(connection, "a")
        thread = threading.Thread(target=glance)
        thread.start()
        thread.join(5)
        assert seen == [[]]


def test_a_glance_leaves_no_transaction_behind(store: Store) -> None:
    """Else the WAL could never be folded into the file, and the next BEGIN would fail."""
    with pytest.raises(ZeroDivisionError), store.writer.glance() as connection:  # noqa: PT012
        run(connection, select(state))
        1 / 0  # noqa: B018
    with store.writer.begin() as connection:
        put(connection, "a")
    with closing(sqlite3.connect(store.path)) as other:
        assert other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone() == (0, 0, 0)
