"""A number of an experiment: its name, its exact value to type over, and a slider below."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QLocale, QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSlider, QWidget

from qtapp.said import language, said
from qtapp.theme import set_role
from qtapp.tokens import Role
from sim.settings import Real, Whole
from sim.words import number

STEPS = 200
FIELD_WIDTH = 84
_DIGITS = 3


class NumberSlider(QWidget):
    """Edits a `Real` or a `Whole`; on a logarithmic slider where its declaration says so.

    Signals:
        edited: Name of the setting and its new value, always one that it takes.
    """

    edited = Signal(str, object)

    def __init__(self, name: str, takes: Real | Whole) -> None:
        super().__init__()
        self._name = name
        self._takes = takes
        self._value: float = takes.low
        self._label = QLabel()
        self._field = QLineEdit()
        self._field.setObjectName(name)
        self._field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._field.setFixedWidth(FIELD_WIDTH)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setObjectName(f"{name}-slider")
        self._slider.setRange(0, self._steps)
        self._slider.installEventFilter(self)
        self._warning = QLabel()
        set_role(self._warning, Role.WARNING)
        self._warning.setWordWrap(True)
        self._warning.hide()
        self._lay_out()
        self._slider.valueChanged.connect(self._slide)
        self._field.editingFinished.connect(self._read)
        self.retranslate()

    @property
    def _steps(self) -> int:
        span = self._takes.high - self._takes.low
        if isinstance(self._takes, Whole) and not self._takes.is_log:
            return min(STEPS, int(span))
        return STEPS

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.addWidget(self._label, 0, 0)
        grid.addWidget(self._field, 0, 1)
        grid.addWidget(self._slider, 1, 0, 1, 2)
        grid.addWidget(self._warning, 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        self._label.setBuddy(self._field)
        self._label.setWordWrap(True)

    def show_value(self, value: float) -> None:
        """Show a value without telling of it."""
        self._value = value
        self._warning.hide()
        if not self._field.hasFocus():
            self._field.setText(number(value, "", language()))
        with QSignalBlocker(self._slider):
            self._slider.setValue(round(self._share(value) * self._steps))

    def retranslate(self) -> None:
        """The name, and how numbers are written."""
        label = said(self._takes.label)
        self._label.setText(label)
        self._field.setAccessibleName(label)
        self._slider.setAccessibleName(label)
        self._field.setText(number(self._value, "", language()))

    def _share(self, value: float) -> float:
        low, high = float(self._takes.low), float(self._takes.high)
        if self._takes.is_log and low > 0:
            return math.log(float(value) / low) / math.log(high / low)
        return (value - low) / (high - low)

    def _at(self, share: float) -> float:
        low, high = float(self._takes.low), float(self._takes.high)
        if self._takes.is_log and low > 0:
            value = float(low * (high / low) ** share)
        else:
            value = low + share * (high - low)
        if isinstance(self._takes, Whole):
            return round(value)
        return float(f"{value:.{_DIGITS}g}")

    @Slot(int)
    def _slide(self, step: int) -> None:
        self._tell(min(max(self._at(step / self._steps), self._takes.low), self._takes.high))

    @Slot()
    def _read(self) -> None:
        typed = QLocale().toDouble(self._field.text().strip().replace("−", "-"))
        text = self._field.text().strip().replace(",", ".")
        value = self._takes.parse(typed[0] if typed[1] else text)
        if value is None:
            self._warning.setText(self._allowed())
            self._warning.show()
        elif value != self._value:
            self._tell(value)
        else:
            self._warning.hide()

    def _allowed(self) -> str:
        low, high = (number(v, "", language()) for v in (self._takes.low, self._takes.high))
        if isinstance(self._takes, Whole):
            text = self.tr("A whole number from %1 to %2.")
        else:
            text = self.tr("A number from %1 to %2.")
        return text.replace("%1", low).replace("%2", high)

    def _tell(self, value: float) -> None:
        self._value = value
        self._field.setText(number(value, "", language()))
        self._warning.hide()
        self.edited.emit(self._name, value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls what is around, as it does over every field of the app."""
        if event.type() != QEvent.Type.Wheel:
            return False
        event.ignore()
        return True
