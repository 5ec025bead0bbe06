"""The settings of an experiment, drawn from its declaration."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from qtapp.said import said
from qtapp.widgets.long_combo import LongCombo
from qtapp.widgets.number_slider import NumberSlider
from qtapp.widgets.wrapped_check import WrappedCheck
from sim.contents import Entry
from sim.settings import Choice, Scalar, Switch, Whole
from sim.words import Words

MEMBERS, SEED = "members", "seed"
_MEMBERS = Whole(Words("réseaux par cas", "networks per case"), 1, 256, is_log=True)
_SEED = Whole(Words("graine", "seed"), 0, 9999)


class ChoiceField(QWidget):
    """One of a few words.

    Signals:
        edited: Name of the setting and the key chosen.
    """

    edited = Signal(str, object)

    def __init__(self, name: str, takes: Choice) -> None:
        super().__init__()
        self._name, self._takes = name, takes
        self._label = QLabel()
        self._box = LongCombo()
        self._box.setObjectName(name)
        for key, _ in takes.options:
            self._box.addItem("", key)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(self._box)
        self._label.setBuddy(self._box)
        self._box.activated.connect(self._tell)
        self.retranslate()

    def show_value(self, value: Scalar) -> None:
        """Show a value without telling of it."""
        with QSignalBlocker(self._box):
            self._box.setCurrentIndex(self._box.findData(value))

    def retranslate(self) -> None:
        """The name and the words."""
        self._label.setText(said(self._takes.label))
        self._box.setAccessibleName(said(self._takes.label))
        for index, (_, words) in enumerate(self._takes.options):
            self._box.setItemText(index, said(words))

    @Slot(int)
    def _tell(self, index: int) -> None:
        self.edited.emit(self._name, self._box.itemData(index))


class SwitchField(WrappedCheck):
    """Yes or no.

    Signals:
        edited: Name of the setting and its new value.
    """

    edited = Signal(str, object)

    def __init__(self, name: str, takes: Switch) -> None:
        super().__init__()
        self._name, self._takes = name, takes
        self.setObjectName(name)
        self.toggled.connect(self._tell)
        self.retranslate()

    def show_value(self, value: Scalar) -> None:
        """Show a value without telling of it."""
        with QSignalBlocker(self):
            self.setChecked(bool(value))

    def retranslate(self) -> None:
        """The name."""
        self.set_words(said(self._takes.label))

    @Slot(bool)
    def _tell(self, value: bool) -> None:
        self.edited.emit(self._name, value)


Field = NumberSlider | ChoiceField | SwitchField


class ExperimentSettings(QWidget):
    """One field for each setting, then how many networks and from which seed.

    Signals:
        edited: Name of a setting and its new value; also for ``members`` and ``seed``.
    """

    edited = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._entry: Entry | None = None
        self._fields: dict[str, Field] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)

    def show_values(
        self, entry: Entry, values: Mapping[str, Scalar], *, members: int, seed: int
    ) -> None:
        """Show an experiment's settings with their values."""
        if entry != self._entry:
            self._make(entry)
        shown = {**values, MEMBERS: members, SEED: seed}
        for name, field in self._fields.items():
            field.show_value(shown[name])  # type: ignore[arg-type]

    def _make(self, entry: Entry) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._entry = entry
        self._fields = {name: _field(name, s.takes) for name, s in entry.settings.items()}
        if entry.kind == "ensemble":
            self._fields[MEMBERS] = NumberSlider(MEMBERS, _MEMBERS)
            self._fields[SEED] = NumberSlider(SEED, _SEED)
        for field in self._fields.values():
            self._column.addWidget(field)
            field.edited.connect(self.edited)
        self._column.addStretch(1)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for field in self._fields.values():
                field.retranslate()


def _field(name: str, takes: object) -> Field:
    if isinstance(takes, Choice):
        return ChoiceField(name, takes)
    if isinstance(takes, Switch):
        return SwitchField(name, takes)
    return NumberSlider(name, takes)  # type: ignore[arg-type]
