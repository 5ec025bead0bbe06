"""A row of small labels: the deck a card comes from, and its tags."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from qtapp.theme import set_role
from qtapp.tokens import Role
from qtapp.widgets.flow_layout import FlowLayout


class Chips(QWidget):
    """As many rows as the width asks for. Labels are kept and used again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(self)
        self._labels: list[QLabel] = []

    def show_texts(self, texts: Sequence[str], *, tooltips: Sequence[str] = ()) -> None:
        """One chip for each text, with its tooltip if there are any."""
        while len(self._labels) < len(texts):
            self._labels.append(self._new_label())
        for index, label in enumerate(self._labels):
            is_used = index < len(texts)
            label.setVisible(is_used)
            label.setText(texts[index] if is_used else "")
            label.setToolTip(tooltips[index] if is_used and index < len(tooltips) else "")
        self.setAccessibleName(", ".join(texts))

    def _new_label(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        set_role(label, Role.CHIP)
        self._flow.addWidget(label)
        return label
