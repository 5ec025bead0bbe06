"""The chapter that is being read: its texts and its table of contents, read in the background."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from db.errors import CollectionError
from db.rows import StudyText, TextPart
from qtapp.background import Task
from qtapp.cardtext.highlight import highlighted
from qtapp.cardtext.markdown import code_blocks, headings
from qtapp.cardtext.pieces import pieces
from qtapp.cardtext.signs import in_signs
from qtapp.sessions.desk import Desk


class Entry(NamedTuple):
    """A line of the table of contents.

    Attributes:
        part: Which piece of the chapter, from 0.
        heading: Which heading in that text, from 0; None for the text's own title.
        title: Plain text.
        depth: 0 for sections, more inside their texts.
    """

    part: int
    heading: int | None
    title: str
    depth: int


class Passage(NamedTuple):
    """What a reader selected.

    Attributes:
        deck_id: Of the text it stands in.
        deck_path: The titles that lead to that deck.
        source: The chapter's title, and those of the headings above it, the nearest last.
        text: Markdown.
    """

    deck_id: int
    deck_path: tuple[str, ...]
    source: tuple[str, ...]
    text: str


class ReadingState(NamedTuple):
    """Everything that a reading view shows.

    Attributes:
        serial: Another number each time something is asked for, so that a view goes there.
        uid: Of the chapter, which tells where its images lie; "" while nothing was read.
        title: Of the chapter.
        parts: Its texts that are not empty, in order, long ones in several pieces.
        contents: The table of contents.
        place: The part asked for, from 0.
        is_read: Whether this is what was asked for last, and no more the one before.
    """

    serial: int = 0
    uid: str = ""
    title: str = ""
    parts: tuple[TextPart, ...] = ()
    contents: tuple[Entry, ...] = ()
    place: int = 0
    is_read: bool = False

    def begins(self, part: int) -> bool:
        """Whether a piece is the first one of its text."""
        return part == 0 or self.parts[part - 1].deck_id != self.parts[part].deck_id

    def passage(self, part: int, heading: int | None, text: str) -> Passage:
        """A text that stands in a piece, below a heading of it (None: above the first)."""
        deck_id, title, _ = self.parts[part]
        path = tuple(dict.fromkeys((self.title, title)))
        return Passage(deck_id, path, self.source_of(part, heading), text)

    def source_of(self, part: int, heading: int | None) -> tuple[str, ...]:
        """Where something stands: the chapter, and the headings above it, the nearest last.

        Args:
            part: Which piece.
            heading: The last heading above it in that piece; None when there is none.
        """
        here = (part, -1 if heading is None else heading)
        above: list[Entry] = []
        for entry in self.contents:
            if (entry.part, -1 if entry.heading is None else entry.heading) > here:
                break
            above = [*(other for other in above if other.depth < entry.depth), entry]
        deck_id = self.parts[part].deck_id
        own = (entry.title for entry in above if self.parts[entry.part].deck_id == deck_id)
        return (self.title, *own)


class ReadingSession(QObject):
    """Reads the chapter that a deck belongs to, and tells where the deck's own text is.

    Signals:
        changed: A `ReadingState`.
        trouble: A `CollectionError`; what was read before stays.
    """

    changed = Signal(object)
    trouble = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = ReadingState()
        self.deck_id: int | None = None
        self._desk = desk
        self._task: Task | None = None

    def open(self, deck_id: int) -> None:
        """Read the chapter of a deck, from the deck's text on."""
        self.deck_id = deck_id
        self.state = self.state._replace(is_read=False)
        self._task = Task(partial(_read, self._desk, deck_id))
        self._task.succeeded.connect(self._take)
        self._task.failed.connect(self._fail)
        self._desk.run(self._task)

    @Slot(object)
    def _take(self, state: ReadingState) -> None:
        if self.sender() is self._task:  # not what was asked for before
            self._task = None
            self.state = state._replace(serial=self.state.serial + 1)
            self.changed.emit(self.state)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        if self.sender() is not self._task:
            return
        self._task = None
        if not isinstance(error, CollectionError):
            raise error
        self.trouble.emit(error)


def _read(desk: Desk, deck_id: int) -> ReadingState:
    """In the background thread: Markdown is read for the table of contents, code coloured."""
    state = state_of(desk.collection.study_text(deck_id), deck_id)
    for part in state.parts:
        for code, language in code_blocks(part.text):
            highlighted(code, language)  # kept: the window's thread finds it done
    return state


def state_of(text: StudyText, deck_id: int) -> ReadingState:
    """What to show of a chapter; a deck without a text of its own is read from the start."""
    texts = [part for part in text.parts if part.text]
    cut = [part._replace(text=piece) for part in texts for piece in pieces(part.text)]
    place = next((n for n, part in enumerate(cut) if part.deck_id == deck_id), 0)
    state = ReadingState(
        uid=text.uid, title=text.title, parts=tuple(cut), place=place, is_read=True
    )
    return state._replace(contents=tuple(_contents(state)))


def _contents(state: ReadingState) -> Iterator[Entry]:
    """The title of the text that is the chapter's own goes without saying."""
    inside = [headings(part.text, formula=in_signs) for part in state.parts]
    for n, part in enumerate(state.parts):
        if state.begins(n):
            own = [m for m, other in enumerate(state.parts) if other.deck_id == part.deck_id]
            levels = [level for m in own for level, _ in inside[m]]
            is_named = part.title != state.title or not levels
            top = min(levels, default=1)
            if is_named:
                yield Entry(n, None, part.title, 0)
        for place, (level, title) in enumerate(inside[n]):
            yield Entry(n, place, title, min(2, int(is_named) + level - top))
