"""The page on which a chapter is read, where there is no room for it beside a card."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.commands import Command
from qtapp.theme import Theme
from qtapp.widgets.paper import Paper
from qtapp.widgets.reading_sheet import ReadingSheet

_WIDEST = 1180


class ReadingPage(Paper):
    """Holds a `ReadingSheet`.

    Attributes:
        sheet: Draws a `ReadingState`.

    Signals:
        back_asked: Show the page from which it was opened.
        command_asked: A `Command` of the menu.
        commands_changed: `commands` would answer something else.
    """

    back_asked = Signal()
    command_asked = Signal(object)
    commands_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        renderer: FormulaRenderer,
        media: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._sizes = theme
        self._possible: frozenset[Command] = frozenset()
        self.setObjectName("reading")
        self.sheet = ReadingSheet(theme, renderer, media)
        self.sheet.closed.connect(self.back_asked)
        self.setFocusProxy(self.sheet)
        self._whole = QVBoxLayout(self)
        self._whole.addWidget(self.sheet)
        theme.changed.connect(self._take_sizes)
        self._take_sizes()
        self._retranslate()

    def allow(self, commands: frozenset[Command]) -> None:
        """Let the menus ask these."""
        self._possible = commands
        self.commands_changed.emit()

    def commands(self) -> frozenset[Command]:
        """What the menus may ask here: take back a card that was made while reading."""
        return self._possible

    def run_command(self, command: Command) -> None:
        """Pass on what the menu asked."""
        self.command_asked.emit(command)

    @Slot()
    def _take_sizes(self) -> None:
        px = self._sizes.px
        side = max(16, min(px(44), self.width() // 20), (self.width() - px(_WIDEST)) // 2)
        self._whole.setContentsMargins(side, min(px(20), 28), side, min(px(20), 28))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less air in a narrow window."""
        super().resizeEvent(event)
        self._take_sizes()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("The course"))
