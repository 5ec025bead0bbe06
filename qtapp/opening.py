"""Opens the collection while the window is already there: all of it in the background thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from qtapp.background import Background, Task

if TYPE_CHECKING:  # the window is shown before any of these is loaded
    from db.collection import Collection
    from db.queue import DayQueue
    from db.rows import ImportReport, TodayFacts
    from decks.errors import DeckError

COURSE_DIGEST = "course-digest"


class CourseLeft(NamedTuple):
    """What is still to be imported of the app's own course.

    Attributes:
        files: Chapter files, in teaching order.
        digest: Of the whole course.
    """

    files: tuple[Path, ...]
    digest: str


class Opened(NamedTuple):
    """A collection ready for the learner.

    Attributes:
        collection: Open; from now on the window's thread uses it.
        queue: Of the day, over all decks.
        facts: What the Today page tells; None when the review is asked for.
        course: What the course that comes with the app brought, if it changed since last time.
        course_trouble: Why it brought nothing, if its files are damaged.
        course_left: What is still to come of it, into a new collection.
    """

    collection: Collection
    queue: DayQueue
    facts: TodayFacts | None
    course: tuple[ImportReport, ...]
    course_trouble: DeckError | OSError | None = None
    course_left: CourseLeft | None = None


def open_collection(
    path: Path, now: Callable[[], datetime], *, is_review_asked: bool = False
) -> Opened:
    """Open a collection, bring its course to date and see what is due.

    Args:
        path: The collection.
        now: The clock.
        is_review_asked: The first card comes first, without the facts of the Today page.

    Raises:
        CollectionError: It cannot be used.
    """
    from db.collection import Collection  # late on purpose: this thread loads what the window
    from decks.errors import DeckError
    from qtapp import sitting  # noqa: F401 - can do without (docs/decisions/0007-start-up.md)

    if not is_review_asked:
        from qtapp.pages import today  # noqa: F401 - as above

    collection = Collection.open(path, clock=now)
    try:
        course: tuple[ImportReport, ...] = ()
        left: CourseLeft | None = None
        trouble: DeckError | OSError | None = None
        try:
            if collection.state(COURSE_DIGEST) is None:
                course, left = begin_course(collection)
            else:
                course = bring_course_to_date(collection)
        except (DeckError, OSError) as error:  # no reason to keep the learner from reviewing
            trouble = error
        queue = collection.day_queue(now())
        facts = None if is_review_asked else collection.today(queue.todo(), now())
        return Opened(collection, queue, facts, course, trouble, left)
    except BaseException:
        collection.close()
        raise


def bring_course_to_date(collection: Collection) -> tuple[ImportReport, ...]:
    """Import the app's own course, unless its files are those of the last time.

    Raises:
        CollectionError: It cannot be written.
        DeckError: A file of the course is damaged.
        OSError: One cannot be read.
    """
    from decks import bundled  # late, as above

    folder = bundled.bundled_course()
    digest = bundled.course_digest(folder)
    if collection.state(COURSE_DIGEST) == digest:
        return ()
    from decks.read import read_course  # Markdown and YAML: only when there is something to read

    reports = tuple(
        collection.apply_import(chapter, retire_missing=True) for chapter in read_course(folder)
    )
    collection.set_state(COURSE_DIGEST, digest)
    return reports


def begin_course(
    collection: Collection,
) -> tuple[tuple[ImportReport, ...], CourseLeft | None]:
    """Import the first chapter of the app's own course: a learner can begin with that.

    The whole takes two to three seconds of a first start; see `qtapp.course_arrival`.

    Raises:
        CollectionError: It cannot be written.
        DeckError: The file is damaged, or there is none.
        OSError: It cannot be read.
    """
    from decks import bundled  # late, as above
    from decks.read import course_files

    folder = bundled.bundled_course()
    first, *others = course_files(folder)
    digest = bundled.course_digest(folder)
    report = bring_chapter(collection, first)
    if others:
        return (report,), CourseLeft(tuple(others), digest)
    collection.set_state(COURSE_DIGEST, digest)
    return (report,), None


def bring_chapter(collection: Collection, path: Path) -> ImportReport:
    """Import a chapter of the app's own course; raises as `begin_course`."""
    from decks.read import read_course_file  # late, as above

    return collection.apply_import(read_course_file(path), retire_missing=True)


class Opening(QObject):
    """Opens one collection after the other, until one can be used.

    Signals:
        opened: An `Opened`.
        failed: The exception that kept the collection from being opened.
    """

    opened = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        background: Background,
        now: Callable[[], datetime],
        *,
        is_review_asked: bool = False,
    ) -> None:
        super().__init__(background)
        self._background = background
        self._now = now
        self._is_review_asked = is_review_asked
        self._unclaimed: Opened | None = None

    def start(self, path: Path) -> None:
        """Open a collection; one of the signals comes later."""
        task = Task(partial(self._open, path))
        task.succeeded.connect(self._hand_over)
        task.failed.connect(self.failed)
        self._background.submit(task)

    def give_up(self) -> None:
        """The app ends: close what was opened and never handed over. The thread has ended."""
        if self._unclaimed is not None:
            self._unclaimed.collection.close()
            self._unclaimed = None

    def _open(self, path: Path) -> Opened:
        self._unclaimed = open_collection(path, self._now, is_review_asked=self._is_review_asked)
        return self._unclaimed

    @Slot(object)
    def _hand_over(self, opened: Opened) -> None:
        self._unclaimed = None
        self.opened.emit(opened)
