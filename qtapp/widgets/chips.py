"""A row of small labels: the deck a card comes from, and its tags."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from qtapp.theme import set_role
from qtapp.tokens import Role
from qtapp.widgets.flow_layout import FlowLayout


class Chip(NamedTuple):
    """One small label.

    Attributes:
        text: What it says.
        tooltip: What the pointer finds; "" for nothing.
        color: Of its text and border, ``#RRGGBB``; "" for the usual one.
    """

    text: str
    tooltip: str = ""
    color: str = ""


class Chips(QWidget):
    """As many rows as the width asks for. Labels are kept and used again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(self)
        self._labels: list[QLabel] = []

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """One label for each."""
        while len(self._labels) < len(chips):
            self._labels.append(self._new_label())
        for index, label in enumerate(self._labels):
            chip = chips[index] if index < len(chips) else Chip("")
            label.setVisible(index < len(chips))
            label.setText(chip.text)
            label.setToolTip(chip.tooltip)
            sheet = f"color: {chip.color}; border-color: {chip.color};" if chip.color else ""
            if label.styleSheet() != sheet:
                label.setStyleSheet(sheet)
        self.setAccessibleName(", ".join(chip.text for chip in chips))

    def _new_label(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        set_role(label, Role.CHIP)
        self._flow.addWidget(label)
        return label
