"""Past quizzes: open one again, see how well certainty is placed, take the answers elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from decks.questions.responses import Certainty
from qtapp.sessions.quiz_past import Grouping, PastState
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role
from qtapp.widgets.asked_questions import AskedQuestions
from qtapp.widgets.bending_row import BendingRow
from qtapp.widgets.calibration import CalibrationChart
from qtapp.widgets.chosen_row import choose_row
from qtapp.widgets.key_button import KeyButton, key_name
from qtapp.widgets.past_models import AttemptModel, GroupModel
from qtapp.widgets.pick_row import PickRow
from qtapp.widgets.plain_table import PlainTable
from qtapp.widgets.quiet_scroll import BAR_WIDTH, QuietScrollArea

translate = QCoreApplication.translate


def grouping_name(grouping: Grouping) -> str:
    """What answers are counted by."""
    return {
        Grouping.CHAPTER: translate("Quiz", "Chapter"),
        Grouping.FACT: translate("Quiz", "Fact"),
        Grouping.DAY: translate("Quiz", "Day"),
        Grouping.QUESTION: translate("Quiz", "Question"),
    }[grouping]


class PastQuizzesPage(QWidget):
    """Draws a `PastState`.

    Signals:
        open_asked: Id of an attempt to look at again.
        grouping_picked: A `Grouping`.
        export_asked: Every answer is wanted as a file.
        back_asked: To the choice of a quiz.
    """

    open_asked = Signal(object)
    grouping_picked = Signal(object)
    export_asked = Signal()
    back_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = PastState()
        self.setObjectName("quiz-past-page")
        self._title, self._nothing = QLabel(), QLabel()
        set_role(self._title, Role.TITLE)
        set_role(self._nothing, Role.MUTED)
        self._nothing.setObjectName("past-nothing")
        self._nothing.setWordWrap(True)
        self._back, self._open, self._export = KeyButton(), KeyButton(Role.PRIMARY), KeyButton()
        self._attempts, self._groups = AttemptModel(), GroupModel(grouping_name)
        self._table = PlainTable(theme, self._attempts, wide={1})
        self._counts = PlainTable(theme, self._groups, wide={0})
        self._questions = AskedQuestions(theme)
        self._chart_title = QLabel()
        set_role(self._chart_title, Role.SMALL)
        self._chart, self._grouping = CalibrationChart(theme), PickRow("grouping")
        self._lay_out()
        self._connect()
        self._take_sizes()
        self._retranslate()
        self.setFocusProxy(self._table)

    def _lay_out(self) -> None:
        for part, name in (
            (self._back, "back-to-setup"),
            (self._open, "open-attempt"),
            (self._export, "export-answers"),
            (self._table, "attempts"),
            (self._counts, "counts"),
        ):
            part.setObjectName(name)
        content = QWidget()
        self._whole = QVBoxLayout(content)
        self._whole.addWidget(BendingRow(self._back, self._title, None))
        self._whole.addWidget(self._nothing)
        self._whole.addWidget(self._table, 3)
        self._whole.addWidget(self._chart_title)
        self._whole.addWidget(self._chart)
        self._whole.addWidget(self._grouping)
        self._whole.addWidget(self._counts, 2)
        self._whole.addWidget(self._questions, 2)
        self._whole.addWidget(BendingRow(self._export, None, self._open))
        area = QuietScrollArea(self._theme, self)
        area.setWidget(content)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_asked)
        self._export.clicked.connect(self.export_asked)
        self._open.clicked.connect(self._open_current)
        self._table.activated.connect(self._open_row)
        self._grouping.picked.connect(self.grouping_picked)
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
    def show_state(self, state: PastState) -> None:
        """Draw a state."""
        row = max(0, self._table.currentIndex().row())
        before, self._state = self._state, state
        attempts = state.attempts or ()
        if before.attempts != state.attempts:
            self._attempts.show_rows(attempts)
        self._groups.grouping = state.grouping
        self._groups.show_rows(state.groups)
        self._nothing.setVisible(state.attempts == ())
        is_told = bool(state.report.overall)
        for part in (self._chart_title, self._chart, self._grouping, self._export):
            part.setVisible(is_told)
        is_by_question = state.grouping is Grouping.QUESTION
        self._counts.setVisible(is_told and not is_by_question)
        self._questions.setVisible(is_told and is_by_question)
        if is_by_question:
            self._questions.show_questions(state.questions)
        self._table.setVisible(bool(attempts))
        self._open.setVisible(bool(attempts))
        self._chart.show_tallies({certainty: state.tally(certainty) for certainty in Certainty})
        self._grouping.mark({state.grouping})
        if attempts and not self._table.selectionModel().hasSelection():
            choose_row(self._table, min(row, len(attempts) - 1))

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard walks through the attempts."""
        super().showEvent(event)
        self._table.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Past quizzes"))
        self._title.setText(self.tr("Past quizzes"))
        self._nothing.setText(self.tr("No quiz was taken yet: what you answer is kept here."))
        self._back.set_caption("‹ " + self.tr("Quiz"), key=key_name("Esc"))
        self._back.setAccessibleName(self.tr("Back to quizzes"))
        self._open.set_caption(self.tr("Open again"), key=key_name(Qt.Key.Key_Return))
        self._export.set_caption(self.tr("Export the answers (CSV)…"))
        self._chart_title.setText(self.tr("How often you were right, by how sure you were"))
        self._table.setAccessibleName(self.tr("Past quizzes"))
        self._counts.setAccessibleName(self.tr("Answers counted"))
        self._grouping.name(self.tr("Count answers by"))
        self._grouping.offer([(grouping, grouping_name(grouping)) for grouping in Grouping])
        self.show_state(self._state)

    # Asking

    @Slot(QModelIndex)
    def _open_row(self, index: QModelIndex) -> None:
        self.open_asked.emit(self._attempts.rows[index.row()].id)

    @Slot()
    def _open_current(self) -> None:
        if (index := self._table.chosen_row()).isValid():
            self._open_row(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)
