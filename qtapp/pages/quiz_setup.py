"""The Quiz page: what to be asked, and the way there."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QSpinBox, QVBoxLayout, QWidget

from db.folding import folded
from db.quiz_rows import QuizMode, Which
from decks.kinds import NoteKind
from qtapp.pages.quiz_words import (
    kind_name,
    mode_name,
    setup_line,
    waiting_line,
    which_name,
)
from qtapp.sessions.quiz_setup import SetupState
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role
from qtapp.widgets.bending_row import BendingRow
from qtapp.widgets.key_button import KeyButton, key_name
from qtapp.widgets.number_box import give_margin
from qtapp.widgets.paper import Paper
from qtapp.widgets.pick_row import PickRow
from qtapp.widgets.quiet_scroll import BAR_WIDTH, QuietScrollArea

_MOST_TAGS = 24
_MOST_QUESTIONS, _MOST_MINUTES = 200, 240
_STARTS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QuizSetupPage(QWidget):
    """Draws a `SetupState`.

    Signals:
        deck_picked: Id of a deck, to be asked or no more.
        tag_picked: Likewise a tag.
        kind_picked: Likewise a `NoteKind`.
        which_picked: A `Which`.
        mode_picked: A `QuizMode`.
        number_chosen: How many questions.
        minutes_chosen: How long an exam takes.
        start_asked: Begin.
        resume_asked: Go on with the quiz that was left open.
        abandon_asked: End it as it is.
        past_asked: Show past quizzes.
    """

    deck_picked = Signal(object)
    tag_picked = Signal(object)
    kind_picked = Signal(object)
    which_picked = Signal(object)
    mode_picked = Signal(object)
    number_chosen = Signal(int)
    minutes_chosen = Signal(int)
    start_asked = Signal()
    resume_asked = Signal()
    abandon_asked = Signal()
    past_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = SetupState()
        self._shows_all_tags = False
        self.setObjectName("quiz-setup")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._take_sizes()
        self._retranslate()

    def _make_widgets(self) -> None:
        self._title, self._line = QLabel(), QLabel()
        set_role(self._title, Role.TITLE)
        set_role(self._line, Role.MUTED)
        self._line.setWordWrap(True)
        self._line.setObjectName("setup-line")
        self._start, self._past = KeyButton(Role.PRIMARY), KeyButton()
        self._waiting, self._waiting_line = QFrame(), QLabel()
        self._waiting_line.setWordWrap(True)
        self._waiting_line.setObjectName("waiting-line")
        set_role(self._waiting, Role.CARD)
        self._resume, self._abandon = KeyButton(Role.PRIMARY), KeyButton(Role.PLAIN)
        for button, name in (
            (self._start, "start-quiz"),
            (self._past, "past-quizzes"),
            (self._resume, "resume-quiz"),
            (self._abandon, "abandon-quiz"),
        ):
            button.setObjectName(name)
        rows = ("decks", "which", "kinds", "tags", "mode")
        self._decks, self._which, self._kinds, self._tags, self._mode = map(PickRow, rows)
        self._all_tags = KeyButton(Role.PLAIN)
        self._all_tags.setObjectName("all-tags")
        self._number, self._minutes = QSpinBox(), QSpinBox()
        self._number.setObjectName("number")
        self._number.setRange(1, _MOST_QUESTIONS)
        self._minutes.setObjectName("minutes")
        self._minutes.setRange(0, _MOST_MINUTES)
        for box in (self._number, self._minutes):
            give_margin(box)
        self._number_label, self._minutes_label = QLabel(), QLabel()

    def _lay_out(self) -> None:
        self._paper = Paper(self._theme)
        waiting = QVBoxLayout(self._waiting)
        waiting.setContentsMargins(18, 12, 12, 12)
        waiting.addWidget(self._waiting_line)
        waiting.addWidget(BendingRow(None, self._abandon, self._resume))
        self._card = QFrame()
        set_role(self._card, Role.CARD)
        self._room = QVBoxLayout(self._card)
        for row in (self._mode, self._numbers(), self._which, self._decks, self._kinds, self._tags):
            self._room.addWidget(row)
        self._room.addWidget(BendingRow(self._all_tags, None))
        self._whole = QVBoxLayout(self._paper)
        self._whole.addWidget(BendingRow(self._title, None, self._past, self._start))
        self._whole.addWidget(self._line)
        self._whole.addWidget(self._waiting)
        self._whole.addWidget(self._card)
        self._whole.addStretch(1)
        area = QuietScrollArea(self._theme, self)
        area.setWidget(self._paper)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)

    def _numbers(self) -> QWidget:
        pairs = (
            (self._number_label, self._number),
            (self._minutes_label, self._minutes),
        )
        for label, box in pairs:
            label.setBuddy(box)
            set_role(label, Role.SMALL)
        return BendingRow(*(part for pair in pairs for part in pair), None)

    def _connect(self) -> None:
        self._decks.picked.connect(self.deck_picked)
        self._tags.picked.connect(self.tag_picked)
        self._all_tags.clicked.connect(self._turn_tags)
        self._kinds.picked.connect(self.kind_picked)
        self._which.picked.connect(self.which_picked)
        self._mode.picked.connect(self.mode_picked)
        self._number.valueChanged.connect(self.number_chosen)
        self._minutes.valueChanged.connect(self.minutes_chosen)
        self._start.clicked.connect(self.start_asked)
        self._resume.clicked.connect(self.resume_asked)
        self._abandon.clicked.connect(self.abandon_asked)
        self._past.clicked.connect(self.past_asked)
        self._theme.changed.connect(self._take_sizes)

    @Slot()
    def _take_sizes(self) -> None:
        px = self._theme.px
        side = max(BAR_WIDTH, min(px(44), self.width() // 20))
        self._whole.setContentsMargins(side, min(px(34), 44), side - BAR_WIDTH, px(28))
        self._whole.setSpacing(px(18))
        self._room.setContentsMargins(px(22), px(18), px(22), px(20))
        self._room.setSpacing(px(16))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less air in a narrow window."""
        super().resizeEvent(event)
        self._take_sizes()

    # Drawing

    @Slot(object)
    def show_state(self, state: SetupState) -> None:
        """Draw a state."""
        self._state = state
        has_questions = state.pool is not None and bool(state.pool.questions)
        self._line.setText(setup_line(state))
        self._waiting.setVisible(state.waiting is not None)
        if state.waiting is not None:
            self._waiting_line.setText(waiting_line(state.waiting))
        self._card.setVisible(has_questions and state.waiting is None)
        self._start.setVisible(has_questions and state.waiting is None)
        self._start.setEnabled(state.is_startable)
        self._offer(state)
        for row, chosen in (
            (self._decks, state.wanted.deck_ids),
            (self._tags, state.wanted.tags),
            (self._kinds, state.wanted.kinds),
            (self._which, {state.wanted.which}),
            (self._mode, {state.mode}),
        ):
            row.mark(chosen)
        for box, value in ((self._number, state.number), (self._minutes, state.limit_min)):
            with QSignalBlocker(box):
                box.setValue(value)
        self._minutes.setEnabled(state.mode is QuizMode.EXAM)
        self._minutes_label.setEnabled(state.mode is QuizMode.EXAM)

    def _offer(self, state: SetupState) -> None:
        if state.pool is None:
            return
        kinds = state.pool.kinds()
        self._decks.offer([(deck.id, deck.title) for deck in state.chapters])
        self._kinds.offer(
            [(kind, f"{kind_name(kind)} · {kinds[kind]}") for kind in NoteKind if kind in kinds]
        )
        self._offer_tags(state.pool.tags())
        counts = {
            Which.ALL: len(state.pool.questions),
            Which.NEW: sum(question.is_new for question in state.pool.questions),
            Which.MISSED: sum(question.is_missed for question in state.pool.questions),
        }
        self._which.offer([(which, f"{which_name(which)} · {counts[which]}") for which in Which])

    def _offer_tags(self, tags: Counter[str]) -> None:
        """The usual ones and those picked; all of them where that is wanted."""
        usual = {tag for tag, _ in tags.most_common(_MOST_TAGS)} | self._state.wanted.tags
        shown = tags.keys() if self._shows_all_tags else tags.keys() & usual
        self._tags.offer([(tag, f"{tag} · {tags[tag]}") for tag in sorted(shown, key=folded)])
        every = self.tr("Show all %n tag(s)", "", len(tags))
        usual_ones = self.tr("Show the usual tags only")
        self._all_tags.set_caption(usual_ones if self._shows_all_tags else every)
        self._all_tags.setVisible(len(tags) > _MOST_TAGS)

    @Slot()
    def _turn_tags(self) -> None:
        self._shows_all_tags = not self._shows_all_tags
        self.show_state(self._state)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Quiz"))
        self._title.setText(self.tr("Quiz"))
        enter = key_name(Qt.Key.Key_Return)
        self._start.set_caption(self.tr("Begin"), key=enter)
        self._past.set_caption(self.tr("Past quizzes"), key="P")
        self._resume.set_caption(self.tr("Resume"), key=enter)
        self._abandon.set_caption(self.tr("End it now"))
        self._decks.name(self.tr("Chapters (none picked: all)"))
        self._which.name(self.tr("Questions"))
        self._kinds.name(self.tr("Kinds (none picked: all)"))
        self._tags.name(self.tr("Tags (none picked: all)"))
        self._mode.name(self.tr("How"))
        self._mode.offer([(mode, mode_name(mode)) for mode in QuizMode])
        self._number_label.setText(self.tr("Number of questions"))
        self._number.setAccessibleName(self._number_label.text())
        self._minutes_label.setText(self.tr("Minutes for an exam"))
        self._minutes.setAccessibleName(self._minutes_label.text())
        self._minutes.setSpecialValueText(self.tr("no limit"))
        self.show_state(self._state)

    # Asking

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins, or goes on; P shows past quizzes."""
        if event.key() in _STARTS and not event.isAutoRepeat():
            if self._state.waiting is not None:
                self.resume_asked.emit()
            else:
                self.start_asked.emit()
        elif event.key() == Qt.Key.Key_P and not event.modifiers():
            self.past_asked.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Enter begins at once."""
        super().showEvent(event)
        self.setFocus()
