"""Past quizzes, and answers counted by something, as tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from db.quiz_rows import AttemptRow, AttemptState, Tally
from qtapp import formats
from qtapp.pages import quiz_words
from qtapp.sessions.quiz_past import Group, Grouping

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
R = TypeVar("R")


class RowsModel(QAbstractTableModel, Generic[R]):
    """Rows of plain data, each told in words by column."""

    def __init__(self, columns: int) -> None:
        super().__init__()
        self._columns = columns
        self.rows: tuple[R, ...] = ()

    def show_rows(self, rows: Sequence[R]) -> None:
        """Take all rows anew."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def words(self, row: R) -> tuple[str, ...]:
        """What the cells of a row say."""
        raise TypeError(f"{type(self).__name__} tells no rows")

    def heads(self) -> tuple[str, ...]:
        """What the columns hold."""
        raise TypeError(f"{type(self).__name__} names no columns")

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Columns."""
        return 0 if parent.isValid() else self._columns

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says."""
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.words(self.rows[index.row()])[index.column()]

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """What a column holds."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.heads()[section]


class AttemptModel(RowsModel[AttemptRow]):
    """One attempt a row."""

    def __init__(self) -> None:
        super().__init__(columns=5)

    def words(self, row: AttemptRow) -> tuple[str, ...]:
        """When, how, score, certainty marks, time."""
        mode = quiz_words.short_mode(row.mode)
        if row.state is AttemptState.ABANDONED:
            mode = self.tr("%1, not finished").replace("%1", mode)
        return (
            quiz_words.moment(row),
            mode,
            quiz_words.plain_score(row),
            quiz_words.signed(row.certainty_mark),
            quiz_words.spent(row.spent_ms),
        )

    def heads(self) -> tuple[str, ...]:
        """The same, named."""
        names = (self.tr("When"), self.tr("How"), self.tr("Score"))
        return (*names, self.tr("Certainty marks"), self.tr("Time"))


class GroupModel(RowsModel[Group]):
    """Answers of one chapter, fact or day a row."""

    def __init__(self, title_of: Callable[[Grouping], str]) -> None:
        super().__init__(columns=4)
        self._title_of = title_of
        self.grouping = Grouping.CHAPTER

    def words(self, row: Group) -> tuple[str, ...]:
        """What, how many, how many right, how many of the sure ones."""
        key = formats.day_long(row.key) if isinstance(row.key, int) else row.key
        return (key, str(row.all.answers), _share(row.all), _share(row.sure))

    def heads(self) -> tuple[str, ...]:
        """The same, named."""
        names = (self._title_of(self.grouping), self.tr("Answers"))
        return (*names, self.tr("Right"), self.tr("Right when sure"))


def _share(tally: Tally) -> str:
    return "–" if tally.share_right is None else formats.percent(tally.share_right)
