"""What the collection remembers beside cards: settings, and the app's own small things."""

from sqlalchemy import Insert, Table, bindparam, func, select
from sqlalchemy.dialects.sqlite import insert

from db.tables import reviews, settings, state


def _put(table: Table) -> Insert:
    row = insert(table).values(key=bindparam("key"), value=bindparam("value"))
    return row.on_conflict_do_update(
        index_elements=[table.c.key], set_={"value": row.excluded.value}
    )


SETTINGS = select(settings.c.key, settings.c.value)
PUT_SETTING = _put(settings)
STATE = select(state.c.value).where(state.c.key == bindparam("key"))
PUT_STATE = _put(state)
NEWEST_REVIEW = select(func.max(reviews.c.id))
