"""A button that opens a short list of things to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
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
        self.clicked.connect(self.open)

    def offer(self, choices: Sequence[tuple[str, object]]) -> None:
        """Words, and what each stands for; a button with nothing to offer hides."""
        self._choices = choices
        self.setVisible(bool(choices))

    def name(self, words: str, *, key: str) -> None:
        """Say what is chosen from, and the key that opens the list; the arrow is for eyes alone."""
        self.set_caption(f"{words} ▾", key=key)
        self.setAccessibleName(words)

    @Slot()
    def open(self) -> None:
        """Show the list; who has no pointer on the button finds its first line chosen."""
        menu = QMenu(self)
        for words, value in self._choices:
            menu.addAction(words).setData(value)
        menu.triggered.connect(self._tell)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        if self._choices and not self.underMouse():
            menu.setActiveAction(menu.actions()[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow down opens the list, too."""
        if event.key() == Qt.Key.Key_Down:
            self.open()
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def _tell(self, action: object) -> None:
        self.chosen.emit(action.data())  # type: ignore[attr-defined]
