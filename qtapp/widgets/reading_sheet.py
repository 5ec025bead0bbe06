"""A chapter to read on a sheet of its own: title, table of contents, texts, and the way back."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.sessions.reading import ReadingState
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role
from qtapp.widgets.contents import ContentsField, ContentsList
from qtapp.widgets.key_button import KeyButton, key_name
from qtapp.widgets.reading_view import ReadingView

_WIDE = 760
_MAKE_KEY = "C"
_SHORTCUTS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class ReadingSheet(QFrame):
    """Draws a `ReadingState`. No key typed here reaches the page that it lies on.

    Signals:
        closed: The learner has read enough.
        card_asked: The `Passage` that is selected is to become a card.
    """

    closed = Signal()
    card_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        renderer: FormulaRenderer,
        media: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty sheet.

        Args:
            theme: Of the app.
            renderer: Draws formulas.
            media: The folder of all the collection's images.
            parent: Of the widget.
        """
        super().__init__(parent)
        self._theme = theme
        self._state = ReadingState()
        self._is_wide: bool | None = None
        set_role(self, Role.CARD)
        self.setObjectName("reading-sheet")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = QLabel()
        self._title.setObjectName("reading-title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        set_role(self._title, Role.HEADING)
        self._make = KeyButton()
        self._make.setObjectName("make-card")
        self._make.setEnabled(False)
        self._make.clicked.connect(self._ask_for_card)
        self._close = KeyButton()
        self._close.setObjectName("reading-close")
        self._close.clicked.connect(self.closed)
        self._list, self._field = ContentsList(theme), ContentsField()
        self._nothing = QLabel()
        self._nothing.setObjectName("reading-nothing")
        self._nothing.setWordWrap(True)
        set_role(self._nothing, Role.MUTED)
        self.view = ReadingView(theme, renderer, media)
        self.view.selection_changed.connect(self._follow_selection)
        self._lay_out()
        for contents in (self._list, self._field):
            contents.chosen.connect(self.view.go_to)
            self.view.moved.connect(contents.mark)
        theme.changed.connect(self._take_sizes)
        self._take_sizes()
        self._retranslate()

    def _lay_out(self) -> None:
        self._head = head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._list)
        row.addWidget(self.view, 1)
        self._whole = QVBoxLayout(self)
        self._whole.addLayout(head)
        self._second = QHBoxLayout()
        self._second.setSpacing(12)
        self._second.addWidget(self._field, 1)
        self._second.addStretch(0)
        self._whole.addLayout(self._second)
        self._whole.addWidget(self._nothing)
        self._whole.addLayout(row, 1)

    @Slot(object)
    def show_state(self, state: ReadingState) -> None:
        """Draw a chapter, from the place asked for."""
        before, self._state = self._state, state
        self._title.setText(state.title)
        self._nothing.setVisible(not state.parts)
        if before.contents != state.contents:
            for contents in (self._list, self._field):
                contents.show_entries(state.contents)
        self._take_sizes()
        self.view.show_state(state)

    @Slot()
    def _follow_selection(self) -> None:
        self._make.setEnabled(self.view.has_selection)

    @Slot()
    def _ask_for_card(self) -> None:
        if (passage := self.view.passage()) is not None:
            self.card_asked.emit(passage)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The contents beside the text where there is room, else above it."""
        super().resizeEvent(event)
        self._take_sizes()

    @Slot()
    def _take_sizes(self) -> None:
        px = self._theme.px
        is_wide = self.width() >= px(_WIDE)
        has_contents = len(self._state.contents) > 1
        self._list.setVisible(has_contents and is_wide)
        self._field.setVisible(has_contents and not is_wide)
        if is_wide is not self._is_wide:  # the title wants its room
            self._is_wide = is_wide
            row, place = (self._head, 1) if is_wide else (self._second, 2)
            row.insertWidget(place, self._make, 0, Qt.AlignmentFlag.AlignTop)
        side = min(px(20), 28)
        self._whole.setContentsMargins(side, min(px(16), 24), 4, min(px(10), 16))
        self._whole.setSpacing(px(10))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, C makes a card; arrows, page keys and Space scroll; no other goes on."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.text().casefold() == _MAKE_KEY.casefold():
            self._ask_for_card()
        elif key == Qt.Key.Key_Space:
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.view.scroll_by(Qt.Key.Key_PageUp if is_back else Qt.Key.Key_PageDown)
        elif not self.view.scroll_by(key) and event.modifiers() & _SHORTCUTS:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("The course"))
        self._close.set_caption(self.tr("Close"), key=key_name(Qt.Key.Key_Escape))
        self._make.set_caption(self.tr("Make a card"), key=_MAKE_KEY)
        self._make.setToolTip(self.tr("Select a passage: it becomes a card that keeps its source."))
        self._nothing.setText(self.tr("There is no text to read in this chapter."))
