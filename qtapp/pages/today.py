"""The Today page: what now, how long, and the way here."""

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QVBoxLayout, QWidget

from db.rows import Counts, TodayFacts
from qtapp.commands import Command
from qtapp.pages import today_words
from qtapp.sessions.more_today import more_commands
from qtapp.sessions.today import Situation, TodayState
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role
from qtapp.widgets.deck_tree import DeckTree
from qtapp.widgets.first_steps import FirstSteps
from qtapp.widgets.forecast import Forecast
from qtapp.widgets.heatmap import Heatmap
from qtapp.widgets.key_button import KeyButton, key_name
from qtapp.widgets.more_today import MoreToday
from qtapp.widgets.paper import Paper
from qtapp.widgets.quiet_scroll import BAR_WIDTH, QuietScrollArea

_NARROW = 700
_AT_REST = (Situation.WAITING, Situation.DONE, Situation.NOTHING_DUE)
_STARTS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TodayPage(QWidget):
    """Draws a `TodayState`.

    Signals:
        start_asked: Review all decks.
        deck_asked: Review one, a `DeckToday`.
        read_asked: Read the course of one, likewise.
        import_asked: Choose a file to import (there are no cards yet).
        woken: The window is used again: time may have passed.
        command_asked: A `Command` of the menu.
        commands_changed: `commands` would answer something else.
    """

    start_asked = Signal()
    deck_asked = Signal(object)
    read_asked = Signal(object)
    import_asked = Signal()
    woken = Signal()
    command_asked = Signal(object)
    commands_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = TodayState()
        self.setObjectName("today")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._paper = Paper(theme)
        self._make_widgets()
        self._lay_out()
        theme.changed.connect(self._take_sizes)
        self._take_sizes()
        self._retranslate()

    # Making

    def _make_widgets(self) -> None:
        self._title = _label(Role.TITLE, "title")
        self._subtitle = _label(Role.MUTED, "subtitle")
        self._start = KeyButton(Role.PRIMARY)
        self._start.setObjectName("start")
        self._start.clicked.connect(self._ask_for_start)
        self._decks = DeckTree(self._theme)
        self._decks.deck_chosen.connect(self.deck_asked)
        self._decks.text_chosen.connect(self.read_asked)
        self._decks.moved.connect(self._follow_current_row)
        self._cross = DeckTree(self._theme, "cross-decks")
        self._cross.deck_chosen.connect(self.deck_asked)
        self._cross.moved.connect(self._follow_current_row)
        self._more = MoreToday()
        self._more.asked.connect(self.command_asked)
        self._heatmap_title = _label(Role.SMALL, "heatmap-title")
        self._heatmap = Heatmap(self._theme)
        self._forecast_title = _label(Role.SMALL, "forecast-title")
        self._forecast = Forecast(self._theme)
        self._first_steps = FirstSteps(self._theme)

    def _lay_out(self) -> None:
        self._deck_card, self._deck_room = _card(self._decks)
        self._cross_card, self._cross_room = _card(self._cross)
        self._year_card, self._year_room = _card(self._heatmap_title, self._heatmap)
        self._week_card, self._week_room = _card(self._forecast_title, self._forecast)
        direction = QBoxLayout.Direction.LeftToRight
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(self._title)
        texts.addWidget(self._subtitle)
        self._head = QBoxLayout(direction)
        self._head.addLayout(texts, 1)
        self._head.addWidget(self._start, 0, Qt.AlignmentFlag.AlignVCenter)
        self._foot = QBoxLayout(direction)
        self._foot.addWidget(self._year_card, 1)
        self._foot.addWidget(self._week_card)
        self._whole = QVBoxLayout(self._paper)
        self._whole.addLayout(self._head)
        self._whole.addWidget(self._more)
        self._whole.addWidget(self._deck_card)
        self._whole.addWidget(self._cross_card)
        self._whole.addWidget(self._first_steps)
        self._whole.addLayout(self._foot)
        self._whole.addStretch(1)
        area = QuietScrollArea(self._theme, self)
        area.setWidget(self._paper)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)
        self._area = area

    @Slot()
    def _take_sizes(self) -> None:
        px = self._theme.px
        side = max(BAR_WIDTH, min(px(44), self.width() // 20))
        self._whole.setContentsMargins(side, min(px(34), 44), side - BAR_WIDTH, px(28))
        self._whole.setSpacing(px(18))
        self._head.setSpacing(px(18))
        self._head.setContentsMargins(0, 0, 0, px(8))
        self._foot.setSpacing(px(18))
        for room in (self._deck_room, self._cross_room):
            room.setContentsMargins(px(11), px(6), px(11), px(9))
        for room in (self._year_room, self._week_room):
            room.setContentsMargins(px(18), px(15), px(18), px(18))
            room.setSpacing(px(8))
        self._bend()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less air, and things below each other, in a narrow window."""
        super().resizeEvent(event)
        self._take_sizes()

    def _bend(self) -> None:
        is_wide = self.width() >= self._theme.px(_NARROW)
        direction = QBoxLayout.Direction
        for layout in (self._head, self._foot):
            layout.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    # Drawing

    @Slot(object)
    def show_state(self, state: TodayState) -> None:
        """Draw a state."""
        self._state = state
        facts = state.facts or TodayFacts(day=date.today().toordinal())  # noqa: DTZ011
        self._title.setText(today_words.title(state))
        self._subtitle.setText(today_words.subtitle(state))
        self._decks.show_decks(facts.decks)
        self._cross.show_decks(tuple(map(today_words.cross_deck, facts.tags)))
        self._heatmap.show_days(facts.day, facts.reviews_per_day)
        self._forecast.show_days(facts.day, () if state.facts is None else facts.forecast)
        self._show_what_fits(state.situation)
        self._more.show_held(facts.held_back if state.situation in _AT_REST else Counts())
        self._name_start()
        self.commands_changed.emit()

    def _show_what_fits(self, situation: Situation) -> None:
        is_first = situation is Situation.WELCOME
        has_cards = situation not in (Situation.EMPTY, Situation.FAILED)
        self._deck_card.setVisible(has_cards)
        facts = self._state.facts
        self._cross_card.setVisible(has_cards and facts is not None and bool(facts.tags))
        self._first_steps.setVisible(is_first or situation is Situation.EMPTY)
        self._year_card.setVisible(has_cards and not is_first)
        self._week_card.setVisible(has_cards and not is_first)
        is_startable = situation in (Situation.WELCOME, Situation.DUE, Situation.EMPTY)
        if not is_startable and self._start.hasFocus():
            self.setFocus()
        self._start.setVisible(is_startable)

    def _name_start(self) -> None:
        text = self.tr("Start the review")
        if self._state.situation is Situation.EMPTY:
            text = self.tr("Import a file…")
        self._start.set_caption(text, key=key_name(Qt.Key.Key_Space))

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def event(self, event: QEvent) -> bool:
        """Notice when the window is used again."""
        is_handled = super().event(event)
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self.woken.emit()
        return is_handled

    def _retranslate(self) -> None:
        self._heatmap_title.setText(self.tr("Regularity: 52 weeks"))
        self._forecast_title.setText(self.tr("To come"))
        self.setAccessibleName(self.tr("Today"))
        self.show_state(self._state)

    # Asking

    def showEvent(self, event: QShowEvent) -> None:
        """Space starts at once."""
        super().showEvent(event)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter start the review, wherever the focus is on the page."""
        if event.key() in _STARTS and not event.isAutoRepeat():
            self._ask_for_start()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _ask_for_start(self) -> None:
        if self._state.situation is Situation.EMPTY:
            self.import_asked.emit()
        elif self._state.situation in (Situation.WELCOME, Situation.DUE):
            self.start_asked.emit()

    @Slot()
    def _follow_current_row(self) -> None:
        """Scroll the page so that the row chosen by the keys is in view."""
        tree = self._cross if self._cross.hasFocus() else self._decks
        row = tree.visualRect(tree.currentIndex())
        top = tree.viewport().mapTo(self._paper, row.topLeft())
        self._area.ensureVisible(0, top.y() + row.height() // 2, 0, 2 * row.height())

    def commands(self) -> frozenset[Command]:
        """What the menus may ask here: take back what was done in the review, or more cards."""
        can = {
            Command.UNDO: self._state.can_undo,
            Command.REDO: self._state.can_redo,
            Command.READ: self._decks.deck_to_read() is not None,
        }
        possible = frozenset(command for command, is_possible in can.items() if is_possible)
        return possible | more_commands(self._state.facts)

    def run_command(self, command: Command) -> None:
        """Pass on what the menu asked."""
        if command is not Command.READ:
            self.command_asked.emit(command)
        elif (deck := self._decks.deck_to_read()) is not None:
            self.read_asked.emit(deck)


def _label(role: Role, name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(role in (Role.TITLE, Role.MUTED))
    set_role(label, role)
    return label


def _card(*widgets: QWidget) -> tuple[QFrame, QVBoxLayout]:
    frame = QFrame()
    set_role(frame, Role.CARD)
    room = QVBoxLayout(frame)
    for widget in widgets:
        room.addWidget(widget)
    return frame, room
