"""The history of runs as a table that Qt's views understand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from db.experiment_rows import RunRow
from qtapp.pages.experiment_words import setting_in_words
from qtapp.said import said
from sim.contents import entries

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.EditRole)


class Column(IntEnum):
    """What stands where."""

    WHEN = 0
    EXPERIMENT = 1
    SETTINGS = 2
    NETWORKS = 3
    NOTE = 4


class RunModel(QAbstractTableModel):
    """One run a row; the note alone can be edited.

    Signals:
        noted: Id of a run and what the learner wrote on it.
    """

    noted = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[RunRow, ...] = ()

    def show_rows(self, rows: Sequence[RunRow]) -> None:
        """Take the rows; those that only go on where the old ones ended keep their place."""
        old, new = self.rows, tuple(rows)
        if old and new[: len(old)] == old and len(new) > len(old):
            self.beginInsertRows(_NOWHERE, len(old), len(new) - 1)
            self.rows = new
            self.endInsertRows()
        elif new != old:
            self.beginResetModel()
            self.rows = new
            self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Runs."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says."""
        if not index.isValid() or role not in _SHOWN:
            return None
        return _words(self.rows[index.row()], Column(index.column()))

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
            Column.WHEN: self.tr("When"),
            Column.EXPERIMENT: self.tr("Experiment"),
            Column.SETTINGS: self.tr("Settings"),
            Column.NETWORKS: self.tr("Claim held"),
            Column.NOTE: self.tr("Note"),
        }[Column(section)]

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """The note can be edited."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == Column.NOTE else flags

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a note."""
        if role != Qt.ItemDataRole.EditRole or index.column() != Column.NOTE:
            return False
        self.noted.emit(self.rows[index.row()].id, str(value).strip())
        return True


def _words(row: RunRow, column: Column) -> str:
    if column is Column.WHEN:
        at = QDateTime.fromSecsSinceEpoch(round(row.at.timestamp()))
        return QLocale().toString(at, QLocale.FormatType.ShortFormat)
    if column is Column.EXPERIMENT:
        known = entries().get(row.experiment)
        return said(known.title) if known else row.experiment
    if column is Column.SETTINGS:
        return _settings(row)
    return f"{row.met} / {row.shown}" if column is Column.NETWORKS else row.note


def _settings(row: RunRow) -> str:
    known = entries().get(row.experiment)
    given = json.loads(row.settings)
    if known is None:
        return ", ".join(f"{name} = {value}" for name, value in given.items())
    return ", ".join(setting_in_words(known, name, value) for name, value in given.items())
