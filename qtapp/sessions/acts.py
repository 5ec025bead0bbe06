"""What the learner did, as news for the pages."""

from enum import StrEnum
from typing import NamedTuple

from db.rows import CardRow, Change, ChangeKind


class How(StrEnum):
    """Whether something was done for the first time, taken back, or done again."""

    DONE = "done"
    UNDONE = "undone"
    REDONE = "redone"


class Act(NamedTuple):
    """Something the learner did, saved by now."""

    how: How
    change: Change


def same_card(card: CardRow | None, act: Act) -> CardRow | None:
    """The card shown as it is after an action that leaves it in its place."""
    if card is not None and act.change.kind is ChangeKind.ADD:
        is_gone = act.how is How.UNDONE and any(row.id == card.id for row in act.change.cards_after)
        return None if is_gone else card
    if card is None or act.change.kind not in (ChangeKind.FLAG, ChangeKind.EDIT):
        return None
    before, after = act.change.cards_before, act.change.cards_after
    if act.how is How.UNDONE:
        before, after = after, before
    if all(row.id != card.id for row in before):
        return card if act.how is How.DONE else None
    return next((row for row in after if row.id == card.id), None)
