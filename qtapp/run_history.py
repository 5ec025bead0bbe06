"""The history of runs in the window: joins the collection's log, the Lab and the page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMessageBox

from db.errors import CollectionError
from db.experiment_rows import RunRow
from qtapp.lab_cards import LabCards
from qtapp.laboratory import Laboratory
from qtapp.notify import Notifier
from qtapp.pages.experiment_words import can_be_told, setting_in_words
from qtapp.pages.history import HistoryPage
from qtapp.said import said
from qtapp.sessions.experiment_memory import ExperimentMemory
from qtapp.sessions.history import HistorySession
from qtapp.sessions.run_state import RunOrder
from qtapp.theme import Theme
from qtapp.window import MainWindow
from sim.contents import entry
from sim.errors import OutdatedStateError, SimError
from sim.runfile import RunFile
from sim.settings import Scalar

HISTORY = "history"


class RunHistory(QObject):
    """Keeps the runs of the Lab, and shows those of before.

    Attributes:
        session: What may be done.
    """

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        notifier: Notifier,
        laboratory: Laboratory,
        memory: ExperimentMemory,
        cards: LabCards,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._notifier = notifier
        self._laboratory = laboratory
        self._memory = memory
        self._cards = cards
        self.session = HistorySession(memory.log, self, submit=memory.submit)
        self.session.trouble.connect(notifier.report)
        laboratory.lab.ran.connect(memory.keep_run)
        laboratory.history_asked.connect(self.show)
        laboratory.has_history = True
        if "list_page" in vars(laboratory):  # shown before there was a collection
            laboratory.list_page.offer_history(is_there=True)

    @cached_property
    def page(self) -> HistoryPage:
        """Draws `session`; made when first wanted."""
        page, session = HistoryPage(self._theme), self.session
        session.changed.connect(page.show_state)
        page.search_asked.connect(session.look_for)
        page.more_asked.connect(session.read_on)
        page.noted.connect(session.note)
        page.open_asked.connect(self.open)
        page.attach_asked.connect(self.attach)
        page.clear_asked.connect(self._clear)
        page.back_asked.connect(self._laboratory.show_list)
        self._memory.kept.connect(self._read_if_shown)
        self._window.add_page(HISTORY, page)
        return page

    @Slot()
    def show(self) -> None:
        """Go to the history, as it is now."""
        _ = self.page
        self.session.read()
        self._window.show_page(HISTORY)

    @Slot(object)
    def open(self, row: RunRow) -> None:
        """Look at a run again in the Lab, where it can be changed and run anew."""
        try:
            found = self._memory.run(row)
            if found is not None:
                self._show_again(found)
        except CollectionError as error:
            self._notifier.report(error)
        except SimError as error:
            self._tell(self.tr("This run cannot be shown any more."), error)

    def _show_again(self, found: RunFile) -> None:
        asked = found.request
        settings = self._still_there(asked.experiment, asked.settings)
        if not can_be_told(entry(asked.experiment), found.result):
            raise OutdatedStateError
        order = RunOrder(asked.experiment, settings, asked.members, asked.seed)
        self._laboratory.open_run(asked.experiment, settings, order, found.result)

    @Slot(object)
    def attach(self, row: RunRow) -> None:
        """Put a run's experiment, as it was set, on a card that the learner chooses."""
        try:
            settings = self._still_there(row.experiment, json.loads(row.settings))
        except SimError as error:
            self._tell(self.tr("This run cannot be put on a card."), error)
        else:
            self._cards.attach(row.experiment, settings)

    def _still_there(self, name: str, settings: Mapping[str, Scalar]) -> dict[str, Scalar]:
        """Those settings of a run that its experiment still has; the learner is told of others.

        Raises:
            SimError: There is no such experiment any more, or it takes no such value.
        """
        known = entry(name)
        kept = {setting: value for setting, value in settings.items() if setting in known.settings}
        known.checked(kept)
        gone = [setting_in_words(known, s, value) for s, value in settings.items() if s not in kept]
        if gone:
            text = self.tr("The experiment no longer has this, which is left out: %1.")
            self._notifier.info(text.replace("%1", ", ".join(gone)))
        return kept

    def _tell(self, text: str, error: SimError) -> None:
        self._notifier.warn(text, f"{said(error.words)}.")

    @Slot(object)
    def _clear(self, run_ids: tuple[int, ...]) -> None:
        """Ask first: cleared runs do not come back."""
        text = self.tr("Delete %n run(s) for good?", "", len(run_ids))
        answer = QMessageBox.question(self._window, self.tr("Delete runs"), text)
        if answer is QMessageBox.StandardButton.Yes:
            self.session.clear(run_ids)

    @Slot()
    def _read_if_shown(self) -> None:
        if self._window.page_key == HISTORY:
            self.session.read()
