"""Quiz questions, taken elsewhere: a file is chosen, written next door, and its losses are told."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from db.quiz_gift import export_gift
from qtapp.background import Task
from qtapp.notify import Action, Notifier
from qtapp.sessions.desk import Desk
from qtapp.window import MainWindow

if TYPE_CHECKING:
    from db.quiz_rows import QuestionFilter
    from decks.errors import Problem
    from decks.gift.writer import GiftExport


def export_questions(
    window: MainWindow, notifier: Notifier, desk: Desk, wanted: QuestionFilter
) -> None:
    """Ask for a file, and write the questions that pass a filter to it, as GIFT.

    Args:
        window: Before which the dialogs lie.
        notifier: Takes the news, or the trouble.
        desk: Holds the collection.
        wanted: Which questions.
    """
    export = _Export(window, notifier)
    path = export.choose()
    if path is None:
        export.deleteLater()
    else:
        export.write(path, desk, wanted)


class _Export(QObject):
    """One export; it is gone once it is told."""

    def __init__(self, window: MainWindow, notifier: Notifier) -> None:
        super().__init__(window)
        self._window, self._notifier = window, notifier
        self._path = Path()

    def choose(self) -> Path | None:
        names = self.tr("Moodle GIFT (*.gift *.txt);;All files (*)")
        title, name = self.tr("Export the quiz questions"), self.tr("questions.gift")
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, name, names)
        return Path(chosen) if chosen else None

    def write(self, path: Path, desk: Desk, wanted: QuestionFilter) -> None:
        collection, self._path = desk.collection, path
        task = Task(lambda: export_gift(collection, wanted, path))
        task.succeeded.connect(self._tell)
        task.failed.connect(self._tell_trouble)
        desk.run(task)

    @Slot(object)
    def _tell(self, export: GiftExport) -> None:
        text = self.tr("%n question(s) are in %1.", "", export.questions)
        text = text.replace("%1", str(self._path))
        if export.warnings:
            detail = self.tr("%n thing(s) cannot be said in GIFT.", "", len(export.warnings))
            action = Action(
                self.tr("Show them"), partial(_show_losses, self._window, export.warnings)
            )
            self._notifier.warn(text, detail, action=action)
        else:
            self._notifier.info(text)
        self.deleteLater()

    @Slot(object)
    def _tell_trouble(self, error: Exception) -> None:
        self.deleteLater()
        self._notifier.report(error)


def _show_losses(window: MainWindow, lost: tuple[Problem, ...]) -> None:
    from qtapp.dialogs.gift_losses import GiftLossesDialog  # late on purpose: few are asked for

    GiftLossesDialog(lost, window).open()
