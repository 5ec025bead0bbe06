"""A few things to choose from, side by side, each a button that stays down."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from qtapp.theme import set_role
from qtapp.tokens import Role
from qtapp.widgets.flow_layout import FlowLayout
from qtapp.widgets.key_button import KeyButton

_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)


class PickButton(KeyButton):
    """Its words take more lines where the page is narrower than they are."""

    def __init__(self) -> None:
        super().__init__(Role.SEGMENT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def minimumSizeHint(self) -> QSize:
        """So little that no page is too narrow."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), 4 * hint.height()), hint.height())

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Of all lines."""
        more = self._lines(width).height() - self.fontMetrics().height()
        return self.sizeHint().height() + (more if self._is_too_wide(width) else 0)

    def _is_too_wide(self, width: int) -> bool:
        return self.sizeHint().width() > width

    def _lines(self, width: int) -> QRect:
        """Where the words go: left of the key, if there is one."""
        metrics, words = self.fontMetrics(), self.text().replace("&&", "&")
        beside = self.sizeHint().width() - metrics.horizontalAdvance(words)
        room = QRect(0, 0, max(1, width - beside), 9999)
        return metrics.boundingRect(room, _WRAP, words)

    def _draw_content(self, painter: QPainter, room: QRect) -> None:
        if not self._is_too_wide(self.width()):
            super()._draw_content(painter, room)
            return
        sizes, lines = self._measured(), self._lines(self.width())
        edge = (self.sizeHint().width() - round(sizes.first.width())) // 2
        painter.setPen(self.palette().buttonText().color())
        painter.setFont(sizes.caption)
        place = QRect(edge, 0, lines.width() + 1, lines.height())
        place.moveTop(room.center().y() - lines.height() // 2)
        painter.drawText(place, _WRAP, self.text().replace("&&", "&"))
        if self._key:
            ink, right = self.palette().buttonText().color(), float(self.width() - edge)
            self._draw_cap(painter, ink, sizes, right=right, middle=room.center().y())


class PickRow(QWidget):
    """A heading and its buttons; what is down is told by whoever knows.

    Signals:
        picked: What stands behind the button pressed.
    """

    picked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._heading = QLabel()
        set_role(self._heading, Role.SMALL)
        self._choices: tuple[tuple[object, str], ...] = ()
        self._buttons: list[PickButton] = []
        room = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        room.setSizePolicy(policy)
        self._flow = FlowLayout(room, spacing=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(room)
        self.hide()  # until there is something to pick

    def name(self, heading: str) -> None:
        """Say what is chosen here."""
        self._heading.setText(heading)
        self._name_buttons()

    def offer(self, choices: Sequence[tuple[object, str]]) -> None:
        """Offer things, each with its words; a row of nothing hides."""
        if tuple(choices) == self._choices:
            return
        self._choices = tuple(choices)
        while len(self._buttons) < len(choices):
            button = PickButton()
            button.setCheckable(True)
            button.toggled.connect(self._tell)
            self._buttons.append(button)
            self._flow.addWidget(button)
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(choices))
            if place < len(choices):
                button.setObjectName(f"{self.objectName()}-{choices[place][0]}")
                button.set_caption(choices[place][1])
        self.setVisible(bool(choices))
        self._name_buttons()

    def mark(self, values: Collection[object]) -> None:
        """Let these be down, and no others."""
        for (value, _), button in zip(self._choices, self._buttons, strict=False):
            button.show_checked(value in values)

    def _name_buttons(self) -> None:
        for (_, words), button in zip(self._choices, self._buttons, strict=False):
            button.setAccessibleName(f"{self._heading.text()} {words}".strip())

    @Slot()
    def _tell(self) -> None:
        for (value, _), button in zip(self._choices, self._buttons, strict=False):
            if button is self.sender():
                button.show_checked(not button.isChecked())  # until it is told otherwise
                self.picked.emit(value)
