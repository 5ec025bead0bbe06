"""Choosing a quiz: which questions, how many, told at once or at the end."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal, Slot

from db.quiz_pool import QuizPool, draw
from db.quiz_rows import Attempt, AttemptRow, QuestionFilter, QuizMode, Which
from db.rows import DeckRow
from decks.kinds import NoteKind
from qtapp.background import Task
from qtapp.sessions.desk import Desk
from qtapp.sessions.quiz_state import QuizOrder

USUAL_NUMBER = 10
_SECONDS = 60


@dataclass(frozen=True, slots=True)
class SetupState:
    """Everything that the page shows.

    Attributes:
        pool: All questions; None until they are read.
        wanted: Which of them.
        fitting: How many of them that are.
        number: How many to ask; fewer where there are fewer.
        mode: Practice or exam.
        minutes: An exam's time; None for a minute a question, 0 for no limit.
        waiting: The attempt that was left open; None for none.
    """

    pool: QuizPool | None = None
    wanted: QuestionFilter = field(default_factory=QuestionFilter)
    fitting: int = 0
    number: int = USUAL_NUMBER
    mode: QuizMode = QuizMode.PRACTICE
    minutes: int | None = None
    waiting: AttemptRow | None = None

    @property
    def asked(self) -> int:
        """How many questions the quiz would have."""
        return min(self.number, self.fitting)

    @property
    def is_startable(self) -> bool:
        """Whether a quiz can begin: there are questions, and no other quiz is open."""
        return self.asked > 0 and self.waiting is None

    @property
    def is_timed(self) -> bool:
        """Whether a clock would run."""
        return self.mode is QuizMode.EXAM and self.limit_min > 0

    @property
    def limit_min(self) -> int:
        """An exam's time, as chosen or as usual."""
        return max(1, self.asked) if self.minutes is None else self.minutes

    @property
    def chapters(self) -> tuple[DeckRow, ...]:
        """Decks to choose from: the topmost, and what lies right below those that are chosen."""
        decks = () if self.pool is None else self.pool.decks
        by_id = {deck.id: deck for deck in decks}
        chosen = [by_id[deck_id] for deck_id in self.wanted.deck_ids if deck_id in by_id]
        opened = {deck.id for deck in chosen} | {deck.parent_id for deck in chosen}

        def shown(parent_id: int | None) -> Iterator[DeckRow]:
            for deck in decks:
                if deck.parent_id == parent_id:
                    yield deck
                    if deck.id in opened:
                        yield from shown(deck.id)

        return tuple(shown(None))


class QuizSetup(QObject):
    """What may be chosen. Questions are read away from the window.

    Signals:
        changed: A `SetupState`.
        ordered: The `QuizOrder` that was chosen.
        trouble: A `CollectionError`.
    """

    changed = Signal(object)
    ordered = Signal(object)
    trouble = Signal(object)

    def __init__(
        self, desk: Desk, parent: QObject | None = None, *, new_seed: Callable[[], int]
    ) -> None:
        """Choose nothing in particular; `new_seed` gives another number for each quiz."""
        super().__init__(parent)
        self._desk = desk
        self._new_seed = new_seed
        self.state = SetupState()

    @Slot()
    def read(self) -> None:
        """Read the questions as they are now, and whether a quiz was left open."""
        quizzes = self._desk.collection.quizzes
        task = Task(lambda: (quizzes.pool(), quizzes.current()))
        task.succeeded.connect(self._take)
        task.failed.connect(self.trouble)
        self._desk.run(task)

    @Slot(object)
    def _take(self, found: tuple[QuizPool, Attempt | None]) -> None:
        waiting = None if found[1] is None else found[1].row
        self._become(replace(self.state, pool=found[0], waiting=waiting))

    # Choosing

    @Slot(object)
    def toggle_deck(self, deck_id: int) -> None:
        """Ask of this deck and those below it, or no more; of none chosen, all are asked."""
        wanted = self.state.wanted
        self._want(replace(wanted, deck_ids=wanted.deck_ids ^ {deck_id}))

    @Slot(object)
    def toggle_tag(self, tag: str) -> None:
        """Likewise for a tag."""
        self._want(replace(self.state.wanted, tags=self.state.wanted.tags ^ {tag}))

    @Slot(object)
    def toggle_kind(self, kind: NoteKind) -> None:
        """Likewise for a kind."""
        self._want(replace(self.state.wanted, kinds=self.state.wanted.kinds ^ {kind}))

    @Slot(object)
    def choose_which(self, which: Which) -> None:
        """All questions, new ones or missed ones."""
        self._want(replace(self.state.wanted, which=which))

    @Slot(object)
    def choose_mode(self, mode: QuizMode) -> None:
        """Told at once, or at the end."""
        self._become(replace(self.state, mode=mode))

    @Slot(int)
    def choose_number(self, number: int) -> None:
        """How many questions."""
        self._become(replace(self.state, number=max(1, number)))

    @Slot(int)
    def choose_minutes(self, minutes: int) -> None:
        """How long an exam takes; 0 for no limit."""
        self._become(replace(self.state, minutes=max(0, minutes)))

    @Slot()
    def order(self) -> None:
        """Draw the questions, and ask for the quiz."""
        state = self.state
        if state.pool is None or not state.is_startable:
            return
        seed = self._new_seed()
        self.ordered.emit(
            QuizOrder(
                card_ids=draw(state.pool.chosen(state.wanted), state.asked, seed=seed),
                mode=state.mode,
                seed=seed,
                time_limit_s=state.limit_min * _SECONDS if state.is_timed else None,
                chosen=_chosen(state.wanted),
            )
        )

    def _want(self, wanted: QuestionFilter) -> None:
        self._become(replace(self.state, wanted=wanted))

    def _become(self, state: SetupState) -> None:
        fitting = 0 if state.pool is None else len(state.pool.chosen(state.wanted))
        self.state = replace(state, fitting=fitting)
        self.changed.emit(self.state)


def _chosen(wanted: QuestionFilter) -> str:
    return json.dumps(
        {
            "decks": sorted(wanted.deck_ids),
            "tags": sorted(wanted.tags),
            "kinds": sorted(wanted.kinds),
            "which": wanted.which,
        }
    )
