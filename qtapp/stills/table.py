"""A table of a run, to read, to choose cells of and to copy them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Slot
from PySide6.QtGui import (
    QAction,
    QColor,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from qtapp.stills.fonts import font
from qtapp.stills.table_model import TableModel
from qtapp.theme import Theme
from qtapp.viewport import give_viewport
from qtapp.widgets.colors import blend
from sim.pictures import Table

TEXT_PX, ASIDE_PX, ABOVE_PX = 13.5, 6, 5
TINT = 0.12
_MOVES = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}


class TableView(QTableView):
    """As large as its cells, once it is renewed; where it is given less, it scrolls sideways.

    Letters and Enter are the page's: the table takes arrows, and what copies.
    """

    def __init__(self, theme: Theme, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self._theme = theme
        self.cells = TableModel(table, self)
        self.setHorizontalHeader(_Head(theme, self.cells, self))
        self.setItemDelegate(_Cells(theme, self.cells, self))
        self.setModel(self.cells)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self._copy = QAction(self, shortcut=QKeySequence(QKeySequence.StandardKey.Copy))
        self._copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._copy.triggered.connect(self.copy)
        self.addAction(self._copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def renew(self) -> None:
        """Take the language, the colours and the text size of this moment."""
        self._copy.setText(self.tr("Copy"))
        self.cells.renew()
        plain, bold = font(self._theme, TEXT_PX), font(self._theme, TEXT_PX, is_bold=True)
        self.setFont(plain)
        self.horizontalHeader().setFont(bold)
        self._take_sizes(QFontMetrics(plain), QFontMetrics(bold))

    def _take_sizes(self, metrics: QFontMetrics, bold: QFontMetrics) -> None:
        """Columns as wide as their widest line, rows as high as their highest cell."""
        aside, above = (2 * self._theme.px(air) for air in (ASIDE_PX, ABOVE_PX))
        heads = [bold.size(0, text) for text in self.cells.heads]
        rows = [[metrics.size(0, text) for text in texts] for texts in self.cells.texts]
        self.horizontalHeader().setFixedHeight(above + max(size.height() for size in heads))
        for column, head in enumerate(heads):
            widest = max([head.width(), *(row[column].width() for row in rows)])
            self.setColumnWidth(column, aside + widest)
        for number, row in enumerate(rows):
            self.setRowHeight(number, above + max(size.height() for size in row))

    def natural_width(self) -> int:
        """What shows all columns, in pixels."""
        return self.horizontalHeader().length()

    def height_for(self, width: int) -> int:
        """What shows all rows, with the bar that so little width needs."""
        is_wider = self.natural_width() > width
        bar = self.horizontalScrollBar().sizeHint().height() if is_wider else 0
        return self.horizontalHeader().height() + self.verticalHeader().length() + bar

    @Slot()
    def copy(self) -> None:
        """Put what is chosen on the clipboard, tabs between the cells; else all, with heads."""
        chosen = [(index.row(), index.column()) for index in self.selectedIndexes()]
        is_all = len(chosen) == self.cells.rowCount() * self.cells.columnCount()
        QGuiApplication.clipboard().setText(self.cells.as_tsv(() if is_all else chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from cell to cell; with Shift they choose."""
        if event.key() in _MOVES or event.matches(QKeySequence.StandardKey.SelectAll):
            super().keyPressEvent(event)
        else:
            event.ignore()


class _Head(QHeaderView):
    """Bold and muted, in as many lines as each name takes."""

    def __init__(self, theme: Theme, cells: TableModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        give_viewport(self)
        self._theme, self._cells = theme, cells
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        """The name of a column, over a rule."""
        side = self._cells.side(logicalIndex) | Qt.AlignmentFlag.AlignBottom
        painter.save()
        painter.setFont(self.font())
        tokens = self._theme.tokens
        _write(painter, rect, self._cells.heads[logicalIndex], side, tokens.muted, self._theme)
        painter.restore()


class _Cells(QStyledItemDelegate):
    """Words and numbers over a rule; a marked row is tinted."""

    def __init__(self, theme: Theme, cells: TableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._cells = theme, cells

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """One cell."""
        tokens, rect = self._theme.tokens, option.rect
        painter.setFont(option.font)
        is_marked = index.row() in self._cells.table.marked
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.accent_soft))
        elif is_marked:
            painter.fillRect(rect, blend(tokens.surface, tokens.bad, TINT))
        side = self._cells.side(index.column()) | Qt.AlignmentFlag.AlignVCenter
        text = self._cells.texts[index.row()][index.column()]
        _write(painter, rect, text, side, tokens.bad if is_marked else tokens.ink, self._theme)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))


def _write(
    painter: QPainter, rect: QRect, text: str, side: Qt.AlignmentFlag, color: str, theme: Theme
) -> None:
    aside, above = theme.px(ASIDE_PX), theme.px(ABOVE_PX)
    painter.setPen(QColor(theme.tokens.line))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    painter.setPen(QColor(color))
    painter.drawText(rect.adjusted(aside, above, -aside, -above), side, text)
