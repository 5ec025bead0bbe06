"""What the app remembers for itself, by key: hashes of course files and the like."""

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from db.tables import state


def load_state(connection: Connection, key: str) -> str | None:
    """The value of a key, if it has one."""
    return connection.execute(select(state.c.value).where(state.c.key == key)).scalar()


def save_state(connection: Connection, key: str, value: str) -> None:
    """Give a key a value."""
    row = insert(state).values(key=key, value=value)
    connection.execute(
        row.on_conflict_do_update(index_elements=[state.c.key], set_={"value": value})
    )
