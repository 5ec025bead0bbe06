"""Below the card: first the button that shows the answer, then one button for each grade.

Every button has its place for good: neither the answer nor a longer interval moves one.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QStackedLayout, QVBoxLayout, QWidget

from db.rows import Grade, Scale
from qtapp import formats
from qtapp.sessions.review_state import Choice, grades_of
from qtapp.theme import Theme, renew_style
from qtapp.tokens import Role
from qtapp.widgets import grade_words
from qtapp.widgets.key_button import KeyButton, key_name

_LONGEST_INTERVAL = "99,9 mois"
_WIDTH = 118


class _GradeButton(KeyButton):
    """Deaf to the second half of a double click on the button that showed the answer."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()


class AnswerBar(QWidget):
    """Says what was asked; the page's keys do the same.

    Signals:
        reveal_asked: Show the answer.
        launch_asked: Train what the card's experiment trains.
        grade_asked: A step of the scale, from 1.
    """

    reveal_asked = Signal()
    launch_asked = Signal()
    grade_asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scale = Scale.FOUR
        self._widths: list[int] = []
        self._places: tuple[int, list[int]] = (0, [])
        self._choices: Sequence[Choice] = ()
        self._suggestion: Grade | None = None
        self._reveal, self._skip = KeyButton(Role.PRIMARY), KeyButton()
        self._launch = KeyButton(Role.PRIMARY)
        for button, name, signal in (
            (self._reveal, "reveal", self.reveal_asked),
            (self._skip, "skip-prediction", self.reveal_asked),
            (self._launch, "launch-training", self.launch_asked),
        ):
            button.setObjectName(name)
            button.clicked.connect(signal)
        self._grades: list[KeyButton] = []
        self._lay_out()
        self._make_grades()
        self._retranslate()
        theme.changed.connect(self._arrange_anew)

    def _lay_out(self) -> None:
        first, second = QWidget(self), QWidget(self)
        self._asking = QBoxLayout(QBoxLayout.Direction.LeftToRight, first)
        self._asking.setContentsMargins(0, 0, 0, 0)
        self._asking.addStretch(1)
        for button in (self._reveal, self._skip, self._launch):
            self._asking.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        self._asking.addStretch(1)
        around = QVBoxLayout(second)
        around.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout()
        around.addLayout(self._grid)
        around.setAlignment(self._grid, Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(first)
        self._stack.addWidget(second)

    def show_question(self, *, is_launch_offered: bool = False) -> None:
        """Nothing to answer with yet; the experiment of a card may be launched."""
        self._reveal.setVisible(not is_launch_offered)
        self._skip.setVisible(is_launch_offered)
        self._launch.setVisible(is_launch_offered)
        self._stack.setCurrentIndex(0)

    def suggest(self, grade: Grade | None) -> None:
        """Mark the button of a grade that a prediction suggests; the learner decides."""
        if grade is not self._suggestion:
            self._suggestion = grade
            self._mark_suggestion()

    def _mark_suggestion(self) -> None:
        grades = grades_of(self._scale)
        place = grades.index(self._suggestion) if self._suggestion in grades else -1
        for index, button in enumerate(self._grades):
            if bool(button.property("suggested")) is not (index == place):
                button.setProperty("suggested", index == place)
                renew_style(button)

    def show_choices(self, scale: Scale, choices: Sequence[Choice]) -> None:
        """The grades, each with the interval that it gives."""
        if scale is not self._scale:
            self._scale = scale
            self._make_grades()
            self._retranslate()
        self._choices = choices
        self._name_choices()
        self._stack.setCurrentIndex(1)

    def _name_choices(self) -> None:
        for button, choice in zip(self._grades, self._choices, strict=False):
            spoken = formats.spoken_interval(choice.interval)
            button.set_detail(formats.interval(choice.interval), spoken=spoken)

    def has_key_focus(self) -> bool:
        """Whether one of the buttons has the focus."""
        asking = (self._reveal, self._skip, self._launch)
        return any(button.hasFocus() for button in (*asking, *self._grades))

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two rows where one is too wide."""
        super().resizeEvent(event)
        self._arrange()
        self._bend()

    def _bend(self) -> None:
        wide = self._skip.sizeHint().width() + self._launch.sizeHint().width()
        is_narrow = wide + self._asking.spacing() > self.width()
        direction = QBoxLayout.Direction
        self._asking.setDirection(direction.BottomToTop if is_narrow else direction.LeftToRight)

    def _make_grades(self) -> None:
        for button in self._grades:
            button.setParent(None)
            button.deleteLater()
        self._grades = []
        for raw, grade in enumerate(grades_of(self._scale), 1):
            button = _GradeButton(grade_words.ROLES[grade])
            button.setObjectName(f"grade-{raw}")
            button.setProperty("raw", raw)
            button.clicked.connect(self._ask_for_grade)
            self._grades.append(button)
        self._places = (0, [])
        self._mark_suggestion()

    def _retranslate(self) -> None:
        space, enter = key_name(Qt.Key.Key_Space), key_name(Qt.Key.Key_Return)
        self._reveal.set_caption(self.tr("Show the answer"), key=space)
        self._skip.set_caption(self.tr("Answer without training"), key=space)
        self._launch.set_caption(self.tr("Train the networks"), key=enter)
        for raw, caption in enumerate(grade_words.captions(self._scale), 1):
            button = self._grades[raw - 1]
            button.set_caption(caption, key=str(raw))
        self._arrange_anew()
        self._bend()

    @Slot()
    def _arrange_anew(self) -> None:
        """Texts or sizes changed: measure every button with the longest text it will have."""
        for button in self._grades:
            button.set_detail(_LONGEST_INTERVAL)
        least = self._theme.px(_WIDTH)
        self._widths = [max(least, button.sizeHint().width()) for button in self._grades]
        self._name_choices()
        self._grid.setHorizontalSpacing(self._theme.px(12))
        self._grid.setVerticalSpacing(self._theme.px(6))
        self._arrange()

    def _arrange(self) -> None:
        """All of one width if they fit, else each of its own, else in rows."""
        count, gap = len(self._grades), self._grid.horizontalSpacing()
        same = [max(self._widths)] * count
        room = self.width() - gap * (count - 1)
        columns = count
        widths = same if sum(same) <= room else self._widths
        if sum(widths) > room:
            columns, widths = _columns(count, (self.width() + gap) // (same[0] + gap)), same
        if (columns, widths) != self._places:
            self._places = (columns, widths)
            for place, (button, width) in enumerate(zip(self._grades, widths, strict=True)):
                button.setMinimumWidth(width)
                self._grid.addWidget(button, place // columns, place % columns)
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Two buttons side by side: in a narrower place they stand in rows."""
        width = 2 * max(self._widths, default=0) + self._grid.horizontalSpacing()
        return QSize(width, super().minimumSizeHint().height())

    @Slot()
    def _ask_for_grade(self) -> None:
        self.grade_asked.emit(self.sender().property("raw"))


def _columns(count: int, fitting: int) -> int:
    """Columns for rows of about equal length, of which `fitting` fit."""
    rows = -(-count // max(2, min(fitting, count - 1)))
    return -(-count // rows)
