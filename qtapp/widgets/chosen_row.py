"""A row that the app chooses, not the learner."""

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QTableView

_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


def choose_row(table: QTableView, row: int) -> None:
    """Make a row the current one, and the only one chosen, whatever keys are held.

    ``QTableView.selectRow`` heeds Shift and Ctrl as if the row had been clicked: where Shift was
    held while a page opened, none was chosen.

    Args:
        table: It must have that row.
        row: From 0.
    """
    table.selectionModel().setCurrentIndex(table.model().index(row, 0), _ALONE)
