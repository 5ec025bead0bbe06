"""All questions of an attempt at a glance: before its end to come back, after it to look again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from qtapp.pages import quiz_words
from qtapp.sessions.quiz_state import QuizState
from qtapp.sessions.related import Related
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role
from qtapp.widgets.bending_row import BendingRow
from qtapp.widgets.chosen_row import choose_row
from qtapp.widgets.key_button import KeyButton, key_name
from qtapp.widgets.plain_table import PlainTable
from qtapp.widgets.quiet_scroll import BAR_WIDTH, QuietScrollArea
from qtapp.widgets.quiz_model import Column, QuizModel


class QuizOverviewPage(QWidget):
    """Draws a `QuizState` as a whole.

    Signals:
        place_asked: Show the question of that place in the attempt.
        finish_asked: End the attempt.
        related_asked: Review the cards that teach what was not known.
        leave_asked: Go away; an open attempt waits.
    """

    place_asked = Signal(int)
    finish_asked = Signal()
    related_asked = Signal()
    leave_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = QuizState()
        self._related = Related()
        self.setObjectName("quiz-overview-page")
        self._title, self._score, self._line = QLabel(), QLabel(), QLabel()
        self._time = QLabel()
        self._time.setObjectName("glance-time")
        set_role(self._title, Role.TITLE)
        set_role(self._score, Role.HEADING)
        set_role(self._line, Role.MUTED)
        self._line.setWordWrap(True)
        self._score.setObjectName("quiz-score")
        self._line.setObjectName("quiz-line")
        self._leave, self._open = KeyButton(), KeyButton()
        self._cards, self._finish = KeyButton(), KeyButton(Role.PRIMARY)
        self._model = QuizModel()
        self._table = PlainTable(theme, self._model, wide={Column.QUESTION})
        self._lay_out()
        self._connect()
        self._take_sizes()
        self._retranslate()
        self.setFocusProxy(self._table)

    def _lay_out(self) -> None:
        self._table.setObjectName("quiz-table")
        for button, name in (
            (self._leave, "leave-quiz"),
            (self._cards, "related-cards"),
            (self._open, "open-question"),
            (self._finish, "finish-quiz"),
        ):
            button.setObjectName(name)
        content = QWidget()
        self._whole = QVBoxLayout(content)
        top = BendingRow(self._title, None, self._time)
        for part in (top, self._score, self._line):
            self._whole.addWidget(part)
        self._whole.addWidget(self._table, 1)
        foot = BendingRow(self._leave, None, self._cards, self._open, self._finish)
        self._whole.addWidget(foot)
        area = QuietScrollArea(self._theme, self)
        area.setWidget(content)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)

    def _connect(self) -> None:
        self._table.activated.connect(self._open_row)
        self._open.clicked.connect(self._open_current)
        self._finish.clicked.connect(self.finish_asked)
        self._cards.clicked.connect(self.related_asked)
        self._leave.clicked.connect(self.leave_asked)
        self._theme.changed.connect(self._take_sizes)

    @Slot()
    def _take_sizes(self) -> None:
        px = self._theme.px
        side = max(16, min(px(44), self.width() // 20))
        self._whole.setContentsMargins(side, min(px(34), 44), side - BAR_WIDTH, px(24))
        self._whole.setSpacing(px(10))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less air in a narrow window."""
        super().resizeEvent(event)
        self._take_sizes()

    # Drawing

    @Slot(object)
    def show_state(self, state: QuizState) -> None:
        """Draw a state; the question shown last is the one chosen."""
        self._state = state
        if state.attempt is None:
            return
        self._model.show_state(state)
        choose_row(self._table, min(state.at, len(state.order) - 1))
        self._score.setVisible(state.is_over)
        self._finish.setVisible(not state.is_over)
        self._cards.setVisible(state.is_over and bool(self._related.cards))
        self._title.setText(self.tr("Your answers") if state.is_over else self.tr("At a glance"))
        if state.is_over:
            self._score.setText(quiz_words.plain_score(state.attempt))
            certainty = quiz_words.certainty_score(state.attempt)
            time = self.tr("Time: %1").replace("%1", quiz_words.spent(state.attempt.spent_ms))
            up = self.tr("The time was up") if state.is_out_of_time else ""
            self._line.setText(" · ".join(filter(None, (up, certainty, time))))
        else:
            self._line.setText(self._still_open(state))
        self.show_time(state.time_left_s)
        self._name_leave()

    def _name_leave(self) -> None:
        """From an open quiz one goes back to its question."""
        is_over = self._state.is_over
        name = self.tr("Quiz") if is_over else self.tr("Question")
        self._leave.set_caption(f"‹ {name}", key=key_name("Esc"))
        spoken = self.tr("Back to quizzes") if is_over else self.tr("Back to the question")
        self._leave.setAccessibleName(spoken)

    @Slot(object)
    def show_time(self, seconds: int | None) -> None:
        """Show the time that is left of an exam, which goes by here, too."""
        self._time.setVisible(seconds is not None)
        if seconds is not None:
            self._time.setText(quiz_words.clock(seconds))
            self._time.setAccessibleName(quiz_words.spoken_time_left(seconds))

    def _still_open(self, state: QuizState) -> str:
        left = len(state.answers) - state.answered
        flagged = sum(given.is_flagged for given in state.answers)
        without = self.tr("%n question(s) without an answer", "", left)
        parts = [without if left else self.tr("Every question has an answer")]
        if flagged:
            parts.append(self.tr("%n to come back to", "", flagged))
        return " · ".join(parts)

    def show_related(self, related: Related) -> None:
        """Offer cards that teach what was not known; of too many, say that they were chosen."""
        self._related, count = related, len(related.cards)
        words = self.tr("Review %n related card(s)", "", count)
        reason = ""
        if related.is_choice:
            words = self.tr("Review the %n closest card(s)", "", count)
            reason = self.tr(
                "Of %n card(s) on what you missed, these come nearest to it.", "", related.found
            )
        self._cards.set_caption(words, key="R")
        self._cards.setToolTip(reason)
        self._cards.setVisible(self._state.is_over and bool(related.cards))

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard walks through the table."""
        super().showEvent(event)
        self._table.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Questions of the quiz"))
        self._table.setAccessibleName(self.tr("Questions of the quiz"))
        self._name_leave()
        self._open.set_caption(self.tr("Show the question"), key=key_name(Qt.Key.Key_Return))
        self._finish.set_caption(self.tr("End the exam"), key=key_name("Ctrl+Return"))
        self.show_related(self._related)
        self.show_state(self._state)

    # Asking

    @Slot(QModelIndex)
    def _open_row(self, index: QModelIndex) -> None:
        self.place_asked.emit(self._state.order[index.row()])

    @Slot()
    def _open_current(self) -> None:
        if (index := self._table.chosen_row()).isValid():
            self.place_asked.emit(self._state.order[index.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter ends, R reviews, Escape goes back."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not self._state.is_over:
                self.finish_asked.emit()
        elif event.key() == Qt.Key.Key_R and self._cards.isVisible():
            self.related_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave_asked.emit()
        else:
            super().keyPressEvent(event)
