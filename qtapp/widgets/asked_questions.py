"""The questions that were answered, the hardest first, and what was answered to the one chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db.quiz_rows import AskedQuestion
from qtapp import formats
from qtapp.cardtext.one_line import one_line
from qtapp.pages import quiz_words
from qtapp.questions.given_words import Given, given_to
from qtapp.sessions.shelf import split_question
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role
from qtapp.widgets.chosen_row import choose_row
from qtapp.widgets.past_models import RowsModel
from qtapp.widgets.plain_table import PlainTable


@lru_cache(maxsize=1000)
def _asks(front: str) -> str:
    """A question in one line; Markdown is read once, though each cell is asked for often."""
    heading, prompt = split_question(front)
    return one_line(heading or prompt)


class AskedModel(RowsModel[AskedQuestion]):
    """A question a row."""

    def __init__(self) -> None:
        super().__init__(columns=4)

    def words(self, row: AskedQuestion) -> tuple[str, ...]:
        """What it asks, how often, how well it went, how long it took."""
        facts = row.facts
        success = "–" if facts.facility is None else formats.percent(facts.facility)
        time = "–" if facts.median_s is None else quiz_words.spent(round(1000 * facts.median_s))
        return (_asks(row.front), str(facts.answers), success, time)

    def heads(self) -> tuple[str, ...]:
        """The same, named."""
        names = (self.tr("Question"), self.tr("Answers"))
        return (*names, self.tr("Success"), self.tr("Median time"))


class AskedQuestions(QWidget):
    """A table, and below it the answers that were given to the question chosen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = AskedModel()
        self.table = PlainTable(theme, self._model, wide={0})
        self.table.setObjectName("asked-questions")
        self._title, self._given = QLabel(), QLabel()
        set_role(self._title, Role.SMALL)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._given.setObjectName("given-answers")
        self._given.setTextFormat(Qt.TextFormat.PlainText)
        self._given.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.table, self._title, self._given):
            self._column.addWidget(part)
        self.setFocusProxy(self.table)
        self.table.selectionModel().selectionChanged.connect(self._tell_given)
        theme.changed.connect(self._take_sizes)
        self._take_sizes()
        self._retranslate()

    @Slot()
    def _take_sizes(self) -> None:
        self._column.setSpacing(self._theme.px(8))

    def show_questions(self, questions: Sequence[AskedQuestion]) -> None:
        """Draw them in this order; the row that was chosen stays chosen."""
        row = max(0, self.table.currentIndex().row())
        if tuple(questions) != self._model.rows:
            self._model.show_rows(questions)
        if questions and not self.table.selectionModel().hasSelection():
            choose_row(self.table, min(row, len(questions) - 1))
        self._tell_given()

    @Slot()
    def _tell_given(self) -> None:
        index = self.table.chosen_row()
        given = given_to(self._model.rows[index.row()]) if index.isValid() else []
        self._title.setVisible(bool(given))
        self._given.setVisible(bool(given))
        if given:
            question = self._model.words(self._model.rows[index.row()])[0]
            self._title.setText(self.tr("What you answered to “%1”").replace("%1", question))
        self._given.setText("\n".join(map(self._line, given)))

    def _line(self, given: Given) -> str:
        sign = {True: "✓", False: "✗", None: "·"}[given.is_right]
        times = self.tr("%n time(s)", "", given.times)
        text = self.tr("%1: %2", "an answer, how often it was given")
        return f"{sign} {text.replace('%2', times).replace('%1', given.words)}"

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Questions answered"))
        self._given.setAccessibleName(self.tr("What you answered"))
        self._tell_given()
