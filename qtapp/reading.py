"""Joins the reading of the course to the pages from which it is opened."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Slot

from db.media_folder import media_folder
from db.rows import ChangeKind, DeckToday
from qtapp.commands import Command
from qtapp.new_cards import NewCards
from qtapp.notify import Notifier
from qtapp.sessions.reading import Passage, ReadingSession
from qtapp.sessions.review_state import ReviewState
from qtapp.sitting import REVIEW, Sitting
from qtapp.theme import Theme
from qtapp.widgets.sidebar import TODAY
from qtapp.window import MainWindow

if TYPE_CHECKING:
    from qtapp.pages.reading import ReadingPage
    from qtapp.widgets.reading_sheet import ReadingSheet

READING = "reading"


class Around(NamedTuple):
    """What reading takes from the app."""

    window: MainWindow
    theme: Theme
    notifier: Notifier
    sitting: Sitting


class Reading(QObject):
    """A chapter beside the card, or on a page of its own with a way back."""

    def __init__(self, around: Around) -> None:
        super().__init__(around.window)
        self._window, self._theme, self._notifier, self._sitting = around
        self._joined: set[str] = set()
        self._way_back = TODAY.key
        self._window.page_changed.connect(self._join)

    @Slot(str)
    def _join(self, key: str) -> None:
        """A page is made when it is first wanted: join it when it is first shown."""
        asked = getattr(self._window.stack.currentWidget(), "read_asked", None)
        if asked is not None and key not in self._joined:
            asked.connect(self.open_deck if key == TODAY.key else self.open_card)
            self._joined.add(key)

    @property
    def _media(self) -> Path:
        return media_folder(self._sitting.desk.collection.path)

    @cached_property
    def page(self) -> ReadingPage:
        """Made when first wanted."""
        from qtapp.pages.reading import ReadingPage  # late on purpose: few sittings need it

        page = ReadingPage(self._theme, self._sitting.renderer, self._media)
        page.back_asked.connect(self._go_back)
        page.sheet.card_asked.connect(self._make_card)
        page.command_asked.connect(self._sitting.actions.run)
        self._sitting.review.acted.connect(self._allow_undo)
        self._session_of_page.changed.connect(page.sheet.show_state)
        self._session_of_page.changed.connect(self._show_page)
        self._window.add_page(READING, page)
        return page

    @cached_property
    def _session_of_page(self) -> ReadingSession:
        return self._session()

    @cached_property
    def panel(self) -> ReadingSheet:
        """Lies beside the card; made when first wanted."""
        from qtapp.widgets.reading_sheet import ReadingSheet  # late, as above

        panel = ReadingSheet(self._theme, self._sitting.renderer, self._media)
        self._session_of_panel.changed.connect(panel.show_state)
        self._sitting.review_page.beside.carry(panel)
        panel.card_asked.connect(self._make_card)
        panel.closed.connect(self._sitting.review_page.beside.close)
        self._sitting.review.changed.connect(self._follow_card)
        return panel

    @cached_property
    def _session_of_panel(self) -> ReadingSession:
        return self._session()

    @cached_property
    def _new_cards(self) -> NewCards:
        sitting = self._sitting
        return NewCards(
            *(self._window, self._theme, sitting.renderer, self._notifier),
            *(sitting.desk, sitting.review, self._media),
        )

    @Slot(object)
    def _make_card(self, passage: Passage) -> None:
        is_on_page = self._window.page_key == READING
        session = self._session_of_page if is_on_page else self._session_of_panel
        self._new_cards.make(passage, session.state.uid)

    def _session(self) -> ReadingSession:
        session = ReadingSession(self._sitting.desk, self)
        session.trouble.connect(self._notifier.report)
        return session

    @Slot(object)
    def open_deck(self, row: DeckToday) -> None:
        """Read a deck's chapter, from Today."""
        self._open_page(row.deck.id, TODAY.key)

    @Slot()
    def open_card(self) -> None:
        """Read what the course says of the card shown; asked again, put it away."""
        page, card = self._sitting.review_page, self._sitting.review.card
        if card is None:
            return
        if not page.beside.has_room:
            self._open_page(card.deck_id, REVIEW)
        elif self.panel.isHidden():
            self._session_of_panel.open(card.deck_id)
            page.beside.open()
        else:
            page.beside.close()

    @Slot(object)
    def _follow_card(self, state: ReviewState) -> None:
        """The panel shows the section of the card beside it."""
        card = self._sitting.review.card
        if self.panel.isHidden() or card is None:
            return
        if card.deck_id != self._session_of_panel.deck_id:
            self._session_of_panel.open(card.deck_id)

    def _open_page(self, deck_id: int, way_back: str) -> None:
        _ = self.page
        self._way_back = way_back
        self._session_of_page.open(deck_id)

    @Slot(object)
    def _show_page(self) -> None:
        """Once there is something to see; until then all stays as it is."""
        self._allow_undo()
        self._window.show_page(READING)

    @Slot()
    def _allow_undo(self) -> None:
        """Of what is done here; a grade is taken back where its card is seen."""
        history = self._sitting.desk.history
        newest = {Command.UNDO: history.to_undo, Command.REDO: history.to_redo}
        self.page.allow(
            frozenset(
                command
                for command, change in newest.items()
                if change is not None and change.kind is ChangeKind.ADD
            )
        )

    @Slot()
    def _go_back(self) -> None:
        if self._way_back == TODAY.key:
            self._sitting.show_today()
        else:
            self._window.show_page(REVIEW)
