"""How many cards are to be done today, beside the name of the Today page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from qtapp.sessions.desk import Desk
from qtapp.sessions.review_state import ReviewState
from qtapp.sessions.today import TodayState
from qtapp.widgets.sidebar import TODAY
from qtapp.window import MainWindow


class DueBadge(QObject):
    """Follows what the sessions of Today and of the review tell."""

    def __init__(self, window: MainWindow, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window, self._desk = window, desk

    @Slot(object)
    def count_today(self, state: TodayState) -> None:
        """Show what the day holds."""
        if state.facts is not None:
            self._show(state.facts.counts.total)

    @Slot(object)
    def count_review(self, state: ReviewState) -> None:
        """Show what is left of it; a review of one deck tells nothing of the others."""
        if self._desk.deck_id is None:
            self._show(state.counts.total)

    def _show(self, count: int) -> None:
        spoken = self.tr("%n card(s) to do", "", count)
        self._window.sidebar.set_badge(TODAY.key, count, spoken)
