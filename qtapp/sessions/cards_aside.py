"""Cards that the learner put aside or marked: looked at, and taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from db.errors import CollectionError
from qtapp.sessions.desk import Desk

if TYPE_CHECKING:
    from db.rows import CardView

SUSPENDED = 0  # among `FILTERS`; the others are flags
FILTERS = (SUSPENDED, 1, 2, 3, 4)
MOST = 200


class AsideState(NamedTuple):
    """What the dialog lists.

    Attributes:
        shown: `SUSPENDED`, or the flag whose cards are listed.
        cards: In teaching order, at most `MOST`.
    """

    shown: int = SUSPENDED
    cards: tuple[CardView, ...] = ()


class AsideSession(QObject):
    """Lists cards, and takes them back.

    Signals:
        changed: An `AsideState`.
        trouble: A `CollectionError`.
    """

    changed = Signal(object)
    trouble = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = AsideState()
        self._desk = desk

    @Slot(int)
    def show(self, which: int) -> None:
        """List the suspended cards, or those with a flag."""
        try:
            if which == SUSPENDED:
                found = self._desk.collection.find_cards(suspended=True, limit=MOST)
            else:
                found = self._desk.collection.find_cards(flag=which, limit=MOST)
        except CollectionError as error:
            self.trouble.emit(error)
            return
        self.state = AsideState(which, tuple(found))
        self.changed.emit(self.state)

    @Slot(object)
    def take_back(self, card_ids: Sequence[int]) -> None:
        """Suspended cards come again; flagged ones lose their flag."""
        collection = self._desk.collection
        try:
            if self.state.shown == SUSPENDED:
                self._desk.did(collection.unsuspend(card_ids, self._desk.now()))
            else:
                for card_id in card_ids:
                    self._desk.did(collection.set_flag(card_id, 0))
        except CollectionError as error:
            self.trouble.emit(error)
        self.show(self.state.shown)
