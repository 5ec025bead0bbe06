"""One thing below the plots, under its title."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from qtapp.stills.fonts import font
from qtapp.stills.found import Still
from qtapp.stills.images import ImagesView
from qtapp.stills.network import NetworkView
from qtapp.stills.table import TableView
from qtapp.theme import Theme
from sim.pictures import Grid, Table, Weights

TITLE_PX, GAP_PX = 13.5, 4
LEAST_WIDTH_PX = 260


class View(Protocol):
    """What draws it."""

    def renew(self) -> None:
        """Take the language, the colours and the text size of this moment."""

    def natural_width(self) -> int:
        """What shows all of it, in pixels."""

    def height_for(self, width: int) -> int:
        """How high it is at a width, both in pixels."""


class Block(QWidget):
    """A title, and the table, network or images that it names.

    Attributes:
        still: What it shows.
        view: Draws it.
    """

    def __init__(self, theme: Theme, still: Still, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.still = still
        self._title = QLabel(self)
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self.view = _view(theme, still, self)
        self.renew()

    def renew(self) -> None:
        """Take the language, the colours and the text size of this moment."""
        self._title.setFont(font(self._theme, TITLE_PX, is_bold=True))
        self._title.setText(self.still.title)
        self._drawn.renew()
        self.view.setAccessibleName(self.still.title)
        self.view.setAccessibleDescription(self.still.summary)

    @property
    def _drawn(self) -> View:
        return cast("View", self.view)

    def natural_width(self) -> int:
        """Enough for what is shown, and for a title in a few lines."""
        return max(self._drawn.natural_width(), self._theme.px(LEAST_WIDTH_PX))

    def fit(self, width: int) -> int:
        """Lay title and view out in a width; tells the height that takes, both in pixels."""
        title = self._title.heightForWidth(width)
        top = title + self._theme.px(GAP_PX)
        wide = min(width, self._drawn.natural_width())
        height = self._drawn.height_for(wide)
        self._title.setGeometry(0, 0, width, title)
        self.view.setGeometry(0, top, wide, height)
        return top + height


def _view(theme: Theme, still: Still, parent: QWidget) -> QWidget:
    first = still.pictures[0]
    if isinstance(first, Table):
        return TableView(theme, first, parent)
    if isinstance(first, Weights):
        return NetworkView(theme, first, parent)
    return ImagesView(theme, [p for p in still.pictures if isinstance(p, Grid)], parent)
