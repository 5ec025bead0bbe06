"""The Review page: one card, one thing to do next."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.commands import Command
from qtapp.pages.rest import Rest
from qtapp.pages.rest_words import goes_on_elsewhere, is_being_read
from qtapp.sessions.more_today import more_commands
from qtapp.sessions.review_state import Phase, ReviewState
from qtapp.theme import Theme
from qtapp.widgets.answer_bar import AnswerBar
from qtapp.widgets.attention import Attention
from qtapp.widgets.beside import Beside
from qtapp.widgets.card_sheet import CardSheet
from qtapp.widgets.counts_label import CountsLabel
from qtapp.widgets.digit_keys import digit_of
from qtapp.widgets.experiment_place import ExperimentPlace
from qtapp.widgets.key_button import KeyButton, key_name
from qtapp.widgets.paper import Paper
from qtapp.widgets.progress_line import ProgressLine
from qtapp.widgets.question_place import QuestionPlace

WIDEST = 1000
MOMENT_MS = 150
"""What was shown stays for so long while something is read: no page flickers by."""

_LOW = 480
_FORWARD = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NO_OTHER_MEANING = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_OF_DAY = {Command.UNDO, Command.REDO, Command.MORE_NEW, Command.MORE_REVIEWS}
_OF_CARD = frozenset(Command) - _OF_DAY


class ReviewPage(Paper):
    """Draws a `ReviewState`.

    Attributes:
        holds_still: No message moves the card (`qtapp.widgets.banner_room`).
        experiment: Where the card's experiment lies.
        question: Where a question lies, in the card's place.
        beside: What lies beside the card, such as its chapter.

    Signals:
        reveal_asked: Show the answer.
        grade_asked: A step of the scale, from 1.
        good_asked: The grade Good, whatever the scale.
        retry_asked: Try to read the next card again.
        back_asked: Show the Today page.
        continue_asked: Go on with all decks.
        command_asked: A `Command` of the menu.
        commands_changed: `commands` would answer something else.
        question_painted: A new card is on the screen.
        attention_changed: Whether the learner can be looking at the page.
        drawn: The page shows its state now; see `is_settled`.
        read_asked: Show what the course says of the card.
    """

    reveal_asked = Signal()
    grade_asked = Signal(int)
    good_asked = Signal()
    retry_asked = Signal()
    back_asked = Signal()
    continue_asked = Signal()
    command_asked = Signal(object)
    commands_changed = Signal()
    question_painted = Signal()
    attention_changed = Signal(bool)
    drawn = Signal()
    read_asked = Signal()
    holds_still = True

    def __init__(
        self,
        theme: Theme,
        renderer: FormulaRenderer,
        media: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty page.

        Args:
            theme: Of the app.
            renderer: Draws formulas.
            media: The folder of the cards' images.
            parent: Of the widget.
        """
        super().__init__(theme, parent)
        self._sizes = theme
        self._state = ReviewState()
        self._painted_serial = 0
        self._moment = QTimer(self, singleShot=True, interval=MOMENT_MS)
        self._moment.timeout.connect(self._draw)
        self.setObjectName("review")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._make_widgets(theme, renderer, media)
        self._lay_out()
        self._connect()
        self._take_sizes()
        self._retranslate()

    # Making

    def _make_widgets(self, theme: Theme, renderer: FormulaRenderer, media: Path | None) -> None:
        self._progress = ProgressLine(theme)
        self._counts = CountsLabel(theme)
        self._undo = KeyButton()
        self._undo.setObjectName("undo")
        self._sheet = CardSheet(theme, renderer, media)
        self._rest = Rest(theme)
        self._answers = AnswerBar(theme)
        self.experiment = ExperimentPlace(self._sheet, self._answers)
        self._stack, self._whole = QStackedLayout(), QVBoxLayout(self)
        self.question = QuestionPlace(self, self._stack, self._whole, self._answers)

    def _lay_out(self) -> None:
        self._top = QHBoxLayout()
        self._top.addWidget(self._progress, 1, Qt.AlignmentFlag.AlignVCenter)
        self._top.addWidget(self._counts)
        self._top.addWidget(self._undo)
        self.beside = Beside(self, self._sizes, self._stack)
        self._whole.addLayout(self._top)
        self._whole.addLayout(self.beside.row, 1)
        self._whole.addWidget(self._answers)
        self._stack.addWidget(self._sheet)  # shown at once: it needs its parent by now
        self._stack.addWidget(self._rest)

    def _connect(self) -> None:
        self._undo.clicked.connect(self._ask_for_undo)
        self._sheet.painted.connect(self._note_painted)
        self._answers.reveal_asked.connect(self.reveal_asked)
        self.experiment.keys_released.connect(self.setFocus)
        self.question.painted.connect(self._note_painted)
        self._answers.grade_asked.connect(self.grade_asked)
        self._rest.next_asked.connect(self._ask_for_next)
        self._rest.other_asked.connect(self.back_asked)
        self._rest.command_asked.connect(self.command_asked)
        self.beside.changed.connect(self._take_sizes)
        self._sizes.changed.connect(self._take_sizes)
        Attention(self).changed.connect(self.attention_changed)

    @Slot()
    def _take_sizes(self) -> None:
        px = self._sizes.px
        widest = px(self.beside.widest(WIDEST))
        side = max(16, min(px(44), self.width() // 20), (self.width() - widest) // 2)
        is_low = self.height() < px(_LOW)
        above = px(8) if is_low else px(20)
        self._whole.setContentsMargins(side, above, side, above)
        self._whole.setSpacing(px(8) if is_low else px(16))
        self._sheet.set_compact(is_low)
        self._top.setSpacing(px(16))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less air in a narrow window, lines of a readable length in a wide one."""
        super().resizeEvent(event)
        self.beside.take_room()
        self._take_sizes()

    # Drawing

    @Slot(object)
    def show_state(self, state: ReviewState) -> None:
        """Draw a state; one that waits to be read only once that has lasted a moment."""
        before, self._state = self._state, state
        if is_being_read(state):
            if not self._moment.isActive():
                self._moment.start()
        else:
            self._moment.stop()
            self._draw()
        if before.serial != state.serial or _commands(before) != _commands(state):
            self.commands_changed.emit()

    @property
    def is_settled(self) -> bool:
        """Whether what is shown is the state, and not what was there a moment ago."""
        return not self._moment.isActive()

    @Slot()
    def _draw(self) -> None:
        state = self._state
        if self._answers.has_key_focus():
            self.setFocus()  # or Qt would give the focus to the undo button
        self._progress.show_progress(state.done, state.counts.total)
        self._counts.show_counts(state.counts, state.pile)
        self._undo.setEnabled(state.undo is not None)
        if state.face is None:
            self._show_rest(state)
        else:
            self._show_card(state)
        self.drawn.emit()

    def _show_card(self, state: ReviewState) -> None:
        if state.face is None:
            return
        is_answer_shown = state.phase is Phase.ANSWER
        self._sheet.show_face(state.face, is_answer_shown=is_answer_shown)
        self.experiment.show_review(state)
        if not self.question.is_shown:
            self._stack.setCurrentWidget(self._sheet)
            self._answers.show()

    def _show_rest(self, state: ReviewState) -> None:
        self._rest.show_state(state)
        self._answers.hide()
        self._stack.setCurrentWidget(self._rest)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Review"))
        self._progress.setAccessibleName(self.tr("Progress of the review"))
        self._undo.set_caption(self.tr("Undo"), key=key_name("Ctrl+Z"))
        self._undo.setToolTip(self.tr("Undo the last action"))
        self.show_state(self._state)

    # Asking

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The experiment's keys, then: Space and Enter go on; digits grade; arrows scroll."""
        if self.experiment.take_key(event) or self.beside.take_key(event):
            return
        if self._state.face is not None and self._sheet.scroll_by_key(event.key()):
            return
        if event.isAutoRepeat():  # a key held down must not answer card after card
            return
        if event.key() in _FORWARD and not event.modifiers() & ~_NO_OTHER_MEANING:
            self._ask_for_next()
        elif (raw := digit_of(event)) and self._state.phase is Phase.ANSWER:
            self.grade_asked.emit(raw)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _ask_for_next(self) -> None:
        phase = self._state.phase
        if phase is Phase.QUESTION:
            self.reveal_asked.emit()
        elif phase is Phase.ANSWER:
            self.good_asked.emit()
        elif phase is Phase.TROUBLE:
            self.retry_asked.emit()
        elif goes_on_elsewhere(self._state):
            self.continue_asked.emit()
        elif self.is_settled:
            self.back_asked.emit()

    @Slot()
    def _ask_for_undo(self) -> None:
        self.command_asked.emit(Command.UNDO)

    def commands(self) -> frozenset[Command]:
        """What the menus may ask now."""
        return _commands(self._state)

    def run_command(self, command: Command) -> None:
        """Pass on what the menu asked."""
        if command is Command.READ:
            self.read_asked.emit()
        else:
            self.command_asked.emit(command)

    def showEvent(self, event: QShowEvent) -> None:
        """The keys are for the page."""
        super().showEvent(event)
        self.setFocus()

    @Slot()
    def _note_painted(self) -> None:
        """The sheet is painted before what lies on it: tell once that is painted too."""
        if self._painted_serial != self._state.serial and self._state.phase is Phase.QUESTION:
            self._painted_serial = self._state.serial
            QTimer.singleShot(0, self, self._tell_painted)

    @Slot()
    def _tell_painted(self) -> None:
        self.question_painted.emit()


def _commands(state: ReviewState) -> frozenset[Command]:
    can = set() if state.face is None else set(_OF_CARD)
    if state.undo is not None:
        can.add(Command.UNDO)
    if state.redo is not None:
        can.add(Command.REDO)
    if state.phase is Phase.FINISHED:
        can |= more_commands(state.facts)
    return frozenset(can)
