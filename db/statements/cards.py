"""Cards with their words, and the tree of decks: see `db.queries`."""

from typing import Any

from sqlalchemy import ColumnExpressionArgument, Select, bindparam, literal_column, select

from db.statements.parts import CARD_WITH_NOTE, among, first
from db.tables import IS_FLAGGED, IS_PRESENT, IS_SUSPENDED, cards, decks

ONE_CARD = CARD_WITH_NOTE.where(cards.c.id == bindparam("of"))

_PLACE = (decks.c.id, decks.c.parent_id, decks.c.uid, decks.c.title, decks.c.position)
DECKS = select(*_PLACE, decks.c.text != literal_column("''")).order_by(decks.c.position, decks.c.id)
DECK = select(*_PLACE).where(decks.c.id == bindparam("of"))
TEXTS = (
    select(decks.c.id, decks.c.title, decks.c.text)
    .where((decks.c.id == bindparam("of")) | (decks.c.parent_id == bindparam("of")))
    .order_by(decks.c.parent_id.is_not(None), decks.c.position, decks.c.id)
)
DECKS_BELOW = select(decks.c.id).where(among(decks.c.parent_id, "above"))

_IN_ORDER = (cards.c.position, cards.c.ordinal)
_HAS_FLAG = cards.c.flag == bindparam("flag")
_FIRST = first(select(cards.c.id).where(IS_PRESENT).order_by(*_IN_ORDER))


def _found(*conditions: ColumnExpressionArgument[bool]) -> Select[Any]:
    chosen = _FIRST.where(*conditions)
    return CARD_WITH_NOTE.where(cards.c.id.in_(chosen)).order_by(*_IN_ORDER)


ALL_CARDS = _found()
SUSPENDED_CARDS = _found(IS_SUSPENDED)
FLAGGED_CARDS = _found(IS_FLAGGED, _HAS_FLAG)
SUSPENDED_FLAGGED_CARDS = _found(IS_SUSPENDED, IS_FLAGGED, _HAS_FLAG)
