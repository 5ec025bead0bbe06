"""Where an outcome is picked, or a number is given, before a run."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from qtapp.said import language, said
from qtapp.theme import set_role
from qtapp.tokens import Role
from qtapp.widgets.flow_layout import FlowLayout
from qtapp.widgets.key_button import KeyButton
from qtapp.widgets.pick_row import PickButton
from sim.declaration import NumberGuess
from sim.words import Words, number

_PERCENT = 100


class ChoiceGuessField(QWidget):
    """A button for each outcome, with its digit.

    Signals:
        chosen: The key of the outcome.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(self)
        self._buttons: dict[str, KeyButton] = {}
        self.hide()

    def ask(self, options: Sequence[tuple[str, Words]]) -> None:
        """Offer these outcomes; none hides the field."""
        for button in self._buttons.values():
            self._flow.removeWidget(button)
            button.hide()  # it would be painted among the new ones until then
            button.deleteLater()
        self._buttons = {}
        for place, (key, words) in enumerate(options, 1):
            button = self._buttons[key] = PickButton()
            button.setObjectName(f"outcome-{key}")
            button.setCheckable(True)
            button.set_caption(said(words), key=str(place))
            button.toggled.connect(self._tell)
            self._flow.addWidget(button)
        self.setVisible(bool(options))

    def show_answer(self, answer: object) -> None:
        """Mark what was picked."""
        for key, button in self._buttons.items():
            button.show_checked(key == answer)

    @Slot()
    def _tell(self) -> None:
        for key, button in self._buttons.items():
            if button is self.sender():
                self.chosen.emit(key)


class NumberGuessField(QWidget):
    """A field for a number, its unit and its range beside it.

    Signals:
        given: The number, or None while there is none that makes sense.
        confirmed: Enter, unless there stands something that makes no sense.
    """

    given = Signal(object)
    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._guess: NumberGuess | None = None
        self._is_sensible = True
        self._field = QLineEdit()
        self._field.setObjectName("number-guess")
        self._field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._unit = QLabel()
        self._unit.setObjectName("number-hint")
        set_role(self._unit, Role.SMALL)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._field)
        row.addWidget(self._unit)
        self._field.textEdited.connect(self._read)
        self._field.returnPressed.connect(self._confirm)
        self.setFocusProxy(self._field)
        self.hide()

    @property
    def _factor(self) -> float:
        return _PERCENT if self._guess is not None and self._guess.unit == "%" else 1.0

    def ask(self, guess: NumberGuess | None) -> None:
        """Ask for a number; None hides the field."""
        if guess != self._guess:  # else it speaks another language, and what was typed stays
            self._guess = guess
            self._field.clear()
            self._is_sensible = True
        self.setVisible(guess is not None)
        self._say_range()

    def _say_range(self) -> None:
        """The range; in the colour of a warning, what is typed does not count."""
        guess = self._guess
        if guess is None:
            return
        low, high = (number(end * self._factor, "", language()) for end in (guess.low, guess.high))
        usual, wrong = self.tr("%1 (from %2 to %3)"), self.tr("%1 (not from %2 to %3)")
        text = usual if self._is_sensible else wrong
        text = text.replace("%1", guess.unit).replace("%2", low).replace("%3", high)
        self._unit.setText(text.strip())
        set_role(self._unit, Role.SMALL if self._is_sensible else Role.WARNING)
        self._field.setAccessibleName(f"{said(guess.question)} {self._unit.text()}")

    def show_answer(self, answer: object) -> None:
        """Empty the field where nothing is answered any more."""
        if answer is None and not self._field.hasFocus():
            with QSignalBlocker(self._field):
                self._field.clear()
            self._show_sense(is_sensible=True)

    def _show_sense(self, *, is_sensible: bool) -> None:
        if is_sensible != self._is_sensible:
            self._is_sensible = is_sensible
            self._say_range()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, which the field passes on, was for the field: it does not launch from here."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    @Slot()
    def _confirm(self) -> None:
        if self._is_sensible:
            self.confirmed.emit()

    @Slot(str)
    def _read(self, text: str) -> None:
        guess = self._guess
        if guess is None:
            return
        value, is_number = QLocale().toDouble(text.strip())
        if not is_number:
            value, is_number = QLocale.c().toDouble(text.strip().replace(",", "."))
        value /= self._factor
        is_sensible = is_number and guess.low <= value <= guess.high
        self._show_sense(is_sensible=is_sensible or not text.strip())
        self.given.emit(value if is_sensible else None)
