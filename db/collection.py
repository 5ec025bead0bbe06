"""The one door to what the learner did: windows and commands use `Collection` and nothing below."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Collection as Group
from contextlib import ExitStack
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from db import queries, study
from db.calendar import LearnerCalendar, zone_named
from db.chapter_imports import ChapterImports
from db.checking import check_store, doubting
from db.clock import utc_now
from db.day_limits import raise_limits
from db.day_queues import DayQueues
from db.deck_paths import PathsKept
from db.engine import Store
from db.lock import Lock, lock_collection
from db.notes_of_learner import NotesOfLearner
from db.opening import make_folder, open_store
from db.preferences import load_settings, save_settings
from db.rows import (
    CardRow,
    CardView,
    Change,
    Grade,
    Notice,
    Outcome,
    Scale,
    TodayFacts,
    Todo,
)
from db.scheduling import previews, seed_of
from db.settings import StudySettings
from db.small_state import load_state, save_state
from db.study_texts import StudyTexts

if TYPE_CHECKING:
    from db.experiments import ExperimentLog
    from db.quizzes import Quizzes
    from db.today import PastDays


class Collection(ChapterImports, DayQueues, NotesOfLearner, StudyTexts):
    """An open collection; any thread may use it, writers wait for each other.

    Every method may raise a `CollectionError`: nothing was changed then, and it can still be used.

    Attributes:
        path: Its file.
        notices: What to tell the learner after opening.
    """

    def __init__(
        self,
        store: Store,
        lock: Lock,
        notices: tuple[Notice, ...],
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self.path = store.path
        self._store = store
        self._lock = lock
        self._clock = clock
        self._past: PastDays | None = None
        self._paths = PathsKept(store)
        with doubting(store), store.reader.begin() as connection:
            settings, ignored = load_settings(connection)
        self.notices = (*notices, *ignored)
        self._use(settings)

    @classmethod
    def open(cls, path: Path, *, clock: Callable[[], datetime] = utc_now) -> Collection:
        """Open a collection: made if missing, brought to today's format if behind.

        Args:
            path: The file; missing folders are made.
            clock: What time it is, aware; for tests.

        Raises:
            CollectionError: One of `db.errors`; the file is as it was.
        """
        path = path.resolve()
        make_folder(path)
        lock = lock_collection(path)
        with ExitStack() as undo:
            undo.callback(lock.release)
            store, notices = open_store(path, now=clock())
            undo.callback(store.close)
            collection = cls(store, lock, notices, clock=clock)
            undo.pop_all()
        return collection

    def close(self) -> None:
        """Fold everything into the one file and let others open it; twice does no harm."""
        self._store.close()
        self._lock.release()

    def check(self) -> None:
        """Read every page and compare every index; seconds for a large collection.

        Raises:
            CorruptedCollectionError: With what was found.
        """
        check_store(self._store)

    @cached_property
    def experiments(self) -> ExperimentLog:
        """What the learner predicted, and the history of runs."""
        from db.experiments import ExperimentLog  # late on purpose: the first card comes first

        return ExperimentLog(self._store)

    @cached_property
    def quizzes(self) -> Quizzes:
        """Questions, attempts at them, and what they tell."""
        from db.quiz_grading import Study  # late on purpose: likewise
        from db.quizzes import Quizzes

        return Quizzes(self._store, lambda: Study(self._calendar, self._settings))

    # What the learner wants and the app remembers

    def settings(self) -> StudySettings:
        """How the learner wants to study."""
        return self._settings

    def save_settings(self, settings: StudySettings) -> None:
        """Keep them, and use them from now on; a queue made before does not know.

        Raises:
            ValueError: If one makes no sense; it is named.
        """
        with self._store.writer.begin() as connection:
            save_settings(connection, settings)
        self._use(settings)

    def calendar(self) -> LearnerCalendar:
        """The learner's days."""
        return self._calendar

    def state(self, key: str) -> str | None:
        """Something small that the app remembered."""
        with self._store.writer.glance() as connection:
            return load_state(connection, key)

    def set_state(self, key: str, value: str) -> None:
        """Remember something small, such as the hash of a course file."""
        with self._store.writer.begin() as connection:
            save_state(connection, key, value)

    def raise_limits(self, now: datetime, *, new: int = 0, reviews: int = 0) -> None:
        """Let so many more cards come on the day of `now`; a queue made before does not know."""
        with self._store.writer.begin() as connection:
            raise_limits(connection, self._calendar.day_of(now), new=new, reviews=reviews)

    # What is to do

    def today(self, todo: Todo, now: datetime) -> TodayFacts:
        """What the Today page tells; `todo` is what the queue of the whole collection holds."""
        from db.today import PastDays, today_facts  # late on purpose: the first card comes first

        with doubting(self._store), self._store.reader.begin() as connection:
            self._past = self._past or PastDays()
            facts = today_facts(
                connection,
                self._past,
                day=self._calendar.day_of(now),
                todo=todo,
                settings=self._settings,
            )
            return facts._replace(tags=self._cross_decks(connection, now))

    def card_view(self, card_id: int) -> CardView:
        """A card with its words.

        Raises:
            KeyError: If there is no such card.
        """
        with doubting(self._store), self._store.writer.glance() as connection:
            return queries.card_view(connection, card_id, self._paths.read())

    def find_cards(
        self, *, suspended: bool = False, flag: int | None = None, limit: int = 200
    ) -> list[CardView]:
        """Cards in teaching order: only suspended ones, only those with a flag, or all."""
        with doubting(self._store), self._store.reader.begin() as connection:
            return queries.find_cards(
                connection, self._paths.read(), suspended=suspended, flag=flag, limit=limit
            )

    def previews(self, card: CardRow, now: datetime) -> dict[Grade, Outcome]:
        """What each grade would do now: exactly what `grade` does."""
        return previews(
            card.memory, now, calendar=self._calendar, settings=self._settings, seed=seed_of(card)
        )

    # What the learner does

    def grade(
        self,
        card: CardRow,
        grade: Grade,
        now: datetime,
        *,
        duration_ms: int,
        raw: int,
        scale: Scale,
    ) -> Change:
        """Grade a card as last read; it is on the disk when this returns.

        `duration_ms` is from question to grade; `raw` is the button, from 1, on its own `scale`.

        Raises:
            ValueError: If the card was graded since it was read.
        """
        return study.grade(
            self._store,
            card,
            grade,
            now,
            calendar=self._calendar,
            settings=self._settings,
            duration_ms=duration_ms,
            raw=raw,
            scale=scale,
        )

    def suspend(self, card_ids: Group[int], now: datetime) -> Change:
        """Put cards aside until they are called back."""
        return study.suspend(self._store, card_ids)

    def unsuspend(self, card_ids: Group[int], now: datetime) -> Change:
        """Call suspended cards back."""
        return study.unsuspend(self._store, card_ids)

    def bury(self, card_ids: Group[int], now: datetime) -> Change:
        """Put cards aside until tomorrow."""
        return study.bury(self._store, card_ids, now, calendar=self._calendar)

    def set_flag(self, card_id: int, flag: int) -> Change:
        """Flag a card, 1 to 7; 0 takes the flag away."""
        return study.set_flag(self._store, card_id, flag)

    def undo(self, change: Change, now: datetime) -> None:
        """Put everything back as it was before `change`, the latest that is not undone."""
        study.undo(self._store, change, now)

    def redo(self, change: Change, now: datetime) -> Change:
        """Do again what `undo` took back; returns the change to undo next."""
        return study.redo(self._store, change, now)

    def _use(self, settings: StudySettings) -> None:
        self._settings = settings
        self._calendar = LearnerCalendar(zone_named(settings.time_zone), settings.rollover_hour)
