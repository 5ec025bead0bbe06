"""The history of runs: searched, read page by page away from the window, noted, cleared."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot

from db.errors import CollectionError
from db.experiment_rows import RunRow
from db.experiments import ExperimentLog
from qtapp.background import Task
from sim.contents import entries

PAGE = 50


@dataclass(frozen=True, slots=True)
class HistoryState:
    """What the page shows.

    Attributes:
        search: The words looked for.
        rows: Runs that have them, newest first.
        is_complete: Whether there are no more of them.
    """

    search: str = ""
    rows: tuple[RunRow, ...] = ()
    is_complete: bool = False


class HistorySession(QObject):
    """What may be done with the history.

    Signals:
        changed: A `HistoryState`.
        trouble: A `CollectionError`.
    """

    changed = Signal(object)
    trouble = Signal(object)

    def __init__(
        self,
        log: ExperimentLog,
        parent: QObject | None = None,
        *,
        submit: Callable[[Task], None] = Task.run,
    ) -> None:
        """Read a log.

        Args:
            log: Of the collection.
            parent: Of the session.
            submit: Runs a task away from the window: a search may take a tenth of a second.
        """
        super().__init__(parent)
        self.state = HistoryState()
        self._log = log
        self._submit = submit
        self._asked = 0

    @Slot()
    def read(self) -> None:
        """Read the newest runs again."""
        self._ask(replace(self.state, rows=()))

    @Slot(str)
    def look_for(self, text: str) -> None:
        """Show the runs that have all these words: in their experiment, settings or note."""
        self._ask(HistoryState(search=text))

    @Slot()
    def read_on(self) -> None:
        """Read the next page, if there is one."""
        if not self.state.is_complete and self.state.rows:
            self._ask(self.state)

    @Slot(object)
    def clear(self, run_ids: Collection[int]) -> None:
        """Clear runs from the history for good."""
        try:
            self._log.delete_runs(run_ids)
        except CollectionError as error:
            self.trouble.emit(error)
            return
        left = tuple(row for row in self.state.rows if row.id not in run_ids)
        self._become(replace(self.state, rows=left))

    @Slot(object, str)
    def note(self, run_id: int, text: str) -> None:
        """Write the learner's note on a run."""
        try:
            self._log.note_run(run_id, text)
        except CollectionError as error:
            self.trouble.emit(error)
            return
        rows = (row._replace(note=text) if row.id == run_id else row for row in self.state.rows)
        self._become(replace(self.state, rows=tuple(rows)))

    def _ask(self, wanted: HistoryState) -> None:
        """Read a page that follows on the rows there are; what was asked before is forgotten."""
        self._asked = asked = self._asked + 1
        before = wanted.rows[-1].id if wanted.rows else None
        log, search = self._log, wanted.search
        task = Task(lambda: _page(log, search, before))

        def take(page: tuple[RunRow, ...]) -> None:
            if asked == self._asked:
                is_complete = len(page) < PAGE
                self._become(replace(wanted, rows=wanted.rows + page, is_complete=is_complete))

        task.succeeded.connect(take)
        task.failed.connect(self.trouble)
        self._submit(task)

    def _become(self, state: HistoryState) -> None:
        self.state = state
        self.changed.emit(state)


def _page(log: ExperimentLog, search: str, before: int | None) -> tuple[RunRow, ...]:
    """Runs whose experiment has a title with these words, or that have the words themselves."""
    if not (titled := _titled(search)):
        return log.runs(search, limit=PAGE, before=before)
    found = [row for name in titled for row in log.runs("", name, limit=PAGE, before=before)]
    found += log.runs(search, limit=PAGE, before=before)
    return tuple(sorted(set(found), key=lambda row: -row.id)[:PAGE])


def _titled(search: str) -> list[str]:
    """Experiments whose title, in either language, has every word."""
    words = search.casefold().split()
    if not words:
        return []
    titles = {name: f"{e.title.fr} {e.title.en}".casefold() for name, e in entries().items()}
    return [name for name, title in titles.items() if all(word in title for word in words)]
