"""The texts of a chapter below each other, written a piece at a time: the window never waits."""

from collections import deque
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import delete

from db.media_folder import chapter_folder
from decks.escape import escape_line
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.cardtext.style import TextStyle
from qtapp.cardtext.view import CardText
from qtapp.sessions.reading import Entry, Passage, ReadingState
from qtapp.theme import Theme
from qtapp.widgets.held_place import HeldPlace
from qtapp.widgets.quiet_scroll import BAR_WIDTH, QuietScrollArea, scroll_by_key
from qtapp.widgets.reading_places import entry_at, y_of
from qtapp.widgets.reading_selection import (
    end_other_selections,
    is_any_selected,
    passage_of,
)

TITLE_PX, TEXT_PX = 21, 16
WIDEST_PX = 760
"""Longer lines are hard to read."""
LOOK_MS = 80
"""While the text is scrolled, where the reader is is found out so often."""

_TITLE = Entry(0, None, "", 0)


class ReadingView(QuietScrollArea):
    """Draws the texts of a `ReadingState`.

    Signals:
        moved: The `Entry` whose text is at the top of the view, when it becomes another.
        selection_changed: `passage` would answer something else.
    """

    moved = Signal(object)
    selection_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        renderer: FormulaRenderer,
        media: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty view.

        Args:
            theme: Of the app.
            renderer: Draws formulas.
            media: The folder of all the collection's images (`db.media_folder`).
            parent: Of the widget.
        """
        super().__init__(theme, parent)
        self._theme, self._renderer, self._media = theme, renderer, media
        self._state = ReadingState()
        self._titles: dict[int, CardText] = {}  # of the pieces that have one
        self._texts: dict[int, CardText] = {}  # hidden until they are written
        self._unwritten: deque[int] = deque()
        self._discarded: deque[QWidget] = deque()
        self._anchor: Entry | None = None  # stays at the top until the learner scrolls
        self._shown: Entry | None = None
        self._writing = QTimer(self, singleShot=True, interval=0)
        self._writing.timeout.connect(self._write_next)
        self._looking = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._looking.timeout.connect(self._tell_place)
        self.setObjectName("reading-view")
        self._content = content = QWidget()
        self._pages = QVBoxLayout(content)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._add_page()
        self.setWidget(content)
        bar = self.verticalScrollBar()
        self._held = HeldPlace(bar)
        bar.actionTriggered.connect(self._let_go)
        bar.valueChanged.connect(self._look_soon)
        bar.rangeChanged.connect(self._keep_place)
        theme.changing.connect(self._put_away_unseen)
        theme.changed.connect(self._take_theme)
        self._take_theme()

    @property
    def is_written(self) -> bool:
        """Whether every piece is there; formulas may still come in."""
        return not self._unwritten

    def show_state(self, state: ReadingState) -> None:
        """Draw a chapter from the place asked for; the same chapter is only scrolled."""
        before, self._state = self._state, state
        if (before.uid, before.parts) != (state.uid, state.parts):
            self._begin(state)
        if state.parts and before.serial != state.serial:
            self.go_to(_TITLE._replace(part=state.place))

    def go_to(self, entry: Entry) -> None:
        """Bring a line of the table of contents to the top of the view."""
        self._anchor = entry
        if entry.part in self._unwritten:  # it is written first, in its place
            self._unwritten.remove(entry.part)
            self._unwritten.appendleft(entry.part)
        self._keep_place()

    def scroll_by(self, key: int) -> bool:
        """Scroll as an arrow or page key asks; tell whether it was one."""
        is_scrolled = scroll_by_key(self.verticalScrollBar(), key, line=self._theme.px(48))
        if is_scrolled:
            self._let_go()
        return is_scrolled

    @property
    def has_selection(self) -> bool:
        """Whether a passage is selected."""
        return is_any_selected(self._texts.values())

    def passage(self) -> Passage | None:
        """What is selected, as Markdown, and where it stands; None when nothing is."""
        return passage_of(self._texts, self._state)

    # Writing

    def _begin(self, state: ReadingState) -> None:
        """Put away what was read before: hidden at once, a few of its widgets gone at a time."""
        self._discarded += (*self._titles.values(), *self._texts.values(), self._page)
        self._titles, self._texts = {}, {}
        self._held.let_go()
        self._page.hide()
        self._add_page()
        self._take_margins()
        self._shown = None
        self._unwritten = deque(range(len(state.parts)))
        self._writing.start()

    def _add_page(self) -> None:
        self._page = QWidget(self._content)
        self._column = QVBoxLayout(self._page)
        self._column.addStretch(1)
        self._pages.addWidget(self._page)
        self._page.show()

    @Slot()
    def _write_next(self) -> None:
        """Make the widgets of a piece, or write it, or take one away: no more at a time."""
        if self._unwritten and self._unwritten[0] not in self._texts:
            self._make(self._unwritten[0])
        elif self._unwritten:
            self._hold()
            self._write(self._unwritten.popleft())
            self._keep_place()
        elif self._discarded:
            self._discarded.popleft().deleteLater()
        if self._unwritten or self._discarded:
            self._writing.start()

    def _write(self, n: int) -> None:
        part = self._state.parts[n]
        if n not in self._texts:
            self._make(n)
        if (title := self._titles.get(n)) is not None:
            title.show_markdown(escape_line(part.title), style=self._title_style)
            title.show()
        folder = self._media and chapter_folder(self._media, self._state.uid)
        self._texts[n].show_markdown(part.text, style=self._text_style, media=folder)
        self._texts[n].show()

    def _make(self, n: int) -> None:
        """The widgets of a piece, in their place; the chapter's own title stands above the view."""
        title = self._state.parts[n].title
        place = sum(1 for m in chain(self._titles, self._texts) if m < n)
        if self._state.begins(n) and title != self._state.title:
            self._titles[n] = self._made(f"reading-title-{n}", place)
            place += 1
        self._texts[n] = self._made(f"reading-text-{n}", place)
        self._texts[n].setAccessibleName(title)

    def _made(self, name: str, place: int) -> CardText:
        view = CardText(self._renderer)
        view.hide()
        view.setObjectName(name)
        view.resize(self._width, view.height())  # so that its lines are broken once
        view.selectionChanged.connect(self._keep_one_selection)
        view.cursorPositionChanged.connect(self._follow_caret)
        self._column.insertWidget(place, view)
        return view

    @Slot()
    def _put_away_unseen(self) -> None:
        """Keep what is seen or has the keyboard: the rest is made anew in the new theme."""
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        self._hold()
        for n in [n for n, view in self._texts.items() if not _is_needed(view, top, bottom)]:
            for views in (self._titles, self._texts):
                if (view := views.pop(n, None)) is not None:
                    delete(view)  # now: later would be too late
        self._keep_place()
        self.selection_changed.emit()

    @Slot()
    def _take_theme(self) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        self._title_style = TextStyle.from_tokens(
            tokens, px=px(TITLE_PX), weight=600, line_height=1.3
        )
        self._text_style = TextStyle.from_tokens(tokens, px=px(TEXT_PX))
        self._take_margins()
        for n in sorted(self._texts):
            self._write(n)
        self._keep_place()
        middle = min(self._texts, default=0)
        rest = set(range(len(self._state.parts))) - set(self._texts)
        self._unwritten = deque(sorted(rest, key=lambda n: abs(n - middle)))
        self._writing.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines of a readable length."""
        super().resizeEvent(event)
        self._take_margins()

    def _take_margins(self) -> None:
        px = self._theme.px
        least = min(px(24), 40)
        side = max(least, (self.viewport().width() - px(WIDEST_PX)) // 2)
        right = max(least, side - BAR_WIDTH)
        self._width = self.viewport().width() - side - right
        self._column.setContentsMargins(side, px(8), right, px(24))
        self._column.setSpacing(px(12))

    # Places

    @Slot()
    def _keep_place(self) -> None:
        """Formulas come in and parts above are written: what is read stays where it is."""
        self._column.activate()
        if self._anchor is None:
            self._held.keep()
            return
        top = y_of(self._anchor, self._titles, self._texts)
        if top is not None:
            first = self._anchor.part == 0 and self._anchor.heading is None
            self.verticalScrollBar().setValue(0 if first else top - self._theme.px(8))
            self._tell_place()

    def _hold(self) -> None:
        if self._anchor is None:
            self._held.hold(view for _, view in sorted(self._texts.items()))

    @Slot()
    def _let_go(self) -> None:
        self._anchor = None
        self._held.let_go()

    @Slot()
    def _look_soon(self) -> None:
        if not self._looking.isActive():
            self._looking.start()

    @Slot()
    def _tell_place(self) -> None:
        seen = self.verticalScrollBar().value() + self.viewport().height() // 3
        here = self._anchor or entry_at(seen, self._state.contents, self._titles, self._texts)
        if here is not None and here != self._shown:
            self._shown = here
            self.moved.emit(here)

    @Slot()
    def _follow_caret(self) -> None:
        """A caret moved by keys stays in view."""
        view = self.sender()
        if isinstance(view, CardText) and view.hasFocus() and view.cursorWidth():
            self._let_go()
            middle = view.mapTo(self._content, view.cursorRect().center())
            self.ensureVisible(middle.x(), middle.y(), 0, self._theme.px(40))

    @Slot()
    def _keep_one_selection(self) -> None:
        """A new selection ends the one in another part."""
        chosen = self.sender()
        self.selection_changed.emit()
        if isinstance(chosen, CardText) and chosen.textCursor().hasSelection():
            end_other_selections(chosen, (*self._titles.values(), *self._texts.values()))


def _is_needed(view: CardText, top: int, bottom: int) -> bool:
    """Whether a piece is seen between two heights, or has the keyboard."""
    is_seen = not view.isHidden() and view.y() < bottom and view.y() + view.height() > top
    return is_seen or view.hasFocus()
