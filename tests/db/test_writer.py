import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, select

from db.driver import execute
from db.engine import Store
from db.tables import state
from tests.db.store_maker import store_with


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with store_with(tmp_path / "a.sqlite3") as store:
        yield store


def put(connection: Connection, key: str) -> None:
    connection.execute(insert(state), {"key": key, "value": ""})


def stored(path: Path) -> list[str]:
    """By another connection: what was committed."""
    with closing(sqlite3.connect(path)) as other:
        return [row[0] for row in other.execute("SELECT key FROM state ORDER BY key")]


def test_each_block_is_one_transaction(store: Store) -> None:
    with store.writer.begin() as connection:
        put(connection, "a")
        execute(connection, "INSERT INTO state VALUES ('b', '')")
        assert stored(store.path) == []
    assert stored(store.path) == ["a", "b"]


@pytest.mark.parametrize("through_sqlalchemy", [True, False])
def test_an_exception_undoes_the_block_and_the_next_one_works(
    store: Store, through_sqlalchemy: bool
) -> None:
    with pytest.raises(KeyboardInterrupt), store.writer.begin() as connection:  # noqa: PT012
        if through_sqlalchemy:
            put(connection, "a")
        else:
            execute(connection, "INSERT INTO state VALUES ('a', '')")
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
        connection.rollback()
    assert stored(store.path) == []


def test_a_glance_sees_what_was_written(store: Store) -> None:
    with store.writer.begin() as connection:
        put(connection, "a")
    with store.writer.glance() as connection:
        assert connection.execute(select(state.c.key)).scalars().all() == ["a"]


def test_a_glance_never_waits_for_a_writer(store: Store) -> None:
    seen: list[list[str]] = []

    def glance() -> None:
        with store.writer.glance() as connection:
            seen.append(list(connection.execute(select(state.c.key)).scalars()))

    with store.writer.begin() as connection:
        put(connection, "a")
        thread = threading.Thread(target=glance)
        thread.start()
        thread.join(5)
        assert seen == [[]]


def test_a_glance_leaves_no_transaction_behind(store: Store) -> None:
    """Else the WAL could never be folded into the file, and the next BEGIN would fail."""
    with pytest.raises(ZeroDivisionError), store.writer.glance() as connection:  # noqa: PT012
        connection.execute(select(state)).all()
        1 / 0  # noqa: B018
    with store.writer.begin() as connection:
        put(connection, "a")
    with closing(sqlite3.connect(store.path)) as other:
        assert other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone() == (0, 0, 0)
