"""What the app remembers for itself, by key: hashes of course files and the like."""

from db.driver import Connection
from db.sql import memory as sql


def load_state(connection: Connection, key: str) -> str | None:
    """The value of a key, if it has one."""
    value: str | None = sql.STATE.value(connection, key=key)
    return value


def save_state(connection: Connection, key: str, value: str) -> None:
    """Give a key a value."""
    sql.PUT_STATE.run(connection, key=key, value=value)
