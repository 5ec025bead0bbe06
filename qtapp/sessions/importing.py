"""An import step by step: read the file, show what it would do, do it. Never in the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from db.errors import ImportCancelled
from db.rows import ImportReport
from qtapp.background import Background, Task
from qtapp.sessions.desk import Desk

if TYPE_CHECKING:
    from decks.model import Chapter

    Source = tuple[Chapter, tuple[str, ...]]
    Reader = Callable[[Path], Source]


class Step(StrEnum):
    """How far the import is."""

    READING = "reading"
    PREVIEW = "preview"
    IMPORTING = "importing"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


class ImportState(NamedTuple):
    """Everything that the import dialog shows.

    Attributes:
        path: The file.
        report: What the import would do, or did.
        done: Notes and images brought in, of `total`.
    """

    path: Path
    step: Step = Step.READING
    report: ImportReport | None = None
    done: int = 0
    total: int = 0


class ImportSession(QObject):
    """Imports one file.

    Signals:
        changed: An `ImportState`.
        trouble: What went wrong (known or not); nothing was changed in the collection.
    """

    changed = Signal(object)
    trouble = Signal(object)
    _progressed = Signal(int, int)  # from the background thread

    def __init__(
        self,
        desk: Desk,
        background: Background,
        path: Path,
        read: Reader,
        parent: QObject | None = None,
    ) -> None:
        """Prepare; nothing is read before `start`.

        Args:
            desk: Its collection takes the notes.
            background: Runs what takes long.
            path: The file to import.
            read: Makes a chapter and warnings of a file; raises `DeckError` or `OSError`.
            parent: Of the object.
        """
        super().__init__(parent)
        self.state = ImportState(path)
        self._desk = desk
        self._background = background
        self._read = read
        self._source: Source | None = None
        self._cancelled = Event()
        self._progressed.connect(self._note_progress)

    def start(self) -> None:
        """Read the file, and find out what it would change."""
        self._submit(self._preview, self._show_preview)

    @Slot()
    def apply(self) -> None:
        """Do it."""
        if self.state.step is Step.PREVIEW:
            self._become(self.state._replace(step=Step.IMPORTING))
            self._submit(self._import, self._finish)

    @Slot()
    def cancel(self) -> None:
        """Stop, and leave the collection as it was."""
        self._cancelled.set()
        if self.state.step in (Step.READING, Step.PREVIEW):
            self._become(self.state._replace(step=Step.CANCELLED))

    # In the background thread

    def _preview(self) -> ImportReport:
        chapter, warnings = self._source = self._read(self.state.path)
        return self._desk.collection.preview_import(chapter, warnings)

    def _import(self) -> ImportReport:
        if self._source is None:
            raise ImportCancelled
        chapter, warnings = self._source
        return self._desk.collection.apply_import(chapter, warnings, progress=self._tell)

    def _tell(self, done: int, total: int) -> bool:
        self._progressed.emit(done, total)
        return not self._cancelled.is_set()

    # Back in the window's thread

    def _submit(
        self, work: Callable[[], ImportReport], then: Callable[[ImportReport], None]
    ) -> None:
        task = Task(work)
        task.succeeded.connect(then)
        task.failed.connect(self._fail)
        self._background.submit(task)

    @Slot(object)
    def _show_preview(self, report: ImportReport) -> None:
        if not self._cancelled.is_set():
            self._become(self.state._replace(step=Step.PREVIEW, report=report))

    @Slot(int, int)
    def _note_progress(self, done: int, total: int) -> None:
        if self.state.step is Step.IMPORTING:
            self._become(self.state._replace(done=done, total=total))

    @Slot(object)
    def _finish(self, report: ImportReport) -> None:
        self._desk.forget_queue()
        self._desk.history.clear()  # its rows may have been changed by the import
        self._become(self.state._replace(step=Step.DONE, report=report))

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        if isinstance(error, ImportCancelled):
            self._become(self.state._replace(step=Step.CANCELLED))
        elif self.state.step is not Step.CANCELLED:
            self._become(self.state._replace(step=Step.FAILED))
            self.trouble.emit(error)

    def _become(self, state: ImportState) -> None:
        self.state = state
        self.changed.emit(state)
