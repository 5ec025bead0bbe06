"""From stored columns to the rows of `db.rows`, and back."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from db.rows import CardRow, CardState, Memory

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)

CARD_COLUMNS = (
    *("id", "note_id", "deck_id", "ordinal", "position"),
    *("state", "step", "stability", "difficulty", "last_day"),
    *("due_day", "due_at", "reps", "lapses", "is_suspended", "buried_until", "flag"),
    "is_question",
)
NOTE_COLUMNS = ("id", "uid", "kind", "front", "back", "extra", "tags", "facts", "experiment")


def to_ms(moment: datetime) -> int:
    """Milliseconds since 1970 of an aware moment, the rest cut off."""
    return (moment - _EPOCH) // _MILLISECOND


def from_ms(ms: int) -> datetime:
    """The UTC moment of stored milliseconds."""
    return _EPOCH + timedelta(milliseconds=ms)


def card_of(row: Sequence[Any]) -> CardRow:
    """A card from a row that starts with `CARD_COLUMNS`, in their order."""
    memory = Memory(CardState(row[5]), row[6], row[7], row[8], row[9])
    due_at = None if row[11] is None else from_ms(row[11])
    return CardRow(
        row[0], row[1], row[2], row[3], row[4], memory, row[10], due_at,
        row[12], row[13], bool(row[14]), row[15], row[16],
        bool(row[17]),
    )  # fmt: skip


def schedule_of(card: CardRow) -> dict[str, Any]:
    """The columns that a learner's action may change, ready for an UPDATE of `cards`."""
    memory = card.memory
    return {
        "state": int(memory.state),
        "step": memory.step,
        "stability": memory.stability,
        "difficulty": memory.difficulty,
        "last_day": memory.last_day,
        "due_day": card.due_day,
        "due_at": None if card.due_at is None else to_ms(card.due_at),
        "reps": card.reps,
        "lapses": card.lapses,
        "is_suspended": int(card.is_suspended),
        "buried_until": card.buried_until,
        "flag": card.flag,
    }


def as_json(value: object) -> str:
    """Readable in any database browser: letters as they are."""
    return json.dumps(value, ensure_ascii=False)
