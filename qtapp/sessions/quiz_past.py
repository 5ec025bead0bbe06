"""Past quizzes: when, what they were worth, and how well certainty was placed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from db.quiz_csv import write_csv
from db.quiz_rows import AskedQuestion, AttemptRow, AttemptState, Calibration, QuizReport, Tally
from decks.questions.responses import Certainty
from qtapp.background import Task
from qtapp.sessions.desk import Desk

if TYPE_CHECKING:
    from db.collection import Collection

PAGE = 200


class Grouping(StrEnum):
    """What the answers are counted by."""

    CHAPTER = "chapter"
    FACT = "fact"
    DAY = "day"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Group:
    """Answers counted together.

    Attributes:
        key: Title of a chapter, id of the inventory, or a day's number.
        all: Every one of them.
        sure: Those of which the learner was sure.
    """

    key: str | int
    all: Tally
    sure: Tally


@dataclass(frozen=True, slots=True)
class PastState:
    """Everything that the page shows.

    Attributes:
        attempts: Those that are over, newest first; None until they are read.
        report: Of all graded answers.
        chapters: Titles by deck.
        questions: Those that were answered, the hardest first.
        grouping: What answers are counted by.
    """

    attempts: tuple[AttemptRow, ...] | None = None
    report: QuizReport = field(default_factory=QuizReport)
    chapters: Mapping[int, str] = field(default_factory=dict)
    questions: tuple[AskedQuestion, ...] = ()
    grouping: Grouping = Grouping.CHAPTER

    def tally(self, certainty: Certainty) -> Tally:
        """Of all answers given with that certainty."""
        return self.report.overall.get(certainty, Tally())

    @property
    def groups(self) -> tuple[Group, ...]:
        """Answers by chapter, by fact (the weakest first) or by day (the newest first).

        By question there are none: `questions` say more.
        """
        if self.grouping is Grouping.QUESTION:
            return ()
        if self.grouping is Grouping.DAY:
            days = sorted(self.report.by_day.items(), reverse=True)
            return tuple(_group(day, answers) for day, answers in days)
        if self.grouping is Grouping.FACT:
            facts = [_group(fact, answers) for fact, answers in self.report.by_fact.items()]
            return tuple(sorted(facts, key=lambda group: (group.all.share_right, group.key)))
        chapters = self.report.by_chapter.items()
        return tuple(_group(self.chapters.get(of, "?"), answers) for of, answers in chapters)


def _group(key: str | int, answers: Calibration) -> Group:
    return Group(
        key=key,
        all=sum(answers.values(), start=Tally()),
        sure=answers.get(Certainty.SURE, Tally()),
    )


class PastQuizzes(QObject):
    """Reads away from the window.

    Signals:
        changed: A `PastState`.
        exported: Path of a file, and how many answers it holds.
        trouble: A `CollectionError`, or an `OSError` of the export.
    """

    changed = Signal(object)
    exported = Signal(str, int)
    trouble = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.state = PastState()

    @Slot()
    def read(self) -> None:
        """Read everything as it is now."""
        collection = self._desk.collection
        task = Task(lambda: _read(collection))
        task.succeeded.connect(self._take)
        task.failed.connect(self.trouble)
        self._desk.run(task)

    @Slot(object)
    def _take(self, read: PastState) -> None:
        self._become(replace(read, grouping=self.state.grouping))

    @Slot(object)
    def group_by(self, grouping: Grouping) -> None:
        """Count answers by something else."""
        self._become(replace(self.state, grouping=grouping))

    def export(self, path: Path) -> None:
        """Write every answer to a file; see `db.quiz_csv`."""
        quizzes = self._desk.collection.quizzes
        task = Task(lambda: (str(path), write_csv(path, quizzes.export_rows())))
        task.succeeded.connect(self._tell_exported)
        task.failed.connect(self.trouble)
        self._desk.run(task)

    @Slot(object)
    def _tell_exported(self, written: tuple[str, int]) -> None:
        self.exported.emit(*written)

    def _become(self, state: PastState) -> None:
        self.state = state
        self.changed.emit(state)


def _read(collection: Collection) -> PastState:
    quizzes = collection.quizzes
    rows = quizzes.attempts(limit=PAGE)
    over = tuple(row for row in rows if row.state is not AttemptState.OPEN)
    titles = {deck.id: deck.title for deck in quizzes.pool().decks}
    hardest_first = sorted(quizzes.questions(), key=_hardness)
    return PastState(over, quizzes.report(), titles, tuple(hardest_first))


def _hardness(asked: AskedQuestion) -> tuple[float, int, int]:
    """The least first: what went worst, of the same what was asked most."""
    return asked.facts.facility or 0.0, -asked.facts.answers, asked.card_id
