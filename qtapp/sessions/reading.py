"""The chapter that is being read: its texts and its table of contents, read in the background."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from db.errors import CollectionError
from db.rows import StudyText, TextPart
from qtapp.background import Task
from qtapp.cardtext.markdown import headings
from qtapp.sessions.desk import Desk


class Entry(NamedTuple):
    """A line of the table of contents.

    Attributes:
        part: Which text of the chapter, from 0.
        heading: Which heading in that text, from 0; None for the text's own title.
        title: Plain text.
        depth: 0 for sections, more inside their texts.
    """

    part: int
    heading: int | None
    title: str
    depth: int


class ReadingState(NamedTuple):
    """Everything that a reading view shows.

    Attributes:
        serial: Another number each time something is asked for, so that a view goes there.
        uid: Of the chapter, which tells where its images lie; "" while nothing was read.
        title: Of the chapter.
        parts: Its texts that are not empty, in order.
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
    """In the background thread: Markdown is read for the table of contents."""
    return state_of(desk.collection.study_text(deck_id), deck_id)


def state_of(text: StudyText, deck_id: int) -> ReadingState:
    """What to show of a chapter; a deck without a text of its own is read from the start."""
    parts = tuple(part for part in text.parts if part.text)
    place = next((n for n, part in enumerate(parts) if part.deck_id == deck_id), 0)
    return ReadingState(
        uid=text.uid,
        title=text.title,
        parts=parts,
        contents=tuple(e for n, part in enumerate(parts) for e in _entries(n, part, text.title)),
        place=place,
        is_read=True,
    )


def _entries(place: int, part: TextPart, chapter: str) -> list[Entry]:
    """Of a text; the title of one that is the chapter's own goes without saying."""
    inside = headings(part.text)
    is_named = part.title != chapter or not inside
    top = min((level for level, _ in inside), default=1)
    return [
        *([Entry(place, None, part.title, 0)] if is_named else []),
        *(
            Entry(place, n, title, min(2, int(is_named) + level - top))
            for n, (level, title) in enumerate(inside)
        ),
    ]
