"""The runs of before: search, open, note, clear."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QVBoxLayout, QWidget

from db.experiment_rows import RunRow
from qtapp.sessions.history import HistoryState
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role
from qtapp.widgets.bending_row import BendingRow
from qtapp.widgets.chosen_row import choose_row
from qtapp.widgets.key_button import KeyButton, key_name
from qtapp.widgets.plain_table import PlainTable
from qtapp.widgets.quiet_scroll import BAR_WIDTH, QuietScrollArea
from qtapp.widgets.run_model import Column, RunModel

PAUSE_MS = 150
"""The search waits for so long a pause in typing."""

_NEAR_END = 8
_NO_UPDATE = QItemSelectionModel.SelectionFlag.NoUpdate
_WIDE = (Column.EXPERIMENT, Column.SETTINGS, Column.NOTE)


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
        self._note, self._attach, self._clear = KeyButton(), KeyButton(), KeyButton()
        for button, name in (
            (self._back, "back"),
            (self._open, "open-run"),
            (self._note, "note-run"),
            (self._attach, "attach-run"),
            (self._clear, "clear-runs"),
        ):
            button.setObjectName(name)
        self._title, self._nothing = QLabel(), QLabel()
        set_role(self._title, Role.TITLE)
        set_role(self._nothing, Role.MUTED)
        self._nothing.setWordWrap(True)
        self._search = QLineEdit()
        self._search.setObjectName("history-search")
        self._search.setClearButtonEnabled(True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.model = RunModel()
        self._table = self._made_table()
        self._lay_out()
        self._connect()
        self._take_sizes()
        self._retranslate()
        self._enable()  # nothing, until runs are read in the background
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _made_table(self) -> PlainTable:
        several = QAbstractItemView.SelectionMode.ExtendedSelection
        table = PlainTable(self._theme, self.model, wide=_WIDE, selection=several)
        table.setObjectName("history-table")
        table.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        return table

    def _lay_out(self) -> None:
        content = QWidget()
        self._whole = QVBoxLayout(content)
        self._whole.addWidget(BendingRow(self._back, self._title, None))
        self._whole.addWidget(self._search)
        self._whole.addWidget(self._nothing)
        self._whole.addWidget(self._table, 1)
        self._foot = BendingRow(self._clear, None, self._note, self._attach, self._open)
        self._whole.addWidget(self._foot)
        area = QuietScrollArea(self._theme, self)
        area.setWidget(content)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_asked)
        self._search.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._look_for)
        self._table.activated.connect(self._open_row)
        self._table.selectionModel().selectionChanged.connect(self._enable)
        self._table.verticalScrollBar().valueChanged.connect(self._follow_scrolling)
        self._open.clicked.connect(self._open_chosen)
        self._note.clicked.connect(self._note_chosen)
        self._attach.clicked.connect(self._attach_chosen)
        self._clear.clicked.connect(self._clear_chosen)
        self.model.noted.connect(self.noted)
        self._theme.changed.connect(self._take_sizes)

    @Slot()
    def _take_sizes(self) -> None:
        px = self._theme.px
        side = max(16, min(px(44), self.width() // 20))
        self._whole.setContentsMargins(side, min(px(34), 44), side - BAR_WIDTH, px(24))
        self._whole.setSpacing(px(12))
        self._search.setMaximumWidth(px(420))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less air in a narrow window."""
        super().resizeEvent(event)
        self._take_sizes()

    # Drawing

    @Slot(object)
    def show_state(self, state: HistoryState) -> None:
        """Draw a state."""
        row = max(0, self._table.currentIndex().row())
        parts = (self, self._table, self._back)
        is_other = bool(self._state.rows) != bool(state.rows)
        has_focus = is_other and any(part.hasFocus() for part in parts)
        self._state = state
        self.model.show_rows(state.rows)
        is_nothing = state.is_complete and not state.rows
        if has_focus:
            self._back.setFocus()  # not for Qt to choose, which would go to the sidebar
        self._table.setVisible(bool(state.rows))
        self._nothing.setVisible(is_nothing)
        for part in (self._search, self._foot):
            part.setVisible(bool(state.search) or not is_nothing)
        self._say_nothing()
        if state.rows and not self._table.selectionModel().hasSelection():
            choose_row(self._table, min(row, len(state.rows) - 1))
        self._enable()
        if has_focus and state.rows:
            self._table.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys are for the runs; without any, for the way back."""
        super().focusInEvent(event)
        (self._table if self._state.rows else self._back).setFocus()

    def _say_nothing(self) -> None:
        none = self.tr("Nothing has run yet: what you train, here or on a card, is kept here.")
        not_found = self.tr("No run matches these words.")
        self._nothing.setText(not_found if self._state.search else none)

    @Slot()
    def _enable(self) -> None:
        chosen = self._chosen()
        self._open.setEnabled(len(chosen) == 1 and chosen[0].has_result)
        for button in (self._note, self._attach):
            button.setEnabled(len(chosen) == 1)
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
    def _note_chosen(self) -> None:
        if self._table.is_editing:
            return
        (row,) = self._table.selectionModel().selectedRows()
        cell = row.siblingAtColumn(Column.NOTE)
        self._table.selectionModel().setCurrentIndex(cell, _NO_UPDATE)
        self._table.scrollTo(cell)
        self._table.edit(cell)

    @Slot()
    def _attach_chosen(self) -> None:
        self.attach_asked.emit(self._chosen()[0])

    @Slot()
    def _clear_chosen(self) -> None:
        self.clear_asked.emit(tuple(row.id for row in self._chosen()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back, Delete clears, F2 writes a note."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        elif event.key() == Qt.Key.Key_Delete and self._clear.isEnabled():
            self._clear_chosen()
        elif event.key() == Qt.Key.Key_F2 and self._note.isEnabled():
            self._note_chosen()
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
        self._note.set_caption(self.tr("Write a note"), key="F2")
        self._attach.set_caption(self.tr("Put on a card…"))
        self._clear.set_caption(self.tr("Delete"), key=key_name("Del"))
        self._say_nothing()
