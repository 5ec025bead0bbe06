"""Cards and the Lab: which cards an experiment illustrates, and a run put on another card."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from db.errors import CollectionError
from db.rows import NoteRow
from qtapp.background import Task
from qtapp.cardtext.one_line import one_line
from qtapp.dialogs.attach import AttachDialog
from qtapp.laboratory import Laboratory
from qtapp.notify import Notifier
from qtapp.sessions.desk import Desk
from qtapp.sessions.experiment_memory import differing
from qtapp.sessions.lab_state import LabState
from qtapp.sessions.run_state import RunOrder
from qtapp.theme import Theme
from qtapp.window import MainWindow

if TYPE_CHECKING:
    from db.collection import Collection

MOST_SHOWN = 4


class LabCards(QObject):
    """Looks cards up for the Lab, away from the window.

    Args:
        window: Parent of the dialog.
        theme: Of the app.
        notifier: Takes news and trouble.
        laboratory: Shows and asks.
        desk: Holds the collection, and what can be undone.
        renew: Called when a card was changed.
    """

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        notifier: Notifier,
        laboratory: Laboratory,
        desk: Desk,
        renew: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._notifier = window, theme, notifier
        self._laboratory, self._desk, self._renew = laboratory, desk, renew
        self._shown = self._carried = ""
        self._dialog: AttachDialog | None = None
        laboratory.lab.changed.connect(self._follow)
        laboratory.attach_asked.connect(self.attach_order)

    @property
    def _collection(self) -> Collection:
        return self._desk.collection

    # Cards that an experiment illustrates

    @Slot(object)
    def _follow(self, state: LabState) -> None:
        name = state.entry.name if state.entry is not None else ""
        if name == self._shown:
            return
        self._shown = name
        if name:
            self._laboratory.experiment_page.show_cards((), 0)
            collection = self._collection
            task = Task(lambda: collection.find_notes(experiment=name))
            self._run(task, lambda notes: self._show(name, notes))

    def _show(self, name: str, notes: tuple[NoteRow, ...]) -> None:
        if name == self._shown:
            lines = tuple(one_line(note.front) for note in notes[:MOST_SHOWN])
            self._laboratory.experiment_page.show_cards(lines, len(notes))

    def _run(self, task: Task, take: Callable[[tuple[NoteRow, ...]], None]) -> None:
        task.succeeded.connect(take)
        task.failed.connect(self._notifier.report)
        self._desk.run(task)

    # A run for a card

    @Slot(object)
    def attach_order(self, order: RunOrder) -> None:
        """Put what was run on a card that the learner chooses."""
        self.attach(order.experiment, differing(order))

    def attach(self, name: str, settings: Mapping[str, object]) -> None:
        """Put an experiment, set so, on a card that the learner chooses."""
        self._carried = json.dumps({"name": name, "settings": dict(settings)})
        self._dialog = AttachDialog(self._theme, self._window)
        self._dialog.search_asked.connect(self._search)
        self._dialog.chosen.connect(self._put)
        self._search("")
        self._dialog.open()

    @Slot(str)
    def _search(self, words: str) -> None:
        if self._dialog is not None:
            collection = self._collection
            self._run(
                Task(lambda: collection.find_notes(words, with_questions=False)),
                self._dialog.show_notes,
            )

    @Slot(object)
    def _put(self, note: NoteRow) -> None:
        try:
            now = self._desk.now()
            self._desk.did(self._collection.attach_experiment(note.id, self._carried, now))
        except CollectionError as error:
            self._notifier.report(error)
            return
        self._shown = ""
        self._follow(self._laboratory.lab.state)
        self._renew()
        text = self.tr("The card “%1” now carries this experiment.")
        self._notifier.info(text.replace("%1", one_line(note.front)))
