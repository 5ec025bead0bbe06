"""One experiment in the Lab's list: its name and what it asks. The whole tile is a button."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from qtapp.said import said
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role
from qtapp.widgets.thumbnail import Thumbnail
from sim.contents import Entry


class ExperimentTile(QPushButton):
    """Opens an experiment.

    Signals:
        chosen: Its name.
    """

    chosen = Signal(str)

    def __init__(self, entry: Entry, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        self._theme = theme
        self.setObjectName(entry.name)
        set_role(self, Role.TILE)
        self._title, self._question = QLabel(), QLabel()
        set_role(self._title, Role.HEADING)
        set_role(self._question, Role.SMALL)
        self._picture = Thumbnail(entry.name, theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        for label in (self._title, self._question):
            label.setWordWrap(True)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._question.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._picture)
        column.addWidget(self._title)
        column.addWidget(self._question, 1)
        self.clicked.connect(self._tell)
        self.retranslate()

    def retranslate(self) -> None:
        """Its words in the interface's language."""
        self._title.setText(said(self._entry.title))
        self._question.setText(said(self._entry.question))
        self.setAccessibleName(said(self._entry.title))
        self.setAccessibleDescription(said(self._entry.question))

    @property
    def searched(self) -> str:
        """What a search looks through, in both languages."""
        words = (self._entry.title, self._entry.question, self._entry.claim)
        return " ".join((self._entry.name, *(f"{w.fr} {w.en}" for w in words))).casefold()

    def sizeHint(self) -> QSize:
        """Alike for all, so that they stand in columns."""
        px = self._theme.px
        return QSize(px(300), px(212))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self._entry.name)
