"""What is predicted before a run: the question, where it is answered, how sure the learner is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from db.experiment_rows import Certainty
from qtapp.pages.prediction_words import certainty_name, kind_of
from qtapp.said import said
from qtapp.sessions.prediction_state import PredictionState
from qtapp.theme import set_role
from qtapp.tokens import Role
from qtapp.widgets.bending_row import BendingRow
from qtapp.widgets.flow_layout import FlowLayout
from qtapp.widgets.guess_fields import ChoiceGuessField, NumberGuessField
from qtapp.widgets.key_button import KeyButton
from sim.contents import Entry, OptionsGuess
from sim.declaration import NumberGuess

SURER = "C"
"""The key that chooses the next certainty."""

_RISING = (Certainty.GUESS, Certainty.LIKELY, Certainty.SURE)  # as under a question


class GuessPanel(QWidget):
    """Draws what a `PredictionState` asks; a curve is drawn elsewhere.

    Signals:
        answered: An outcome's key, a number, or None for none that makes sense.
        certainty_chosen: A `Certainty`.
        guess_chosen: Number of the guess to answer instead.
        launch_asked: Enter was pressed in the field of a number.
    """

    answered = Signal(object)
    certainty_chosen = Signal(object)
    guess_chosen = Signal(int)
    launch_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = PredictionState()
        self._asked: tuple[Entry | None, int] = (None, 0)
        self._question, self._how_sure = QLabel(), QLabel()
        self._question.setObjectName("guess-question")
        self._question.setWordWrap(True)
        set_role(self._how_sure, Role.SMALL)
        self._surer_key = QLabel(SURER)
        self._surer_key.setObjectName("surer-key")
        set_role(self._surer_key, Role.KEYCAP)
        self._other = KeyButton(Role.PLAIN)
        self._other.setObjectName("other-guess")
        self._choices, self._number = ChoiceGuessField(), NumberGuessField()
        self._certainties = {certainty: KeyButton(Role.SEGMENT) for certainty in _RISING}
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._question.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        asked = BendingRow(self._question, self._other)
        asked.align(self._other, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        column.addWidget(asked)
        column.addWidget(self._choices)
        column.addWidget(BendingRow(self._number, None, self._sureness(), spacing=4))

    def _sureness(self) -> QWidget:
        held = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        held.setSizePolicy(policy)
        asks = QWidget()
        row = QHBoxLayout(asks)
        row.setContentsMargins(0, 0, 4, 0)
        row.setSpacing(6)
        row.addWidget(self._how_sure)
        row.addWidget(self._surer_key, 0, Qt.AlignmentFlag.AlignVCenter)
        flow = FlowLayout(held, spacing=4)
        flow.addWidget(asks)
        for certainty, button in self._certainties.items():
            button.setCheckable(True)
            button.setObjectName(f"certainty-{certainty.value}")
            flow.addWidget(button)
        return held

    def _connect(self) -> None:
        self._choices.chosen.connect(self.answered)
        self._number.given.connect(self.answered)
        self._number.confirmed.connect(self.launch_asked)
        self._other.clicked.connect(self.ask_other)
        for button in self._certainties.values():
            button.toggled.connect(self._choose_certainty)

    def show_state(self, state: PredictionState) -> None:
        """Draw what is asked, and what was answered."""
        self._state = state
        if state.entry is None:
            return
        if (asked := (state.entry, state.guess_number)) != self._asked:
            self._asked = asked
            self._show_guess(state.entry)
        self._choices.show_answer(state.answer)
        self._number.show_answer(state.answer)
        for certainty, button in self._certainties.items():
            button.show_checked(certainty is state.certainty)

    def _show_guess(self, entry: Entry) -> None:
        guess = self._state.guess
        assert guess is not None
        self._question.setText(said(guess.question))
        self._choices.ask(guess.options if isinstance(guess, OptionsGuess) else ())
        self._number.ask(guess if isinstance(guess, NumberGuess) else None)
        following = entry.guesses[self._next]
        self._other.setVisible(following is not guess)
        self._other.set_caption(kind_of(following), key="G")

    @property
    def _next(self) -> int:
        offered = self._state.offered
        return offered[(offered.index(self._state.guess_number) + 1) % len(offered)]

    @Slot()
    def ask_other(self) -> None:
        """Answer the next of the experiment's guesses instead."""
        self.guess_chosen.emit(self._next)

    def choose(self, number: int) -> bool:
        """Pick an outcome by its number from 1; whether there is one of it."""
        guess = self._state.guess
        if not isinstance(guess, OptionsGuess) or not 1 <= number <= len(guess.options):
            return False
        self.answered.emit(guess.options[number - 1][0])
        return True

    def be_surer(self) -> None:
        """The next certainty, the first after the last."""
        place = _RISING.index(self._state.certainty) + 1
        self.certainty_chosen.emit(_RISING[place % len(_RISING)])

    @Slot()
    def _choose_certainty(self) -> None:
        for certainty, button in self._certainties.items():
            if button is self.sender():
                self.certainty_chosen.emit(certainty)

    def retranslate(self) -> None:
        """Speak the language of now."""
        self._how_sure.setText(self.tr("How sure?"))
        for certainty, button in self._certainties.items():
            name = certainty_name(certainty)
            button.set_caption(name[:1].upper() + name[1:])
            button.setAccessibleName(f"{self._how_sure.text()} {name}")
            button.setAccessibleDescription(SURER)
        if self._state.entry is not None:
            self._show_guess(self._state.entry)
            self.show_state(self._state)
