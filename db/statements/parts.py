"""What several statements have in common."""

from typing import Any, TypeVar

from sqlalchemy import (
    Column,
    ColumnElement,
    Insert,
    Select,
    Table,
    Update,
    bindparam,
    func,
    insert,
    literal_column,
    select,
    update,
)

from db.records import CARD_COLUMNS, NOTE_COLUMNS
from db.tables import cards, notes

S = TypeVar("S", Insert, Update)

CARD = tuple(cards.c[name] for name in CARD_COLUMNS)
NOTE = tuple(notes.c[name] for name in NOTE_COLUMNS)
CARD_WITH_NOTE: Select[Any] = select(*CARD, *NOTE).join_from(cards, notes)


def among(column: Column[Any], name: str) -> ColumnElement[bool]:
    """Whether a column's value is in the list of that name, which is JSON."""
    return column.in_(select(func.json_each(bindparam(name)).table_valued("value").c.value))


def below(column: Column[Any]) -> ColumnElement[bool]:
    """Whether a uid is between `first` and `last`: by the index, which LIKE would not use."""
    return column.between(bindparam("first"), bindparam("last"))


def first(statement: Select[Any]) -> Select[Any]:
    """No more rows than `limit`."""
    return statement.limit(bindparam("limit")).offset(literal_column("0"))


def added(table: Table, *names: str) -> Insert:
    """A new row with these columns; without any, with all."""
    return _given(insert(table), *(names or table.c.keys()))


def changed(table: Table, *names: str) -> Update:
    """The row whose id is `of` gets these columns."""
    return _given(update(table).where(table.c.id == bindparam("of")), *names)


def fresh_id(log: Table) -> ColumnElement[int]:
    """What `db.ids.fresh` gives the next entry of a log: its time, or a bit above the newest."""
    newest = select(func.coalesce(func.max(log.c.id), literal_column("0"))).scalar_subquery()
    return func.max(bindparam("id_by_time"), newest + bindparam("gap"))


def _given(statement: S, *names: str) -> S:
    return statement.values({name: bindparam(name) for name in names})
