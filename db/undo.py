"""What can be undone and redone, since the collection was opened: as much as the learner likes."""

from db.rows import Change


class UndoStack:
    """Two stacks of changes. It undoes nothing itself: it says what comes next.

    An action that fails must leave it as it was, so looking (`to_undo`) and moving (`undone`) are
    two steps, with the write to the collection between them.
    """

    def __init__(self) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []

    @property
    def to_undo(self) -> Change | None:
        """The latest change, if any."""
        return self._done[-1] if self._done else None

    @property
    def to_redo(self) -> Change | None:
        """The latest change undone, if nothing else was done since."""
        return self._undone[-1] if self._undone else None

    def did(self, change: Change) -> None:
        """A new change was made: what was undone before it cannot be redone any more."""
        self._done.append(change)
        self._undone.clear()

    def undone(self) -> None:
        """`to_undo` was undone."""
        self._undone.append(self._done.pop())

    def redone(self, change: Change) -> None:
        """`to_redo` was redone; `change` is what undoes it again."""
        self._undone.pop()
        self._done.append(change)

    def clear(self) -> None:
        """Forget everything, because the rows were changed from outside (an import)."""
        self._done.clear()
        self._undone.clear()
