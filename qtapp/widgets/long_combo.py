"""A choice between long texts, in the room of a short one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QWidget

_COMPLEX, _FIELD = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField


class LongCombo(QComboBox):
    """What is chosen ends in dots where it is too long, and a tip says it; the list says all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.currentTextChanged.connect(self._say_in_tip)

    @property
    def shown(self) -> str:
        """What can be read of the words chosen."""
        option = QStyleOptionComboBox()
        super().initStyleOption(option)
        room = self.style().subControlRect(_COMPLEX, option, _FIELD, self).width()
        text = self.currentText()
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Qt would cut the words without a sign."""
        super().initStyleOption(option)
        option.currentText = self.shown

    def showPopup(self) -> None:
        """Qt would make the list as wide as the field; a bar takes room of it, too."""
        view = self.view()
        bar = view.verticalScrollBar().sizeHint().width()
        widest = view.sizeHintForColumn(0) + 2 * view.frameWidth() + bar
        view.setMinimumWidth(min(widest, self.window().width()))
        super().showPopup()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other dots."""
        super().resizeEvent(event)
        self._say_in_tip()

    @Slot()
    def _say_in_tip(self) -> None:
        text = self.currentText()
        self.setToolTip("" if self.shown == text else text.strip())
