"""A table to read and to open rows of, in the app's colours."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QTableView, QWidget

from qtapp.theme import Theme

_ROW, _LEAST, _A_WORD = 36, 150, 140
_ALONE = QAbstractItemView.SelectionMode.SingleSelection


class PlainTable(QTableView):
    """Rows are chosen whole; Enter and a double click open one (`activated`).

    Columns that do not fit are scrolled to, by the arrows as well: none is ever hidden.
    """

    def __init__(
        self,
        theme: Theme,
        model: QAbstractItemModel,
        *,
        wide: Collection[int],
        selection: QAbstractItemView.SelectionMode = _ALONE,
        parent: QWidget | None = None,
    ) -> None:
        """Show a model.

        Args:
            theme: Of the app.
            model: What is shown.
            wide: Columns that share the room that the others leave, each a word wide at least.
            selection: Whether several rows may be chosen.
            parent: Of the widget.
        """
        super().__init__(parent)
        self._theme, self._wide = theme, sorted(wide)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(selection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for news in (model.modelReset, model.rowsInserted, model.dataChanged):
            news.connect(self._fit)
        theme.changed.connect(self._take_theme)
        self._take_theme()

    @Slot()
    def _take_theme(self) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        self.setMinimumHeight(px(_LEAST))
        inset = self.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1  # of a cell
        self.setStyleSheet(
            f"QTableView {{ background: {tokens.surface}; border: 1px solid {tokens.line};"
            f" border-radius: 10px; padding: 1px; outline: none; }}"
            f"QTableView:focus {{ border: 2px solid {tokens.accent}; padding: 0; }}"
            f"QTableView::item {{ padding: 0 {px(8)}px; }}"
            f"QTableView::item:selected {{ background: {tokens.accent_soft};"
            f" color: {tokens.accent}; }}"
            f"QAbstractScrollArea::corner, QHeaderView {{ background: transparent; }}"
            f"QHeaderView::section {{ background: transparent; border: none; color: {tokens.muted};"
            f" padding: {px(6)}px {px(8) + inset}px; }}"
        )
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The room is shared anew, and the current row stays in view."""
        super().resizeEvent(event)
        self._fit()
        self.scrollTo(self.currentIndex())

    @Slot()
    def _fit(self) -> None:
        """Columns as wide as what they hold, the wide ones as wide as the room lets them."""
        header = self.horizontalHeader()
        wanted = [
            max(self.sizeHintForColumn(column), header.sectionSizeHint(column))
            for column in range(self.model().columnCount())
        ]
        others = sum(width for column, width in enumerate(wanted) if column not in self._wide)
        width, least = self.viewport().width(), self._theme.px(_A_WORD)
        asked = [wanted[column] for column in self._wide]
        given = shares(width - others, asked, least)
        if sum(given) > width - others:  # there will be a bar: then words can be whole
            given = [max(least, min(each, 2 * width // 3)) for each in asked]
        for column, each in zip(self._wide, given, strict=True):
            wanted[column] = each
        for column, width in enumerate(wanted):
            self.setColumnWidth(column, width)

    def chosen_row(self) -> QModelIndex:
        """A cell of the row chosen, which a screen reader chooses without going there."""
        rows = self.selectionModel().selectedRows()
        return rows[0] if rows else self.currentIndex()

    @property
    def is_editing(self) -> bool:
        """Whether a cell is being written: Enter, which its field passes on, is for that."""
        return self.state() == QAbstractItemView.State.EditingState

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row chosen, on every system alike; letters are the page's."""
        index, key = self.currentIndex(), event.key()
        is_enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if (is_enter and with_ctrl) or event.text().isalpha():
            event.ignore()
        elif is_enter and index.isValid() and not self.is_editing:
            self.activated.emit(index)
        else:
            super().keyPressEvent(event)


def shares(room: int, wanted: Sequence[int], least: int) -> list[int]:
    """Share room between those who want so much each: the modest ones first, the rest alike.

    Args:
        room: To share; all of it is given away, and more where `least` asks for it.
        wanted: By each.
        least: That each gets, whatever it wanted.
    """
    given = [0] * len(wanted)
    for rank, place in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        alike = room // (len(wanted) - rank)
        given[place] = max(least, min(wanted[place], alike))
        room -= given[place]
    each, over = divmod(max(0, room), len(wanted))
    return [width + each + (place < over) for place, width in enumerate(given)]
