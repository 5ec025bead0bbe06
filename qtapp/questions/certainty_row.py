"""How sure a learner is of an answer, asked before it is told to be right or wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from decks.questions.responses import Certainty
from qtapp.questions.words import certainty_name
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role
from qtapp.widgets.flow_layout import FlowLayout
from qtapp.widgets.key_button import KeyButton

KEYS = {
    Certainty.GUESS: Qt.Key.Key_F2,
    Certainty.LIKELY: Qt.Key.Key_F3,
    Certainty.SURE: Qt.Key.Key_F4,
}
"""Keys that mean nothing in a field where one is writing."""


class CertaintyRow(QWidget):
    """Three buttons of which one is chosen.

    Signals:
        chosen: A `Certainty`.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asks = QLabel()
        set_role(self._asks, Role.SMALL)
        self._buttons = {certainty: KeyButton(Role.SEGMENT) for certainty in Certainty}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = FlowLayout(self, spacing=theme.px(6))
        row.addWidget(self._asks)
        for certainty, button in self._buttons.items():
            button.setObjectName(f"certainty-{certainty.name.lower()}")
            button.setCheckable(True)
            button.toggled.connect(self._tell)
            row.addWidget(button)
        self._is_asked, self._is_short = True, False
        self.retranslate()

    def show_certainty(self, certainty: Certainty, *, is_asked: bool) -> None:
        """Mark the one chosen, where one is asked for at all."""
        for one, button in self._buttons.items():
            button.setVisible(is_asked)
            button.show_checked(one is certainty)
        self._is_asked = is_asked
        self._asks.setVisible(is_asked and not self._is_short)

    def shorten(self, is_short: bool) -> None:
        """Do without the question and the keys in a narrow place; a screen reader hears both."""
        self._is_short = is_short
        self._asks.setVisible(self._is_asked and not is_short)
        for certainty, button in self._buttons.items():
            key = f"F{KEYS[certainty] - Qt.Key.Key_F1 + 1}"
            button.set_caption(certainty_name(certainty), key="" if is_short else key)
            button.setAccessibleName(f"{self._asks.text()} {certainty_name(certainty)}")
            button.setAccessibleDescription(key)
            button.setToolTip(key if is_short else "")

    @Slot()
    def _tell(self) -> None:
        for certainty, button in self._buttons.items():
            if button is self.sender():
                self.chosen.emit(certainty)

    def take_key(self, event: QKeyEvent) -> bool:
        """Choose by a function key; tell whether it was one of them."""
        certainty = next((c for c, key in KEYS.items() if key == event.key()), None)
        if certainty is not None:
            self.chosen.emit(certainty)
        return certainty is not None

    def retranslate(self) -> None:
        """Speak the language of now."""
        self._asks.setText(self.tr("How sure?"))
        self.shorten(self._is_short)
