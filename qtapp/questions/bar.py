"""Below a question: how sure one is and the button that lets an answer stand; then one's grade.

Every button has its place for good: neither the answer nor what is told of it moves one.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedLayout,
    QWidget,
)

from decks.kinds import NoteKind
from decks.questions.responses import SelfGrade
from qtapp.questions.certainty_row import CertaintyRow
from qtapp.questions.words import certainty_name, grade_name, worth
from qtapp.sessions.question_state import QuestionState, blank_response
from qtapp.theme import Theme, prepare_to_renew, renew_style, set_role
from qtapp.tokens import Role
from qtapp.widgets.digit_keys import digit_of
from qtapp.widgets.key_button import KeyButton, key_name

_IN_LINES = {NoteKind.OPEN, NoteKind.TRUTH}
_ACROSS = QBoxLayout.Direction.LeftToRight
_ROLES = {
    SelfGrade.WRONG: Role.AGAIN,
    SelfGrade.PARTLY: Role.HARD,
    SelfGrade.RIGHT: Role.GOOD,
}


class _GradeButton(KeyButton):
    """Deaf to the second half of a double click on the button that let the answer stand."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()


class QuestionBar(QWidget):
    """Draws what a `QuestionState` offers next.

    Signals:
        certainty_chosen: A `Certainty`.
        answer_asked: The answer stands.
        blank_asked: The learner does not know.
        grade_asked: A `SelfGrade`.
        experiment_asked: What settles the question is to be run.
    """

    certainty_chosen = Signal(object)
    answer_asked = Signal()
    blank_asked = Signal()
    grade_asked = Signal(object)
    experiment_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = QuestionState()
        self._wide, self._pair_wide, self._answer_key = 0, 0, ""
        self._answer, self._blank = KeyButton(Role.PRIMARY), KeyButton()
        self._experiment = KeyButton()
        self.certainty = CertaintyRow(theme)
        self._worth = QLabel()
        self._worth.setObjectName("worth")
        set_role(self._worth, Role.SMALL)
        self._grades = {grade: _GradeButton(role) for grade, role in _ROLES.items()}
        for button, name in (
            (self._answer, "answer"),
            (self._blank, "do-not-know"),
            (self._experiment, "check-by-experiment"),
        ):
            button.setObjectName(name)
        self._lay_out()
        self._connect()
        self._retranslate()
        QTimer.singleShot(0, self, partial(prepare_to_renew, self))  # not at the first answer

    def _lay_out(self) -> None:
        self._sides = first, second = QWidget(), QWidget()
        self._asking, self._grading = QBoxLayout(_ACROSS, first), QBoxLayout(_ACROSS, second)
        for row in (self._asking, self._grading):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(self._theme.px(8))
        self._asking.addWidget(self.certainty, 1)
        self._asking.addLayout(_row(self._blank, self._answer))
        self._told_row = _row(self._experiment, self._worth)
        self._grading.addLayout(self._told_row)
        self._grading.addStretch(1)
        self._grade_row = _row(*self._grades.values())
        self._grading.addLayout(self._grade_row)
        for grade, button in self._grades.items():
            button.setObjectName(f"self-grade-{grade.name.lower()}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(first)
        self._stack.addWidget(second)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two rows where one is too wide, before and after alike: so nothing moves."""
        super().resizeEvent(event)
        self._bend()

    @Slot()
    def _measure(self) -> None:
        """How wide it is in full words."""
        self._shorten(False)
        self._say_answer(is_key_shown=True)
        asks = self._worth.fontMetrics().horizontalAdvance(self.tr("How do you grade yourself?"))
        asking = [part.sizeHint().width() for part in (self.certainty, self._blank, self._answer)]
        self._pair_wide = sum(asking[1:]) + self._asking.spacing()
        grades = [button.sizeHint().width() for button in self._grades.values()]
        grading = [self._experiment.sizeHint().width(), asks, *grades]
        gap = self._asking.spacing()
        self._wide = max(sum(parts) + gap * len(parts) for parts in (asking, grading))
        self._bend()

    def _bend(self) -> None:
        is_narrow = self._wide > self.width()
        self._shorten(is_narrow)
        self._say_answer(is_key_shown=self._pair_wide <= self.width())
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else _ACROSS
        if direction is not self._asking.direction():
            self._asking.setDirection(direction)
            middle = Qt.AlignmentFlag.AlignVCenter if direction is _ACROSS else Qt.AlignmentFlag(0)
            self._asking.setAlignment(self.certainty, middle)
            self._grading.setDirection(direction)
        self._level()

    def _shorten(self, is_short: bool) -> None:
        """Fewer words in a narrow place; a screen reader hears all of them."""
        self.certainty.shorten(is_short)
        long, short = self.tr("Check by experiment"), self.tr("Check")
        self._experiment.set_caption(short if is_short else long, key="E")
        self._experiment.setAccessibleName(long)
        self._worth.setWordWrap(is_short)

    def _level(self) -> None:
        """Both sides are as high as the higher one: so nothing moves when an answer is told."""
        rows = (self._asking, self._grading)
        for layout in (self._told_row, self._grade_row, *rows):
            layout.invalidate()  # Qt does not ask again for the size of what was never shown
        height = max(
            row.heightForWidth(self.width()) if row.hasHeightForWidth() else row.sizeHint().height()
            for row in rows
        )
        for side in self._sides:
            side.setMinimumHeight(height)
        self._stack.invalidate()
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """The grades alone: in a narrower place all stands in two rows."""
        grades = self._grades.values()
        width = sum(button.sizeHint().width() + self._asking.spacing() for button in grades)
        return QSize(width, super().minimumSizeHint().height())

    def _connect(self) -> None:
        self.certainty.chosen.connect(self.certainty_chosen)
        self._theme.changed.connect(self._measure)
        self._answer.clicked.connect(self.answer_asked)
        self._blank.clicked.connect(self.blank_asked)
        self._experiment.clicked.connect(self.experiment_asked)
        for button in self._grades.values():
            button.clicked.connect(self._tell)

    def show_state(self, state: QuestionState) -> None:
        """Offer what can be done next."""
        self._state = state
        self._answer.setEnabled(state.is_answerable)
        self._name_answer()
        self._blank.setVisible(state.face is not None and blank_response(state.face) is not None)
        self.certainty.show_certainty(state.certainty, is_asked=state.is_certainty_asked)
        self._stack.setCurrentIndex(int(state.is_answered))
        if state.face is not None:
            self._offer_experiment(bool(state.face.experiment))
        self._say_worth()
        marked = state.suggestion if state.grade is None else state.grade
        for grade, button in self._grades.items():
            if bool(button.property("suggested")) is not (grade is marked):
                button.setProperty("suggested", grade is marked)
                renew_style(button)
        self._name_grades()

    def _name_answer(self) -> None:
        """By the key that answers from every field: Enter writes a line in one of several."""
        face = self._state.face
        in_lines = face is not None and face.kind in _IN_LINES
        key = key_name("Ctrl+Return" if in_lines else Qt.Key.Key_Return)
        if key != self._answer_key:
            self._answer_key = key
            self._measure()

    def _say_answer(self, *, is_key_shown: bool) -> None:
        shown, hidden = (self._answer_key, "") if is_key_shown else ("", self._answer_key)
        self._answer.set_caption(self.tr("Answer"), key=shown)
        self._answer.setAccessibleDescription(self._answer_key)
        self._answer.setToolTip(hidden)

    def _offer_experiment(self, is_offered: bool) -> None:
        if self._experiment.isHidden() is is_offered:
            self._experiment.setVisible(is_offered)
            self._level()

    def tell_interval(self, grade: SelfGrade, interval: str, spoken: str) -> None:
        """Say when the question would come back; "" for nothing."""
        self._grades[grade].set_detail(interval, spoken=spoken)
        self._name_grades()
        self._level()

    def _say_worth(self) -> None:
        asks = self.tr("How do you grade yourself?")
        state = self._state
        sure = certainty_name(state.certainty) if state.is_certainty_asked else ""
        told = " · ".join(filter(None, (worth(state.mark), sure)))
        self._worth.setText("\n".join(filter(None, (told, asks))))

    def _name_grades(self) -> None:
        state = self._state
        for grade, button in self._grades.items():
            name = grade_name(grade)
            if state.grade is grade:
                name = self.tr("%1, given").replace("%1", name)
            elif state.grade is None and state.suggestion is grade:
                name = self.tr("%1, suggested").replace("%1", name)
            button.setAccessibleName(", ".join(filter(None, (name, button.spoken_detail))))

    @Slot()
    def _tell(self) -> None:
        for grade, button in self._grades.items():
            if button is self.sender():
                self.grade_asked.emit(grade)

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer, grade, or run the experiment; tell whether a key asked for one of them."""
        state, key = self._state, event.key()
        if state.face is None or event.isAutoRepeat():
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._go_on()
        if not state.is_answered:
            return state.is_certainty_asked and self.certainty.take_key(event)
        grades = {1: SelfGrade.WRONG, 2: SelfGrade.PARTLY, 3: SelfGrade.RIGHT}
        if (grade := grades.get(digit_of(event))) is not None:
            self.grade_asked.emit(grade)
            return True
        if key == Qt.Key.Key_Space:
            return self._go_on()
        is_wanted = self.wants(event)
        if is_wanted:
            self.experiment_asked.emit()
        return is_wanted

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key is the experiment's, though a menu would take it."""
        state = self._state
        is_offered = state.is_answered and state.face is not None and bool(state.face.experiment)
        return is_offered and event.key() == Qt.Key.Key_E and not event.modifiers()

    def _go_on(self) -> bool:
        state = self._state
        if state.is_answerable:
            self.answer_asked.emit()
            return True
        grade = state.suggestion if state.grade is None else state.grade
        if state.is_answered and grade is not None:
            self.grade_asked.emit(grade)
            return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._name_answer()
        self._blank.set_caption(self.tr("I don’t know"))
        for number, (grade, button) in enumerate(self._grades.items(), 1):
            button.set_caption(grade_name(grade), key=str(number))
        self.certainty.retranslate()
        self._say_worth()
        self._name_grades()
        self._measure()


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for part in parts:
        row.addWidget(part)
    return row
