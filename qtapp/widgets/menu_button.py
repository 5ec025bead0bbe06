"""A button that opens a short list of things to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from qtapp.widgets.key_button import KeyButton


class MenuButton(KeyButton):
    """Says what was chosen.

    Signals:
        chosen: What stands behind the words chosen.
    """

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self.setObjectName(name)
        self._choices: Sequence[tuple[str, object]] = ()
        self.clicked.connect(self._open)

    def offer(self, choices: Sequence[tuple[str, object]]) -> None:
        """Words, and what each stands for; a button with nothing to offer hides."""
        self._choices = choices
        self.setVisible(bool(choices))

    @Slot()
    def _open(self) -> None:
        menu = QMenu(self)
        for words, value in self._choices:
            menu.addAction(words).setData(value)
        menu.triggered.connect(self._tell)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    @Slot(object)
    def _tell(self, action: object) -> None:
        self.chosen.emit(action.data())  # type: ignore[attr-defined]
