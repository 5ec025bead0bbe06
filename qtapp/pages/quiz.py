"""One question of a quiz after the other: where one is, the question, what can be done next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qtapp.pages import quiz_words
from qtapp.questions.bar import QuestionBar
from qtapp.questions.means import Means
from qtapp.questions.sheet import QuestionSheet
from qtapp.sessions.quiz_state import QuizState
from qtapp.theme import set_role
from qtapp.tokens import Role
from qtapp.widgets.attention import Attention
from qtapp.widgets.key_button import KeyButton
from qtapp.widgets.paper import Paper
from qtapp.widgets.progress_line import ProgressLine

WIDEST = 1000
_NARROW = 620
_ALT = Qt.KeyboardModifier.AltModifier


class QuizPage(Paper):
    """Draws a `QuizState` with a question.

    Signals:
        responded: The `Response` so far, or None.
        certainty_chosen: A `Certainty`.
        answer_asked: The answer stands.
        blank_asked: The learner does not know.
        grade_asked: A `SelfGrade`.
        experiment_asked: What settles the question is to be run.
        next_asked: The question after this one; `back_asked` the one before.
        flag_asked: Come back to this one later, or no more.
        overview_asked: All questions at a glance.
        leave_asked: Go away; the quiz waits.
        attention_changed: Whether the learner can be looking at the page.
    """

    responded = Signal(object)
    certainty_chosen = Signal(object)
    answer_asked = Signal()
    blank_asked = Signal()
    grade_asked = Signal(object)
    experiment_asked = Signal()
    next_asked = Signal()
    back_asked = Signal()
    flag_asked = Signal()
    overview_asked = Signal()
    leave_asked = Signal()
    attention_changed = Signal(bool)
    holds_still = True

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(means.theme, parent)
        self._sizes = means.theme
        self._state = QuizState()
        self.setObjectName("quiz")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._progress, self._where, self._time = ProgressLine(means.theme), QLabel(), QLabel()
        self._back, self._next = KeyButton(), KeyButton()
        self._flag, self._overview = KeyButton(Role.SEGMENT), KeyButton()
        self.sheet, self.bar = QuestionSheet(means), QuestionBar(means.theme)
        self._lay_out()
        self._connect()
        self._take_sizes()
        self._retranslate()

    def _lay_out(self) -> None:
        self._where.setObjectName("quiz-where")
        self._time.setObjectName("quiz-time")
        set_role(self._where, Role.MUTED)
        self._flag.setCheckable(True)
        self._top = QHBoxLayout()
        self._top.addWidget(self._progress, 1, Qt.AlignmentFlag.AlignVCenter)
        for part, name in (
            (self._where, "quiz-where"),
            (self._time, "quiz-time"),
            (self._back, "previous-question"),
            (self._next, "next-question"),
            (self._flag, "flag-question"),
            (self._overview, "quiz-overview"),
        ):
            part.setObjectName(name)
            self._top.addWidget(part)
        self._whole = QVBoxLayout(self)
        self._whole.addLayout(self._top)
        self._whole.addWidget(self.sheet, 1)
        self._whole.addWidget(self.bar)

    def _connect(self) -> None:
        self.sheet.responded.connect(self.responded)
        self.bar.certainty_chosen.connect(self.certainty_chosen)
        self.bar.answer_asked.connect(self.answer_asked)
        self.bar.blank_asked.connect(self.blank_asked)
        self.bar.grade_asked.connect(self.grade_asked)
        self.bar.experiment_asked.connect(self.experiment_asked)
        self._back.clicked.connect(self.back_asked)
        self._next.clicked.connect(self.next_asked)
        self._flag.toggled.connect(self.flag_asked)
        self._overview.clicked.connect(self.overview_asked)
        self._sizes.changed.connect(self._take_sizes)
        Attention(self).changed.connect(self.attention_changed)

    @Slot()
    def _take_sizes(self) -> None:
        px = self._sizes.px
        side = max(16, min(px(44), self.width() // 20), (self.width() - px(WIDEST)) // 2)
        above = px(8) if self.height() < px(480) else px(20)
        self._whole.setContentsMargins(side, above, side, above)
        self._whole.setSpacing(px(12))
        self._top.setSpacing(px(8))
        for part in (self._flag, self._back, self._next):  # as high as the highest beside it
            part.setMinimumHeight(self._overview.sizeHint().height())
        self._progress.setVisible(self.width() >= px(760))
        self._name_parts()
        self._say_where()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less air in a narrow window."""
        super().resizeEvent(event)
        self._take_sizes()

    # Drawing

    @Slot(object)
    def show_state(self, state: QuizState) -> None:
        """Draw a state; a new question gets the keyboard where it is answered."""
        before, self._state = self._state, state
        if state.question.face is None or not state.order:
            return
        self._draw(state)
        is_other = before.question.serial != state.question.serial
        if is_other or before.question.is_answered != state.question.is_answered:
            self._give_keyboard()

    def _draw(self, state: QuizState) -> None:
        self.sheet.show_state(state.question)
        self.bar.show_state(state.question)
        done = state.at if state.is_over else state.answered
        self._progress.setUpdatesEnabled(False)  # or it paints all that is to be painted, at once
        self._progress.show_progress(done, len(state.order) - done)
        self._progress.setUpdatesEnabled(True)
        self._say_where()
        self._flag.show_checked(state.is_flagged)
        self._flag.setVisible(not state.is_over)
        self._flag.setEnabled(state.is_being_answered)
        self._back.setEnabled(state.at > 0)
        self.show_time(state.time_left_s)

    def _say_where(self) -> None:
        """In short in a narrow place; a screen reader hears all of it."""
        words = quiz_words.short_where if self._is_narrow else quiz_words.where
        self._where.setText(words(self._state))
        self._where.setAccessibleName(quiz_words.where(self._state))

    @Slot(object)
    def show_time(self, seconds: int | None) -> None:
        """Show the time that is left."""
        self._time.setVisible(seconds is not None)
        if seconds is not None:
            self._time.setText(quiz_words.clock(seconds))
            self._time.setAccessibleName(quiz_words.spoken_time_left(seconds))

    def _give_keyboard(self) -> None:
        field = None if self._state.question.is_answered else self.sheet.first_field()
        if not self.hasFocus() or field is not None:
            (field or self).setFocus(Qt.FocusReason.TabFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard is where the question is answered."""
        super().focusInEvent(event)
        self._give_keyboard()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Quiz"))
        self._progress.setAccessibleName(self.tr("Progress of the quiz"))
        self._name_parts()
        self.show_state(self._state)

    @property
    def _is_narrow(self) -> bool:
        return self.width() < self._sizes.px(_NARROW)

    def _name_parts(self) -> None:
        """Short names in a narrow place; a screen reader hears the long ones."""
        is_narrow, long = self._is_narrow, self.tr("Come back")
        for button, caption, key, name in (
            (self._back, "‹", "" if is_narrow else "Alt ←", self.tr("Previous question")),
            (self._next, "›", "" if is_narrow else "Alt →", self.tr("Next question")),
            (self._flag, "⚑" if is_narrow else f"⚑ {long}", "F5", self.tr("Come back to it")),
            (self._overview, "☰" if is_narrow else self.tr("All"), "F6", self.tr("At a glance")),
        ):
            button.set_caption(caption, key=key)
            button.setAccessibleName(name)
            button.setToolTip(name)

    # Asking

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the question takes, then what the bar takes, then the way through the quiz."""
        if self.sheet.take_key(event) or self.bar.take_key(event):
            return
        if self.sheet.scroll_by_key(event.key()) or self._move(event):
            return
        super().keyPressEvent(event)

    def _move(self, event: QKeyEvent) -> bool:
        asks = {Qt.Key.Key_F5: self.flag_asked, Qt.Key.Key_F6: self.overview_asked}
        asks[Qt.Key.Key_Escape] = self.overview_asked if self._state.is_over else self.leave_asked
        if event.modifiers() & _ALT:
            asks = {Qt.Key.Key_Left: self.back_asked, Qt.Key.Key_Right: self.next_asked}
        ask = asks.get(Qt.Key(event.key()))
        if ask is not None:
            ask.emit()
        return ask is not None
