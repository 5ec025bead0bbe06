"""One editor for each kind of setting: it shows a value and tells when the learner changed it."""

from collections.abc import Callable
from typing import Any
from zoneinfo import available_timezones

from PySide6.QtCore import QEvent, QLocale, QObject, QSignalBlocker, Qt, QTimeZone, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from qtapp.settings import Kind, Setting, translated
from qtapp.theme import set_role
from qtapp.tokens import Role
from qtapp.widgets.number_box import give_margin

MOST_STEPS = 10
SHORTEST_STEP_MIN, LONGEST_STEP_MIN = 0.1, 1440.0


class Editor(QWidget):
    """Base of the editors.

    Attributes:
        setting: What it edits.
        field: The widget that takes the keys.

    Signals:
        edited: The setting's key (str) and its new value, always a valid one.
    """

    edited = Signal(str, object)
    alignment = Qt.AlignmentFlag.AlignLeft

    def __init__(self, setting: Setting, field: QWidget) -> None:
        super().__init__()
        self.setting = setting
        self.field = field
        field.setObjectName(setting.key)
        field.installEventFilter(self)
        self.setFocusProxy(field)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(field, 0, self.alignment)

    def show_value(self, value: Any) -> None:
        """Show a value without telling of it."""
        raise TypeError(type(self))

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls what is around: it must not change what it happens to pass over."""
        if event.type() != QEvent.Type.Wheel:
            return False
        event.ignore()
        return True

    def _tell(self, value: object) -> None:
        self.edited.emit(self.setting.key, value)


class ChoiceEditor(Editor):
    """One of a few words."""

    def __init__(self, setting: Setting) -> None:
        self._box = QComboBox()
        super().__init__(setting, self._box)
        for choice in setting.choices:
            self._box.addItem(choice.label, choice.value)
        self._box.currentIndexChanged.connect(self._on_index)

    def show_value(self, value: Any) -> None:
        """Show the words of a value."""
        values = [choice.value for choice in self.setting.choices]
        with QSignalBlocker(self._box):
            self._box.setCurrentIndex(values.index(value))

    def retranslate(self) -> None:
        """The words of every choice."""
        for index, choice in enumerate(self.setting.choices):
            self._box.setItemText(index, translated(choice.label))

    @Slot(int)
    def _on_index(self, index: int) -> None:
        self._tell(self.setting.choices[index].value)


class CountEditor(Editor):
    """A whole number with its unit."""

    def __init__(self, setting: Setting) -> None:
        self._box = QSpinBox()
        super().__init__(setting, self._box)
        self._box.setKeyboardTracking(False)
        give_margin(self._box)
        self._box.setGroupSeparatorShown(True)
        low, high = setting.range
        self._box.setRange(int(low), int(high))
        self._box.valueChanged.connect(self._tell)

    def show_value(self, value: Any) -> None:
        """Show a number."""
        with QSignalBlocker(self._box):
            self._box.setValue(value)

    def retranslate(self) -> None:
        """The unit."""
        self._box.setLocale(QLocale())
        self._box.setSuffix(translated(self.setting.unit))


class PercentEditor(Editor):
    """A share, shown in percent."""

    def __init__(self, setting: Setting) -> None:
        self._box = QDoubleSpinBox()
        super().__init__(setting, self._box)
        self._box.setKeyboardTracking(False)
        give_margin(self._box)
        self._box.setDecimals(0)
        low, high = setting.range
        self._box.setRange(100 * low, 100 * high)
        self._box.setSingleStep(100 * setting.step)
        self._box.valueChanged.connect(self._on_percent)

    def show_value(self, value: Any) -> None:
        """Show a share."""
        with QSignalBlocker(self._box):
            self._box.setValue(100 * value)

    def retranslate(self) -> None:
        """The sign, with the space before it that the language wants."""
        self._box.setLocale(QLocale())
        self._box.setSuffix(self.tr("%", "after a number"))

    @Slot(float)
    def _on_percent(self, percent: float) -> None:
        self._tell(round(percent / 100, 4))


class SwitchEditor(Editor):
    """Yes or no; its label stands beside the box."""

    def __init__(self, setting: Setting) -> None:
        self._box = QCheckBox()
        super().__init__(setting, self._box)
        self._box.toggled.connect(self._tell)

    def show_value(self, value: Any) -> None:
        """Show yes or no."""
        with QSignalBlocker(self._box):
            self._box.setChecked(value)

    def retranslate(self) -> None:
        """The label."""
        self._box.setText(translated(self.setting.label))


class CheckedLineEditor(Editor):
    """A line of text that may be wrong: then a sentence below says why and nothing is told."""

    alignment = Qt.AlignmentFlag(0)

    def __init__(self, setting: Setting) -> None:
        self._line = QLineEdit()
        super().__init__(setting, self._line)
        self._line.editingFinished.connect(self._on_finished)
        self._line.textEdited.connect(self._check)
        self._message = QLabel()
        self._message.setObjectName(f"{setting.key}-message")
        self._message.setWordWrap(True)
        self._message.hide()
        set_role(self._message, Role.WARNING)
        self._column.addWidget(self._message)

    def read(self, text: str) -> Any:
        """The value that a text stands for.

        Raises:
            ValueError: With the sentence to show.
        """
        raise TypeError(type(self))

    @Slot(str)
    def _check(self, text: str) -> None:
        try:
            self.read(text)
        except ValueError as error:
            self._message.setText(str(error))
            self._line.setAccessibleDescription(str(error))
            self._message.show()
        else:
            self._line.setAccessibleDescription("")
            self._message.hide()

    @Slot()
    def _on_finished(self) -> None:
        self._check(self._line.text())
        if self._message.isHidden():
            self._tell(self.read(self._line.text()))


class StepsEditor(CheckedLineEditor):
    """Minutes between learning steps, with spaces between: « 1 10 »."""

    def show_value(self, value: Any) -> None:
        """Show the steps, unless they are being typed."""
        if not self._line.hasFocus():
            self._line.setText(" ".join(QLocale().toString(float(step), "g") for step in value))
            self._message.hide()

    def read(self, text: str) -> tuple[float, ...]:
        """The minutes; decimals by point or comma."""
        steps = tuple(self._minutes(word) for word in text.replace(";", " ").split())
        if len(steps) > MOST_STEPS:
            raise ValueError(self.tr("At most %n step(s).", "", MOST_STEPS))
        return steps

    def _minutes(self, word: str) -> float:
        try:
            minutes = float(word.replace(",", "."))
        except ValueError:
            text = self.tr("“%1” is not a number. Write minutes with spaces between: 1 10")
            raise ValueError(text.replace("%1", word)) from None
        if not SHORTEST_STEP_MIN <= minutes <= LONGEST_STEP_MIN:
            raise ValueError(self.tr("A step lasts from 0.1 to 1440 minutes."))
        return minutes


class ZoneEditor(Editor):
    """The computer's time zone, or one by name."""

    alignment = Qt.AlignmentFlag(0)

    def __init__(self, setting: Setting) -> None:
        self._box = QComboBox()
        super().__init__(setting, self._box)
        self._box.addItem("", "")
        for name in sorted(name for name in available_timezones() if "/" in name or name == "UTC"):
            self._box.addItem(name.replace("_", " "), name)
        self._box.setMaxVisibleItems(16)
        self._box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._box.setMinimumContentsLength(16)
        self._box.currentIndexChanged.connect(self._on_index)

    def show_value(self, value: Any) -> None:
        """Show a zone; one that is not in the list is added to it."""
        index = self._box.findData(value, Qt.ItemDataRole.UserRole)
        with QSignalBlocker(self._box):
            if index < 0:
                self._box.addItem(value, value)
                index = self._box.count() - 1
            self._box.setCurrentIndex(index)

    def retranslate(self) -> None:
        """The first choice."""
        own = bytes(QTimeZone.systemTimeZoneId().data()).decode()
        self._box.setItemText(0, self.tr("The computer’s (%1)").replace("%1", own))

    @Slot(int)
    def _on_index(self, index: int) -> None:
        name = self._box.itemData(index, Qt.ItemDataRole.UserRole)
        self._tell(name)


_EDITORS: dict[Kind, Callable[[Setting], Editor]] = {
    Kind.CHOICE: ChoiceEditor,
    Kind.COUNT: CountEditor,
    Kind.PERCENT: PercentEditor,
    Kind.SWITCH: SwitchEditor,
    Kind.STEPS: StepsEditor,
    Kind.ZONE: ZoneEditor,
}


def editor_for(setting: Setting) -> Editor:
    """A new editor of the setting's kind."""
    return _EDITORS[setting.kind](setting)
