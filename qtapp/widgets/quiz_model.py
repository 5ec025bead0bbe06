"""The questions of an attempt as a table: what each asks, and how it stands."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from qtapp.cardtext.one_line import one_line
from qtapp.pages import quiz_words
from qtapp.sessions.quiz_state import QuizState, is_settled

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_FLAG = "⚑"


class Column(IntEnum):
    """What stands where."""

    NUMBER = 0
    QUESTION = 1
    CERTAINTY = 2
    STANDING = 3
    TIME = 4


class QuizModel(QAbstractTableModel):
    """A question a row, in the order that the state gives."""

    def __init__(self) -> None:
        super().__init__()
        self.state = QuizState()

    def show_state(self, state: QuizState) -> None:
        """Take all questions anew."""
        self.beginResetModel()
        self.state = state
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Questions."""
        return 0 if parent.isValid() else len(self.state.order)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says."""
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid():
            return self._spoken(self.state.order[index.row()], Column(index.column()))
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        return self._words(self.state.order[index.row()], Column(index.column()))

    def _words(self, place: int, column: Column) -> str:
        given = self.state.answers[place]
        if column is Column.NUMBER:
            return f"{place + 1} {_FLAG}" if given.is_flagged else str(place + 1)
        if column is Column.QUESTION:
            return one_line(self.state.headings[place])
        if column is Column.CERTAINTY:
            return quiz_words.certainty_of(given)
        if column is Column.TIME:
            return quiz_words.spent(given.spent_ms)
        if self.state.is_over or given.self_grade is not None:
            return quiz_words.grade_of(given)
        is_done = is_settled(given, is_exam=self.state.is_exam)
        return self.tr("answered") if is_done else self.tr("to be answered")

    def _spoken(self, place: int, column: Column) -> str:
        if column is Column.NUMBER and self.state.answers[place].is_flagged:
            return self.tr("%1, to come back to").replace("%1", str(place + 1))
        return self._words(place, column)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """What a column holds."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.NUMBER: self.tr("#"),
            Column.QUESTION: self.tr("Question"),
            Column.CERTAINTY: self.tr("Certainty"),
            Column.STANDING: self.tr("Answer"),
            Column.TIME: self.tr("Time"),
        }[Column(section)]
