"""The decks of the Today page as a tree that Qt's views understand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from db.rows import DeckToday
from qtapp import formats

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """What stands where."""

    DECK = 0
    MASTERY = 1
    NEW = 2
    DUE = 3
    READ = 4


ROW_ROLE = int(Qt.ItemDataRole.UserRole)  # the DeckToday itself


@dataclass(eq=False)
class _Node:
    row: DeckToday | None
    parent: _Node | None = None
    children: list[_Node] = field(default_factory=list)
    place: int = 0


class DeckModel(QAbstractItemModel):
    """Read-only; `show_decks` replaces everything."""

    def __init__(self, parent: QObject | None = None, *, is_of_tags: bool = False) -> None:
        super().__init__(parent)
        self._is_of_tags = is_of_tags
        self._root = _Node(None)
        self._nodes: list[_Node] = []  # what Qt's indexes point to must stay alive

    def show_decks(self, decks: Sequence[DeckToday]) -> None:
        """Take the decks, depth first."""
        self.beginResetModel()
        self._root = _Node(None)
        self._nodes = []
        branch = [self._root]  # the last deck seen at each depth, the root first
        for deck in decks:
            del branch[min(deck.depth, len(branch) - 1) + 1 :]
            parent = branch[-1]
            node = _Node(deck, parent, place=len(parent.children))
            parent.children.append(node)
            self._nodes.append(node)
            branch.append(node)
        self.endResetModel()

    def retranslate(self) -> None:
        """Speak the other language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def has_children_anywhere(self) -> bool:
        """Whether any deck has decks inside."""
        return any(node.children for node in self._nodes)

    def has_texts(self) -> bool:
        """Whether any deck has something to read."""
        return any(node.row is not None and node.row.deck.has_text for node in self._nodes)

    def indexes(self) -> list[QModelIndex]:
        """Each deck's first column, depth first."""
        return [self.createIndex(node.place, 0, node) for node in self._nodes]

    def deck_at(self, index: AnyIndex) -> DeckToday | None:
        """The deck of a row."""
        return self._node(index).row if index.isValid() else None

    def same(self, index: AnyIndex) -> QModelIndex:
        """The same cell, as an index that is not persistent."""
        return self.index(index.row(), index.column(), index.parent())

    # Asked by Qt

    def index(self, row: int, column: int, parent: AnyIndex = _NOWHERE) -> QModelIndex:
        """A cell."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._node(parent).children[row])

    def parent(self, index: AnyIndex = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        """The deck that a deck is in."""
        above = self._node(index).parent if index.isValid() else None
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.place, 0, above)

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Decks inside a deck."""
        return 0 if parent.column() > 0 else len(self._node(parent).children)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Always all."""
        return len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_alignment(Column(section)))
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(Column(section))
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text, what a screen reader says of it, and its tooltip."""
        deck = self.deck_at(index)
        if deck is None:
            return None
        column = Column(index.column())
        if role == ROW_ROLE:
            return deck
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(deck, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_alignment(column))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(deck, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return deck.deck.title if column is Column.DECK else self._spoken(deck, column)
        return None

    def _node(self, index: AnyIndex) -> _Node:
        node = index.internalPointer() if index.isValid() else None
        return node if isinstance(node, _Node) else self._root

    def _title(self, column: Column) -> str:
        of_tags = self.tr("Across the chapters")
        return {
            Column.DECK: of_tags if self._is_of_tags else self.tr("Deck"),
            Column.MASTERY: self.tr("Mastery"),
            Column.NEW: self.tr("New"),
            Column.DUE: self.tr("To review"),
            Column.READ: "",
        }[column]

    def _spoken(self, deck: DeckToday, column: Column) -> str:
        if column is Column.DECK:
            counts = (Column.NEW, Column.DUE)
            return ", ".join((deck.deck.title, *(self._spoken(deck, c) for c in counts)))
        if column is Column.NEW:
            return self.tr("%Ln new card(s)", "", deck.counts.new)
        if column is Column.DUE:
            return self._spoken_due(deck)
        if column is Column.READ:
            return self.tr("Read the course") if deck.deck.has_text else ""
        parts = (
            self.tr("%Ln card(s) well known", "", deck.mature),
            self.tr("%Ln being learnt", "", deck.young),
            self.tr("%Ln not seen yet", "", max(0, deck.cards - deck.mature - deck.young)),
        )
        return ", ".join(parts)

    def _spoken_due(self, deck: DeckToday) -> str:
        due = self.tr("%Ln card(s) to review", "", deck.counts.review)
        if not deck.counts.learning:
            return due
        return due + ", " + self.tr("%Ln in learning", "", deck.counts.learning)


def due_count(deck: DeckToday) -> int:
    """Cards met before that come back today, those in learning included."""
    return deck.counts.review + deck.counts.learning


def _text(deck: DeckToday, column: Column) -> str:
    if column is Column.DECK:
        return deck.deck.title
    if column in (Column.MASTERY, Column.READ):
        return ""
    return formats.number(deck.counts.new if column is Column.NEW else due_count(deck))


def _alignment(column: Column) -> Qt.AlignmentFlag:
    is_number = column in (Column.NEW, Column.DUE)
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
