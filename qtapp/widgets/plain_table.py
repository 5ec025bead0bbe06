"""A table to read and to open rows of, in the app's colours."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from qtapp.theme import Theme

_ROW, _NARROW, _LEAST = 36, 520, 150


class PlainTable(QTableView):
    """Rows are chosen whole; Enter and a double click open one (`activated`)."""

    def __init__(
        self,
        theme: Theme,
        model: QAbstractItemModel,
        *,
        wide: Collection[int],
        spare: Collection[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Show a model.

        Args:
            theme: Of the app.
            model: What is shown.
            wide: Columns that share the room that the others leave.
            spare: Columns that a narrow place does without.
            parent: Of the widget.
        """
        super().__init__(parent)
        self._theme, self._spare = theme, spare
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        modes = QHeaderView.ResizeMode
        for column in range(model.columnCount()):
            mode = modes.Stretch if column in wide else modes.ResizeToContents
            header.setSectionResizeMode(column, mode)
        theme.changed.connect(self._take_theme)
        self._take_theme()

    @Slot()
    def _take_theme(self) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        self.setMinimumHeight(px(_LEAST))
        self.setStyleSheet(
            f"QTableView {{ background: {tokens.surface}; border: 1px solid {tokens.line};"
            f" border-radius: 10px; outline: none; }}"
            f"QTableView:focus {{ border: 2px solid {tokens.accent}; }}"
            f"QTableView::item {{ padding: 0 {px(8)}px; }}"
            f"QTableView::item:selected {{ background: {tokens.accent_soft};"
            f" color: {tokens.accent}; }}"
            f"QHeaderView {{ background: transparent; }}"
            f"QHeaderView::section {{ background: transparent; border: none; color: {tokens.muted};"
            f" padding: {px(6)}px {px(8)}px; }}"
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow place does without some columns."""
        super().resizeEvent(event)
        is_narrow = self.width() < self._theme.px(_NARROW)
        for column in self._spare:
            self.setColumnHidden(column, is_narrow)

    def chosen_row(self) -> QModelIndex:
        """A cell of the row chosen, which a screen reader chooses without going there."""
        rows = self.selectionModel().selectedRows()
        return rows[0] if rows else self.currentIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row chosen, on every system alike; letters are the page's."""
        index, key = self.currentIndex(), event.key()
        is_enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if (is_enter and with_ctrl) or event.text().isalpha():
            event.ignore()
        elif is_enter and index.isValid():
            self.activated.emit(index)
        else:
            super().keyPressEvent(event)
