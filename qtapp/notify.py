"""The one door for messages to the learner: known trouble and news come through here.

Whatever is no known trouble is a mistake of ours and goes to `qtapp.reporting` instead.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from qtapp import sentences


class Level(StrEnum):
    """How much a message matters."""

    INFO = "info"
    WARN = "warn"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Action:
    """Something the learner may do about a message."""

    label: str
    run: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Message:
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

    def info(self, text: str, detail: str = "", *, action: Action | None = None) -> None:
        """Tell good or neutral news."""
        self.posted.emit(Message(Level.INFO, text, detail, action))

    def warn(self, text: str, detail: str = "", *, action: Action | None = None) -> None:
        """Tell something to look at when there is time."""
        self.posted.emit(Message(Level.WARN, text, detail, action))

    def error(self, text: str, detail: str = "", *, action: Action | None = None) -> None:
        """Tell that something asked for was not done."""
        self.posted.emit(Message(Level.ERROR, text, detail, action))

    def report(self, error: Exception, *, action: Action | None = None) -> None:
        """Tell of known trouble: what happened, where, what to do now.

        Raises:
            Exception: `error` itself when it is no known trouble; the hook of `qtapp.reporting`
                takes it.
        """
        if not sentences.is_known(error):
            raise error
        told = sentences.explain(error)
        detail = "\n".join(filter(None, (told.where, told.remedy)))
        self.posted.emit(Message(Level.ERROR, told.what, detail, action))

    def withdraw(self) -> None:
        """What was said last is no longer so."""
        self.withdrawn.emit()
