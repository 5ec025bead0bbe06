"""What the Card menu does: edit, suspend, bury, flag the card; more cards today; undo, redo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from db.rows import CardRow, Change, NoteRow
from qtapp.commands import Command
from qtapp.sessions.more_today import MORE_NEW, MORE_REVIEWS
from qtapp.sessions.review import ReviewSession

if TYPE_CHECKING:
    from db.collection import Collection


class CardActions(QObject):
    """Commands become actions of the review session, each of which can be undone.

    Signals:
        edit_asked: The `NoteRow` to be edited; give the result to `save_note`.
    """

    edit_asked = Signal(object)

    def __init__(self, session: ReviewSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions: dict[Command, Callable[[], None]] = {
            Command.UNDO: session.undo,
            Command.REDO: session.redo,
            Command.EDIT: self._ask_for_edit,
            Command.SUSPEND: self._suspend,
            Command.BURY: self._bury,
            Command.MORE_NEW: partial(session.raise_limits, new=MORE_NEW),
            Command.MORE_REVIEWS: partial(session.raise_limits, reviews=MORE_REVIEWS),
        }

    @Slot(object)
    def run(self, command: Command) -> None:
        """Do what a command asks, or nothing when there is no card for it."""
        if command.flag is not None:
            self._flag(command.flag)
        else:
            self._actions[command]()

    def save_note(self, note: NoteRow) -> bool:
        """Save the texts and tags of the note of the card shown; tell whether that was done."""

        def edit(collection: Collection, card: CardRow, now: datetime) -> Change:
            return collection.edit_note(
                note.id, front=note.front, back=note.back, extra=note.extra, tags=note.tags
            )

        return self._session.do(edit)

    def _ask_for_edit(self) -> None:
        note = self._session.note()
        if note is not None:
            self.edit_asked.emit(note)

    def _suspend(self) -> None:
        self._session.do(lambda collection, card, now: collection.suspend([card.id], now))

    def _bury(self) -> None:
        self._session.do(lambda collection, card, now: collection.bury([card.id], now))

    def _flag(self, flag: int) -> None:
        """The flag that the card has already is taken off."""

        def set_flag(collection: Collection, card: CardRow, now: datetime) -> Change:
            return collection.set_flag(card.id, 0 if flag == card.flag else flag)

        self._session.do(set_flag)
