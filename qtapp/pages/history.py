"""The runs of before: search, open, note, clear."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from db.experiment_rows import RunRow
from qtapp.sessions.history import HistoryState
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role
from qtapp.widgets.chosen_row import choose_row
from qtapp.widgets.key_button import KeyButton, key_name
from qtapp.widgets.run_model import Column, RunModel

PAUSE_MS = 150
"""The search waits for so long a pause in typing."""

_ROW, _NEAR_END = 36, 8
_LEAST = 140
"""Of a column of settings or notes, in the design's pixels."""


class HistoryPage(QWidget):
    """Draws a `HistoryState`.

    Signals:
        search_asked: Words to look for.
        more_asked: The next page of runs.
        open_asked: The `RunRow` to look at again.
        attach_asked: The `RunRow` to put on a card of one's own.
        clear_asked: Ids of runs to clear for good.
        noted: Id of a run and what to write on it.
        back_asked: To the list of experiments.
    """

    search_asked = Signal(str)
    more_asked = Signal()
    open_asked = Signal(object)
    attach_asked = Signal(object)
    clear_asked = Signal(object)
    noted = Signal(object, str)
    back_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = HistoryState()
        self.setObjectName("history")
        self._back, self._open = KeyButton(), KeyButton(Role.PRIMARY)
        self._attach, self._clear = KeyButton(), KeyButton()
        for button, name in (
            (self._back, "back"),
            (self._open, "open-run"),
            (self._attach, "attach-run"),
            (self._clear, "clear-runs"),
        ):
            button.setObjectName(name)
        self._title, self._nothing = QLabel(), QLabel()
        set_role(self._title, Role.TITLE)
        set_role(self._nothing, Role.MUTED)
        self._search = QLineEdit()
        self._search.setObjectName("history-search")
        self._search.setClearButtonEnabled(True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.model = RunModel()
        self._table = self._made_table()
        self._lay_out()
        self._connect()
        self._take_theme()
        self._retranslate()
        self.setFocusProxy(self._table)

    def _made_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("history-table")
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (Column.WHEN, Column.NETWORKS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(Column.EXPERIMENT, QHeaderView.ResizeMode.Fixed)
        for column in (Column.SETTINGS, Column.NOTE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        return table

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._back)
        head.addWidget(self._title, 1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._clear)
        foot.addStretch(1)
        foot.addWidget(self._attach)
        foot.addWidget(self._open)
        self._whole = QVBoxLayout(self)
        self._whole.addLayout(head)
        self._whole.addWidget(self._search)
        self._whole.addWidget(self._nothing)
        self._whole.addWidget(self._table, 1)
        self._whole.addLayout(foot)

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_asked)
        self._search.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._look_for)
        self._table.activated.connect(self._open_row)
        self._table.selectionModel().selectionChanged.connect(self._enable)
        self._table.verticalScrollBar().valueChanged.connect(self._follow_scrolling)
        self._open.clicked.connect(self._open_chosen)
        self._attach.clicked.connect(self._attach_chosen)
        self._clear.clicked.connect(self._clear_chosen)
        self.model.noted.connect(self.noted)
        self._theme.changed.connect(self._take_theme)

    @Slot()
    def _take_theme(self) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        self._table.verticalHeader().setDefaultSectionSize(px(_ROW))
        self._search.setMaximumWidth(px(420))
        self._table.setStyleSheet(
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
        self._take_margins()

    def _take_margins(self) -> None:
        px = self._theme.px
        side = max(16, min(px(44), self.width() // 20))
        self._whole.setContentsMargins(side, min(px(34), 44), side, px(24))
        self._whole.setSpacing(px(12))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less air in a narrow window."""
        super().resizeEvent(event)
        self._take_margins()
        self._fit_names()

    # Drawing

    @Slot(object)
    def show_state(self, state: HistoryState) -> None:
        """Draw a state."""
        row = max(0, self._table.currentIndex().row())
        self._state = state
        self.model.show_rows(state.rows)
        self._fit_names()
        self._table.setVisible(bool(state.rows))
        self._nothing.setVisible(state.is_complete and not state.rows)
        self._say_nothing()
        if state.rows and not self._table.selectionModel().hasSelection():
            choose_row(self._table, min(row, len(state.rows) - 1))
        self._enable()

    def _fit_names(self) -> None:
        """Experiments whole, where settings and notes still have room; else a third for each."""
        table, px = self._table, self._theme.px
        fixed = (Column.WHEN, Column.NETWORKS)
        room = table.viewport().width() - sum(table.columnWidth(column) for column in fixed)
        whole = table.sizeHintForColumn(Column.EXPERIMENT) + px(8)
        most = max(room // 3, room - 2 * px(_LEAST))
        table.setColumnWidth(Column.EXPERIMENT, min(whole, most))

    def _say_nothing(self) -> None:
        none = self.tr("Nothing has run yet: what you train, here or on a card, is kept here.")
        not_found = self.tr("No run matches these words.")
        self._nothing.setText(not_found if self._state.search else none)

    @Slot()
    def _enable(self) -> None:
        chosen = self._chosen()
        self._open.setEnabled(len(chosen) == 1 and chosen[0].has_result)
        self._attach.setEnabled(len(chosen) == 1)
        self._clear.setEnabled(bool(chosen))

    def _chosen(self) -> list[RunRow]:
        places = self._table.selectionModel().selectedRows()
        return [self.model.rows[index.row()] for index in places]

    # Asking

    @Slot()
    def _look_for(self) -> None:
        self.search_asked.emit(self._search.text().strip())

    @Slot(int)
    def _follow_scrolling(self, value: int) -> None:
        if value >= self._table.verticalScrollBar().maximum() - _NEAR_END:
            self.more_asked.emit()

    @Slot(QModelIndex)
    def _open_row(self, index: QModelIndex) -> None:
        row = self.model.rows[index.row()]
        if row.has_result:
            self.open_asked.emit(row)

    @Slot()
    def _open_chosen(self) -> None:
        self.open_asked.emit(self._chosen()[0])

    @Slot()
    def _attach_chosen(self) -> None:
        self.attach_asked.emit(self._chosen()[0])

    @Slot()
    def _clear_chosen(self) -> None:
        self.clear_asked.emit(tuple(row.id for row in self._chosen()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back, Delete clears."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        elif event.key() == Qt.Key.Key_Delete and self._clear.isEnabled():
            self._clear_chosen()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._back.set_caption("‹ " + self.tr("Lab"), key=key_name("Esc"))
        self._title.setText(self.tr("Past runs"))
        self._search.setPlaceholderText(self.tr("Search in experiments, settings and notes"))
        self._search.setAccessibleName(self._search.placeholderText())
        self._table.setAccessibleName(self.tr("Past runs"))
        self._open.set_caption(self.tr("Open again"), key=key_name(Qt.Key.Key_Return))
        self._attach.set_caption(self.tr("Put on a card…"))
        self._clear.set_caption(self.tr("Delete"), key=key_name("Del"))
        self._say_nothing()
