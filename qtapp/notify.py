"""The one door for messages to the learner: known trouble and news come through here.

Whatever is no known trouble is a mistake of ours and goes to `qtapp.reporting` instead.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from db.errors import CollectionInUseError, DiskFullError, UnwritableCollectionError

UNSAVED = (CollectionInUseError, DiskFullError, UnwritableCollectionError)


class Level(StrEnum):
    """How much a message matters."""

    INFO = "info"
    WARN = "warn"
    ERROR = "error"


class Action(NamedTuple):
    """Something the learner may do about a message."""

    label: str
    run: Callable[[], None]


class Message(NamedTuple):
    """What the learner is told.

    Attributes:
        level: How much it matters.
        text: What happened, one sentence.
        detail: Where, and what to do now; "" when there is nothing to add.
        action: What may be done about it by a button.
    """

    level: Level
    text: str
    detail: str = ""
    action: Action | None = None


class Notifier(QObject):
    """Takes messages from anywhere in the app; the window shows them.

    Signals:
        posted: A `Message`.
        withdrawn: What was said last is no longer so.
    """

    posted = Signal(object)
    withdrawn = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_unsaved_told = False

    def info(self, text: str, detail: str = "", *, action: Action | None = None) -> None:
        """Tell good or neutral news."""
        self._post(Message(Level.INFO, text, detail, action))

    def warn(self, text: str, detail: str = "", *, action: Action | None = None) -> None:
        """Tell something to look at when there is time."""
        self._post(Message(Level.WARN, text, detail, action))

    def error(self, text: str, detail: str = "", *, action: Action | None = None) -> None:
        """Tell that something asked for was not done."""
        self._post(Message(Level.ERROR, text, detail, action))

    def report(self, error: Exception, *, action: Action | None = None) -> None:
        """Tell of known trouble: what happened, where, what to do now.

        Raises:
            Exception: `error` itself when it is no known trouble; the hook of `qtapp.reporting`
                takes it.
        """
        from qtapp import sentences  # late on purpose: trouble is rare

        if not sentences.is_known(error):
            raise error
        told = sentences.explain(error)
        detail = "\n".join(filter(None, (told.where, told.remedy)))
        self._post(Message(Level.ERROR, told.what, detail, action))
        self._is_unsaved_told = isinstance(error, UNSAVED)

    def note_saved(self) -> None:
        """Something was saved: that nothing could be is no longer so."""
        if self._is_unsaved_told:
            self.withdraw()

    def withdraw(self) -> None:
        """What was said last is no longer so."""
        self._is_unsaved_told = False
        self.withdrawn.emit()

    def _post(self, message: Message) -> None:
        self._is_unsaved_told = False
        self.posted.emit(message)
