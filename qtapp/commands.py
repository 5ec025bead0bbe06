"""What the menus can ask of the page that is shown."""

from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import SignalInstance


class Command(StrEnum):
    """A wish that the window passes on to the current page."""

    UNDO = "undo"
    REDO = "redo"
    EDIT = "edit"
    SUSPEND = "suspend"
    BURY = "bury"
    READ = "read"
    MORE_NEW = "more-new"
    MORE_REVIEWS = "more-reviews"
    FLAG_NONE = "flag-0"
    FLAG_RED = "flag-1"
    FLAG_ORANGE = "flag-2"
    FLAG_GREEN = "flag-3"
    FLAG_BLUE = "flag-4"

    @property
    def flag(self) -> int | None:
        """The flag's number, 0 for none; None when this is no flag command."""
        return int(self[-1]) if self.startswith("flag-") else None


class CommandTarget(Protocol):
    """What a page offers when menus have something to ask of it.

    A page without these two methods has every page command greyed out. The window asks again for
    `commands` after each `commands_changed` and each change of page.
    """

    commands_changed: SignalInstance

    def commands(self) -> frozenset[Command]:
        """Those that would do something now."""

    def run_command(self, command: Command) -> None:
        """Do it, or ask for it."""
