"""A table of a run as Qt's views, and screen readers, ask for one."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qtapp.said import language
from sim.pictures import Table
from sim.words import Words, number

WIDEST_CELL, WIDEST_HEAD = 34, 12
"""In letters; what is longer takes several lines."""

AnyIndex = QModelIndex | QPersistentModelIndex
Place = tuple[int, int]
_NOWHERE = QModelIndex()
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class TableModel(QAbstractTableModel):
    """Words and numbers as the interface's language writes them.

    Attributes:
        table: What it shows.
        heads: Of its columns, in lines.
        texts: Of its cells, in lines.
    """

    def __init__(self, table: Table, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.heads: list[str] = []
        self.texts: list[list[str]] = []
        self._sides = [_side(table, column) for column in range(len(table.columns))]
        self._language = language()
        self._read()

    def _read(self) -> None:
        self.heads = [_lines(words, WIDEST_HEAD) for words in self.table.columns]
        self.texts = [[_lines(cell, WIDEST_CELL) for cell in row] for row in self.table.rows]

    def renew(self) -> None:
        """Speak the language of this moment."""
        if language() != self._language:
            self.beginResetModel()
            self._language = language()
            self._read()
            self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Rows."""
        return 0 if parent.isValid() else len(self.texts)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Columns."""
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says, on which side, and whether its row deserves a second look."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.texts[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(index.column()) | _MIDDLE
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and index.row() in self.table.marked:
            return self.tr("Marked row")
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """What a column holds."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heads[section]
        return self.side(section) | _MIDDLE if role == Qt.ItemDataRole.TextAlignmentRole else None

    def side(self, column: int) -> Qt.AlignmentFlag:
        """Right where there are numbers, so that their digits stand below each other."""
        return self._sides[column]

    def as_tsv(self, places: Iterable[Place] = ()) -> str:
        """Cells for a spreadsheet, which reads its own numbers; all of them, with heads, for none.

        Args:
            places: Row and column of each.
        """
        chosen = set(places)
        if not chosen:
            heads = [words.in_language(language()) for words in self.table.columns]
            return "".join("\t".join(line) + "\n" for line in [heads, *map(_raw, self.table.rows)])
        columns = sorted({column for _, column in chosen})
        lines = []
        for row in sorted({row for row, _ in chosen}):
            cells = _raw(self.table.rows[row])
            lines.append("\t".join(cells[c] if (row, c) in chosen else "" for c in columns))
        return "".join(line + "\n" for line in lines)


def _side(table: Table, column: int) -> Qt.AlignmentFlag:
    is_number = any(not isinstance(row[column], Words) for row in table.rows)
    return Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft


def _lines(cell: Words | float, widest: int) -> str:
    if isinstance(cell, Words):
        text = cell.in_language(language())
        return "\n".join(_wrapped(text, widest))
    return number(cell, ".6", language())


def _wrapped(text: str, widest: int) -> list[str]:
    """In as few lines as that width allows, and none of them wider than it has to be."""
    wraps = [textwrap.wrap(text, n, break_long_words=False) for n in range(widest, 0, -1)]
    return [lines for lines in wraps if len(lines) == len(wraps[0])][-1]


def _raw(row: Iterable[Words | float]) -> list[str]:
    mark = "," if language() == "fr" else "."
    return [
        cell.in_language(language()) if isinstance(cell, Words) else str(cell).replace(".", mark)
        for cell in row
    ]
