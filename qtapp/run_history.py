"""The history of runs in the window: joins the collection's log, the Lab and the page."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMessageBox

from db.errors import CollectionError
from db.experiment_rows import RunRow
from qtapp.lab_cards import LabCards
from qtapp.laboratory import Laboratory
from qtapp.notify import Notifier
from qtapp.pages.history import HistoryPage
from qtapp.sessions.experiment_memory import ExperimentMemory
from qtapp.sessions.history import HistorySession
from qtapp.sessions.run_state import RunOrder
from qtapp.theme import Theme
from qtapp.window import MainWindow
from sim.errors import SimError

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
        page.attach_asked.connect(self._cards.attach_row)
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
                asked = found.request
                order = RunOrder(asked.experiment, dict(asked.settings), asked.members, asked.seed)
                self._laboratory.open_run(order.experiment, order.settings, order, found.result)
        except (CollectionError, SimError) as error:
            self._notifier.report(error)

    @Slot(object)
    def _clear(self, run_ids: tuple[int, ...]) -> None:
        """Ask first: cleared runs do not come back."""
        text = self.tr("Clear %n run(s) for good?", "", len(run_ids))
        answer = QMessageBox.question(self._window, self.tr("Clear runs"), text)
        if answer is QMessageBox.StandardButton.Yes:
            self.session.clear(run_ids)

    @Slot()
    def _read_if_shown(self) -> None:
        if self._window.page_key == HISTORY:
            self.session.read()
